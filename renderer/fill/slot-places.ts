/** Where slots are on the laid-out pages. */

import type { Project } from "../../core/document/schema/project.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { walkItems } from "../../core/layout/walk-items.ts";
import { slotUses } from "../../core/merge/slot-uses.ts";
import { itemBounds } from "../../core/paint/item-bounds.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";

/** What a slot's value shows on a page, in points of that page. */
export interface SlotPlace {
  readonly slot: string;
  readonly rect: Rect;
}

const united = (one: Rect | undefined, other: Rect): Rect => {
  if (!one) return other;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
};

const boundsOfPages = new WeakMap<PlacedPage, ReadonlyMap<string, Rect>>();

/** What every frame shows on the page, in points of that page. Pages a letter does not change stay the same and are not measured again. */
export function frameBounds(page: PlacedPage, fonts: FontSource): ReadonlyMap<string, Rect> {
  const known = boundsOfPages.get(page) ?? measureFrames(page, fonts);
  boundsOfPages.set(page, known);
  return known;
}

function measureFrames(page: PlacedPage, fonts: FontSource): ReadonlyMap<string, Rect> {
  const bounds = new Map<string, Rect>();
  walkItems(page.items, (item, matrix, frame) => {
    const rect = frame === undefined ? undefined : itemBounds(item, fonts, matrix);
    if (frame !== undefined && rect) bounds.set(frame, united(bounds.get(frame), rect));
  });
  return bounds;
}

/** The places of all slots that show something on the page. */
export function slotPlaces(project: Project, page: PlacedPage, fonts: FontSource): readonly SlotPlace[] {
  const bounds = frameBounds(page, fonts);
  const places: SlotPlace[] = [];
  for (const [slot, { frames }] of slotUses(project)) {
    let rect: Rect | undefined;
    for (const frame of frames) {
      const one = bounds.get(frame);
      if (one) rect = united(rect, one);
    }
    if (rect) places.push({ slot, rect });
  }
  return places;
}

const holds = ({ x, y, width, height }: Rect, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** The smallest place at a point. */
export function slotAt(places: readonly SlotPlace[], point: Point): string | undefined {
  return places
    .filter(({ rect }) => holds(rect, point))
    .sort((a, b) => a.rect.width * a.rect.height - b.rect.width * b.rect.height)[0]?.slot;
}
