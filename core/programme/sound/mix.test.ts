import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { duckUnder, joinSpans } from "./ducking.ts";
import { loopPiece } from "./loop-piece.ts";
import { addPiece, automationAt, fadeFactor, pieceInBlock } from "./mix.ts";
import type { ScorePiece, ScoreTrack } from "./score.ts";

const piece = (values: Partial<ScorePiece> = {}): ScorePiece => ({
  source: "voice",
  at: 0,
  from: 0,
  length: 1000,
  gain: 0,
  fadeIn: 0,
  fadeOut: 0,
  ...values,
});
const track = (pieces: readonly ScorePiece[], values: Partial<ScoreTrack> = {}): ScoreTrack => ({
  id: "t",
  gain: 0,
  treatment: "none",
  automation: [],
  pieces,
  ...values,
});

/** Mixes pieces of a source that is 1 everywhere, in blocks of these lengths. */
function mixOnes(one: ScoreTrack, length: number, blocks: readonly number[]): Float32Array {
  const whole = new Float32Array(length * 2);
  let start = 0;
  for (let turn = 0; start < length; turn += 1) {
    const frames = Math.min(length - start, blocks[turn % blocks.length] ?? length);
    const out = whole.subarray(start * 2, (start + frames) * 2);
    for (const each of one.pieces) {
      const found = pieceInBlock(each, start, frames);
      if (found) addPiece(out, start, one, each, new Float32Array(found.frames * 2).fill(1), 2);
    }
    start += frames;
  }
  return whole;
}

describe("mixing", () => {
  it("puts a piece where it belongs, to the sample", () => {
    const mixed = mixOnes(track([piece({ at: 317, length: 500 })]), 1000, [1000]);
    const heard = [...mixed.keys()].filter((index) => mixed[index] !== 0);
    expect([heard[0], heard.at(-1)]).toEqual([317 * 2, (317 + 500) * 2 - 1]);
    expect(mixed[800]).toBe(1);
  });

  it("gives the same in blocks of any length", () => {
    const place = fc.integer({ min: 0, max: 900 });
    const pieces = fc.array(
      fc.record({
        at: place,
        length: fc.integer({ min: 1, max: 900 }),
        fadeIn: place,
        fadeOut: place,
        gain: fc.integer({ min: -20, max: 6 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
        (some, blocks) => {
          const one = track(some.map(piece), {
            automation: [
              { at: 100, decibels: 0 },
              { at: 300, decibels: -12 },
            ],
          });
          const inBlocks = mixOnes(one, 1800, blocks);
          const atOnce = mixOnes(one, 1800, [1800]);
          const difference = atOnce.reduce(
            (most, value, index) => Math.max(most, Math.abs(value - (inBlocks[index] ?? 0))),
            0,
          );
          expect(difference).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it("keeps the power even where two fades cross", () => {
    const out = piece({ length: 1000, fadeOut: 400 });
    const into = piece({ at: 600, length: 1000, fadeIn: 400 });
    for (let frame = 600; frame <= 1000; frame += 1) {
      const power = fadeFactor(out, frame) ** 2 + fadeFactor(into, frame - 600) ** 2;
      expect(power).toBeCloseTo(1, 9);
    }
  });
});

describe("ducking", () => {
  const ducking = { depth: 12, lead: 100, release: 300 };

  it("is down when a voice begins, stays down over short pauses, and comes back", () => {
    const points = duckUnder(
      [
        { from: 1000, to: 2000 },
        { from: 2300, to: 3000 },
        { from: 5000, to: 5500 },
      ],
      ducking,
    );
    const at = (frame: number): number => automationAt(points, frame);
    expect([at(0), at(900), at(950), at(1000), at(2150), at(3000)]).toEqual([0, 0, -6, -12, -12, -12]);
    expect([at(3150), at(3300), at(4500), at(5000), at(9000)]).toEqual([-6, 0, 0, -12, 0]);
  });

  it("is never up under a voice, and never moves faster than it was told", () => {
    const spans = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 20_000 }), length: fc.integer({ min: 1, max: 4000 }) }),
    );
    fc.assert(
      fc.property(spans, (some) => {
        const voices = some.map(({ from, length }) => ({ from, to: from + length }));
        const points = duckUnder(voices, ducking);
        for (const { from, to } of voices) {
          for (const frame of [from, (from + to) / 2, to]) expect(automationAt(points, frame)).toBe(-12);
        }
        for (const [index, point] of points.entries())
          expect(point.at).toBeGreaterThanOrEqual(points[index - 1]?.at ?? Number.NEGATIVE_INFINITY);
      }),
    );
  });

  it("joins spans whatever their order", () => {
    expect(
      joinSpans(
        [
          { from: 5, to: 9 },
          { from: 0, to: 3 },
          { from: 4, to: 4 },
          { from: 2, to: 4 },
        ],
        1,
      ),
    ).toEqual([{ from: 0, to: 9 }]);
  });
});

describe("a bed that is too short", () => {
  it("goes round with crossing ends and stops exactly where it must", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 5000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 0, max: 800 }),
        (source, length, cross) => {
          const pieces = loopPiece(piece({ at: 77, length, fadeOut: 10 }), source, cross);
          const last = pieces.at(-1);
          expect((last?.at ?? 0) + (last?.length ?? 0)).toBe(77 + length);
          for (const [index, each] of pieces.entries()) {
            const before = pieces[index - 1];
            expect(each.length).toBeLessThanOrEqual(source);
            if (before) expect(before.at + before.length - each.at).toBe(before.fadeOut);
            expect(each.at).toBeLessThanOrEqual(before ? before.at + before.length : 77);
          }
        },
      ),
    );
  });

  it("is one piece where the source is long enough, and none where nothing is left", () => {
    expect(loopPiece(piece(), 1000, 10)).toEqual([piece()]);
    expect(loopPiece(piece({ from: 500 }), 500, 10)).toEqual([]);
  });
});
