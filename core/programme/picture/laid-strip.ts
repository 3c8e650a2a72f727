/** Lines of a text as a strip that runs: one after the other for a crawl, one below the other for credits. */

import type { DisplayItem, PlacedGroup, PlacedPage, WrittenText } from "../../layout/display-list.ts";
import type { FlowedLine } from "../../text/flow-model.ts";
import { type Rect, translation } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";

/** A part of a strip, and where along it what is painted of it may lie. */
export interface StripPart {
  readonly from: number;
  readonly to: number;
  readonly item: DisplayItem;
}

/** Points. Along its way a strip is measured from its own beginning, across it as the page is. */
export interface Strip {
  readonly axis: "x" | "y";
  readonly window: Rect;
  readonly length: number;
  /** Where a strip that goes round begins again, from its beginning. */
  readonly period: number;
  /** From its beginning to the middle of its last lines. */
  readonly lastMiddle: number;
  readonly parts: readonly StripPart[];
}

/** Ids of the two frames laid out for it. */
export const STRIP_TEXT = "text";
export const STRIP_SEPARATOR = "separator";

/** A line with its top left corner, in points from the corner of its frame. */
interface Line {
  readonly flowed: FlowedLine;
  readonly y: number;
}

/** The lines of the text frame, and what was laid out beside it. */
export interface LaidText {
  readonly lines: readonly Line[];
  readonly written: WrittenText | undefined;
  readonly separator: PlacedGroup | undefined;
}

export function laidText(page: PlacedPage | undefined): LaidText {
  const groups = (page?.items ?? []).filter((item) => item.kind === "group");
  const written = groups.flatMap(writtenIn).at(0);
  const lines = (written?.columns ?? []).flatMap(({ lines, shift, spread }) =>
    lines.map((flowed, index) => ({ flowed, y: shift + index * spread })),
  );
  return { lines, written, separator: groups.find(({ frame }) => frame === STRIP_SEPARATOR) };
}

const writtenIn = ({ written, items }: PlacedGroup): readonly WrittenText[] =>
  written ? [written] : items.flatMap((item) => (item.kind === "group" ? writtenIn(item) : []));

const moved = (items: readonly DisplayItem[], x: number, y: number): DisplayItem => ({
  kind: "group",
  transform: translation(x, y),
  items,
});

/** Letters may reach out of their line by this part of its height: tall marks, and what hangs below. */
const REACH = 0.6;
/** Room between items without a separator, and around one without a gap of its own, as a part of the line's height. */
const GAP = 0.6;

/** Paragraphs as items of one line through the middle of `window`. */
export function crawlStrip(
  { lines, separator }: LaidText,
  window: Rect,
  sign: { readonly width: number; readonly height: number; readonly gap?: number | undefined } | undefined,
): Strip {
  const shown = lines.filter(({ flowed }) => flowed.text.trim() !== "");
  const height = Math.max(0, ...shown.map(({ flowed }) => flowed.lineHeight));
  const ascent = Math.max(0, ...shown.map(({ flowed }) => flowed.ascent));
  const top = window.y + (window.height - height) / 2;
  const gap = sign?.gap === undefined ? height * GAP : mmToPt(sign.gap);
  const between = sign && separator ? 2 * gap + mmToPt(sign.width) : 2 * gap;
  const parts: StripPart[] = [];
  let x = 0;
  const separate = (): void => {
    if (sign && separator) {
      const y = window.y + (window.height - mmToPt(sign.height)) / 2;
      parts.push({ from: x + gap, to: x + gap + mmToPt(sign.width), item: moved([separator], x + gap, y) });
    }
    x += between;
  };
  for (const [index, { flowed }] of shown.entries()) {
    const before = shown[index - 1]?.flowed;
    if (before && before.paragraph !== flowed.paragraph) separate();
    // A line too long for layout goes on where it was divided: at a space.
    else if (before) x += height * 0.25;
    const reach = flowed.lineHeight * REACH;
    const item = moved(flowed.items, x - flowed.x, top + ascent - flowed.baseline);
    parts.push({ from: x - reach, to: x + flowed.width + reach, item });
    x += flowed.width;
  }
  const length = x;
  separate();
  return { axis: "x", window, length, period: x, lastMiddle: length, parts };
}

/** Lines as they stand below each other, `left` being where their frame begins on the page. */
export function rollStrip({ lines }: LaidText, window: Rect): Strip {
  const end = bottomOf(lines.at(-1));
  const last = lastTogether(lines);
  return {
    axis: "y",
    window,
    length: end,
    period: end,
    lastMiddle: (topOf(last[0]) + bottomOf(last.at(-1))) / 2,
    parts: lines.map((line) => ({
      from: topOf(line) - line.flowed.lineHeight * REACH,
      to: bottomOf(line) + line.flowed.lineHeight * REACH,
      item: moved(line.flowed.items, window.x, line.y),
    })),
  };
}

const topOf = (line: Line | undefined): number => (line ? line.y + line.flowed.baseline - line.flowed.ascent : 0);
const bottomOf = (line: Line | undefined): number => (line ? topOf(line) + line.flowed.lineHeight : 0);
const isBlank = ({ flowed }: Line): boolean => flowed.text.trim() === "";

/** Lines after the last empty one. */
const lastTogether = (lines: readonly Line[]): readonly Line[] => {
  const filled = lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1);
  return filled.slice(filled.findLastIndex(isBlank) + 1);
};

/** Lines in sheets that fill the window at most, each in its middle. What stands between empty lines stays together where it can. */
export function creditSheets({ lines }: LaidText, window: Rect): readonly (readonly DisplayItem[])[] {
  const sheets: Line[][] = [];
  for (const block of blocksOf(lines)) {
    const current = sheets.at(-1);
    if (current && heightOf([...current, ...block]) <= window.height) current.push(...block);
    else for (const line of block) addLine(sheets, line, line === block[0], window.height);
  }
  return sheets.map((sheet) => {
    const y = window.y + (window.height - heightOf(sheet)) / 2 - topOf(sheet[0]);
    return sheet.map((line) => moved(line.flowed.items, window.x, line.y + y));
  });
}

function addLine(sheets: Line[][], line: Line, begins: boolean, height: number): void {
  const current = sheets.at(-1);
  if (begins || !current || heightOf([...current, line]) > height) sheets.push([line]);
  else current.push(line);
}

const heightOf = (lines: readonly Line[]): number => bottomOf(lines.at(-1)) - topOf(lines[0]);

function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (isBlank(line)) open = false;
    else if (open) blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      open = true;
    }
  }
  return blocks;
}

/** Every sign a clock has. */
export const CLOCK_SIGNS = [..."0123456789:"];

/**
 * The signs of a clock in cells of equal width, so that nothing moves when they change. `lines` have one of `CLOCK_SIGNS` each; the text
 * stands in the window as its paragraph and its frame say.
 */
export function clockItems(
  { lines, written }: LaidText,
  window: Rect,
  vertical: "top" | "center" | "bottom" | "justify" | undefined,
  text: string,
): readonly DisplayItem[] {
  const signs = new Map(CLOCK_SIGNS.map((sign, index) => [sign, lines[index]]));
  const widest = Math.max(0, ...CLOCK_SIGNS.slice(0, 10).map((sign) => signs.get(sign)?.flowed.width ?? 0));
  const cells = [...text].flatMap((sign) => {
    const line = signs.get(sign);
    return line ? [{ line, width: sign === ":" ? line.flowed.width : widest }] : [];
  });
  // The first line of a frame may stand otherwise than those below it, so that one of these says where all of them do.
  const common = lines.at(-1)?.flowed;
  if (!common) return [];
  const room = window.width - cells.reduce((sum, { width }) => sum + width, 0);
  const align = written?.paragraphs[0]?.style.align;
  let x = window.x + (align === "end" ? room : align === "center" ? room / 2 : 0);
  const free = window.height - common.lineHeight;
  const top = window.y + (vertical === "bottom" ? free : vertical === "center" ? free / 2 : 0);
  return cells.map(({ line: { flowed }, width }) => {
    const item = moved(flowed.items, x + (width - flowed.width) / 2 - flowed.x, top + common.ascent - flowed.baseline);
    x += width;
    return item;
  });
}
