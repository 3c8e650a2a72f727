/** The shape of a paragraph made ready for lines of any width. */

import type { Language } from "../script/language.ts";
import type { Chunk } from "./chunk.ts";
import type { LineSequence } from "./line-sequence.ts";
import type { CharacterStyle, Paragraph } from "./paragraph-model.ts";
import type { RunContext } from "./run-context.ts";

/** A run after normalising, with its measures worked out in points. */
export interface PreparedRun {
  readonly style: CharacterStyle;
  readonly language: Language;
  readonly languageTag: string;
  readonly context: RunContext;
  readonly text: string;
  /** Place of the run in the paragraph's text. */
  readonly start: number;
  readonly size: number;
  /** Added after every cluster. */
  readonly tracking: number;
  /** Up is positive. */
  readonly shift: number;
  /** True where lines may be justified between words that no space parts. */
  readonly stretchesInside: boolean;
}

export type TokenKind = "text" | "space" | "tab" | "newline";

export interface Token {
  readonly kind: TokenKind;
  readonly run: PreparedRun;
  /** Undefined for tabs and forced lines. */
  readonly chunk: Chunk | undefined;
  /** Place in the paragraph's text. */
  readonly start: number;
  readonly length: number;
  /** Whether a line may begin with this token. */
  readonly breakBefore: boolean;
  /** Offsets inside it at which a line may begin. */
  readonly breaks: readonly number[];
}

export interface PreparedParagraph {
  readonly paragraph: Paragraph;
  /** The normalised text of all runs. */
  readonly text: string;
  readonly runs: readonly PreparedRun[];
  readonly tokens: readonly Token[];
  readonly marker: PreparedMarker | undefined;
  /** Clusters that miss glyphs or anchors, each told once. */
  readonly fontProblems: readonly FontProblem[];
  /** Lines filled so far, by width and by the place they begin at. */
  readonly sequences: Map<string, LineSequence>;
}

export type FontProblem =
  | { readonly kind: "missing-glyph"; readonly text: string; readonly language: string }
  | { readonly kind: "unanchored-mark"; readonly text: string; readonly font: string };

export interface PreparedMarker {
  readonly run: PreparedRun;
  readonly tokens: readonly Token[];
}
