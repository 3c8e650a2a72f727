/** Measuring and moving paths. */

import type { Matrix, PathCommand, PathData, Point, Rect } from "../../units/geometry.ts";

/** Every point of the path moved by the matrix. */
export function transformPath(matrix: Matrix, path: PathData): PathData {
  const [a, b, c, d, e, f] = matrix;
  return path.map((command): PathCommand => {
    switch (command[0]) {
      case "M":
      case "L": {
        const [kind, x, y] = command;
        return [kind, a * x + c * y + e, b * x + d * y + f];
      }
      case "C": {
        const [, x1, y1, x2, y2, x, y] = command;
        return [
          "C",
          a * x1 + c * y1 + e,
          b * x1 + d * y1 + f,
          a * x2 + c * y2 + e,
          b * x2 + d * y2 + f,
          a * x + c * y + e,
          b * x + d * y + f,
        ];
      }
      default:
        return command;
    }
  });
}

/** The tight bounds of the geometry itself, strokes left out; undefined for an empty path. */
export function pathBounds(path: PathData): Rect | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let fromX = 0;
  let fromY = 0;
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const command of path) {
    if (command[0] === "Z") continue;
    if (command[0] === "C") {
      const [, x1, y1, x2, y2, x, y] = command;
      for (const t of cubicExtremes(fromX, x1, x2, x))
        include(cubicAt(fromX, x1, x2, x, t), cubicAt(fromY, y1, y2, y, t));
      for (const t of cubicExtremes(fromY, y1, y2, y))
        include(cubicAt(fromX, x1, x2, x, t), cubicAt(fromY, y1, y2, y, t));
      fromX = x;
      fromY = y;
    } else {
      fromX = command[1];
      fromY = command[2];
    }
    include(fromX, fromY);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Every subpath as points, curves divided until they lie within `tolerance` of their chords. Open subpaths stay open. */
export function flattenPath(path: PathData, tolerance: number): readonly FlatSubpath[] {
  const subpaths: { points: Point[]; closed: boolean }[] = [];
  let current: { points: Point[]; closed: boolean } | undefined;
  let from: Point = { x: 0, y: 0 };
  let start: Point = from;
  for (const command of path) {
    if (command[0] === "M") {
      from = { x: command[1], y: command[2] };
      start = from;
      current = { points: [from], closed: false };
      subpaths.push(current);
      continue;
    }
    if (command[0] === "Z") {
      if (current) current.closed = true;
      current = undefined;
      from = start;
      continue;
    }
    if (!current) {
      current = { points: [from], closed: false };
      subpaths.push(current);
    }
    if (command[0] === "L") {
      from = { x: command[1], y: command[2] };
      current.points.push(from);
      continue;
    }
    const [, x1, y1, x2, y2, x, y] = command;
    const bend = Math.hypot(from.x - 2 * x1 + x2, from.y - 2 * y1 + y2) + Math.hypot(x1 - 2 * x2 + x, y1 - 2 * y2 + y);
    const steps = Math.min(64, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / Math.max(tolerance, 1e-6)))));
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps;
      current.points.push({ x: cubicAt(from.x, x1, x2, x, t), y: cubicAt(from.y, y1, y2, y, t) });
    }
    from = { x, y };
  }
  return subpaths;
}

/** A subpath of straight pieces; a closed one does not repeat its first point. */
export interface FlatSubpath {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** Area within the path by signed loops: clockwise on the page counts positive, counter-clockwise holes negative. */
export function signedArea(path: PathData, tolerance = 0.01): number {
  let doubled = 0;
  for (const { points } of flattenPath(path, tolerance)) {
    for (const [index, point] of points.entries()) {
      const next = points[(index + 1) % points.length] ?? point;
      doubled += point.x * next.y - next.x * point.y;
    }
  }
  return doubled / 2;
}

/**
 * The same area for the nonzero rule: loops at odd depth run one way, those at even depth the other.
 * Holds for loops that do not cross one another or themselves.
 */
export function evenOddToNonzero(path: PathData): PathData {
  const loops = splitSubpaths(path);
  if (loops.length < 2) return path;
  const flat = loops.map((loop) => flattenPath(loop, 0.05)[0]?.points ?? []);
  return loops.flatMap((loop, index) => {
    const probe = flat[index]?.[0];
    if (!probe) return loop;
    const depth = flat.filter((other, at) => at !== index && containsPoint(other, probe)).length;
    const clockwise = signedArea(loop) >= 0;
    return clockwise === (depth % 2 === 0) ? loop : reverseLoop(loop);
  });
}

/** One path per `M`. */
export function splitSubpaths(path: PathData): readonly PathData[] {
  const loops: PathCommand[][] = [];
  for (const command of path) {
    if (command[0] === "M" || loops.length === 0) loops.push([]);
    loops.at(-1)?.push(command);
  }
  return loops;
}

/** One subpath run backwards, closed. */
export function reverseLoop(loop: PathData): PathData {
  const ends: Point[] = [];
  const segments: PathCommand[] = [];
  for (const command of loop) {
    if (command[0] === "Z") continue;
    ends.push(endOf(command));
    segments.push(command);
  }
  const last = ends.at(-1);
  if (!last) return loop;
  const reversed: PathCommand[] = [["M", last.x, last.y]];
  for (let index = segments.length - 1; index > 0; index -= 1) {
    const segment = segments[index];
    const target = ends[index - 1];
    if (!segment || !target) continue;
    if (segment[0] === "C") {
      reversed.push(["C", segment[3], segment[4], segment[1], segment[2], target.x, target.y]);
    } else reversed.push(["L", target.x, target.y]);
  }
  reversed.push(["Z"]);
  return reversed;
}

function endOf(command: Exclude<PathCommand, readonly ["Z"]>): Point {
  return command[0] === "C" ? { x: command[5], y: command[6] } : { x: command[1], y: command[2] };
}

function containsPoint(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  let previous = polygon.at(-1);
  for (const point of polygon) {
    if (previous && point.y > y !== previous.y > y) {
      const crossing = point.x + ((y - point.y) / (previous.y - point.y)) * (previous.x - point.x);
      if (x < crossing) inside = !inside;
    }
    previous = point;
  }
  return inside;
}

function cubicAt(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function cubicExtremes(a: number, b: number, c: number, d: number): readonly number[] {
  const quadratic = 3 * (-a + 3 * b - 3 * c + d);
  const linear = 6 * (a - 2 * b + c);
  const constant = 3 * (b - a);
  const within = (t: number) => t > 0 && t < 1;
  if (Math.abs(quadratic) < 1e-12) return linear === 0 ? [] : [-constant / linear].filter(within);
  const discriminant = linear * linear - 4 * quadratic * constant;
  if (discriminant < 0) return [];
  const root = Math.sqrt(discriminant);
  return [(-linear + root) / (2 * quadratic), (-linear - root) / (2 * quadratic)].filter(within);
}
