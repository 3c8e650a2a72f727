import { expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import type { Overlay, Scene } from "../../document/schema/programme.ts";
import type { VideoFacts } from "../../media/media-facts.ts";
import { rational } from "../../media/rational.ts";
import { resolveTimeline } from "../timeline.ts";
import { movesInFields, timelineOfFields } from "./every-field.ts";

const moves = (scenes: readonly Scene[], overlays: readonly Overlay[] = [], film: Partial<VideoFacts> = {}) => {
  const timeline = resolveTimeline(sampleClip([...scenes], { overlays: [...overlays] }), "vi", 25);
  // Only what this asks for is known of a film.
  return movesInFields(timeline, { from: 50, to: 100 }, () => film as VideoFacts);
};
const [first, second] = [colorScene("a", 2, "#000"), colorScene("b", 2, "#fff")];
const page = { type: "page", id: "o", page: "p" } as const;
const film: Scene = { type: "clip", id: "b", duration: 2, media: "m" };
const motion = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.5, y: 0.5, zoom: 1.2 } };

it("paints fields where something changes its place, in the pieces in which it does", () => {
  expect(moves([first, second])).toBe(false);
  const photograph: Scene = { type: "image", id: "b", duration: 2, asset: "x" };
  expect(moves([first, photograph])).toBe(false);
  expect(moves([first, { ...photograph, motion }])).toBe(true);
  expect(moves([{ ...photograph, id: "a", motion }, second])).toBe(false);
  // It goes on behind the transition of the next one.
  const dissolve = { enter: { kind: "dissolve", duration: 0.4 } } as const;
  expect(
    moves([
      { ...photograph, id: "a", motion },
      { ...second, ...dissolve },
    ]),
  ).toBe(true);
  expect(moves([first, { ...second, ...dissolve }])).toBe(false);
  expect(moves([first, { ...second, enter: { kind: "push", duration: 0.4, towards: "left" } }])).toBe(true);
  expect(moves([first, second], [{ ...page, at: 1, duration: 2, enter: { kind: "rise", duration: 0.2 } }])).toBe(false);
  expect(moves([first, second], [{ ...page, at: 2.5, duration: 1, enter: { kind: "rise", duration: 0.2 } }])).toBe(
    true,
  );
  expect(moves([first, second], [{ ...page, at: 2.5, duration: 1, enter: { kind: "fade", duration: 0.2 } }])).toBe(
    false,
  );
  expect(moves([first, second], [{ type: "crawl", id: "o", at: 1.5, page: "p", text: "t", speed: 0.1 }])).toBe(true);
});

it("paints fields of films that have more pictures than frames", () => {
  const rates: readonly (readonly [VideoFacts["frameRate"], boolean])[] = [
    [rational(50), true],
    [rational(30_000, 1001), true],
    [rational(25), false],
    [rational(24), false],
  ];
  for (const [frameRate, fields] of rates) expect(moves([first, film], [], { frameRate })).toBe(fields);
  expect(moves([first, film], [], { frameRate: rational(25), fieldOrder: "bottom-first" })).toBe(true);
});

it("lets everything in the timeline of fields begin and end where it does in that of frames", () => {
  const clip = sampleClip([colorScene("a", 1.02, "#000"), { ...second, enter: { kind: "dissolve", duration: 0.5 } }], {
    overlays: [{ ...page, at: 0.3, duration: 2, enter: { kind: "rise", duration: 0.3, stagger: 0.1 } }],
    captions: { vi: [{ from: 0.5, to: 1.5, text: "Ấp Chòm Tre" }] },
    leave: { duration: 0.5 },
  });
  const [frames, fields] = [resolveTimeline(clip, "vi", 25), timelineOfFields(resolveTimeline(clip, "vi", 25))];
  expect([fields.rate, fields.frames, fields.leave]).toEqual([50, 2 * frames.frames, 2 * frames.leave]);
  for (const kind of ["scenes", "overlays", "cues"] as const) {
    expect(fields[kind].length).toBeGreaterThan(0);
    expect(fields[kind].map(({ from, to }) => [from, to])).toEqual(
      frames[kind].map(({ from, to }) => [2 * from, 2 * to]),
    );
  }
  expect(fields.scenes.map(({ until, enter }) => [until, enter?.frames])).toEqual(
    frames.scenes.map(({ until, enter }) => [2 * until, enter && 2 * enter.frames]),
  );
  expect(fields.overlays[0]?.enter).toMatchObject({ frames: 2 * (frames.overlays[0]?.enter?.frames ?? 0), stagger: 5 });
});
