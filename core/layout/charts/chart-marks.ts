/** Rules, boxes and dots of charts as display items. */

import type { Color } from "../../color/color.ts";
import type { PathData, Point, Rect } from "../../units/geometry.ts";
import type { PlacedPath } from "../display-list.ts";
import { openPath, rectanglePath } from "../frames/path-shapes.ts";

/** Points: a line to look along. */
export const GRID_WIDTH = 0.4;
/** Points: the line bars stand on. */
export const BASELINE_WIDTH = 0.75;

/** A path filled with one colour. */
export const filled = (path: PathData, color: Color): PlacedPath => ({
  kind: "path",
  path,
  fill: { kind: "solid", color },
});

/** All boxes of one colour as one path. */
export const boxes = (rects: readonly Rect[], color: Color): PlacedPath => filled(rects.flatMap(rectanglePath), color);

/** Lines of one colour and width, as one path. */
export function rule(lines: readonly (readonly Point[])[], color: Color, width: number, round = false): PlacedPath {
  const ends = round ? "round" : "butt";
  return {
    kind: "path",
    path: lines.flatMap(openPath),
    stroke: { paint: { kind: "solid", color }, width, dash: [], cap: ends, join: round ? "round" : "miter" },
  };
}
