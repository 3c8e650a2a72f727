/** Lines of nearly equal length: headings. */

import { fillLine, type Position } from "./fill-lines.ts";
import type { PreparedParagraph } from "./prepared-paragraph.ts";

/** Longer paragraphs are not headings; balancing them would only cost time. */
const MOST_LINES = 12;
/** Points within which the narrowest width is found. */
const PRECISION = 0.25;

/** The narrowest right edge that needs no more lines than `right` does, no word cut for it. */
export function balancedRight(
  paragraph: PreparedParagraph,
  start: Position,
  firstLeft: number,
  left: number,
  right: number,
): number {
  if (right === Infinity) return right;
  const most = countLines(paragraph, start, firstLeft, left, right, MOST_LINES);
  if (most === undefined || most < 2) return right;
  let narrow = Math.min(firstLeft, left);
  let wide = right;
  while (wide - narrow > PRECISION) {
    const middle = (narrow + wide) / 2;
    if (countLines(paragraph, start, firstLeft, left, middle, most) === undefined) narrow = middle;
    else wide = middle;
  }
  return wide;
}

/** Undefined where the lines are more than `most` or a word had to be cut. */
function countLines(
  paragraph: PreparedParagraph,
  start: Position,
  firstLeft: number,
  left: number,
  right: number,
  most: number,
): number | undefined {
  let position = start;
  for (let count = 1; count <= most; count += 1) {
    const line = fillLine(paragraph, position, count === 1 ? firstLeft : left, right);
    if (line.cutsWord) return undefined;
    if (line.ending === "paragraph") return count;
    position = line.to;
  }
  return undefined;
}
