/** What a PDF is to look like beyond its pages. */

import type { FontSource } from "../../fonts/font-face.ts";
import type { AssetSource } from "../../layout/asset-source.ts";
import type { DisplayItem, OutlineEntry, PlacedPage } from "../../layout/display-list.ts";
import type { Deflate } from "./file/pdf-file.ts";

export type ColourMode = "rgb" | "cmyk";

export interface PdfOptions {
  /** The numbers of the display list that are written: for screens and office printers, or for an offset press. */
  readonly colour: ColourMode;
  /** Shows what lies beyond the trim, as far as the page's bleed goes. */
  readonly bleed: boolean;
  /** Adds room around the page with crop, bleed and registration marks. */
  readonly marks: boolean;
  /** Patches of the inks beside the registration marks. */
  readonly colourBar?: boolean;
  /** Lets black text print over what is under it, so that no white shows where plates are out of register. CMYK only. */
  readonly overprintBlack?: boolean;
  /** Draws text as shapes: nothing can be searched or copied. For presses that ask for it. */
  readonly outlineText?: boolean;
  /** Items in the slug, in page coordinates; `slugArea` tells where there is room. Asked only with `marks`. */
  readonly slug?: (page: PlacedPage) => readonly DisplayItem[];
}

export interface PdfSources {
  readonly fonts: FontSource;
  readonly assets: AssetSource;
  /** zlib's deflate with header (RFC 1950). */
  readonly deflate: Deflate;
}

/** What the file says of itself. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** Dates are written only when given, so that the same document gives the same bytes. */
  readonly date?: Date;
  /** Pages count from the first page added. */
  readonly outline: readonly OutlineEntry[];
}
