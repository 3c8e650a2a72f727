import type { Color } from "../../color/color.ts";
import type { DisplayItem, PlacedPage, WrittenColumn } from "../../layout/display-list.ts";
import { rectanglePath } from "../../layout/frames/path-shapes.ts";
import type { PathData } from "../../units/geometry.ts";

/** How far a box reaches beyond its line on both sides, as a part of the line's height. */
const BESIDE = 0.3;

/** The page with a box behind every line of its text, all of them one shape: where two touch, nothing is twice as dark. */
export function withCaptionBoxes(page: PlacedPage, color: Color): PlacedPage {
  return { ...page, items: page.items.map((item) => boxed(item, color)) };
}

function boxed(item: DisplayItem, color: Color): DisplayItem {
  if (item.kind !== "group") return item;
  if (!item.written) return { ...item, items: item.items.map((inside) => boxed(inside, color)) };
  const path = item.written.columns.flatMap(boxesOf);
  if (path.length === 0) return item;
  return { ...item, items: [{ kind: "path", path, fill: { kind: "solid", color } }, ...item.items] };
}

const boxesOf = ({ lines, shift, spread }: WrittenColumn): PathData =>
  lines.flatMap(({ x, baseline, ascent, lineHeight, width, text }, index) => {
    if (text.trim() === "") return [];
    const beside = lineHeight * BESIDE;
    return rectanglePath({
      x: x - beside,
      y: baseline - ascent + shift + index * spread,
      width: width + 2 * beside,
      height: lineHeight,
    });
  });
