import { joinSpans, type Span } from "./ducking.ts";

/** Levels a source is looked at by: this many a second. */
export const LEVELS_PER_SECOND = 100;

/** Speech is what stands no further below the loud syllables than this, in decibels. */
const BELOW_LOUD = 24;
/** Nothing below is taken for speech, in dBFS. */
const LEAST_LEVEL = -52;
/** Shorter gaps are between words, shorter sounds are clicks; in levels. */
const WORD_GAP = 0.6 * LEVELS_PER_SECOND;
const LEAST_SOUND = 0.08 * LEVELS_PER_SECOND;

/**
 * Where somebody speaks, in levels from the beginning. `levels` is the RMS level of every hundredth of a second in dBFS; loud syllables are
 * what is louder than nineteen twentieths.
 */
export function speechSpans(levels: ArrayLike<number>): readonly Span[] {
  const sorted = Array.from(levels).sort((a, b) => a - b);
  const loud = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NEGATIVE_INFINITY;
  const threshold = Math.max(LEAST_LEVEL, loud - BELOW_LOUD);
  const spans: Span[] = [];
  let from: number | undefined;
  for (let index = 0; index <= levels.length; index += 1) {
    const heard = (levels[index] ?? Number.NEGATIVE_INFINITY) > threshold;
    if (heard) from ??= index;
    else if (from !== undefined) {
      if (index - from >= LEAST_SOUND) spans.push({ from, to: index });
      from = undefined;
    }
  }
  return joinSpans(spans, WORD_GAP);
}
