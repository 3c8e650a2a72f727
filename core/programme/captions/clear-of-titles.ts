/** Captions and titles at the same time: words do not lie over words. */

import { intersectRect } from "../../paint/item-bounds.ts";
import type { Rect } from "../../units/geometry.ts";

/** What is higher than this part of the picture is a ground for words, such as a darkened half, and no obstacle. */
const HIGHEST_OBSTACLE = 0.3;
/** Left free between a caption and a title, as a part of the picture's height. */
const GAP = 0.02;
/** Captions stay in their half of the picture. */
const FARTHEST = 0.5;

/**
 * Pixels by which a caption is moved down (up where negative) so that it lies over none of the titles seen while it is there; even. A caption
 * for which there is no room beside them stays in its place.
 */
export function shiftClearOf(
  caption: Rect,
  titles: readonly Rect[],
  picture: { readonly width: number; readonly height: number },
  position: "top" | "bottom" = "bottom",
): number {
  const gap = picture.height * GAP;
  const obstacles = titles
    .filter(({ height }) => height <= picture.height * HIGHEST_OBSTACLE)
    .map(({ x, y, width, height }) => ({ x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap }));
  let y = caption.y;
  for (;;) {
    const met = obstacles.filter((one) => intersectRect({ ...caption, y }, one));
    if (met.length === 0) break;
    y =
      position === "bottom"
        ? Math.min(...met.map((one) => one.y)) - caption.height
        : Math.max(...met.map((one) => one.y + one.height));
    const middle = y + caption.height / 2;
    const inside =
      position === "bottom" ? middle >= picture.height * FARTHEST : middle <= picture.height * (1 - FARTHEST);
    if (!inside) return 0;
  }
  const away = Math.abs(y - caption.y);
  return Math.sign(y - caption.y) * 2 * Math.ceil(away / 2);
}
