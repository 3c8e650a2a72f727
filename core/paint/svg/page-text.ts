/** The words of a page in reading order, for readers who cannot see it and for search. */

import type { DisplayItem, PlacedGlyphRun } from "../../layout/display-list.ts";

/** Text of one run, in logical order. */
export const runText = (run: PlacedGlyphRun): string => run.spans.map(({ span }) => span.text).join("");

/** All text of `items`, one line per baseline. */
export function pageText(items: readonly DisplayItem[]): string {
  const lines: string[] = [];
  let baseline: number | undefined;
  const visit = (list: readonly DisplayItem[]): void => {
    for (const item of list) {
      if (item.kind === "group") {
        baseline = undefined;
        visit(item.items);
        baseline = undefined;
      } else if (item.kind === "glyphs") {
        const text = runText(item);
        if (item.y === baseline) lines.push((lines.pop() ?? "") + text);
        else lines.push(text);
        baseline = item.y;
      }
    }
  };
  visit(items);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
