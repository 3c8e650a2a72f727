/** Whether the ink of one line runs into the next: the price of a leading too tight for the script. */

import type { FontFace, FontKey } from "../fonts/font-face.ts";
import type { DisplayItem } from "../layout/display-list.ts";
import type { LaidLine } from "./place-line.ts";

/** Points of overlap nobody sees. */
const TOLERANCE = 0.05;

interface InkBox {
  readonly left: number;
  readonly right: number;
  /** Distance above the baseline, and below it. */
  readonly above: number;
  readonly below: number;
}

type FaceOf = (key: FontKey) => FontFace | undefined;

/** True where glyphs of two lines, their baselines `distance` apart, overlap both across and down. */
export function inkCollides(faceOf: FaceOf, upper: LaidLine, lower: LaidLine, distance: number): boolean {
  const limit = distance + TOLERANCE;
  if (!(upper.inkBelow + lower.inkAbove > limit)) return false;
  const reachingDown = inkBoxes(faceOf, upper.items).filter((box) => box.below + lower.inkAbove > limit);
  const reachingUp = inkBoxes(faceOf, lower.items).filter((box) => box.above + upper.inkBelow > limit);
  return reachingDown.some((one) =>
    reachingUp.some(
      (other) =>
        one.below + other.above > limit && one.left + TOLERANCE < other.right && other.left + TOLERANCE < one.right,
    ),
  );
}

/** The ink of every glyph. */
function inkBoxes(faceOf: FaceOf, items: readonly DisplayItem[]): InkBox[] {
  const boxes: InkBox[] = [];
  for (const run of items) {
    const face = run.kind === "glyphs" ? faceOf(run.font) : undefined;
    if (run.kind !== "glyphs" || !face) continue;
    const scale = run.size / face.unitsPerEm;
    for (const { span, dx } of run.spans) {
      let pen = run.x + dx;
      for (const cluster of span.clusters) {
        for (const glyph of cluster.glyphs) {
          const ink = face.inkOf(glyph.id);
          if (!ink) continue;
          boxes.push({
            left: pen + (glyph.x + ink.xMin) * scale,
            right: pen + (glyph.x + ink.xMax) * scale,
            above: (glyph.y + ink.yMax) * scale - run.y,
            below: -(glyph.y + ink.yMin) * scale + run.y,
          });
        }
        pen += cluster.advance * scale + run.tracking;
      }
    }
  }
  return boxes;
}
