/** SVG knows screens only: where its colours are those of a swatch, they print with the swatch's inks. */

import { type Color, colorToHex } from "../../color/color.ts";
import type { Swatch } from "../../document/schema/primitives.ts";
import type { DisplayItem, Paint, PlacedPath } from "../display-list.ts";

type Items = readonly DisplayItem[];

const known = new WeakMap<Items, WeakMap<readonly Swatch[], Items>>();

/** The art with the inks of `swatches` in place of computed ones; `colorOf` resolves a swatch's id. The same objects give the same result. */
export function withSwatchInks(items: Items, swatches: readonly Swatch[], colorOf: (id: string) => Color): Items {
  const mixed = swatches.filter((swatch) => swatch.cmyk !== undefined);
  if (mixed.length === 0) return items;
  const bySwatches = known.get(items) ?? new WeakMap<readonly Swatch[], Items>();
  known.set(items, bySwatches);
  const done = bySwatches.get(swatches);
  if (done) return done;
  const inks = new Map(mixed.map(({ id, rgb }) => [rgb.toLowerCase(), colorOf(id).cmyk]));
  const inked = inkItems(items, (color) => {
    const cmyk = inks.get(colorToHex(color));
    return cmyk === undefined ? color : { ...color, cmyk };
  });
  bySwatches.set(swatches, inked);
  return inked;
}

type Ink = (color: Color) => Color;

const inkItems = (items: Items, ink: Ink): Items =>
  items.map((item) => {
    if (item.kind === "group") return { ...item, items: inkItems(item.items, ink) };
    return item.kind === "path" ? inkPath(item, ink) : item;
  });

const inkPath = (item: PlacedPath, ink: Ink): PlacedPath => ({
  ...item,
  ...(item.fill && { fill: inkPaint(item.fill, ink) }),
  ...(item.stroke && { stroke: { ...item.stroke, paint: inkPaint(item.stroke.paint, ink) } }),
});

const inkPaint = (paint: Paint, ink: Ink): Paint =>
  paint.kind === "solid"
    ? { ...paint, color: ink(paint.color) }
    : { ...paint, stops: paint.stops.map((stop) => ({ ...stop, color: ink(stop.color) })) };
