/** A script cut into captions: where its sentences and clauses end, as long as two lines hold and a viewer reads in time. */

import type { BreakKind, ScriptPiece } from "./script-breaks.ts";

/** What a caption may hold. */
export interface CaptionRoom {
  /** Width of a text in average letters. */
  readonly measure: (text: string) => number;
  /** Letters a line holds, and lines. */
  readonly lineWidth: number;
  readonly lines: number;
  /** Most of what is said in one caption, in the unit of `spokenLength`, and what is little. */
  readonly mostSpoken: number;
  readonly leastSpoken: number;
}

/** A caption that has no time yet. */
export interface CaptionPart {
  readonly pieces: readonly ScriptPiece[];
  readonly text: string;
  readonly end: BreakKind;
  readonly spoken: number;
}

const END_COST: Readonly<Record<BreakKind, number>> = { paragraph: 0, sentence: 0, clause: 0.4, word: 1.8 };
/** Of two whole sentences in one caption, and of the end of one with the beginning of another. */
const WHOLE_SENTENCES_COST = 0.5;
const PARTED_SENTENCES_COST = 2;
const SHORT_COST = 1.6;
const LOOSE_COST = 0.4;

/** The best captions for all pieces, in order: each piece is in exactly one. What is too long by itself stays whole. */
export function splitScript(pieces: readonly ScriptPiece[], room: CaptionRoom): readonly CaptionPart[] {
  const widths = pieces.map(({ text }) => room.measure(text.trimEnd()));
  const spaces = pieces.map(({ text }, index) => room.measure(text) - (widths[index] ?? 0));
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to += 1) {
    let found = { cost: Number.POSITIVE_INFINITY, from: to - 1 };
    for (let from = to - 1; from >= 0; from -= 1) {
      if (from < to - 1 && pieces[from]?.end === "paragraph") break;
      const cost = captionCost(pieces, widths, spaces, from, to, room);
      if (!Number.isFinite(cost) && from < to - 1) break;
      const total = (best[from]?.cost ?? 0) + (Number.isFinite(cost) ? cost : TOO_LONG_COST);
      if (total < found.cost) found = { cost: total, from };
    }
    best.push(found);
  }
  const parts: CaptionPart[] = [];
  for (let to = pieces.length; to > 0; ) {
    const from = best[to]?.from ?? to - 1;
    parts.push(partOf(pieces.slice(from, to)));
    to = from;
  }
  return parts.reverse();
}

const endsSentence = (end: BreakKind): boolean => end === "sentence" || end === "paragraph";

const TOO_LONG_COST = 1_000;

/** A caption of these pieces. */
export const partOf = (pieces: readonly ScriptPiece[]): CaptionPart => ({
  pieces,
  text: pieces
    .map(({ text }) => text)
    .join("")
    .trim(),
  end: pieces.at(-1)?.end ?? "paragraph",
  spoken: pieces.reduce((sum, { spoken }) => sum + spoken, 0),
});

/** Infinity where it holds too much. */
function captionCost(
  pieces: readonly ScriptPiece[],
  widths: readonly number[],
  spaces: readonly number[],
  from: number,
  to: number,
  { lineWidth, lines, mostSpoken, leastSpoken }: CaptionRoom,
): number {
  let [line, lineCount, width, spoken, sentences] = [0, 1, 0, 0, 0];
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index];
    const own = widths[index] ?? 0;
    if (line > 0 && line + own > lineWidth) {
      line = 0;
      lineCount += 1;
    }
    if (line + own > lineWidth || lineCount > lines) return Number.POSITIVE_INFINITY;
    line += own + (spaces[index] ?? 0);
    width += own + (spaces[index] ?? 0);
    spoken += piece?.spoken ?? 0;
    if (piece?.end === "sentence" && index < to - 1) sentences += 1;
  }
  if (spoken > mostSpoken) return Number.POSITIVE_INFINITY;
  const last = pieces[to - 1]?.end ?? "paragraph";
  const isWhole = endsSentence(last) && endsSentence(pieces[from - 1]?.end ?? "paragraph");
  const inside = sentences * (isWhole ? WHOLE_SENTENCES_COST : PARTED_SENTENCES_COST);
  const short = Math.max(0, 1 - spoken / leastSpoken) * SHORT_COST;
  const loose = (1 - Math.min(1, width / (lineWidth * lines))) ** 2 * LOOSE_COST;
  return 1 + END_COST[last] + inside + short + loose;
}
