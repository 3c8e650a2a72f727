import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { colorFromHex, colorToHex, WHITE } from "../../color/color.ts";
import type { Swatch } from "../../document/schema/primitives.ts";
import type { DisplayItem, Paint } from "../display-list.ts";
import { svgArt } from "./svg-art.ts";
import { withSwatchInks } from "./swatch-inks.ts";

const badge = new Uint8Array(readFileSync(new URL("../../../test/fixtures/svg/lotus-badge.svg", import.meta.url)));

const colorsOf = (
  items: readonly DisplayItem[],
): readonly { readonly hex: string; readonly cmyk: readonly number[] }[] => {
  const paintColors = (paint: Paint | undefined) =>
    paint === undefined ? [] : paint.kind === "solid" ? [paint.color] : paint.stops.map((stop) => stop.color);
  return items.flatMap((item) => {
    if (item.kind === "group") return colorsOf(item.items);
    if (item.kind !== "path") return [];
    const colors = [...paintColors(item.fill), ...paintColors(item.stroke?.paint)];
    return colors.map((color) => ({ hex: colorToHex(color), cmyk: color.cmyk }));
  });
};

const art = () => {
  const result = svgArt(badge);
  if (!("art" in result)) throw new Error("the badge could not be read");
  return result.art.items;
};

it("prints a swatch's colour with the swatch's inks, fills, strokes and gradients alike, and leaves the others", () => {
  const plain = colorsOf(art());
  const hexes = [...new Set(plain.map(({ hex }) => hex))];
  expect(hexes.length).toBeGreaterThan(2);
  for (const rgb of hexes) {
    const swatch: Swatch = {
      id: "son",
      name: { vi: "Son", en: "Red" },
      rgb: rgb.toUpperCase(),
      cmyk: [11, 22, 33, 44],
    };
    const inked = colorsOf(
      withSwatchInks(art(), [swatch], () => ({ ...(colorFromHex(rgb) ?? WHITE), cmyk: [0.11, 0.22, 0.33, 0.44] })),
    );
    expect(inked).toEqual(plain.map((one) => (one.hex === rgb ? { hex: rgb, cmyk: [0.11, 0.22, 0.33, 0.44] } : one)));
  }
});

it("gives the same objects for the same swatches, and the art itself where none has inks of its own", () => {
  const items = art();
  const swatches: Swatch[] = [{ id: "a", name: { vi: "", en: "" }, rgb: "#000000", cmyk: [0, 0, 0, 100] }];
  const color = () => WHITE;
  expect(withSwatchInks(items, swatches, color)).toBe(withSwatchInks(items, swatches, color));
  expect(withSwatchInks(items, [{ id: "a", name: { vi: "", en: "" }, rgb: "#000000" }], color)).toBe(items);
});
