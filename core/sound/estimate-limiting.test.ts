import { expect, it } from "vitest";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { gainOf } from "./decibels.ts";
import { estimateLimited } from "./estimate-limiting.ts";
import { createLimiter, LOOK_AHEAD } from "./limiter.ts";
import { createLoudnessMeter, loudnessOfSteps, PER_SECOND } from "./loudness-meter.ts";

const RATE = 48_000;
const GRAIN = RATE * LOOK_AHEAD;
const GRAINS_PER_STEP = RATE / PER_SECOND / GRAIN;

/** Ten seconds of syllables of noise, some of them with sharp peaks. */
function syllables(): Float32Array {
  const random = seededRandom(7);
  const sound = new Float32Array(10 * RATE);
  let soft = 0;
  for (let at = 0; at < sound.length; ) {
    const [length, loud, sharp] = [RATE * (0.05 + 0.2 * random()), random() ** 2, random() < 0.3 ? 4 : 1];
    for (const end = Math.min(sound.length, at + length); at < end; at += 1) {
      soft += 0.15 * (random() * 2 - 1 - soft);
      sound[at] = soft * loud * (random() < 0.002 ? sharp : 1);
    }
  }
  return sound;
}

function grained(sound: Float32Array) {
  const meter = createLoudnessMeter({ rate: RATE, channels: 1, peaks: false, grainsPerStep: GRAINS_PER_STEP });
  meter.add(sound);
  const peaks = Array.from({ length: sound.length / GRAIN }, (_, grain) =>
    sound.subarray(grain * GRAIN, (grain + 1) * GRAIN).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  );
  return { grains: meter.grains(), peaks, seconds: LOOK_AHEAD };
}

/** Loudness of grains, as of the steps they make. */
function loudnessOfGrains(grains: Float64Array): number {
  const steps = Array.from({ length: grains.length / GRAINS_PER_STEP }, (_, step) => {
    const part = grains.subarray(step * GRAINS_PER_STEP, (step + 1) * GRAINS_PER_STEP);
    return part.reduce((sum, one) => sum + one, 0) / GRAINS_PER_STEP;
  });
  return loudnessOfSteps(steps);
}

it("is what a meter hears behind the limiter, from nothing held down to many decibels", () => {
  const sound = syllables();
  const seen = grained(sound);
  const ceiling = gainOf(-2);
  const taken = [-12, 12, 20, 26].map((gain) => {
    const limiter = createLimiter({ rate: RATE, channels: 1, ceiling });
    const raised = new Float32Array(sound.length + limiter.delay);
    raised.set(sound.map((sample) => sample * gainOf(gain)));
    const out = new Float32Array(raised.length);
    limiter.process(raised, out);
    const meter = createLoudnessMeter({ rate: RATE, channels: 1, peaks: false });
    meter.add(out.subarray(limiter.delay));
    const heard = meter.read().integrated;
    const told = loudnessOfGrains(estimateLimited(seen, gainOf(gain), ceiling));
    const unlimited = loudnessOfGrains(estimateLimited(seen, gainOf(gain), 100));
    expect(Math.abs(told - heard)).toBeLessThan(Math.max(0.03, (unlimited - heard) * 0.1));
    return unlimited - heard;
  });
  expect(taken[0]).toBeCloseTo(0, 2);
  expect(taken[3]).toBeGreaterThan(3);
});
