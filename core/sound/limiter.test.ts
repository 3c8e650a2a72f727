import fc from "fast-check";
import { expect, it } from "vitest";
import { decibelsOf } from "./decibels.ts";
import { createLimiter, type LimiterOptions } from "./limiter.ts";
import { createLoudnessMeter } from "./loudness-meter.ts";

const RATE = 48_000;

/** Everything that comes out for `samples`, its delay taken away. */
function limit(
  samples: Float32Array,
  options: Partial<LimiterOptions> = {},
  pieces: readonly number[] = [],
): Float32Array {
  const limiter = createLimiter({ rate: RATE, channels: 2, ceiling: 0.5, ...options });
  const input = new Float32Array(samples.length + limiter.delay * 2);
  input.set(samples);
  const out = new Float32Array(input.length);
  let at = 0;
  for (let turn = 0; at < input.length; turn += 1) {
    const length = Math.min(input.length - at, (pieces[turn % (pieces.length || 1)] ?? 3000) * 2);
    limiter.process(input.subarray(at, at + length), out.subarray(at, at + length));
    at += length;
  }
  return out.subarray(limiter.delay * 2);
}

function truePeak(samples: Float32Array): number {
  const meter = createLoudnessMeter({ rate: RATE, channels: 2 });
  meter.add(samples);
  return meter.read().truePeak;
}

const stereo = (frames: number, value: (frame: number) => number): Float32Array =>
  Float32Array.from({ length: frames * 2 }, (_, index) => value(Math.floor(index / 2)));

it("leaves what is below the ceiling as it is, to the sample", () => {
  const quiet = stereo(10_000, (frame) => 0.4 * Math.sin(frame / 10));
  expect(limit(quiet)).toEqual(quiet);
});

it("holds peaks between samples below the ceiling, whatever the sound and however it comes in pieces", () => {
  const burst = fc.record({
    at: fc.integer({ min: 0, max: 20_000 }),
    level: fc.double({ min: 0.1, max: 4, noNaN: true }),
    frequency: fc.integer({ min: 30, max: 16_000 }),
    length: fc.integer({ min: 1, max: 6_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(burst, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 4 }),
      (bursts, pieces) => {
        const loud = stereo(24_000, (frame) =>
          bursts.reduce(
            (sum, { at, level, frequency, length }) =>
              frame >= at && frame < at + length
                ? sum +
                  level *
                    Math.sin((2 * Math.PI * frequency * frame) / RATE) *
                    Math.sin((Math.PI * (frame - at)) / length)
                : sum,
            0,
          ),
        );
        const out = limit(loud, {}, pieces);
        expect(out.length).toBe(loud.length);
        expect(truePeak(out)).toBeLessThan(decibelsOf(0.5) + 0.1);
      },
    ),
    { numRuns: 25 },
  );
});

it("gives the same for the same sound in other pieces", () => {
  const loud = stereo(20_000, (frame) => Math.sin(frame / 7) * (frame % 5000 < 900 ? 2 : 0.3));
  expect(limit(loud, {}, [1, 977, 5000])).toEqual(limit(loud, {}, [4096]));
});

it("lowers before the peak and comes back after it", () => {
  const loud = stereo(20_000, (frame) => (frame >= 10_000 && frame < 10_010 ? 1 : 0.25));
  const out = limit(loud);
  const factor = (frame: number): number => (out[frame * 2] ?? 0) / (loud[frame * 2] ?? 1);
  expect(factor(9_000)).toBe(1);
  expect(factor(9_900)).toBeLessThan(0.9);
  expect(factor(10_005)).toBeLessThanOrEqual(0.5);
  expect(factor(12_000)).toBeGreaterThan(factor(10_500));
  expect(factor(19_000)).toBeGreaterThan(0.8);
});
