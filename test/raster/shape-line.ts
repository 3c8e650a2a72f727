/** A line of text shaped by HarfBuzz alone, so that painters can be tested without the text engine. */

import { Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import type { Color } from "../../core/color/color.ts";
import type { FontFace } from "../../core/fonts/font-face.ts";
import type { PlacedGlyphRun } from "../../core/layout/display-list.ts";
import type { ShapedCluster, ShapedSpan } from "../../core/text/shaped-text.ts";

/** The whole text as one span of one font. */
export function shapeLine(face: FontFace, text: string): ShapedSpan {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(face.hb, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map((info) => info.cluster))];
  const clusters = starts.map((start, index): ShapedCluster => {
    let advance = 0;
    const glyphs = infos.flatMap((info, at) => {
      const position = positions[at];
      if (info.cluster !== start || !position) return [];
      const glyph = { id: info.codepoint, x: advance + position.xOffset, y: position.yOffset };
      advance += position.xAdvance;
      return [glyph];
    });
    return { text: text.slice(start, starts[index + 1]), glyphs, advance };
  });
  const { ascender, descender } = face;
  const advance = clusters.reduce((sum, cluster) => sum + cluster.advance, 0);
  const reach = face.unitsPerEm;
  return {
    font: face.key,
    text,
    clusters,
    advance,
    ink: { xMin: -reach, xMax: advance + reach, yMin: descender - reach, yMax: ascender + reach },
  };
}

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: Color;
  readonly language: string;
  readonly tracking?: number;
}

/** The line as an item of a display list. */
export const placeLine = (span: ShapedSpan, place: LinePlace): PlacedGlyphRun => ({
  kind: "glyphs",
  font: span.font,
  tracking: 0,
  ...place,
  spans: [{ span, dx: 0 }],
});
