import fc from "fast-check";
import { expect, test } from "vitest";
import { type Color, colorFromHex } from "./color.ts";
import { relativeLuminance } from "./contrast.ts";
import { oklchToRgb, rgbToOklch, withLuminance } from "./oklch.ts";

const rgbOf = (hex: string): Color["rgb"] => colorFromHex(hex)?.rgb ?? [0, 0, 0];
const part = fc.double({ min: 0, max: 1, noNaN: true });

test("known colours have the figures Oklab gives them", () => {
  const red = rgbToOklch(rgbOf("#ff0000"));
  expect(red.lightness).toBeCloseTo(0.628, 3);
  expect(red.chroma).toBeCloseTo(0.2577, 3);
  expect(red.hue).toBeCloseTo(29.23, 1);
  expect(rgbToOklch(rgbOf("#ffffff")).lightness).toBeCloseTo(1, 6);
});

test("there and back is the same colour", () => {
  fc.assert(
    fc.property(fc.tuple(part, part, part), (rgb) => {
      for (const [index, value] of oklchToRgb(rgbToOklch(rgb)).entries()) expect(value).toBeCloseTo(rgb[index] ?? 0, 3);
    }),
  );
});

test("any hue is found at any luminance", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 360, noNaN: true }), part, (hue, luminance) => {
      const rgb = withLuminance(hue, 0.15, luminance);
      expect(relativeLuminance({ rgb, alpha: 1 })).toBeCloseTo(luminance, 2);
    }),
  );
});
