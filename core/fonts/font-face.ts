/** What the engine knows of a font, and where it asks for one. */

import type { Font as HarfBuzzFont } from "harfbuzzjs";

/** Names one font file of the catalogue, such as `noto-sans-khmer/400`; it is what a display list stores. */
export type FontKey = string & { readonly __fontKey?: never };

/** A loaded TrueType or OpenType font. Measures are in font units, y up. */
export interface FontFace {
  readonly key: FontKey;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** The whole font as an sfnt, decompressed if it came as WOFF. */
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly underline: { readonly position: number; readonly thickness: number };
  readonly outlines: "truetype" | "cff";
  /** False where `OS/2.fsType` forbids embedding. */
  readonly embeddable: boolean;
  /** True where GPOS or GSUB treats the space together with its neighbours, so that text may not be shaped word by word. */
  readonly shapesSpaces: boolean;
  readonly hb: HarfBuzzFont;
  /** Glyph of a code point; 0 is `.notdef`, also given for Latin letters a family for another script leaves to Latin fonts. */
  glyphOf(codePoint: number): number;
  /** Ink box of a glyph, or undefined where it has no ink. */
  inkOf(glyphId: number): GlyphInk | undefined;
  /** Outline of a glyph as SVG path data in font units, y up; empty where it has no ink. */
  outlineOf(glyphId: number): string;
  /**
   * True where the font's own tables attach the marks of this cluster to their base (or to the marks before them) and
   * the ink stays apart. In scripts whose marks the shaper never places by guess, true where no glyph is missing.
   */
  anchors(cluster: string): boolean;
}

export interface GlyphInk {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** A wish for a font: by role, resolved per language, or by family name. */
export interface FontRequest {
  readonly family: { readonly role: "text" | "heading" } | { readonly name: string };
  /** 100–900; the nearest the family has is taken. */
  readonly weight: number;
  readonly italic: boolean;
}

/** The fonts at hand. Loading happens outside `core`; a face asked for here is there at once. */
export interface FontSource {
  face(key: FontKey): FontFace | undefined;
  /** Faces to try for this request in this language, best first; never empty; ends with the general fallbacks. */
  chain(request: FontRequest, language: string): readonly FontKey[];
}
