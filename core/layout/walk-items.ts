/** Visits every item of a display list with the transform that puts it on its page. */

import { IDENTITY, type Matrix, multiply } from "../units/geometry.ts";
import type { DisplayItem, PlacedGroup } from "./display-list.ts";

export type LeafItem = Exclude<DisplayItem, PlacedGroup>;

/** `frame` is the innermost frame the item belongs to; depth first, in painting order. */
export function walkItems(
  items: readonly DisplayItem[],
  visit: (item: LeafItem, matrix: Matrix, frame: string | undefined) => void,
  matrix: Matrix = IDENTITY,
  frame?: string,
): void {
  for (const item of items) {
    if (item.kind !== "group") visit(item, matrix, frame);
    else walkItems(item.items, visit, item.transform ? multiply(matrix, item.transform) : matrix, item.frame ?? frame);
  }
}
