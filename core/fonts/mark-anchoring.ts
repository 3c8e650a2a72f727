/** Whether a font's own tables place the marks of a cluster, found by watching HarfBuzz shape it. */

import { type Face, type Font, GlyphClass, Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import type { GlyphInk } from "./font-face.ts";

const ATTACHED = /^attached mark glyph at (\d+) /;

/**
 * True where `cluster` shapes without a missing glyph and every mark left after substitution is attached by GPOS and
 * stands clear of what it is attached to. HarfBuzz names each attachment GPOS makes, so its own guess for fonts
 * without GPOS marks never counts.
 */
export const anchorsMarks = (
  face: Face,
  font: Font,
  inkOf: (glyphId: number) => GlyphInk | undefined,
  cluster: string,
): boolean => {
  const buffer = new ShapingBuffer();
  buffer.addText(cluster.normalize("NFC"));
  buffer.guessSegmentProperties();
  const attached = new Set<number>();
  buffer.setMessageFunc((_buffer, _font, message) => {
    const match = ATTACHED.exec(message);
    if (match?.[1] !== undefined) attached.add(Number(match[1]));
    return true;
  });
  shape(font, buffer, []);
  const glyphs = buffer.getGlyphInfosAndPositions();
  return glyphs.every((glyph, index) => {
    if (glyph.codepoint === 0) return false;
    if (face.getGlyphClass(glyph.codepoint) !== GlyphClass.MARK) return true;
    return attached.has(index) || inkOf(glyph.codepoint) === undefined;
  });
};
