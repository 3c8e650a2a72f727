/** Short ways to say what the text engine is to set, with the fonts of the project. */

import type { ColumnBox } from "../../core/text/flow-model.ts";
import type { CharacterStyle, Paragraph, ParagraphStyle } from "../../core/text/paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../core/text/plain-style.ts";
import { createTextEngine } from "../../core/text/text-engine.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";

export const library = openFontLibrary();

/** Shared by the tests of one file. */
export const engine = createTextEngine(library);

/** Ten points of the text font. */
export const characterStyle = (changes: Partial<CharacterStyle> = {}): CharacterStyle => ({
  ...PLAIN_CHARACTER,
  ...changes,
});

/** Ragged, without indents, spaces or keep rules. */
export const paragraphStyle = (changes: Partial<ParagraphStyle> = {}): ParagraphStyle => ({
  ...PLAIN_PARAGRAPH,
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
