/** Elementary outlines as paths. Every one is closed and runs clockwise on the page. */

import type { PathCommand, PathData, Point, Rect } from "../../units/geometry.ts";

/** Distance of a cubic's handles for a quarter circle of radius 1; the error is below 0.03 %. */
const CIRCLE_KAPPA = 0.5522847498307936;

/** Four straight sides from the top left corner. */
export function rectanglePath({ x, y, width, height }: Rect): PathData {
  return [["M", x, y], ["L", x + width, y], ["L", x + width, y + height], ["L", x, y + height], ["Z"]];
}

/** Radii in the order top left, top right, bottom right, bottom left; where neighbours do not fit, all shrink by one factor as in CSS. */
export function roundedRectanglePath(rect: Rect, radii: readonly [number, number, number, number]): PathData {
  const { width, height } = rect;
  const [a, b, c, d] = radii;
  const room = (side: number, sum: number) => (sum > 0 ? side / sum : Number.POSITIVE_INFINITY);
  const scale = Math.max(
    0,
    Math.min(1, room(width, a + b), room(height, b + c), room(width, c + d), room(height, d + a)),
  );
  return ellipticalCornersPath(
    rect,
    radii.map((radius) => ({ x: Math.max(0, radius * scale), y: Math.max(0, radius * scale) })),
  );
}

/** A rectangle with one elliptical radius pair at every corner, as SVG's `rx` and `ry`; the caller has seen to it that they fit. */
export function ellipticalCornersPath(rect: Rect, radii: readonly Point[]): PathData {
  const { x, y } = rect;
  const right = x + rect.width;
  const bottom = y + rect.height;
  const none: Point = { x: 0, y: 0 };
  const [a = none, b = none, c = none, d = none] = radii;
  const k = 1 - CIRCLE_KAPPA;
  const path: PathCommand[] = [["M", x + a.x, y]];
  const flat = (corner: Point) => corner.x <= 0 || corner.y <= 0;
  path.push(["L", right - b.x, y]);
  if (!flat(b)) path.push(["C", right - b.x * k, y, right, y + b.y * k, right, y + b.y]);
  path.push(["L", right, bottom - c.y]);
  if (!flat(c)) path.push(["C", right, bottom - c.y * k, right - c.x * k, bottom, right - c.x, bottom]);
  path.push(["L", x + d.x, bottom]);
  if (!flat(d)) path.push(["C", x + d.x * k, bottom, x, bottom - d.y * k, x, bottom - d.y]);
  if (!flat(a)) path.push(["L", x, y + a.y], ["C", x, y + a.y * k, x + a.x * k, y, x + a.x, y]);
  path.push(["Z"]);
  return path;
}

/** The ellipse that touches all four sides, from its top. */
export function ellipsePath({ x, y, width, height }: Rect): PathData {
  const rx = width / 2;
  const ry = height / 2;
  const cx = x + rx;
  const cy = y + ry;
  const hx = rx * CIRCLE_KAPPA;
  const hy = ry * CIRCLE_KAPPA;
  return [
    ["M", cx, y],
    ["C", cx + hx, y, x + width, cy - hy, x + width, cy],
    ["C", x + width, cy + hy, cx + hx, y + height, cx, y + height],
    ["C", cx - hx, y + height, x, cy + hy, x, cy],
    ["C", x, cy - hy, cx - hx, y, cx, y],
    ["Z"],
  ];
}

/** A circle from its top. */
export const circlePath = (cx: number, cy: number, radius: number): PathData =>
  ellipsePath({ x: cx - radius, y: cy - radius, width: 2 * radius, height: 2 * radius });

/** A regular polygon in the rectangle's ellipse, one corner at the top; `inner` below 1 pulls points between the corners in to a star. */
export function polygonPath(rect: Rect, sides: number, inner = 1): PathData {
  const rx = rect.width / 2;
  const ry = rect.height / 2;
  const cx = rect.x + rx;
  const cy = rect.y + ry;
  const star = inner < 1;
  const count = star ? sides * 2 : sides;
  const points: Point[] = [];
  for (let index = 0; index < count; index += 1) {
    const angle = (index / count) * 2 * Math.PI;
    const reach = star && index % 2 === 1 ? inner : 1;
    points.push({ x: cx + rx * reach * Math.sin(angle), y: cy - ry * reach * Math.cos(angle) });
  }
  return closedPath(points);
}

/** A loop through the points; empty for none. */
export function closedPath(points: readonly Point[]): PathData {
  if (points.length === 0) return [];
  return [...openPath(points), ["Z"]];
}

/** A line through the points. */
export function openPath(points: readonly Point[]): PathData {
  return points.map(({ x, y }, index): PathCommand => [index === 0 ? "M" : "L", x, y]);
}

/**
 * Part of a ring between two angles (degrees, clockwise from twelve o'clock); `inner` 0 gives a slice of a pie.
 * A whole turn gives the full ring, to be filled by either rule.
 */
export function ringSectorPath(center: Point, inner: number, outer: number, from: number, to: number): PathData {
  if (to - from >= 360 - 1e-9) {
    const hole = inner > 0 ? reversedCircle(center, inner) : [];
    return [...circlePath(center.x, center.y, outer), ...hole];
  }
  const start = pointAt(center, outer, from);
  const path: PathCommand[] = [["M", start.x, start.y], ...arcCommands(center, outer, from, to)];
  if (inner > 0) {
    const back = pointAt(center, inner, to);
    path.push(["L", back.x, back.y], ...arcCommands(center, inner, to, from));
  } else {
    path.push(["L", center.x, center.y]);
  }
  path.push(["Z"]);
  return path;
}

/** The point at `degrees` clockwise from twelve o'clock. */
export function pointAt(center: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: center.x + radius * Math.sin(angle), y: center.y - radius * Math.cos(angle) };
}

/** Cubics along a circle, to be joined on to its point at `from`; runs counter-clockwise where `to` is less. */
export function arcCommands(center: Point, radius: number, from: number, to: number): readonly PathCommand[] {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / 90 - 1e-9));
  const step = (to - from) / steps;
  const handle = (4 / 3) * Math.tan((step * Math.PI) / 720) * radius;
  const commands: PathCommand[] = [];
  for (let index = 0; index < steps; index += 1) {
    const startAngle = ((from + index * step) * Math.PI) / 180;
    const endAngle = ((from + (index + 1) * step) * Math.PI) / 180;
    const x = center.x + radius * Math.sin(endAngle);
    const y = center.y - radius * Math.cos(endAngle);
    commands.push([
      "C",
      center.x + radius * Math.sin(startAngle) + handle * Math.cos(startAngle),
      center.y - radius * Math.cos(startAngle) + handle * Math.sin(startAngle),
      x - handle * Math.cos(endAngle),
      y - handle * Math.sin(endAngle),
      x,
      y,
    ]);
  }
  return commands;
}

function reversedCircle(center: Point, radius: number): PathData {
  const top = pointAt(center, radius, 360);
  return [["M", top.x, top.y], ...arcCommands(center, radius, 360, 0), ["Z"]];
}
