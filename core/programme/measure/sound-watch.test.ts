import fc from "fast-check";
import { expect, it } from "vitest";
import { createSoundWatch } from "./sound-watch.ts";

const RATE = 1_000;

/** What is said in the docstrings, sample by sample. */
function slowly(samples: Float32Array, channels: 1 | 2) {
  const frames = samples.length / channels;
  const level = (frame: number, channel: number): number => Math.abs(samples[frame * channels + channel] ?? 0);
  const all = Array.from({ length: channels }, (_, channel) => channel);
  const silences: { from: number; to: number }[] = [];
  let from: number | undefined;
  const clips: number[] = [];
  const runs = [0, 0];
  for (let frame = 0; frame <= frames; frame += 1) {
    if (frame < frames && all.every((channel) => level(frame, channel) <= 0.001)) from ??= frame;
    else if (from !== undefined) {
      if (frame - from >= RATE / 2) silences.push({ from: from / RATE, to: frame / RATE });
      from = undefined;
    }
    if (frame === frames) break;
    for (const channel of all) runs[channel] = level(frame, channel) >= 0.9999 ? (runs[channel] ?? 0) + 1 : 0;
    if (runs.includes(3)) clips.push(frame / RATE);
  }
  return { silences, clipped: clips.length, firstClip: clips[0] };
}

it("finds the silences and clips that looking at every sample finds, however the sound comes in pieces", () => {
  const stretch = fc.record({
    level: fc.constantFrom(0, 0.0009, 0.3, 0.99, 1, -1),
    frames: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 400, max: 1_200 })),
    oneSide: fc.boolean(),
  });
  const property = fc.property(
    fc.array(stretch, { maxLength: 8 }),
    fc.constantFrom(1 as const, 2 as const),
    fc.integer({ min: 1, max: 1_300 }),
    (stretches, channels, piece) => {
      const samples = Float32Array.from(
        stretches.flatMap(({ level, frames, oneSide }) =>
          Array.from({ length: frames * channels }, (_, index) => (oneSide && index % channels === 1 ? 0.0001 : level)),
        ),
      );
      const watch = createSoundWatch(RATE, channels);
      for (let at = 0; at < samples.length; at += piece * channels) {
        watch.add(samples.subarray(at, at + piece * channels));
      }
      expect(watch.read()).toEqual(slowly(samples, channels));
    },
  );
  fc.assert(property);
});
