/** Painting a page, or only the part of it that changed. */

import { WHITE } from "../../core/color/color.ts";
import { boundsAround } from "../../core/document/frame-geometry.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { DisplayItem, PlacedPage } from "../../core/layout/display-list.ts";
import { type CanvasSources, paintPage } from "../../core/paint/canvas/paint-canvas.ts";
import { intersectRect, itemBounds } from "../../core/paint/item-bounds.ts";
import { type Matrix, type Rect, transformBounds } from "../../core/units/geometry.ts";
import { painterContext } from "./browser-canvas.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Anti-aliasing reaches this many pixels beyond what geometry says. */
const EDGE = 2;

const boundsOfItems = new WeakMap<DisplayItem, { readonly bounds: Rect | undefined }>();

/** Bounds of an item on its page in points, worked out once. */
function boundsOf(item: DisplayItem, fonts: FontSource): Rect | undefined {
  const known = boundsOfItems.get(item);
  if (known) return known.bounds;
  const bounds = itemBounds(item, fonts);
  boundsOfItems.set(item, { bounds });
  return bounds;
}

/**
 * The part of a page, in points, that looks otherwise in `after`; undefined where nothing does. What is the same object looks the
 * same, wherever in the order of the page it lies between others that stayed.
 */
export function changedRegion(before: PlacedPage, after: PlacedPage, fonts: FontSource): Rect | undefined {
  if (before.items === after.items) return undefined;
  const kept = new Set(before.items).intersection(new Set(after.items));
  const changed = [...before.items, ...after.items].filter((item) => !kept.has(item));
  const order = after.items.filter((item) => kept.has(item));
  const passed = before.items.filter((item) => kept.has(item)).filter((item, index) => order[index] !== item);
  return boundsAround([...changed, ...passed].flatMap((item) => boundsOf(item, fonts) ?? []));
}

export interface RegionOptions {
  /** From points of the page to pixels of the canvas. */
  readonly matrix: Matrix;
  /** Pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  readonly bleed?: boolean;
  /** Points; everything where absent. */
  readonly region?: Rect;
}

/** Paints what of the page lies in the region, on white paper, and nothing outside it. */
export function paintRegion(context: Context, page: PlacedPage, sources: CanvasSources, options: RegionOptions): void {
  const { matrix, width, height, bleed = false, region } = options;
  const canvas: Rect = { x: 0, y: 0, width, height };
  const area = region ? intersectRect(pixelsAround(transformBounds(matrix, region)), canvas) : canvas;
  if (!area) return;
  const seen = page.items.filter((item) => {
    const bounds = boundsOf(item, sources.fonts);
    return bounds && intersectRect(pixelsAround(transformBounds(matrix, bounds)), area);
  });
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  paintPage(painterContext(context), { ...page, items: seen }, sources, { matrix, width, height, bleed, paper: WHITE });
  context.restore();
}

/** Whole pixels that hold the rectangle with its smoothed edges. */
function pixelsAround({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x) - EDGE;
  const top = Math.floor(y) - EDGE;
  return { x: left, y: top, width: Math.ceil(x + width) + EDGE - left, height: Math.ceil(y + height) + EDGE - top };
}
