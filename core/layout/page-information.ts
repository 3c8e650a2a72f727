/** The line outside the trim that tells the print shop what a sheet is. */

import { BLACK } from "../color/color.ts";
import { flowText } from "../text/flow-text.ts";
import type { Paragraph } from "../text/paragraph-model.ts";
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
    runs: [
      {
        text,
        language,
        style: {
          font: { family: { role: "text" }, weight: 400, italic: false },
          size: SIZE_PT,
          color: BLACK,
          tracking: 0,
          baselineShift: 0,
          underline: false,
          strikethrough: false,
          features: [],
        },
      },
    ],
    style: {
      align: "start",
      leading: undefined,
      indentStart: 0,
      indentEnd: 0,
      indentFirst: 0,
      spaceBefore: 0,
      spaceAfter: 0,
      keepWithNext: false,
      keepTogether: false,
      orphans: 1,
      widows: 1,
      balance: false,
      tabs: [],
      breakBefore: "none",
    },
  };
  const { lines } = flowText(engine, [paragraph], (index) => (index === 0 ? { ...area, page: 0 } : undefined));
  return lines.slice(0, 1).flatMap((line) => line.items);
}
