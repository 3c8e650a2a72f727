/** What a motif of the ornament catalogue is made of. */

import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { PathData } from "../../units/geometry.ts";

/** Everything of one colour at one height of the pile; copies of a piece are painted layer by layer, each layer as one path. */
export interface OrnamentLayer {
  /** Index into the frame's colours. */
  readonly color: number;
  readonly path: PathData;
  readonly rule?: "nonzero" | "evenodd";
  /** Painted as a line of this width instead of filled; a fraction of the piece's height, kept when the piece is stretched. */
  readonly stroke?: number;
  readonly cap?: "butt" | "round" | "square";
  /** Keeps its proportions about this x when its piece is stretched to make a whole number fit. */
  readonly anchor?: number;
}

/** A drawing 1 high and `aspect` wide, from its top left corner. */
export interface OrnamentPiece {
  readonly aspect: number;
  readonly layers: readonly OrnamentLayer[];
}

/** A line that accompanies a band without a break, and turns the corners of a border. Fractions of the band's height from its outer edge. */
export interface OrnamentRail {
  readonly color: number;
  readonly from: number;
  readonly to: number;
}

/** Where a motif comes from; `id` is stable. */
export interface OrnamentTradition {
  readonly id: string;
  readonly names: Bilingual;
}

/** A motif in all its arrangements. */
export interface OrnamentMotif {
  readonly id: string;
  readonly names: Bilingual;
  readonly tradition: OrnamentTradition;
  /** Colours that suit it, as many as it uses, and a ground they stand on. Hexadecimal sRGB. */
  readonly suggested: { readonly colors: readonly string[]; readonly background?: string };
  /** One figure by itself. */
  readonly single: OrnamentPiece;
  /** Repeats along x, its top towards the outside of a border. */
  readonly band: OrnamentPiece;
  readonly rails: readonly OrnamentRail[];
  /** The top left corner of a border, 1 × 1; the band joins on at its right and at its lower edge (turned a quarter to the left). */
  readonly corner: OrnamentPiece;
  /** Repeats along x and y; may reach beyond its edges. */
  readonly tile: OrnamentPiece;
}
