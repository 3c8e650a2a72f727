import { describe, expect, it } from "vitest";
import { gainOf } from "./decibels.ts";
import { createLoudnessMeter, type Loudness } from "./loudness-meter.ts";

const RATE = 48_000;

interface Stretch {
  readonly seconds: number;
  /** dBFS of the sine's peak. */
  readonly level: number;
}

function measure(
  stretches: readonly Stretch[],
  { channels = 2, rate = RATE, frequency = 1000, piece = 1111 } = {},
): Loudness {
  const meter = createLoudnessMeter({ rate, channels: channels === 1 ? 1 : 2 });
  let time = 0;
  for (const { seconds, level } of stretches) {
    const frames = Math.round(seconds * rate);
    const samples = new Float32Array(frames * channels);
    for (let frame = 0; frame < frames; frame += 1) {
      const value = gainOf(level) * Math.sin((2 * Math.PI * frequency * (time + frame)) / rate);
      for (let channel = 0; channel < channels; channel += 1) samples[frame * channels + channel] = value;
    }
    time += frames;
    for (let start = 0; start < samples.length; start += piece * channels) {
      meter.add(samples.subarray(start, start + piece * channels));
    }
  }
  return meter.read();
}

describe("the test signals of EBU Tech 3341", () => {
  it.each<[string, Stretch[], number]>([
    ["1", [{ seconds: 20, level: -23 }], -23],
    ["2", [{ seconds: 20, level: -33 }], -33],
    [
      "3",
      [
        { seconds: 10, level: -36 },
        { seconds: 60, level: -23 },
        { seconds: 10, level: -36 },
      ],
      -23,
    ],
    [
      "4",
      [
        { seconds: 10, level: -72 },
        { seconds: 10, level: -36 },
        { seconds: 60, level: -23 },
        { seconds: 10, level: -36 },
        { seconds: 10, level: -72 },
      ],
      -23,
    ],
    [
      "5",
      [
        { seconds: 20, level: -26 },
        { seconds: 20.1, level: -20 },
        { seconds: 20, level: -26 },
      ],
      -23,
    ],
  ])("%s measures as it must", (_name, stretches, loudness) => {
    const { integrated } = measure(stretches);
    expect(Math.abs(integrated - loudness)).toBeLessThan(0.1);
  });

  it("15 to 19 peak between samples as they must", () => {
    // A sine at a quarter of the rate, its samples 45° away from its crests.
    const meter = createLoudnessMeter({ rate: RATE, channels: 2 });
    const samples = Float32Array.from(
      { length: RATE * 2 },
      (_, index) => 0.5 * Math.sin((Math.PI / 2) * Math.floor(index / 2) + Math.PI / 4),
    );
    meter.add(samples);
    const { truePeak, samplePeak } = meter.read();
    expect(samplePeak).toBeCloseTo(-9.03, 1);
    expect(truePeak).toBeGreaterThan(-6.2);
    expect(truePeak).toBeLessThan(-5.8);
  });
});

describe("the test signals of EBU Tech 3342", () => {
  it.each<[Stretch[], number]>([
    [
      [
        { seconds: 20, level: -20 },
        { seconds: 20, level: -30 },
      ],
      10,
    ],
    [
      [
        { seconds: 20, level: -20 },
        { seconds: 20, level: -15 },
      ],
      5,
    ],
    [
      [
        { seconds: 20, level: -40 },
        { seconds: 20, level: -20 },
      ],
      20,
    ],
    [[-50, -35, -20, -35, -50].map((level) => ({ seconds: 20, level })), 15],
  ])("%j range over %s LU", (stretches, range) => {
    expect(Math.abs(measure(stretches).range - range)).toBeLessThan(1);
  });
});

it("hears one channel as two speakers play it, at any sampling rate", () => {
  const tone = [{ seconds: 5, level: -23 }];
  expect(measure(tone, { channels: 1 }).integrated).toBeCloseTo(-23, 1);
  expect(measure(tone, { rate: 44_100 }).integrated).toBeCloseTo(-23, 1);
});

it("does not depend on how the sound is cut into pieces", () => {
  const tone = [{ seconds: 3.3, level: -20 }];
  expect(measure(tone, { piece: 7 })).toEqual(measure(tone, { piece: 100_000 }));
});

it("says of silence, and of nothing, that there is no loudness", () => {
  const silence = measure([{ seconds: 2, level: Number.NEGATIVE_INFINITY }]);
  expect(silence).toMatchObject({
    integrated: Number.NEGATIVE_INFINITY,
    truePeak: Number.NEGATIVE_INFINITY,
    range: 0,
    duration: 2,
  });
  expect(createLoudnessMeter({ rate: RATE, channels: 2 }).read().integrated).toBe(Number.NEGATIVE_INFINITY);
});
