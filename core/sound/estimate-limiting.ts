/** What a limiter takes away, told from a rough look at the sound: in a hundredth of the time it takes to limit it. */

import { RELEASE } from "./limiter.ts";

export interface GrainedSound {
  /** Mean square, weighted as a loudness meter does, and greatest sample of grains as long as the limiter looks ahead. */
  readonly grains: ArrayLike<number>;
  readonly peaks: ArrayLike<number>;
  /** Seconds of a grain. */
  readonly seconds: number;
}

/**
 * Mean squares of the grains at a gain and behind a limiter, both as factors. Near to what `createLimiter` does: within a grain peaks are
 * taken to stand anywhere, and those between samples are not seen.
 */
export function estimateLimited(
  { grains, peaks, seconds }: GrainedSound,
  factor: number,
  ceiling: number,
): Float64Array {
  const limited = new Float64Array(grains.length);
  const back = 1 - Math.exp(-seconds / RELEASE);
  const allowed = ceiling / factor;
  const after = (index: number, gain: number): number => {
    const peak = Math.max(peaks[index] ?? 0, peaks[index - 1] ?? 0);
    const needed = peak > allowed ? allowed / peak : 1;
    return Math.min(needed, gain + (1 - gain) * back);
  };
  let gain = after(0, 1);
  for (let index = 0; index < limited.length; index += 1) {
    const next = after(index + 1, gain);
    // Gain goes evenly over from one grain to the next.
    const held = ((gain + next) / 2) * factor;
    limited[index] = (grains[index] ?? 0) * held * held;
    gain = next;
  }
  return limited;
}
