/** Opens the bytes of a font file as a FontFace. */

import { Face, Font, Blob as FontBlob } from "harfbuzzjs";
import type { FontFace, FontKey, GlyphInk } from "./font-face.ts";
import { anchorsMarks } from "./mark-anchoring.ts";
import { readMeasures, readSfnt } from "./sfnt.ts";
import { shapesSpacesWithNeighbours } from "./space-shaping.ts";
import { isWoff, unpackWoff } from "./woff.ts";

/** What the catalogue knows of a file beyond its bytes. */
export interface FontInfo {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /**
   * Scripts the family is for. Where Latin is not among them its few Latin letters are passed over, so that a
   * Vietnamese word in Khmer text does not mix letters of two fonts. Without it every letter counts.
   */
  readonly scripts?: readonly string[];
  /** How messages name the file; the key without it. */
  readonly file?: string;
}

const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * Opens a TTF, OTF or WOFF 1 file. Cheap: outlines, ink, anchors and the test of spaces are worked out when first
 * asked for, then kept. Throws DiagnosticError naming the file where the file is damaged or of another kind.
 */
export const openFont = (key: FontKey, bytes: Uint8Array, info: FontInfo): FontFace => {
  const file = info.file ?? key;
  const sfntBytes = isWoff(bytes) ? unpackWoff(bytes, file) : bytes;
  const sfnt = readSfnt(sfntBytes, file);
  const measures = readMeasures(sfnt, file);
  const passesLatinOver = info.scripts !== undefined && !info.scripts.includes("Latn");
  const face = new Face(new FontBlob(sfntBytes));
  const hb = new Font(face);

  const glyphs = new Map<number, number>();
  const inks = new Map<number, GlyphInk | undefined>();
  const paths = new Map<number, string>();
  const anchored = new Map<string, boolean>();
  let shapesSpaces: boolean | undefined;

  const inkOf = (glyphId: number): GlyphInk | undefined => {
    if (inks.has(glyphId)) return inks.get(glyphId);
    const extents = hb.glyphExtents(glyphId);
    const ink =
      extents === undefined || (extents.width === 0 && extents.height === 0)
        ? undefined
        : {
            xMin: extents.xBearing,
            xMax: extents.xBearing + extents.width,
            yMin: extents.yBearing + extents.height,
            yMax: extents.yBearing,
          };
    inks.set(glyphId, ink);
    return ink;
  };

  const outlineOf = (glyphId: number): string => {
    const known = paths.get(glyphId);
    if (known !== undefined) return known;
    const path = hb.glyphToPath(glyphId);
    paths.set(glyphId, path);
    return path;
  };

  return {
    key,
    family: info.family,
    weight: info.weight,
    italic: info.italic,
    bytes: sfntBytes,
    unitsPerEm: measures.unitsPerEm,
    ascender: measures.ascender,
    descender: measures.descender,
    capHeight: measures.capHeight,
    xHeight: measures.xHeight,
    underline: measures.underline,
    outlines: sfnt.outlines,
    embeddable: measures.embeddable,
    hb,
    get shapesSpaces() {
      shapesSpaces ??= shapesSpacesWithNeighbours(face, hb);
      return shapesSpaces;
    },
    glyphOf: (codePoint) => {
      const known = glyphs.get(codePoint);
      if (known !== undefined) return known;
      const isPassedOver = passesLatinOver && LATIN_LETTER.test(String.fromCodePoint(codePoint));
      const glyph = isPassedOver ? 0 : (hb.nominalGlyph(codePoint) ?? 0);
      glyphs.set(codePoint, glyph);
      return glyph;
    },
    inkOf,
    outlineOf,
    anchors: (cluster) => {
      const known = anchored.get(cluster);
      if (known !== undefined) return known;
      const result = anchorsMarks(face, hb, inkOf, outlineOf, cluster);
      anchored.set(cluster, result);
      return result;
    },
  };
};
