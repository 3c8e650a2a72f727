/** Short ways to say what the text engine is to set, with the fonts of the project. */

import { BLACK } from "../../core/color/color.ts";
import type { ColumnBox } from "../../core/text/flow-model.ts";
import type { CharacterStyle, Paragraph, ParagraphStyle } from "../../core/text/paragraph-model.ts";
import { createTextEngine } from "../../core/text/text-engine.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";

export const library = openFontLibrary();

/** Shared by the tests of one file. */
export const engine = createTextEngine(library);

/** Ten points of the text font. */
export const characterStyle = (changes: Partial<CharacterStyle> = {}): CharacterStyle => ({
  font: { family: { role: "text" }, weight: 400, italic: false },
  size: 10,
  color: BLACK,
  tracking: 0,
  baselineShift: 0,
  underline: false,
  strikethrough: false,
  features: [],
  ...changes,
});

/** Ragged, without indents, spaces or keep rules. */
export const paragraphStyle = (changes: Partial<ParagraphStyle> = {}): ParagraphStyle => ({
  align: "start",
  leading: undefined,
  indentStart: 0,
  indentEnd: 0,
  indentFirst: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
  keepTogether: false,
  orphans: 1,
  widows: 1,
  balance: false,
  tabs: [],
  breakBefore: "none",
  ...changes,
});

/** A paragraph of one run. */
export const paragraph = (
  text: string,
  language: string,
  style: Partial<ParagraphStyle> = {},
  character: Partial<CharacterStyle> = {},
): Paragraph => ({
  id: text.slice(0, 12),
  language,
  runs: [{ text, language, style: characterStyle(character) }],
  style: paragraphStyle(style),
});

/** Every column alike, one per page, without end. */
export const endless =
  (width: number, height: number) =>
  (index: number): ColumnBox => ({ x: 0, y: 0, width, height, page: index });

/** These columns and no more. */
export const only =
  (...columns: readonly ColumnBox[]) =>
  (index: number): ColumnBox | undefined =>
    columns[index];
