import { expect, test } from "vitest";
import { type Color, cmykToRgb, colorFromHex, rgbToCmyk } from "./color.ts";

const inks = (hex: string): readonly number[] => (colorFromHex(hex)?.cmyk ?? []).map((ink) => Math.round(ink * 100));

/** Every fifteenth step of the three channels. */
function* someColors(): Generator<Color["rgb"]> {
  for (let r = 0; r <= 255; r += 15) {
    for (let g = 0; g <= 255; g += 15) for (let b = 0; b <= 255; b += 15) yield [r / 255, g / 255, b / 255];
  }
}

test("greys are black alone and pure colours pure inks", () => {
  expect(inks("#000000")).toEqual([0, 0, 0, 100]);
  expect(inks("#808080")).toEqual([0, 0, 0, 50]);
  expect(rgbToCmyk([0.3, 0.3, 0.3]).slice(0, 3)).toEqual([0, 0, 0]);
  expect(inks("#ffffff")).toEqual([0, 0, 0, 0]);
  expect(inks("#ff0000")).toEqual([0, 100, 100, 0]);
  expect(inks("#00ffff")).toEqual([100, 0, 0, 0]);
});

test("deep greens keep magenta and yellow beside cyan and black", () => {
  expect(inks("#0f3437")).toEqual([87, 54, 51, 56]);
  expect(inks("#2b7263")).toEqual([73, 29, 38, 37]);
});

test("almost grey stays almost black alone", () => {
  for (const ink of inks("#1d1d1f").slice(0, 3)) expect(ink).toBeLessThan(12);
});

test("inks are within their range and 300 %, and lead back to the colour", () => {
  for (const rgb of someColors()) {
    const cmyk = rgbToCmyk(rgb);
    for (const ink of cmyk) {
      expect(ink).toBeGreaterThanOrEqual(0);
      expect(ink).toBeLessThanOrEqual(1);
    }
    expect(cmyk.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(3 + 1e-9);
    for (const [index, part] of cmykToRgb(cmyk).entries()) expect(part).toBeCloseTo(rgb[index] ?? Number.NaN, 9);
  }
});
