/** Holds peaks, also those between samples, below a ceiling: gain goes down before a peak comes and returns gently after it. */

import { createTruePeakDetector, TRUE_PEAK_LAG } from "./true-peak.ts";

export interface LimiterOptions {
  readonly rate: number;
  readonly channels: 1 | 2;
  /** Greatest amplitude, as a factor of full scale. */
  readonly ceiling: number;
  /** Seconds in which the gain goes down, all of them before the peak. */
  readonly lookAhead?: number;
  /** Seconds in which about two thirds of the gain come back. */
  readonly release?: number;
}

export interface Limiter {
  /** Interleaved samples in; as many into `out`, later by `delay` frames. */
  process(samples: Float32Array, out: Float32Array): void;
  /** Frames by which sound comes out later. */
  readonly delay: number;
  /** The smallest factor applied so far: 1 where nothing was too loud. */
  readonly leastGain: () => number;
}

/** What a limiter does where nothing else is asked for. */
export const LOOK_AHEAD = 0.005;
export const RELEASE = 0.12;

const BLOCK = 4_096;
/** A gain this near to 1 is 1. */
const ALL_BACK = 1e-6;

/** A limiter before which there was silence. */
export function createLimiter({
  rate,
  channels,
  ceiling,
  lookAhead = LOOK_AHEAD,
  release = RELEASE,
}: LimiterOptions): Limiter {
  const attack = Math.max(8, Math.round(lookAhead * rate));
  const delay = attack + TRUE_PEAK_LAG;
  const detectors = Array.from({ length: channels }, () => createTruePeakDetector(BLOCK));
  const peaks = new Float32Array(BLOCK);
  const back = 1 - Math.exp(-1 / (release * rate));
  /** The last `delay` frames that came in. */
  const held = new Float32Array(delay * channels);
  const lowest = createSlidingMinimum(attack + 1);
  /** The last `attack + 1` gains, for their mean. */
  const recent = new Float64Array(attack + 1).fill(1);
  let recentAt = 0;
  let recentSum = attack + 1;
  let gain = 1;
  let least = 1;

  /** Factors for the next `count` frames, put in the place of their peaks; false where all of them are 1. */
  const findFactors = (count: number): boolean => {
    let loudest = 0;
    for (let index = 0; index < count; index += 1) loudest = Math.max(loudest, peaks[index] ?? 0);
    if (loudest <= ceiling && gain === 1 && recentSum === attack + 1) return false;
    // In variables of this call: what closures share is kept on the heap, and every change of it would be a new object.
    let [now, sum, at, lowestFactor] = [gain, recentSum, recentAt, least];
    for (let index = 0; index < count; index += 1) {
      const peak = peaks[index] ?? 0;
      const needed = lowest(peak > ceiling ? ceiling / peak : 1);
      if (needed < now) now = needed;
      else {
        now = Math.min(needed, now + (1 - now) * back);
        if (1 - now < ALL_BACK) now = 1;
      }
      sum += now - (recent[at] ?? 1);
      recent[at] = now;
      at = at === attack ? 0 : at + 1;
      // Rounding must not add up over hours.
      if (at === 0) sum = recent.reduce((total, value) => total + value, 0);
      const factor = sum / (attack + 1);
      peaks[index] = factor;
      if (factor < lowestFactor) lowestFactor = factor;
    }
    [gain, recentSum, recentAt, least] = [now, sum, at, lowestFactor];
    return true;
  };

  /** What came in `delay` frames before the samples from `from` to `to`. */
  const copyDelayed = (samples: Float32Array, out: Float32Array, from: number, to: number): void => {
    const early = Math.min(to, held.length);
    if (from < early) out.set(held.subarray(from, early), from);
    if (to > held.length) {
      const begin = Math.max(from, held.length);
      out.set(samples.subarray(begin - held.length, to - held.length), begin);
    }
  };

  return {
    delay,
    leastGain: () => least,
    process(samples, out) {
      const frames = samples.length / channels;
      for (let start = 0; start < frames; start += BLOCK) {
        const count = Math.min(BLOCK, frames - start);
        peaks.fill(0, 0, count);
        for (const [channel, detector] of detectors.entries()) {
          detector.detect(samples, start * channels + channel, channels, count, peaks, ceiling);
        }
        const changed = findFactors(count);
        const first = start * channels;
        copyDelayed(samples, out, first, first + count * channels);
        if (!changed) continue;
        for (let index = 0, at = first; index < count; index += 1) {
          const factor = peaks[index] ?? 1;
          for (let channel = 0; channel < channels; channel += 1, at += 1) out[at] = (out[at] ?? 0) * factor;
        }
      }
      if (frames >= delay) held.set(samples.subarray((frames - delay) * channels));
      else {
        held.copyWithin(0, frames * channels);
        held.set(samples, (delay - frames) * channels);
      }
    },
  };
}

/** Gives for each value the least of it and the `width - 1` values before it. */
function createSlidingMinimum(width: number): (value: number) => number {
  // Values that may still be the least, growing, with the number of the value.
  const values = new Float64Array(width + 1);
  const numbers = new Float64Array(width + 1);
  let first = 0;
  let size = 0;
  let next = 0;
  const place = (index: number): number => (first + index) % (width + 1);
  return (value) => {
    while (size > 0 && (values[place(size - 1)] ?? 0) >= value) size -= 1;
    values[place(size)] = value;
    numbers[place(size)] = next;
    size += 1;
    if ((numbers[first] ?? 0) <= next - width) {
      first = place(1);
      size -= 1;
    }
    next += 1;
    return values[first] ?? value;
  };
}
