/** What the text engine gives back: lines in their places, and what did not fit. */

import type { DisplayItem } from "../layout/display-list.ts";

/** A column text may fill; `page` changes where a paragraph that starts a page must go on. Points, page coordinates. */
export interface ColumnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly page: number;
}

/** A line of text with everything painted for it: glyph runs, underlines, highlights, links. Coordinates as its column's. */
export interface FlowedLine {
  readonly paragraph: number;
  readonly column: number;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** Distance from the line's top to its baseline and on to its bottom: `lineHeight` in all. */
  readonly ascent: number;
  readonly lineHeight: number;
  /** The text of the line, trailing spaces included, and its place in the paragraph's text (UTF-16). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly items: readonly DisplayItem[];
}

export type TextProblem =
  | { readonly kind: "missing-glyph"; readonly text: string; readonly language: string; readonly paragraph: number }
  | { readonly kind: "unanchored-mark"; readonly text: string; readonly font: string; readonly paragraph: number }
  | { readonly kind: "word-too-wide"; readonly text: string; readonly paragraph: number }
  | { readonly kind: "ink-collision"; readonly text: string; readonly paragraph: number };

export interface FlowedText {
  readonly lines: readonly FlowedLine[];
  /** Height used in every column that was asked for, space after the last paragraph left out. */
  readonly columnHeights: readonly number[];
  /** First thing that found no place: paragraph, offset in its text, and all the text from there on. */
  readonly overflow: { readonly paragraph: number; readonly offset: number; readonly text: string } | undefined;
  readonly problems: readonly TextProblem[];
}
