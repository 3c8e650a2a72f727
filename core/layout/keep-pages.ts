/** Pages that came out as they were are the same objects, so that whoever shows or paints them sees at a glance what changed. */

import type { Edges } from "../units/geometry.ts";
import type { PlacedPage } from "./display-list.ts";

/** `pages`, with those of `before` in place of their equals. */
export function keepPages(before: readonly PlacedPage[], pages: readonly PlacedPage[]): readonly PlacedPage[] {
  const known = new Map(before.map((page) => [page.key, page]));
  return pages.map((page) => {
    const twin = known.get(page.key);
    return twin && samePage(twin, page) ? twin : page;
  });
}

const samePage = (one: PlacedPage, other: PlacedPage): boolean =>
  one.index === other.index &&
  one.folio === other.folio &&
  one.width === other.width &&
  one.height === other.height &&
  one.language === other.language &&
  sameEdges(one.bleed, other.bleed) &&
  sameEdges(one.safe, other.safe) &&
  one.items.length === other.items.length &&
  one.items.every((item, index) => item === other.items[index]);

const sameEdges = (one: Edges, other: Edges): boolean =>
  one.top === other.top && one.right === other.right && one.bottom === other.bottom && one.left === other.left;
