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
 * Pixels by which a caption is moved down (up where negative) so that it lies over none of the titles seen while it is there; even. `titles`
 * are their frames, those of a title together: a caption goes by a title as a whole where there is room for that, else between its frames.
 * One for which there is no room beside them stays in its place.
 */
export function shiftClearOf(
  caption: Rect,
  titles: readonly (readonly Rect[])[],
  picture: { readonly width: number; readonly height: number },
  position: "top" | "bottom" = "bottom",
): number {
  const gap = picture.height * GAP;
  const frames = titles.map((title) => title.filter(({ height }) => height <= picture.height * HIGHEST_OBSTACLE));
  const around = ({ x, y, width, height }: Rect): Rect => ({
    x: x - gap,
    y: y - gap,
    width: width + 2 * gap,
    height: height + 2 * gap,
  });
  const clear = (obstacles: readonly Rect[]): number | undefined => {
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
      if (!inside) return undefined;
    }
    return Math.sign(y - caption.y) * 2 * Math.ceil(Math.abs(y - caption.y) / 2);
  };
  const wholes = frames.flatMap((title) => unionOf(title) ?? []);
  return clear(wholes.map(around)) ?? clear(frames.flat().map(around)) ?? 0;
}

function unionOf(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((one) => one.x));
  const y = Math.min(...rects.map((one) => one.y));
  const width = Math.max(...rects.map((one) => one.x + one.width)) - x;
  return { x, y, width, height: Math.max(...rects.map((one) => one.y + one.height)) - y };
}
