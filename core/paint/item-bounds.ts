/** How much room the items of a display list take, so that a layer or a search need be no larger. */

import type { FontSource } from "../fonts/font-face.ts";
import type { DisplayItem, PlacedGlyphRun, PlacedPath } from "../layout/display-list.ts";
import { pathBounds } from "../layout/frames/path-geometry.ts";
import { IDENTITY, type Matrix, multiply, type Rect, transformBounds } from "../units/geometry.ts";

/** Miters longer than this many stroke widths are cut off: the default of PDF and Canvas, said aloud in SVG. */
export const MITER_LIMIT = 10;

/** The smallest rectangle that holds both; either may be missing. */
function unionRect(one: Rect | undefined, other: Rect | undefined): Rect | undefined {
  if (!one || !other) return one ?? other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** What two rectangles have in common, or undefined where that is nothing. */
export function intersectRect(one: Rect, other: Rect): Rect | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function strokedBounds({ path, stroke }: PlacedPath): Rect | undefined {
  const bounds = pathBounds(path);
  if (!bounds || !stroke) return bounds;
  const reach = (stroke.width / 2) * (stroke.join === "miter" ? MITER_LIMIT : Math.SQRT2);
  return {
    x: bounds.x - reach,
    y: bounds.y - reach,
    width: bounds.width + 2 * reach,
    height: bounds.height + 2 * reach,
  };
}

function runBounds(run: PlacedGlyphRun, fonts: FontSource): Rect | undefined {
  const face = fonts.face(run.font);
  if (!face) return undefined;
  const scale = run.size / face.unitsPerEm;
  let bounds: Rect | undefined;
  for (const { span, dx } of run.spans) {
    if (!span.ink) continue;
    const { xMin, xMax, yMin, yMax } = span.ink;
    bounds = unionRect(bounds, {
      x: run.x + dx + xMin * scale,
      y: run.y - yMax * scale,
      width: (xMax - xMin) * scale + Math.max(0, run.tracking) * span.clusters.length,
      height: (yMax - yMin) * scale,
    });
  }
  return bounds;
}

/** Bounds of one item in the coordinates `matrix` leads to; undefined where it paints nothing. */
export function itemBounds(item: DisplayItem, fonts: FontSource, matrix: Matrix = IDENTITY): Rect | undefined {
  switch (item.kind) {
    case "glyphs":
      return placed(runBounds(item, fonts), matrix);
    case "path":
      return placed(strokedBounds(item), matrix);
    case "image":
    case "mask":
      return transformBounds(matrix, item.rect);
    case "link":
      return undefined;
    case "group": {
      const own = item.transform ? multiply(matrix, item.transform) : matrix;
      const inner = itemsBounds(item.items, fonts, own);
      if (!item.clip || !inner) return inner;
      const clip = pathBounds(item.clip);
      return clip && intersectRect(inner, transformBounds(own, clip));
    }
  }
}

const placed = (bounds: Rect | undefined, matrix: Matrix) => bounds && transformBounds(matrix, bounds);

/** Bounds of several items together. */
export function itemsBounds(
  items: readonly DisplayItem[],
  fonts: FontSource,
  matrix: Matrix = IDENTITY,
): Rect | undefined {
  let bounds: Rect | undefined;
  for (const item of items) bounds = unionRect(bounds, itemBounds(item, fonts, matrix));
  return bounds;
}
