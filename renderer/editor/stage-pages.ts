/** The stage: all pages one below the other, in millimetres, the pages' middles at x = 0. */

import type { PlacedDocument, PlacedPage } from "../../core/layout/display-list.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { ptToMm } from "../../core/units/units.ts";

/** Millimetres of desk between two pages. */
const PAGE_GAP = 12;

export interface StagePage extends Rect {
  readonly placed: PlacedPage;
  /** The page of the project whose frames can be edited here; undefined on pages flowing text has added. */
  readonly page: string | undefined;
}

/** Where every page lies on the stage. */
export function stagePages({ pages }: PlacedDocument, ids: ReadonlySet<string>): readonly StagePage[] {
  let top = 0;
  return pages.map((placed) => {
    const width = ptToMm(placed.width);
    const height = ptToMm(placed.height);
    const page = placed.key !== undefined && ids.has(placed.key) ? placed.key : undefined;
    const stagePage = { x: -width / 2, y: top, width, height, placed, page };
    top += height + PAGE_GAP;
    return stagePage;
  });
}

/** How much of the stage the window shows: the stage's point in its top left corner, and CSS pixels per millimetre. */
export interface StageView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels per millimetre where the page has the size of its paper. */
export const ACTUAL_SCALE = 96 / 25.4;
const LEAST_ZOOM = 0.05;
const GREATEST_ZOOM = 16;
/** CSS pixels left free around what is made to fit. */
const FIT_MARGIN = 32;

export const clampScale = (scale: number): number =>
  Math.min(GREATEST_ZOOM * ACTUAL_SCALE, Math.max(LEAST_ZOOM * ACTUAL_SCALE, scale));

export const toView = ({ x, y, scale }: StageView, point: Point): Point => ({
  x: (point.x - x) * scale,
  y: (point.y - y) * scale,
});

export const toStage = ({ x, y, scale }: StageView, point: Point): Point => ({
  x: point.x / scale + x,
  y: point.y / scale + y,
});

/** The view at another scale, with the point of the stage under `anchor` (CSS pixels) staying there. */
export function zoomAround(view: StageView, wished: number, anchor: Point): StageView {
  const scale = clampScale(wished);
  const still = toStage(view, anchor);
  return { scale, x: still.x - anchor.x / scale, y: still.y - anchor.y / scale };
}

/** The whole of `rect` in the middle of the window, or its width at the window's top. */
export function fitView(rect: Rect, size: ViewSize, what: "whole" | "width"): StageView {
  const across = Math.max(1, size.width - 2 * FIT_MARGIN) / rect.width;
  const down = Math.max(1, size.height - 2 * FIT_MARGIN) / rect.height;
  const scale = clampScale(what === "width" ? across : Math.min(across, down));
  const x = rect.x + rect.width / 2 - size.width / 2 / scale;
  if (what === "width") return { scale, x, y: rect.y - FIT_MARGIN / scale };
  return { scale, x, y: rect.y + rect.height / 2 - size.height / 2 / scale };
}

/** The view moved as little as shows `rect`; the same object where it is in view already. */
export function reveal(view: StageView, size: ViewSize, rect: Rect): StageView {
  const x = revealAxis(view.x, size.width / view.scale, rect.x, rect.width);
  const y = revealAxis(view.y, size.height / view.scale, rect.y, rect.height);
  return x === view.x && y === view.y ? view : { ...view, x, y };
}

function revealAxis(start: number, length: number, from: number, extent: number): number {
  const end = from + extent;
  if (extent > length) return from < start + length && end > start ? start : from;
  if (from < start) return from;
  return end > start + length ? end - length : start;
}

/** Keeps some of the pages in the window, however far it is moved. */
export function keepInReach(view: StageView, size: ViewSize, pages: readonly StagePage[]): StageView {
  const widest = Math.max(0, ...pages.map((page) => page.width));
  const last = pages.at(-1);
  const bottom = last ? last.y + last.height : 0;
  const width = size.width / view.scale;
  const height = size.height / view.scale;
  const x = Math.min(widest / 2 - width * 0.1, Math.max(-widest / 2 - width * 0.9, view.x));
  const y = Math.min(bottom - height * 0.1, Math.max(-height * 0.9, view.y));
  return x === view.x && y === view.y ? view : { ...view, x, y };
}

/** The page under a point of the stage, or the nearest one. */
export function pageNear(pages: readonly StagePage[], point: Point): StagePage | undefined {
  let nearest: StagePage | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const page of pages) {
    const dx = Math.max(page.x - point.x, 0, point.x - page.x - page.width);
    const dy = Math.max(page.y - point.y, 0, point.y - page.y - page.height);
    const distance = Math.hypot(dx, dy);
    if (distance >= least) continue;
    least = distance;
    nearest = page;
  }
  return nearest;
}

/** Whether a rectangle of the stage is in the window. */
export const isInView = (view: StageView, size: ViewSize, rect: Rect): boolean =>
  rect.x < view.x + size.width / view.scale &&
  rect.x + rect.width > view.x &&
  rect.y < view.y + size.height / view.scale &&
  rect.y + rect.height > view.y;
