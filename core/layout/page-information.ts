/** The line outside the trim that tells the print shop what a sheet is. */

import { flowText } from "../text/flow-text.ts";
import type { Paragraph } from "../text/paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../text/plain-style.ts";
import type { TextEngine } from "../text/text-engine.ts";
import type { Rect } from "../units/geometry.ts";
import type { DisplayItem } from "./display-list.ts";

const SIZE_PT = 6;

/** `text` on one line in `area` (points, page coordinates); what does not fit is left away, for it is no part of the product. */
export function layoutPageInformation(
  engine: TextEngine,
  area: Rect,
  text: string,
  language: string,
): readonly DisplayItem[] {
  const paragraph: Paragraph = {
    id: "page-information",
    language,
    runs: [{ text, language, style: { ...PLAIN_CHARACTER, size: SIZE_PT } }],
    style: PLAIN_PARAGRAPH,
  };
  const { lines } = flowText(engine, [paragraph], (index) => (index === 0 ? { ...area, page: 0 } : undefined));
  return lines.slice(0, 1).flatMap((line) => line.items);
}
