/** Shapes with their paints moved to where they belong. */

import { invert, type Matrix, multiply, type PathData, transformPoint } from "../../units/geometry.ts";
import type { DisplayItem, Paint, Stroke } from "../display-list.ts";
import { transformPath } from "../frames/path-geometry.ts";
import type { PlacedPaint } from "./svg-gradient.ts";
import type { SvgStyle } from "./svg-style.ts";
import { meanScale, similarityScale } from "./svg-values.ts";

/** Fills move with their shape, so that most art becomes plain paths without groups. */
export function filledShape(
  path: PathData,
  rule: SvgStyle["fillRule"],
  { paint, space }: PlacedPaint,
  matrix: Matrix,
): DisplayItem {
  const evenOdd = rule === "evenodd" ? { fillRule: "evenodd" as const } : {};
  if (space) {
    // An elliptic gradient is a circular one in a stretched space, so the shape goes into that space too.
    const back = invert(space);
    const item: DisplayItem = { kind: "path", path: back ? transformPath(back, path) : [], fill: paint, ...evenOdd };
    return { kind: "group", transform: multiply(matrix, space), items: [item] };
  }
  const moved = movedPaint(paint, matrix);
  if (moved) return { kind: "path", path: transformPath(matrix, path), fill: moved, ...evenOdd };
  return { kind: "group", transform: matrix, items: [{ kind: "path", path, fill: paint, ...evenOdd }] };
}

/** Strokes move with their shape where that keeps them even, and lie in a transformed group elsewhere. */
export function strokedShape(
  path: PathData,
  style: SvgStyle,
  { paint, space }: PlacedPaint,
  matrix: Matrix,
): DisplayItem {
  // A stroke keeps its width, so an elliptic gradient on it becomes the circle of the same area.
  const flat =
    space && paint.kind === "radial"
      ? { ...paint, center: transformPoint(space, paint.center), radius: paint.radius * meanScale(space) }
      : paint;
  const scale = similarityScale(matrix);
  const moved = scale === undefined ? undefined : movedPaint(flat, matrix);
  const stroke = (target: Paint, factor: number): Stroke => ({
    paint: target,
    width: style.strokeWidth * factor,
    dash: style.dash.map((length) => length * factor),
    cap: style.cap,
    join: style.join,
  });
  if (scale !== undefined && moved) {
    return { kind: "path", path: transformPath(matrix, path), stroke: stroke(moved, scale) };
  }
  return { kind: "group", transform: matrix, items: [{ kind: "path", path, stroke: stroke(flat, 1) }] };
}

/** The paint after the matrix; undefined where only a transformed group can show it. */
function movedPaint(paint: Paint, matrix: Matrix): Paint | undefined {
  if (paint.kind === "solid") return paint;
  const scale = similarityScale(matrix);
  if (scale === undefined) return undefined;
  const [a, b, c, d, e, f] = matrix;
  const move = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: a * x + c * y + e,
    y: b * x + d * y + f,
  });
  return paint.kind === "linear"
    ? { ...paint, from: move(paint.from), to: move(paint.to) }
    : { ...paint, center: move(paint.center), radius: paint.radius * scale };
}
