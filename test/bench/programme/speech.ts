/** Sound that is to coders, meters and limiters what somebody reading news is: voiced syllables, hisses, breaths between phrases, and a room. */

import { seededRandom } from "../../support/seeded-random.ts";

const TWO_PI = 2 * Math.PI;
/** First three formants of five vowels, in Hz. */
const VOWELS = [
  [800, 1_200, 2_500],
  [500, 1_900, 2_600],
  [300, 2_300, 3_000],
  [450, 800, 2_600],
  [320, 700, 2_500],
] as const;
const SILENT = [0, 0, 0] as const;
const BANDWIDTHS = [90, 110, 170] as const;

/** Mono samples at `rate`, peaks near half of full scale. The same for the same seed. */
export function speech(seconds: number, rate: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const out = new Float32Array(Math.round(seconds * rate));
  const pitch = 95 + 110 * random();
  const state = new Float64Array(6);
  // Hisses of a voice reach to about 8 kHz.
  const dull = 1 - Math.exp((-TWO_PI * 6_000) / rate);
  let [soft, softer] = [0, 0];
  let phase = 0;
  let at = 0;
  while (at < out.length) {
    const syllables = 5 + Math.floor(random() * 12);
    for (let syllable = 0; syllable < syllables && at < out.length; syllable += 1) {
      const length = Math.round(rate * (0.13 + 0.12 * random()));
      const formants = VOWELS[Math.floor(random() * VOWELS.length)] ?? VOWELS[0];
      const resonators = formants.map((frequency, index) => {
        const radius = Math.exp((-Math.PI * (BANDWIDTHS[index] ?? 100)) / rate);
        return [2 * radius * Math.cos((TWO_PI * frequency) / rate), -radius * radius, 1 - radius] as const;
      });
      const hiss = random() < 0.45 ? Math.round(length * 0.35) : 0;
      const loud = 0.4 + 0.6 * random();
      const tone = pitch * (0.85 + 0.35 * random());
      for (let index = 0; index < length && at < out.length; index += 1, at += 1) {
        const part = index / length;
        const noise = random() * 2 - 1;
        soft += dull * (noise - soft);
        softer += dull * (soft - softer);
        phase += (tone * (1 + 0.08 * Math.sin(Math.PI * part))) / rate;
        const pulse = phase >= 1 ? 1 : 0;
        phase -= pulse;
        const source = pulse * 9 + noise * 0.05;
        let voiced = 0;
        for (let number = 0; number < resonators.length; number += 1) {
          const [a, b, gain] = resonators[number] ?? SILENT;
          const y = source * gain + a * (state[number * 2] ?? 0) + b * (state[number * 2 + 1] ?? 0);
          state[number * 2 + 1] = state[number * 2] ?? 0;
          state[number * 2] = y;
          voiced += y / (1 + number);
        }
        const swell = Math.sin(Math.PI * Math.min(1, part * 1.15)) ** 0.7 || 0;
        out[at] = 0.45 * loud * (index < hiss ? softer * 0.3 : voiced * swell * 0.8) + soft * 0.001;
      }
    }
    for (let left = Math.round(rate * (0.25 + 0.6 * random())); left > 0 && at < out.length; left -= 1, at += 1) {
      soft += dull * (random() * 2 - 1 - soft);
      out[at] = soft * 0.001;
    }
  }
  return out;
}
