/** The lines of a paragraph in columns of one width, filled only as far as somebody asks. */

import { balancedRight } from "./balance-lines.ts";
import { fillLine, type Position } from "./fill-lines.ts";
import { type LaidLine, markerSegments, placeLine } from "./place-line.ts";
import type { PreparedParagraph } from "./prepared-paragraph.ts";
import type { TextCaches } from "./text-caches.ts";

export interface LineSequence {
  /** Undefined beyond the last line; an empty paragraph has one line. */
  line(index: number): LaidLine | undefined;
}

/** Remembered per paragraph: widths, and the places at which it went on in another column. */
const SEQUENCES_KEPT = 16;
/** Between a marker wider than its indent and the text, ems. */
const MARKER_GAP = 0.4;

/** The lines of `paragraph` from `start` on, each `columnWidth` wide. */
export function linesFrom(
  caches: TextCaches,
  paragraph: PreparedParagraph,
  columnWidth: number,
  start: Position,
): LineSequence {
  const key = `${columnWidth} ${start.token} ${start.offset}`;
  const known = paragraph.sequences.get(key);
  if (known) return known;
  const sequence = createSequence(caches, paragraph, columnWidth, start);
  if (paragraph.sequences.size >= SEQUENCES_KEPT) paragraph.sequences.clear();
  paragraph.sequences.set(key, sequence);
  return sequence;
}

function createSequence(
  caches: TextCaches,
  paragraph: PreparedParagraph,
  columnWidth: number,
  start: Position,
): LineSequence {
  const { style } = paragraph.paragraph;
  const lines: LaidLine[] = [];
  const atStart = start.token === 0 && start.offset === 0;
  const right = columnWidth - style.indentEnd;
  const firstLeft = atStart ? leftOfFirstLine(paragraph) : style.indentStart;
  const fillRight = style.balance ? balancedRight(paragraph, start, firstLeft, style.indentStart, right) : right;
  let next: Position | undefined = start;

  return {
    line(index) {
      while (next && lines.length <= index) {
        const isFirst = atStart && lines.length === 0;
        const left = lines.length === 0 ? firstLeft : style.indentStart;
        const filled = fillLine(paragraph, next, left, fillRight);
        const isLast = filled.ending === "paragraph";
        lines.push(placeLine(caches, paragraph, filled, { left, right, columnWidth, isFirst, isLast }));
        next = isLast ? undefined : filled.to;
      }
      return lines[index];
    },
  };
}

/** A marker hangs before the text; one that is too wide for its indent pushes the first line to the right. */
function leftOfFirstLine(paragraph: PreparedParagraph): number {
  const { indentStart, indentFirst } = paragraph.paragraph.style;
  if (!paragraph.marker) return indentStart + indentFirst;
  const last = markerSegments(paragraph, indentStart + Math.min(0, indentFirst)).at(-1);
  if (!last) return indentStart;
  return Math.max(
    indentStart + Math.max(0, indentFirst),
    last.x + last.width + (indentFirst < 0 ? MARKER_GAP / 2 : MARKER_GAP) * last.run.size,
  );
}
