/** Which frames lie under a point of the stage. */

import { type FramePlacement, placementMatrix } from "../../core/document/frame-geometry.ts";
import type { Point } from "../../core/units/geometry.ts";
import type { StageFrame } from "./stage-frames.ts";

/** Whether a turned rectangle, or a thin one within `slack`, is under the point. */
export function isUnder(placement: FramePlacement, point: Point, slack: number): boolean {
  const [a, b, c, d, e, f] = placementMatrix(placement);
  // The matrix only moves and turns, so that its inverse is turned back.
  const x = (point.x - e) * a + (point.y - f) * b;
  const y = (point.x - e) * c + (point.y - f) * d;
  const across = placement.width < slack ? slack : 0;
  const down = placement.height < slack ? slack : 0;
  return x >= -across && x <= placement.width + across && y >= -down && y <= placement.height + down;
}

/** Topmost first. */
export const framesUnder = (frames: readonly StageFrame[], point: Point, slack: number): readonly StageFrame[] =>
  frames.filter(({ placement }) => isUnder(placement, point, slack)).reverse();

/** The one below the lowest that is selected, topmost again after the last: what repeated clicks go through. */
export function nextUnder(under: readonly StageFrame[], selection: ReadonlySet<string>): StageFrame | undefined {
  const lowest = under.findLastIndex(({ frame }) => selection.has(frame.id));
  return under[lowest + 1] ?? under[0];
}
