/** Whether the ink of one line runs into the next: the price of a leading too tight for the script. */

import type { Segment } from "./line-segments.ts";
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

/** True where glyphs of two lines, their baselines `distance` apart, overlap both across and down. */
export function inkCollides(upper: LaidLine, lower: LaidLine, distance: number): boolean {
  if (upper.inkBelow + lower.inkAbove <= distance + TOLERANCE) return false;
  const reachingDown = inkBoxes(upper.segments).filter((box) => box.below + lower.inkAbove > distance + TOLERANCE);
  const reachingUp = inkBoxes(lower.segments).filter((box) => box.above + upper.inkBelow > distance + TOLERANCE);
  return reachingDown.some((one) =>
    reachingUp.some(
      (other) =>
        one.below + other.above > distance + TOLERANCE &&
        one.left + TOLERANCE < other.right &&
        other.left + TOLERANCE < one.right,
    ),
  );
}

/** The ink of every glyph; `x` as its segment's. */
function inkBoxes(segments: readonly Segment[]): InkBox[] {
  const boxes: InkBox[] = [];
  for (const { run, fragment, x } of segments) {
    let pen = x;
    for (const { shaper, span } of fragment.parts) {
      const scale = run.size / shaper.face.unitsPerEm;
      for (const cluster of span.clusters) {
        for (const glyph of cluster.glyphs) {
          const ink = shaper.face.inkOf(glyph.id);
          if (!ink) continue;
          boxes.push({
            left: pen + (glyph.x + ink.xMin) * scale,
            right: pen + (glyph.x + ink.xMax) * scale,
            above: (glyph.y + ink.yMax) * scale + run.shift,
            below: -(glyph.y + ink.yMin) * scale - run.shift,
          });
        }
        pen += cluster.advance * scale + run.tracking;
      }
    }
  }
  return boxes;
}
