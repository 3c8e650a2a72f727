/** When somebody speaks in a narration, looked at closely enough to find the breath between two phrases. */

import { LEVELS_PER_SECOND, speechSpans } from "../sound/speech-spans.ts";

/** Seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Narration {
  readonly duration: number;
  /** Where somebody speaks, in order and apart; all of it where nothing can be told. */
  readonly speech: readonly Stretch[];
}

/** Shorter breaks in the sound are stops within words, in levels. */
const SHORTEST_PAUSE = 0.16 * LEVELS_PER_SECOND;
/** Quieter than the loud syllables by this many decibels is a pause; ends of words die away slowly. */
const PAUSE_DEPTH = 26;
const LEAST_SOUND = 0.05 * LEVELS_PER_SECOND;

/** `levels` are RMS levels in dBFS, `LEVELS_PER_SECOND` of them a second. */
export function readNarration(levels: ArrayLike<number>): Narration {
  const duration = levels.length / LEVELS_PER_SECOND;
  const seconds = (level: number): number => level / LEVELS_PER_SECOND;
  // What is no speech at all, such as music before it, is left to the coarse look.
  const coarse = speechSpans(levels);
  const speech = coarse.flatMap(({ from, to }) =>
    loudParts(levels, from, to).map((one) => ({ from: seconds(one.from), to: seconds(one.to) })),
  );
  return { duration, speech: speech.length > 0 ? speech : [{ from: 0, to: Math.max(duration, 0.01) }] };
}

function loudParts(levels: ArrayLike<number>, from: number, to: number): readonly Stretch[] {
  const own = Array.from({ length: to - from }, (_, index) => levels[from + index] ?? Number.NEGATIVE_INFINITY);
  const loud = own.toSorted((a, b) => a - b)[Math.floor(own.length * 0.9)] ?? 0;
  const parts: { from: number; to: number }[] = [];
  for (const [index, level] of own.entries()) {
    if (level < loud - PAUSE_DEPTH) continue;
    const at = from + index;
    const last = parts.at(-1);
    if (last && at - last.to < SHORTEST_PAUSE) last.to = at + 1;
    else parts.push({ from: at, to: at + 1 });
  }
  const kept = parts.filter((part) => part.to - part.from >= LEAST_SOUND);
  return kept.length > 0 ? kept : [{ from, to }];
}

/** Time counted in speech alone: how much has been said at a moment, and the moment at which so much has been said. */
export interface SpeechClock {
  readonly total: number;
  spokenAt(time: number): number;
  /** Where it falls between two stretches, the end of the first. */
  timeAt(spoken: number): number;
}

export function createSpeechClock(speech: readonly Stretch[]): SpeechClock {
  const starts: number[] = [];
  let total = 0;
  for (const { from, to } of speech) {
    starts.push(total);
    total += to - from;
  }
  return {
    total,
    spokenAt(time) {
      let spoken = 0;
      for (const { from, to } of speech) spoken += Math.max(0, Math.min(time, to) - from);
      return spoken;
    },
    timeAt(spoken) {
      const index = Math.max(
        0,
        starts.findLastIndex((start) => start < spoken),
      );
      const stretch = speech[index];
      return stretch ? Math.min(stretch.to, stretch.from + spoken - (starts[index] ?? 0)) : 0;
    },
  };
}
