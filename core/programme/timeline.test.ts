import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colorScene, sampleClip } from "../../test/support/sample-clip.ts";
import { frameState } from "./picture/frame-state.ts";
import { cutSegments, describeSegment } from "./picture/segments.ts";
import { resolveTimeline } from "./timeline.ts";

const red = (id: string, duration: number, more: Parameters<typeof colorScene>[3] = {}) =>
  colorScene(id, duration, "#c8102e", more);
const codes = (...given: Parameters<typeof resolveTimeline>) =>
  resolveTimeline(...given).diagnostics.map(({ code, target }) => [
    code,
    target.scene ?? target.overlay ?? target.second,
  ]);

describe("a clip's timeline", () => {
  it("has scenes one after the other whose rounding never adds up", () => {
    const length = fc.integer({ min: 40, max: 9_000 }).map((milliseconds) => milliseconds / 1000);
    fc.assert(
      fc.property(
        fc.array(length, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(24, 25, 30, 50),
        (lengths, rate) => {
          const clip = sampleClip(lengths.map((seconds, index) => red(`c${index}`, seconds)));
          const { scenes, frames } = resolveTimeline(clip, "vi", rate);
          expect(Math.abs(frames - lengths.reduce((sum, one) => sum + one, 0) * rate)).toBeLessThanOrEqual(0.5 + 1e-6);
          let end = 0;
          for (const scene of scenes) {
            expect(scene.from).toBe(end);
            expect(scene.to).toBeGreaterThan(scene.from);
            end = scene.to;
          }
        },
      ),
    );
  });

  it("gives a language its own lengths, moves what belongs to scenes along and leaves out what is not for it", () => {
    const clip = sampleClip([red("a", 2, { durations: { km: 3 } }), red("b", 1, { languages: ["vi"] }), red("c", 1)], {
      overlays: [
        { type: "page", id: "ten", scene: "c", at: 0.2, page: "p" },
        { type: "page", id: "dau", at: 0.4, duration: 1, durations: { km: 2 }, page: "p" },
        { type: "page", id: "viet", at: 0, page: "p", languages: ["vi"] },
      ],
    });
    const inVietnamese = resolveTimeline(clip, "vi", 25);
    const inKhmer = resolveTimeline(clip, "km", 25);
    expect(inVietnamese.scenes.map(({ from, to }) => [from, to])).toEqual([
      [0, 50],
      [50, 75],
      [75, 100],
    ]);
    expect(inKhmer.scenes.map(({ from, to }) => [from, to])).toEqual([
      [0, 75],
      [75, 100],
    ]);
    const shown = (timeline: typeof inKhmer) =>
      timeline.overlays.map(({ overlay, from, to }) => [overlay.id, from, to]);
    expect(shown(inVietnamese)).toEqual([
      ["ten", 80, 100],
      ["dau", 10, 35],
      ["viet", 0, 100],
    ]);
    expect(shown(inKhmer)).toEqual([
      ["ten", 80, 100],
      ["dau", 10, 60],
    ]);
  });

  it("lets the scene before go on behind a transition, which is no longer than its scene", () => {
    const dissolve = { kind: "dissolve", duration: 1 } as const;
    const clip = sampleClip([red("a", 2), red("b", 2, { enter: dissolve }), red("c", 0.6, { enter: dissolve })]);
    const { scenes, diagnostics } = resolveTimeline(clip, "vi", 25);
    expect(scenes.map(({ until, enter }) => [until, enter?.frames])).toEqual([
      [75, undefined],
      [115, 25],
      [115, 15],
    ]);
    expect(diagnostics.map(({ code, target }) => [code, target.scene])).toEqual([["programme.transition-cut", "c"]]);
  });

  it("says what does not come out as asked", () => {
    const clip = sampleClip([red("a", 2)], {
      duration: 3,
      overlays: [{ type: "page", id: "muon", at: 2, page: "p" }],
      captions: {
        vi: [
          { from: 1, to: 2, text: "hai" },
          { from: 0, to: 1.5, text: "một" },
          { from: 2, to: 3, text: "ba" },
        ],
      },
    });
    expect(codes(clip, "vi", 25)).toEqual([
      ["programme.length-missed", undefined],
      ["programme.overlay-after-end", "muon"],
      ["programme.captions-overlap", 1],
      ["programme.caption-after-end", 2],
    ]);
    expect(resolveTimeline(clip, "vi", 25).cues.map(({ from, to }) => [from, to])).toEqual([
      [0, 38],
      [38, 50],
    ]);
    expect(codes(sampleClip([red("a", 2, { languages: ["km"] })]), "vi", 25)).toEqual([
      ["programme.nothing-to-show", undefined],
    ]);
  });
});

describe("pieces of a clip", () => {
  it("cover it without gap or overlap, none longer than ten seconds", () => {
    const clip = sampleClip([red("a", 23), red("b", 3), red("c", 10)]);
    const timeline = resolveTimeline(clip, "vi", 25);
    const pieces = cutSegments(timeline);
    expect(pieces.map(({ from, to }) => [from / 25, to / 25])).toEqual([
      [0, 7.68],
      [7.68, 15.32],
      [15.32, 23],
      [23, 26],
      [26, 36],
    ]);
  });

  it("are the same wherever in a clip they stand, and differ by anything seen in them", () => {
    const dissolve = { enter: { kind: "dissolve", duration: 1 } as const };
    const described = (first: number, more: Parameters<typeof colorScene>[3] = dissolve) => {
      const clip = sampleClip([red("a", first), red("b", 3, more), red("c", 3, dissolve), red("d", 3)]);
      const timeline = resolveTimeline(clip, "vi", 25);
      return cutSegments(timeline).map((piece) => JSON.stringify(describeSegment(timeline, piece)));
    };
    const [, , third, fourth] = described(2);
    const longer = described(4);
    expect(longer[2]).toBe(third);
    expect(longer[3]).toBe(fourth);
    const changed = described(2, { enter: { kind: "dissolve", duration: 2 } });
    // The second scene is seen behind the transition into the third.
    expect([changed[2] === third, changed[3] === fourth]).toEqual([false, true]);
  });
});

describe("what is seen in a frame", () => {
  const still = { alpha: 1, dx: 0, dy: 0 };

  it("is the scene before and the scene that comes in, neither alone at any moment of a transition", () => {
    const clip = sampleClip([red("a", 1), red("b", 1, { enter: { kind: "dissolve", duration: 0.16 } })]);
    const timeline = resolveTimeline(clip, "vi", 25);
    const alphas = [24, 25, 26, 27, 28, 29].map((frame) =>
      frameState(timeline, frame, () => ({ items: 0 })).shots.map(({ scene, alpha }) => [scene, alpha]),
    );
    expect(alphas).toEqual([
      [[0, 1]],
      [
        [0, 1],
        [1, 0.2],
      ],
      [
        [0, 1],
        [1, 0.4],
      ],
      [
        [0, 1],
        [1, 0.6],
      ],
      [
        [0, 1],
        [1, 0.8],
      ],
      [[1, 1]],
    ]);
  });

  it("is pushed out by as much as comes in", () => {
    const clip = sampleClip([red("a", 1), red("b", 1, { enter: { kind: "push", duration: 0.4, towards: "left" } })]);
    const timeline = resolveTimeline(clip, "vi", 25);
    for (let frame = 25; frame < 35; frame += 1) {
      const [before, after] = frameState(timeline, frame, () => ({ items: 0 })).shots;
      expect((after?.dx ?? 0) - (before?.dx ?? 0)).toBeCloseTo(1, 12);
      expect((after?.dy ?? 0) - (before?.dy ?? 0)).toBeCloseTo(0, 12);
    }
  });

  it("goes down to the background at the end and is the same in frames in which nothing happens", () => {
    const clip = sampleClip([red("a", 2)], { leave: { duration: 0.4 } });
    const timeline = resolveTimeline(clip, "vi", 25);
    const states = Array.from({ length: 50 }, (_, frame) => frameState(timeline, frame, () => ({ items: 0 })));
    expect(new Set(states.slice(0, 40).map((state) => JSON.stringify(state))).size).toBe(1);
    expect(states[0]).toEqual({ shots: [{ scene: 0, frame: 0, ...still }], overlays: [], down: 0 });
    const downs = states.slice(40).map(({ down }) => down);
    expect(downs).toEqual(downs.toSorted((one, other) => one - other));
    expect(new Set(downs).size).toBe(10);
  });

  it("has titles whose frames follow one another in and leave together", () => {
    const clip = sampleClip([red("a", 4)], {
      overlays: [
        {
          type: "page",
          id: "ten",
          at: 0,
          duration: 3,
          page: "p",
          enter: { kind: "wipe", duration: 0.4, towards: "right", stagger: 0.2 },
          leave: { kind: "fade", duration: 0.2 },
        },
      ],
    });
    const timeline = resolveTimeline(clip, "vi", 25);
    const looks = (frame: number) => frameState(timeline, frame, () => ({ items: 3 })).overlays[0]?.looks;
    expect(looks(5)?.map(({ wipe }) => (wipe?.at ?? 0) > 0)).toEqual([true, true, false]);
    expect(looks(24)).toBeUndefined();
    expect(looks(74)?.map(({ alpha }) => alpha.toFixed(3))).toEqual(["0.167", "0.167", "0.167"]);
    expect(frameState(timeline, 75, () => ({ items: 3 })).overlays).toEqual([]);
  });
});
