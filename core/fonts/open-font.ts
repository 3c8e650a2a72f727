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
}

/**
 * Opens a TTF, OTF or WOFF 1 file. Cheap: outlines, ink, anchors and the test of spaces are worked out when first
 * asked for, then kept. Throws DiagnosticError naming `key` where the file is damaged or of another kind.
 */
export const openFont = (key: FontKey, bytes: Uint8Array, info: FontInfo): FontFace => {
  const sfntBytes = isWoff(bytes) ? unpackWoff(bytes, key) : bytes;
  const sfnt = readSfnt(sfntBytes, key);
  const measures = readMeasures(sfnt, key);
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
      const glyph = hb.nominalGlyph(codePoint) ?? 0;
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
