/** Rules that keep lines and paragraphs together: orphans, widows, keep together, keep with next. */

import type { LineSequence } from "./line-sequence.ts";
import type { ParagraphStyle } from "./paragraph-model.ts";
import type { LaidLine } from "./place-line.ts";

/** Rounding of sums may not push a line out of a column it fits, points. */
export const FIT_HEIGHT_TOLERANCE = 0.01;

/** What a column has left for a paragraph. */
export interface Room {
  readonly height: number;
  /** Height of the whole column. */
  readonly full: number;
  /** True where nothing is in the column yet. */
  readonly atTop: boolean;
}

export interface LinePlan {
  /** Lines to set in this column; 0 moves on to the next. */
  readonly count: number;
  /** True where these are all that are left. */
  readonly ends: boolean;
}

const heightOf = (line: LaidLine, atTop: boolean): number => (atTop ? line.ascentAtTop : line.ascent) + line.descent;

/** How many lines of what is left of a paragraph go into the room; `whole` where that is all of it. */
export function linesToPlace(sequence: LineSequence, style: ParagraphStyle, room: Room, whole: boolean): LinePlan {
  const fitting = countFitting(sequence, room);
  if (!sequence.line(fitting)) return { count: fitting, ends: true };
  if (style.keepTogether && whole && !room.atTop) return { count: 0, ends: false };
  let count = fitting;
  // Lines that would be left over for the next column must not be fewer than the widows asked for.
  let rest = 0;
  while (rest < style.widows && sequence.line(fitting + rest)) rest += 1;
  if (rest < style.widows) count -= style.widows - rest;
  if (whole && count < style.orphans) count = 0;
  if (count > 0) return { count, ends: false };
  // At the top of a column the rules cannot be kept: better a lonely line than none.
  return { count: room.atTop ? fitting : 0, ends: false };
}

function countFitting(sequence: LineSequence, room: Room): number {
  let used = 0;
  for (let count = 0; ; count += 1) {
    const line = sequence.line(count);
    if (!line) return count;
    used += heightOf(line, room.atTop && count === 0);
    if (used > room.height + FIT_HEIGHT_TOLERANCE) return count;
  }
}

/** A paragraph as far as keeping is concerned. */
export interface KeptParagraph {
  readonly style: ParagraphStyle;
  readonly sequence: LineSequence;
}

/**
 * Whether a paragraph kept with those after it should begin in the next column, because its chain and the first lines
 * after the chain do not fit here; `until` is the first paragraph not covered by the answer. A chain longer than a
 * column cannot be kept and stays.
 */
export function needsNextColumn(
  index: number,
  paragraphCount: number,
  sequence: LineSequence,
  room: Room,
  paragraphAt: (index: number) => KeptParagraph,
): { readonly moves: boolean; readonly until: number } {
  let current: KeptParagraph = { ...paragraphAt(index), sequence };
  if (!current.style.keepWithNext) return { moves: false, until: index + 1 };
  let used = 0;
  let next = index;
  for (;;) {
    used += wholeHeight(current.sequence, room.full - used);
    if (used > room.full) return { moves: false, until: next + 1 };
    next += 1;
    if (!current.style.keepWithNext || next >= paragraphCount) break;
    const following = paragraphAt(next);
    if (following.style.breakBefore !== "none") break;
    used += current.style.spaceAfter + following.style.spaceBefore;
    if (!following.style.keepWithNext) {
      used += firstLines(following);
      break;
    }
    current = following;
  }
  return { moves: used > room.height + FIT_HEIGHT_TOLERANCE && used <= room.full + FIT_HEIGHT_TOLERANCE, until: next };
}

/** Height of all lines; adding stops once it exceeds `limit`. */
function wholeHeight(sequence: LineSequence, limit: number): number {
  let height = 0;
  for (let count = 0; height <= limit; count += 1) {
    const line = sequence.line(count);
    if (!line) break;
    height += heightOf(line, false);
  }
  return height;
}

/** The least of a paragraph that may stand at the foot of a column: all of it where dividing would break a rule. */
function firstLines({ style, sequence }: KeptParagraph): number {
  const orphans = Math.max(1, style.orphans);
  const divides = !style.keepTogether && sequence.line(orphans + Math.max(1, style.widows) - 1) !== undefined;
  let height = 0;
  for (let count = 0; !divides || count < orphans; count += 1) {
    const line = sequence.line(count);
    if (!line) break;
    height += heightOf(line, false);
  }
  return height;
}
