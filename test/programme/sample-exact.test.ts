import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Treatment } from "../../core/programme/sound/score.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { mixScore } from "../../host/media/sound/mix-score.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeSound } from "./support/make-media.ts";

const RATE = 48_000;
/** A click each whole second, and a soft tone to keep coders busy. */
const CLICKS = "aevalsrc='0.02*sin(2*PI*300*t)+0.8*lt(mod(t,1),0.0005)*gte(t,0.5)':s=48000:d=6";

async function mix(path: string, from: number, at: number, treatment: Treatment = "none"): Promise<Float32Array> {
  const media = await probeMedia(path);
  const piece = { source: "it", at, from, length: 2 * RATE, gain: 0, fadeIn: 0, fadeOut: 0 };
  const length = at + 2 * RATE;
  const score = { length, tracks: [{ id: "t", gain: 0, treatment, automation: [], pieces: [piece] }] };
  const out = new Float32Array(length * 2);
  let filled = 0;
  for await (const block of mixScore(score, new Map([["it", media]]), {
    onProblem: (problem) => expect(problem).toBeUndefined(),
  })) {
    out.set(block, filled);
    filled += block.length;
  }
  expect(filled).toBe(out.length);
  return out;
}

/** The frame at which the loudest sample of the left channel stands. */
function loudestFrame(samples: Float32Array): number {
  let best = 0;
  for (let frame = 0; frame < samples.length / 2; frame += 1) {
    if (Math.abs(samples[frame * 2] ?? 0) > Math.abs(samples[best * 2] ?? 0)) best = frame;
  }
  return best;
}

const files: readonly [name: string, args: readonly string[], tolerance: number][] = [
  ["wav", [], 24],
  ["flac", [], 24],
  ["mp3", ["-b:a", "192k"], 48],
  ["m4a", ["-c:a", "aac", "-b:a", "192k"], 48],
  ["ogg", ["-c:a", "libvorbis"], 48],
  ["mkv", ["-c:a", "libopus", "-b:a", "128k"], 48],
];

describe("a click in the middle of a source", () => {
  it.each(files)(
    "in .%s stands where the score puts it, read from its place and from the beginning alike",
    async (ending, args, tolerance) => {
      const path = makeSound(join(temporaryFolder(), `gõ.${ending}`), CLICKS, args);
      // The click of second 4, two seconds played from second 3.25 on, placed at 12,345 frames.
      const expected = 12_345 + 0.75 * RATE + 10;
      const samples = await mix(path, 3.25 * RATE, 12_345);
      expect(Math.abs(loudestFrame(samples.subarray(0, (12_345 + RATE) * 2)) - expected)).toBeLessThanOrEqual(
        tolerance,
      );
      const whole = await mix(path, 0, 0);
      expect(Math.abs(loudestFrame(whole.subarray(0, 1.5 * RATE * 2)) - (RATE + 10))).toBeLessThanOrEqual(tolerance);
    },
  );

  it.each(["gentle", "strong"] as const)("is not moved by the %s clean-up", async (treatment) => {
    const path = makeSound(join(temporaryFolder(), "gõ.wav"), CLICKS);
    const samples = await mix(path, 3.25 * RATE, 0, treatment);
    expect(Math.abs(loudestFrame(samples.subarray(0, RATE * 2)) - (0.75 * RATE + 10))).toBeLessThanOrEqual(RATE / 100);
  });
});
