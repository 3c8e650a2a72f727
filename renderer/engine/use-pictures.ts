import { useCallback, useSyncExternalStore } from "react";
import type { DisplayItem, PlacedPage } from "../../core/layout/display-list.ts";
import type { DecodedPictures } from "./decoded-pictures.ts";

/** A number that grows when more pictures are there, or sharper ones: what shows pictures is then painted again. */
export function usePicturesVersion(pictures: DecodedPictures | undefined): number {
  const follow = useCallback((listener: () => void) => pictures?.follow(listener) ?? nothing, [pictures]);
  return useSyncExternalStore(follow, () => pictures?.version ?? 0);
}

const nothing = (): void => undefined;

const withPictures = new WeakMap<PlacedPage, boolean>();

/** Whether the page shows any picture of that kind. */
export function showsPictures(page: PlacedPage): boolean {
  const known = withPictures.get(page) ?? holdsPicture(page.items);
  withPictures.set(page, known);
  return known;
}

const holdsPicture = (items: readonly DisplayItem[]): boolean =>
  items.some((item) => item.kind === "image" || (item.kind === "group" && holdsPicture(item.items)));
