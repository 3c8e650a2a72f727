/** Lines of text read off a display list again, as a reader of the page would tell them apart. */

import type { FontSource } from "../../../core/fonts/font-face.ts";
import type { PlacedDocument } from "../../../core/layout/display-list.ts";
import { walkItems } from "../../../core/layout/walk-items.ts";
import { transformPoint } from "../../../core/units/geometry.ts";

export interface PrintedLine {
  readonly page: number;
  readonly frame: string;
  /** Spaces at its end included. */
  readonly text: string;
  readonly y: number;
  /** From the first to the last cluster that is no white space, by advances; points on the page. */
  readonly left: number;
  readonly right: number;
}

/** Lines in the order of the text. A line ends where the baseline changes or the pen goes back, or leaps by more than `leap` points. */
export function printedLines(placed: PlacedDocument, fonts: FontSource, leap: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const { items, index } of placed.pages) {
    walkItems(items, (item, matrix, frame = "") => {
      if (item.kind !== "glyphs") return;
      const { x, y } = transformPoint(matrix, item);
      const scale = item.size / (fonts.face(item.font)?.unitsPerEm ?? 1);
      let text = "";
      let left = Infinity;
      let right = -Infinity;
      for (const { span, dx } of item.spans) {
        let pen = x + dx;
        for (const cluster of span.clusters) {
          text += cluster.text;
          const end = pen + cluster.advance * scale;
          if (/[^\s\u200b]/u.test(cluster.text)) {
            left = Math.min(left, pen);
            right = Math.max(right, end);
          }
          pen = end + item.tracking;
        }
      }
      const line = lines.at(-1);
      const goesOn =
        line?.page === index &&
        line.frame === frame &&
        Math.abs(line.y - y) < 0.001 &&
        x > line.left - 0.001 &&
        x < Math.max(line.right, line.left) + leap;
      if (line && goesOn) {
        const wider = { left: Math.min(line.left, left), right: Math.max(line.right, right) };
        lines[lines.length - 1] = { ...line, ...wider, text: line.text + text };
      } else lines.push({ page: index, frame, text, y, left, right });
    });
  }
  return lines;
}
