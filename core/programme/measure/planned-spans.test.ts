import { expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import { MIX_RATE } from "../../media/conform.ts";
import { resolveTimeline } from "../timeline.ts";
import { plannedSpans, unplanned } from "./planned-spans.ts";

const piece = (from: number, to: number) => ({
  source: "a",
  at: from * MIX_RATE,
  from: 0,
  length: (to - from) * MIX_RATE,
  gain: 0,
  fadeIn: 0,
  fadeOut: 0,
});
const score = (length: number, ...pieces: ReturnType<typeof piece>[]) => ({
  length: length * MIX_RATE,
  tracks: [{ id: "t", gain: 0, treatment: "none" as const, automation: [], pieces }],
});

it("is what scenes but films show, dips and the end, and where nothing is heard", () => {
  const clip = sampleClip(
    [
      colorScene("a", 2, "#000000"),
      { type: "page", id: "b", duration: 3, page: "p" },
      { type: "clip", id: "c", duration: 4, media: "m", enter: { kind: "dip", duration: 1, color: "k" } },
      { type: "clip", id: "d", duration: 4, media: "m" },
    ],
    { leave: { duration: 1 } },
  );
  const planned = plannedSpans(resolveTimeline(clip, "vi", 25), score(13, piece(1, 4), piece(3, 6), piece(8, 13)));
  expect(planned).toEqual({
    black: [
      { from: 0, to: 6 },
      { from: 12, to: 13 },
    ],
    frozen: [
      { from: 0, to: 6 },
      { from: 12, to: 13 },
    ],
    silences: [
      { from: 0, to: 1 },
      { from: 6, to: 8 },
    ],
  });
  expect(
    unplanned(
      [
        { from: 4, to: 6.2 },
        { from: 6, to: 9 },
      ],
      planned.frozen,
    ),
  ).toEqual([{ from: 6, to: 9 }]);
  expect(unplanned([{ from: 3, to: 9 }], planned.black)).toEqual([{ from: 6, to: 9 }]);
});

it("of sound alone is silence alone", () => {
  expect(plannedSpans(undefined, score(2))).toEqual({ black: [], frozen: [], silences: [{ from: 0, to: 2 }] });
});
