/** Filling lines: the most text that fits, first line first. */

import { clusterOffsets, isSafeCut, penAt, sliceChunk } from "./chunk.ts";
import type { TabStop } from "./paragraph-model.ts";
import type { PreparedParagraph, Token } from "./prepared-paragraph.ts";
import { decimalOffset, nextTabStop, tabbedStart } from "./tab-stops.ts";

/** A place in a paragraph's tokens. */
export interface Position {
  readonly token: number;
  /** UTF-16 offset inside the token. */
  readonly offset: number;
}

export const PARAGRAPH_START: Position = { token: 0, offset: 0 };

/** Which tokens make a line. */
export interface FilledLine {
  readonly from: Position;
  readonly to: Position;
  readonly ending: "wrap" | "forced" | "paragraph";
  /** True where the line ends inside a word that is wider than the line. */
  readonly cutsWord: boolean;
  /** That word, where it begins on this line. */
  readonly cutWord: string | undefined;
}

/** Rounding of sums may not push a word off a line it fits. */
const FIT_TOLERANCE = 0.005;

/** Width of a token from `from` to `to`, points, tracking included. */
export function widthOf(token: Token, from: number, to: number): number {
  const { chunk, run } = token;
  if (!chunk) return 0;
  if ((from > 0 || to < token.length) && isSafeCut(chunk, from) && isSafeCut(chunk, to)) {
    return penAt(chunk, to, run.size, run.tracking) - penAt(chunk, from, run.size, run.tracking);
  }
  const fragment = sliceChunk(chunk, from, to);
  return fragment.width * run.size + fragment.clusterCount * run.tracking;
}

/**
 * The line that begins at `from` and runs from `left` to `right`, both measured from the column's left edge. Spaces at
 * its end hang over.
 */
export function fillLine(paragraph: PreparedParagraph, from: Position, left: number, right: number): FilledLine {
  const { tokens } = paragraph;
  const pen = createPen(left, paragraph.paragraph.style.tabs);
  let latestBreak: Position | undefined;
  const fits = (end: number): boolean => end <= right + FIT_TOLERANCE;
  for (let index = from.token; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const start = index === from.token ? from.offset : 0;
    if (token.kind === "newline") {
      return { from, to: { token: index + 1, offset: 0 }, ending: "forced", cutsWord: false, cutWord: undefined };
    }
    if (token.kind === "space") {
      pen.space(widthOf(token, start, token.length));
      continue;
    }
    if (index > from.token && token.breakBefore) latestBreak = { token: index, offset: 0 };
    if (token.kind === "tab") {
      if (fits(pen.tab()) || index === from.token) continue;
      return { from, to: { token: index, offset: 0 }, ending: "wrap", cutsWord: false, cutWord: undefined };
    }
    const width = widthOf(token, start, token.length);
    if (fits(pen.reach(token, start, width))) {
      const offset = breakOfFitting(token, start, (cut) => fits(pen.reach(token, start, cut)));
      if (offset !== undefined) latestBreak = { token: index, offset };
      pen.text(token, start, width);
      continue;
    }
    const inside = lastFittingBreak(token, start, token.breaks, (cut) => fits(pen.reach(token, start, cut)));
    if (inside !== undefined) return wrapped(from, { token: index, offset: inside });
    if (latestBreak) return wrapped(from, latestBreak);
    return cutWord(paragraph, from, right, left);
  }
  return { from, to: { token: tokens.length, offset: 0 }, ending: "paragraph", cutsWord: false, cutWord: undefined };
}

const wrapped = (from: Position, to: Position): FilledLine => ({
  from,
  to,
  ending: "wrap",
  cutsWord: false,
  cutWord: undefined,
});

/** The furthest of `offsets` after `start` up to which the token fits; widths are checked as they will be shaped. */
function lastFittingBreak(
  token: Token,
  start: number,
  offsets: readonly number[],
  fits: (width: number) => boolean,
): number | undefined {
  const { chunk, run } = token;
  if (!chunk || offsets.length === 0) return undefined;
  const { size, tracking } = run;
  const origin = penAt(chunk, start, size, tracking);
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const offset = offsets[middle] ?? 0;
    if (offset <= start || fits(penAt(chunk, offset, size, tracking) - origin)) low = middle + 1;
    else high = middle;
  }
  for (let index = Math.min(low, offsets.length - 1); index >= 0; index -= 1) {
    const offset = offsets[index] ?? 0;
    if (offset <= start) return undefined;
    if (fits(widthOf(token, start, offset) + hyphenWidth(token, offset))) return offset;
  }
  return undefined;
}

/** The last break inside a token that fits its line whole; only a soft hyphen's may be too wide. */
function breakOfFitting(token: Token, start: number, fits: (width: number) => boolean): number | undefined {
  const last = token.breaks.at(-1);
  if (last === undefined || last <= start) return undefined;
  return endsSoftly(token, last) ? lastFittingBreak(token, start, token.breaks, fits) : last;
}

const SOFT_HYPHEN = 0xad;

/** True where a line that ends at `offset` shows a hyphen the text only allows. */
export const endsSoftly = (token: Token, offset: number): boolean =>
  offset > 0 && token.chunk?.text.charCodeAt(offset - 1) === SOFT_HYPHEN;

/** Width of the hyphen a line shows if it ends at `offset`. */
function hyphenWidth(token: Token, offset: number): number {
  if (!endsSoftly(token, offset)) return 0;
  const { context, size, tracking } = token.run;
  return context.softHyphen().width * size + tracking;
}

/** Nothing of the line's first word fits as a whole: as many clusters as do, at least one. */
function cutWord(paragraph: PreparedParagraph, from: Position, right: number, left: number): FilledLine {
  const { tokens } = paragraph;
  const pen = createPen(left, paragraph.paragraph.style.tabs);
  let text = "";
  let to: Position | undefined;
  let index = from.token;
  for (; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const start = index === from.token ? from.offset : 0;
    const isNewWord = token.breakBefore && text !== "";
    if (token.kind === "newline" || isNewWord || (token.kind !== "text" && text !== "")) break;
    if (token.kind === "tab") pen.tab();
    if (token.kind === "space") pen.space(widthOf(token, start, token.length));
    if (token.kind !== "text" || !token.chunk) continue;
    const nextBreak = token.breaks.find((offset) => offset > start);
    text += token.chunk.text.slice(start, nextBreak);
    if (!to) {
      const width = widthOf(token, start, token.length);
      if (pen.reach(token, start, width) <= right + FIT_TOLERANCE) {
        pen.text(token, start, width);
      } else {
        const offsets = clusterOffsets(token.chunk);
        const fitting = lastFittingBreak(
          token,
          start,
          offsets,
          (cut) => pen.reach(token, start, cut) <= right + FIT_TOLERANCE,
        );
        const isFirst = index === from.token || tokens[index - 1]?.kind !== "text";
        const least = isFirst ? (offsets.find((offset) => offset > start) ?? token.length) : 0;
        const offset = fitting ?? least;
        to = offset >= token.length ? afterSpaces(tokens, index + 1) : { token: index, offset };
      }
    }
    if (nextBreak !== undefined) break;
  }
  return {
    from,
    to: to ?? { token: index, offset: 0 },
    ending: "wrap",
    cutsWord: true,
    cutWord: beginsWord(tokens, from) ? text : undefined,
  };
}

/** False where a line goes on with a word the line before it cut. */
function beginsWord(tokens: readonly Token[], { token, offset }: Position): boolean {
  const first = tokens[token];
  if (offset > 0) return first?.breaks.includes(offset) ?? true;
  return first?.kind !== "text" || first.breakBefore || tokens[token - 1]?.kind !== "text";
}

/** Spaces after a cut hang at the end of its line rather than begin the next. */
function afterSpaces(tokens: readonly Token[], from: number): Position {
  let token = from;
  while (tokens[token]?.kind === "space") token += 1;
  return { token, offset: 0 };
}

/** Follows the right end of a line's text while tokens are added, tabs included. */
interface Pen {
  space(width: number): void;
  /** Moves to the next stop and tells where it is. */
  tab(): number;
  /** Where the line would end with this text added. */
  reach(token: Token, start: number, width: number): number;
  text(token: Token, start: number, width: number): void;
}

function createPen(left: number, tabs: readonly TabStop[]): Pen {
  let stop: TabStop | undefined;
  /** Where the text since the latest tab would begin if its stop did not pull it to the left. */
  let cellX = left;
  /** Width of the text since the latest tab, spaces at its end included. */
  let cell = 0;
  let decimal = -1;

  const startOfCell = (width: number, decimalAt: number): number =>
    stop ? tabbedStart(stop, cellX, width, decimalAt < 0 ? width : decimalAt) : cellX;

  const decimalOf = (token: Token, start: number): number => {
    if (decimal >= 0 || stop?.align !== "decimal" || !token.chunk) return decimal;
    const at = decimalOffset(token.chunk.text, token.run.language);
    return at < start ? -1 : cell + widthOf(token, start, at);
  };

  return {
    space(width) {
      cell += width;
    },
    tab() {
      const x = startOfCell(cell, decimal) + cell;
      stop = nextTabStop(tabs, x);
      cellX = x;
      cell = 0;
      decimal = -1;
      return stop.position;
    },
    reach(token, start, width) {
      const whole = cell + width;
      return startOfCell(whole, decimalOf(token, start)) + whole;
    },
    text(token, start, width) {
      decimal = decimalOf(token, start);
      cell += width;
    },
  };
}
