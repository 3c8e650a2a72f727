/** Shaped text: glyphs grouped by the clusters they write. Immutable and shared between lines, pages and painters. */

import type { FontKey } from "../fonts/font-face.ts";

/** One glyph at an offset from its cluster's origin, in font units, y up. */
export interface ShapedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** The smallest piece of text that has glyphs of its own: never broken, one character of the PDF font. */
export interface ShapedCluster {
  /** Source text, NFC, logical order. */
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
  /** Font units, kerning towards the next cluster included. */
  readonly advance: number;
}

/**
 * A stretch of text in one font, usually a word or a phrase between spaces, or one run of spaces.
 * The same text in the same font, features and language is the same object, so painters may keep what they made of it by identity.
 */
export interface ShapedSpan {
  readonly font: FontKey;
  readonly text: string;
  readonly clusters: readonly ShapedCluster[];
  /** Sum of the clusters' advances, font units. */
  readonly advance: number;
  /** Ink of the whole span relative to its origin, font units, y up; undefined where it has none. */
  readonly ink:
    | { readonly yMin: number; readonly yMax: number; readonly xMin: number; readonly xMax: number }
    | undefined;
}
