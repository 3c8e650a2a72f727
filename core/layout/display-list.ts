/**
 * The display list: everything on a page with its final place, as plain data.
 * Layout makes it once; screen, PDF, SVG, pictures and video frames paint the same list, so no two of them can disagree.
 *
 * Lengths are points from the top left corner of the trimmed page, x to the right, y down; bleed has negative coordinates.
 */

import type { Color } from "../color/color.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FontKey } from "../fonts/font-face.ts";
import type { FlowedLine } from "../text/flow-model.ts";
import type { Paragraph } from "../text/paragraph-model.ts";
import type { ShapedSpan } from "../text/shaped-text.ts";
import type { Edges, Matrix, PathData, Point, Rect } from "../units/geometry.ts";

export interface PlacedDocument {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly pages: readonly PlacedPage[];
  readonly outline: readonly OutlineEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlacedPage {
  /** From 0. */
  readonly index: number;
  /** The id of the project's page, with `+1`, `+2` … behind it for pages flowing text added after it. */
  readonly key?: string;
  /** The number printed on the page: `1`, `ii`. */
  readonly folio: string;
  readonly width: number;
  readonly height: number;
  readonly bleed: Edges;
  /** Inset from the trim within which text is safe from the knife. */
  readonly safe: Edges;
  readonly language: string;
  readonly items: readonly DisplayItem[];
}

export interface OutlineEntry {
  readonly title: string;
  readonly page: number;
  readonly y: number;
  readonly children: readonly OutlineEntry[];
}

export type DisplayItem = PlacedGlyphRun | PlacedPath | PlacedImage | PlacedMask | PlacedGroup | PlacedLink;

/** Part of a line of text in one font, size and colour. The baseline runs from (x, y) to the right. */
export interface PlacedGlyphRun {
  readonly kind: "glyphs";
  readonly font: FontKey;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly fill: Color;
  readonly language: string;
  /** Added after every cluster, points. */
  readonly tracking: number;
  readonly spans: readonly PlacedSpan[];
}

export interface PlacedSpan {
  readonly span: ShapedSpan;
  /** Distance of the span's origin from the run's, points; justification is in here. */
  readonly dx: number;
  /** Points that justifying opened behind the span though no space parts it from the next: room that belongs to its last cluster. */
  readonly stretch?: number;
}

export interface PlacedPath {
  readonly kind: "path";
  readonly path: PathData;
  readonly fill?: Paint;
  readonly fillRule?: "nonzero" | "evenodd";
  readonly stroke?: Stroke;
}

export type Paint =
  | { readonly kind: "solid"; readonly color: Color }
  | { readonly kind: "linear"; readonly from: Point; readonly to: Point; readonly stops: readonly GradientStop[] }
  | {
      readonly kind: "radial";
      readonly center: Point;
      readonly radius: number;
      readonly stops: readonly GradientStop[];
    };

export interface GradientStop {
  /** 0–1, ascending. */
  readonly at: number;
  readonly color: Color;
}

export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
}

/** A picture; where only a part of it shows, it lies in a group that clips. */
export interface PlacedImage {
  readonly kind: "image";
  /** Key for the asset source. */
  readonly asset: string;
  /** Where the whole picture lies; it may reach beyond what the clip shows. */
  readonly rect: Rect;
  readonly alt: string;
}

/** A colour painted through a generated 8-bit alpha raster: soft shadows, the same in every output. */
export interface PlacedMask {
  readonly kind: "mask";
  readonly rect: Rect;
  readonly color: Color;
  readonly mask: { readonly width: number; readonly height: number; readonly alpha: Uint8Array };
}

export interface PlacedGroup {
  readonly kind: "group";
  /** The frame this group came from, for selection and messages. */
  readonly frame?: string;
  readonly transform?: Matrix;
  /** In the group's own coordinates, after `transform`. */
  readonly clip?: PathData;
  readonly opacity?: number;
  readonly items: readonly DisplayItem[];
  /** The text a text frame shows, for carets and selections; painters find it in `items`. */
  readonly written?: WrittenText;
  /** The cells a table frame shows, for finding the one at a point. */
  readonly cells?: PlacedCells;
}

/** The rows of a table that stand in one frame, in points from the frame's own corner. */
export interface PlacedCells {
  /** Row of the table behind each row that stands here, a repeated header's too. */
  readonly rows: readonly number[];
  /** Edges of columns and rows: one more than of these. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** What of a text stands in one frame, in points from the frame's own corner. */
export interface WrittenText {
  /** Id of the project's text. */
  readonly text: string;
  /** The same for all frames one text runs through, and no others. */
  readonly thread: string;
  /** The paragraphs that stand here, wholly or in part; lines name them by index, `firstParagraph` being the first one's. */
  readonly firstParagraph: number;
  readonly paragraphs: readonly Paragraph[];
  readonly columns: readonly WrittenColumn[];
  /** What its sizes were multiplied by to fit, where it was made smaller. */
  readonly scale?: number;
  /** All that found no place, said by the last frame of a thread. */
  readonly leftOver?: string;
}

/** Lines of one column. Line `n` is moved down by `shift + n * spread` from where it says it is. */
export interface WrittenColumn {
  readonly lines: readonly FlowedLine[];
  readonly shift: number;
  readonly spread: number;
}

/** An area that leads somewhere when the page is read on a screen. */
export interface PlacedLink {
  readonly kind: "link";
  readonly rect: Rect;
  readonly target: { readonly uri: string } | { readonly page: number; readonly y: number };
}
