/** Painting a page, or only the part of it that changed. */

import { WHITE } from "../../core/color/color.ts";
import { boundsAround } from "../../core/document/frame-geometry.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { DisplayItem, PlacedGroup, PlacedPage } from "../../core/layout/display-list.ts";
import { pathBounds } from "../../core/layout/frames/path-geometry.ts";
import { type CanvasSources, paintPage } from "../../core/paint/canvas/paint-canvas.ts";
import { intersectRect, itemBounds } from "../../core/paint/item-bounds.ts";
import { IDENTITY, inverse, type Matrix, multiply, type Rect, transformBounds } from "../../core/units/geometry.ts";
import { painterContext } from "./browser-canvas.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Anti-aliasing reaches this many pixels beyond what geometry says. */
const EDGE = 2;

const boundsOfItems = new WeakMap<DisplayItem, { readonly bounds: Rect | undefined }>();

/** Bounds of an item in points of what it lies in, worked out once; lines of a text that stay are not measured again with the text. */
function boundsOf(item: DisplayItem, fonts: FontSource): Rect | undefined {
  const known = boundsOfItems.get(item);
  if (known) return known.bounds;
  const bounds = item.kind === "group" ? groupBounds(item, fonts) : itemBounds(item, fonts);
  boundsOfItems.set(item, { bounds });
  return bounds;
}

function groupBounds({ items, clip, transform }: PlacedGroup, fonts: FontSource): Rect | undefined {
  const inner = boundsAround(items.flatMap((item) => boundsOf(item, fonts) ?? []));
  const cut = clip && pathBounds(clip);
  const seen = clip && inner ? cut && intersectRect(inner, cut) : inner;
  return seen && transform ? transformBounds(transform, seen) : seen;
}

/**
 * The part of a page, in points, that looks otherwise in `after`; undefined where nothing does. What is the same object looks the
 * same, wherever in the order of the page it lies between others that stayed; of a frame that stayed where it is, only what changed in it.
 */
export function changedRegion(before: PlacedPage, after: PlacedPage, fonts: FontSource): Rect | undefined {
  return boundsAround(changedParts(before.items, after.items, fonts));
}

function changedParts(
  before: readonly DisplayItem[],
  after: readonly DisplayItem[],
  fonts: FontSource,
): readonly Rect[] {
  if (before === after) return [];
  const left = new Set(before);
  const came = after.filter((item) => !left.has(item));
  const stayed = new Set(after);
  const gone = before.filter((item) => !stayed.has(item));
  const partners = partnersOf(gone, came);
  const isKept = (item: DisplayItem): boolean => stayed.has(item) || partners.has(item);
  const changed = [...gone.filter((item) => !partners.has(item)), ...came.filter((item) => !partners.has(item))];
  const order = after.flatMap((item) => (left.has(item) ? item : (partners.get(item) ?? [])));
  const passed = before.filter(isKept).filter((item, index) => order[index] !== item);
  const parts = [...changed, ...passed].flatMap((item) => boundsOf(item, fonts) ?? []);
  for (const item of gone) {
    const twin = partners.get(item);
    if (item.kind !== "group" || twin?.kind !== "group") continue;
    const inside = changedParts(item.items, twin.items, fonts);
    parts.push(...(item.transform ? inside.map((part) => transformBounds(item.transform ?? IDENTITY, part)) : inside));
  }
  return parts;
}

/** Frames with other content in the same place, each leading to the other. */
function partnersOf(gone: readonly DisplayItem[], came: readonly DisplayItem[]): ReadonlyMap<DisplayItem, DisplayItem> {
  const partners = new Map<DisplayItem, DisplayItem>();
  if (gone.length === 0 || came.length === 0) return partners;
  const byFrame = new Map(gone.flatMap((item) => (item.kind === "group" && item.frame ? [[item.frame, item]] : [])));
  for (const item of came) {
    const twin = item.kind === "group" && item.frame ? byFrame.get(item.frame) : undefined;
    if (!twin || item.kind !== "group" || !standAlike(twin, item) || partners.has(twin)) continue;
    partners.set(twin, item);
    partners.set(item, twin);
  }
  return partners;
}

const standAlike = (one: PlacedGroup, other: PlacedGroup): boolean =>
  one.opacity === other.opacity &&
  one.clip === undefined &&
  other.clip === undefined &&
  (one.transform ?? IDENTITY).every((value, index) => value === (other.transform ?? IDENTITY)[index]);

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
  const items = itemsIn(page.items, sources.fonts, area, matrix);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  paintPage(painterContext(context), { ...page, items }, sources, { matrix, width, height, bleed, paper: WHITE });
  context.restore();
}

/** Groups of more items are looked into. */
const MANY = 8;

/** What of the items, whose points `matrix` takes to the canvas, is seen in an area of it. */
function itemsIn(items: readonly DisplayItem[], fonts: FontSource, area: Rect, matrix: Matrix): readonly DisplayItem[] {
  const back = inverse(matrix);
  // The area with the edges, in points: looking there spares taking every item to the canvas.
  const window = back && transformBounds(back, grown(area, 2 * EDGE));
  const seen: DisplayItem[] = [];
  for (const item of items) {
    const bounds = boundsOf(item, fonts);
    if (!bounds || !window || !meet(bounds, window)) continue;
    if (item.kind !== "group" || item.items.length <= MANY || item.opacity !== undefined) {
      seen.push(item);
      continue;
    }
    const own = item.transform ? multiply(matrix, item.transform) : matrix;
    const inner = itemsIn(item.items, fonts, area, own);
    seen.push(inner.length === item.items.length ? item : { ...item, items: inner });
  }
  return seen;
}

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** What has no width or no height meets others too: lines. */
const meet = (one: Rect, other: Rect): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height;

/** Whole pixels that hold the rectangle with its smoothed edges. */
function pixelsAround({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x) - EDGE;
  const top = Math.floor(y) - EDGE;
  return { x: left, y: top, width: Math.ceil(x + width) + EDGE - left, height: Math.ceil(y + height) + EDGE - top };
}
