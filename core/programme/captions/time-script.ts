/** A script that is read out → captions with their times. */

import type { Cue } from "../../document/schema/programme.ts";
import type { Language } from "../../script/language.ts";
import { alignCaptions } from "./align-captions.ts";
import { createSpeechClock, type Narration, type Stretch } from "./narration.ts";
import { scriptPieces } from "./script-breaks.ts";
import { type CaptionPart, type CaptionRoom, partOf, splitScript } from "./split-script.ts";

/** Seconds a caption stays at most and at least, as broadcasters have it. */
export const LONGEST_CAPTION = 7;
const SHORTEST_CAPTION = 1.2;
/** Aimed at: pauses within a caption make it longer than its words. */
const MOST_SPOKEN_SECONDS = 5.5;
/** Characters a line, and lines. */
export const LINE_WIDTH = 42;
export const CAPTION_LINES = 2;
/** How often captions that came out too long are parted. */
const ROUNDS = 8;

export interface CaptionText {
  readonly language: Pick<Language, "tag" | "script" | "breaking">;
  /** Width of a text in average letters. */
  readonly measure: (text: string) => number;
}

/**
 * Captions of a script, in order, without overlap, each letter of the script in one of them. They begin when speech does and end with it; ends
 * of sentences and clauses fall into pauses. None for a script without words.
 */
export function timeScript(script: string, narration: Narration, text: CaptionText): readonly Cue[] {
  const pieces = scriptPieces(script, text.language);
  const spoken = pieces.reduce((sum, piece) => sum + piece.spoken, 0);
  if (spoken === 0) return [];
  const perSecond = spoken / createSpeechClock(narration.speech).total;
  let parts = splitScript(pieces, captionRoom(text, perSecond));
  let times = alignCaptions(parts, narration);
  for (let round = 0; round < ROUNDS; round += 1) {
    const halved = parts.flatMap((part, index) => (lengthOf(times[index]) > LONGEST_CAPTION ? halves(part) : [part]));
    if (halved.length === parts.length) break;
    parts = halved;
    times = alignCaptions(parts, narration);
  }
  return toCues(parts, times);
}

/** What a caption holds where so much is said in a second. */
export const captionRoom = ({ measure }: Pick<CaptionText, "measure">, perSecond: number): CaptionRoom => ({
  measure,
  lineWidth: LINE_WIDTH,
  lines: CAPTION_LINES,
  mostSpoken: perSecond * MOST_SPOKEN_SECONDS,
  leastSpoken: perSecond * SHORTEST_CAPTION,
});

const lengthOf = (time: Stretch | undefined): number => (time ? time.to - time.from : 0);

/** A caption in two, parted where it is said about half; as it is where it has one piece only. */
export function halves(part: CaptionPart): readonly CaptionPart[] {
  const { pieces, spoken } = part;
  if (pieces.length < 2) return [part];
  const penalty = { paragraph: 0, sentence: 0, clause: 0.1, word: 0.25 } as const;
  let [said, best, at] = [0, Number.POSITIVE_INFINITY, 1];
  for (const [index, piece] of pieces.slice(0, -1).entries()) {
    said += piece.spoken;
    const cost = Math.abs(said / spoken - 0.5) + penalty[piece.end];
    if (cost < best) [best, at] = [cost, index + 1];
  }
  return [partOf(pieces.slice(0, at)), partOf(pieces.slice(at))];
}

/** Times to the thousandth. Where there is no room for all captions, they share what there is. */
export function toCues(parts: readonly CaptionPart[], times: readonly Stretch[]): readonly Cue[] {
  const cues = parts.flatMap(({ text }, index): Cue[] => {
    const time = times[index];
    return time ? [{ from: rounded(time.from), to: rounded(time.to), text }] : [];
  });
  if (cues.every(({ from, to }) => to - from >= LEAST_SECONDS)) return cues;
  const [begin, end] = [times[0]?.from ?? 0, times.at(-1)?.to ?? 0];
  const each = Math.max(LEAST_SECONDS, (end - begin) / cues.length);
  return cues.map(({ text }, index) => ({
    from: rounded(begin + index * each),
    to: rounded(begin + (index + 1) * each),
    text,
  }));
}

const LEAST_SECONDS = 0.04;
const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
