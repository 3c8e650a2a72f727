/** The cluster fonts of a document by face: a second one begins where the first has no codes left. */

import type { PDFRef } from "pdf-lib";
import { DiagnosticError } from "../../../diagnostics/diagnostic.ts";
import type { FontFace, FontKey, FontSource } from "../../../fonts/font-face.ts";
import type { ShapedSpan } from "../../../text/shaped-text.ts";
import { type ClusterFont, createClusterFont, type EncodedSpan, type Widening } from "../cluster-font/cluster-font.ts";
import { writeClusterFont } from "../cluster-font/font-objects.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { missingFont } from "../pdf-diagnostics.ts";
import type { ResourceCatalog } from "./resource-catalog.ts";

export interface SpanCodes {
  /** Resource name of the font. */
  readonly font: string;
  readonly encoded: EncodedSpan;
}

export interface FontPool {
  /** Throws DiagnosticError where the font is not at hand. */
  face(key: FontKey): FontFace;
  /** The same span, widened alike, gives the same object. */
  encode(span: ShapedSpan, widening?: Widening): SpanCodes;
  /** Writes all fonts; nothing can be encoded afterwards. */
  finish(): void;
}

interface Subset {
  readonly font: ClusterFont;
  readonly name: string;
  readonly ref: PDFRef;
}

/** `mostGlyphs` limits every font, for tests. */
export function createFontPool(
  file: PdfFile,
  catalog: ResourceCatalog,
  fonts: FontSource,
  mostGlyphs?: number,
): FontPool {
  const subsets: Subset[] = [];
  const current = new Map<FontKey, Subset>();
  const encodedSpans = new WeakMap<ShapedSpan, SpanCodes>();
  /** The latest widening of each span: a heading that is tracked comes again with the same. */
  const widenedSpans = new WeakMap<ShapedSpan, { readonly widening: Widening; readonly codes: SpanCodes }>();

  const face = (key: FontKey): FontFace => {
    const found = fonts.face(key);
    if (!found) throw new DiagnosticError([missingFont(key)]);
    return found;
  };

  const subsetFor = (span: ShapedSpan): Subset => {
    const known = current.get(span.font);
    if (known?.font.hasRoomFor(span)) return known;
    const ref = file.reserve();
    const subset = { font: createClusterFont(face(span.font), mostGlyphs), name: catalog.add("Font", ref), ref };
    subsets.push(subset);
    current.set(span.font, subset);
    return subset;
  };

  return {
    face,
    encode(span, widening) {
      if (widening) {
        const latest = widenedSpans.get(span);
        if (latest && sameWidening(latest.widening, widening)) return latest.codes;
        const { font, name } = subsetFor(span);
        const codes = { font: name, encoded: font.encode(span, widening) };
        widenedSpans.set(span, { widening, codes });
        return codes;
      }
      const known = encodedSpans.get(span);
      if (known) return known;
      const { font, name } = subsetFor(span);
      const codes = { font: name, encoded: font.encode(span) };
      encodedSpans.set(span, codes);
      return codes;
    },
    finish() {
      for (const { font, ref } of subsets) writeClusterFont(file, font, ref);
    },
  };
}

const sameWidening = (one: Widening, other: Widening): boolean =>
  one.tracking === other.tracking && one.stretch === other.stretch;
