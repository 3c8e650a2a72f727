/** How much room a text needs. */

import { PARAGRAPH_START } from "./fill-lines.ts";
import { prepareParagraph } from "./itemize-paragraph.ts";
import { linesFrom } from "./line-sequence.ts";
import type { Paragraph } from "./paragraph-model.ts";
import type { TextEngine } from "./text-engine.ts";

/**
 * The size of `paragraphs` in one column `width` points wide and as high as needed; Infinity breaks lines only where
 * the text forces them. The width told is that of the longest line with its indents, the space before the first
 * paragraph and after the last does not count.
 */
export function measureText(
  engine: TextEngine,
  paragraphs: readonly Paragraph[],
  width: number,
): { readonly width: number; readonly height: number; readonly lineCount: number } {
  const { caches } = engine;
  let widest = 0;
  let height = 0;
  let lineCount = 0;
  let spaceAfter = 0;
  for (const paragraph of paragraphs) {
    const sequence = linesFrom(caches, prepareParagraph(caches, paragraph), width, PARAGRAPH_START);
    if (lineCount > 0) height += spaceAfter + paragraph.style.spaceBefore;
    for (let index = 0, line = sequence.line(0); line; index += 1, line = sequence.line(index)) {
      widest = Math.max(widest, line.naturalWidth);
      height += (lineCount === 0 ? line.ascentAtTop : line.ascent) + line.descent;
      lineCount += 1;
    }
    spaceAfter = paragraph.style.spaceAfter;
  }
  return { width: widest, height, lineCount };
}
