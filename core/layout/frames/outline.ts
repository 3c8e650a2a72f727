/** The outline of a frame as a path. */

import type { Outline } from "../../document/schema/frames.ts";
import type { PathCommand, PathData, Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import { type ParsedPathData, parsePathData } from "../svg-art/path-data.ts";
import { transformPath } from "./path-geometry.ts";
import { ellipsePath, polygonPath, rectanglePath, roundedRectanglePath } from "./path-shapes.ts";

type Radius = number | readonly [number, number, number, number] | undefined;

/** `rect` in points; radii of the outline in millimetres. Empty where an outline's path data is malformed: see `outlineProblem`. */
export function outlinePath(outline: Outline, rect: Rect): PathData {
  switch (outline.kind) {
    case "rectangle":
      return boxPath(outline.radius, rect);
    case "ellipse":
      return ellipsePath(rect);
    case "polygon":
      return polygonPath(rect, outline.sides, outline.inner);
    case "path": {
      const [left, top, width, height] = outline.viewBox;
      const scaleX = rect.width / width;
      const scaleY = rect.height / height;
      const place = [scaleX, 0, 0, scaleY, rect.x - left * scaleX, rect.y - top * scaleY] as const;
      return transformPath(place, parsedData(outline).path);
    }
  }
}

/** What is wrong with an outline's path data, in the parser's words; undefined where nothing is. */
export function outlineProblem(outline: Outline): string | undefined {
  return outline.kind === "path" ? parsedData(outline).problem : undefined;
}

/** A rectangle with one radius or four (top left, top right, bottom right, bottom left), in millimetres. */
export function boxPath(radius: Radius, rect: Rect): PathData {
  const [a, b, c, d] = typeof radius === "number" ? [radius, radius, radius, radius] : (radius ?? [0, 0, 0, 0]);
  if (a + b + c + d === 0) return rectanglePath(rect);
  return roundedRectanglePath(rect, [mmToPt(a), mmToPt(b), mmToPt(c), mmToPt(d)]);
}

const parsedByOutline = new WeakMap<object, ParsedPathData>();

/** View boxes a point may lie away from its own; what lies further is a slip of the pen, and beyond the numbers painters write. */
const FARTHEST = 1_000;

function parsedData(outline: Extract<Outline, { kind: "path" }>): ParsedPathData {
  const known = parsedByOutline.get(outline);
  if (known) return known;
  const read = parsePathData(outline.d);
  const parsed = read.path.every((command) => isNear(command, outline.viewBox))
    ? read
    : { path: [], problem: "number out of range" };
  parsedByOutline.set(outline, parsed);
  return parsed;
}

function isNear(command: PathCommand, [left, top, width, height]: readonly [number, number, number, number]): boolean {
  return command.every((part, index) => {
    if (typeof part === "string") return true;
    const away = index % 2 === 1 ? (part - left) / width : (part - top) / height;
    return Math.abs(away) <= FARTHEST;
  });
}
