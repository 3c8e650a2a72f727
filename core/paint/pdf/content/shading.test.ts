import { expect, test } from "vitest";
import { type Color, colorFromHex } from "../../../color/color.ts";
import { alphaShading, colorShading, type Gradient, hasAlpha } from "./shading.ts";

const color = (hex: string, alpha = 1): Color => ({ ...(colorFromHex(hex) as Color), alpha });
const linear = (...stops: Gradient["stops"]): Gradient => ({
  kind: "linear",
  from: { x: 1, y: 2 },
  to: { x: 3, y: 4 },
  stops,
});

interface Sampled {
  readonly FunctionType: number;
  readonly C0?: readonly number[];
  readonly C1?: readonly number[];
  readonly Functions?: readonly Sampled[];
  readonly Bounds?: readonly number[];
}

/** PDF 7.10.3 and 7.10.4. */
function evaluate(fn: Sampled, t: number): readonly number[] {
  if (fn.FunctionType === 2) return (fn.C0 ?? []).map((from, index) => from + t * ((fn.C1?.[index] ?? 0) - from));
  const bounds = fn.Bounds ?? [];
  const index = bounds.filter((bound) => t >= bound).length;
  const low = bounds[index - 1] ?? 0;
  const high = bounds[index] ?? 1;
  return evaluate(fn.Functions?.[index] as Sampled, (t - low) / (high - low));
}
const at = (gradient: Gradient, t: number, colour: "rgb" | "cmyk" = "rgb") =>
  evaluate(colorShading(gradient, colour).Function as unknown as Sampled, t).map(
    (part) => Math.round(part * 1000) / 1000,
  );

test("two stops are one exponential function between them", () => {
  const gradient = linear({ at: 0, color: color("#ff0000") }, { at: 1, color: color("#0000ff") });
  expect(colorShading(gradient, "rgb")).toMatchObject({
    ShadingType: 2,
    Coords: [1, 2, 3, 4],
    ColorSpace: "DeviceRGB",
  });
  expect(at(gradient, 0.25)).toEqual([0.75, 0, 0.25]);
  expect(at(gradient, 0.5, "cmyk")).toEqual([0.5, 1, 0.5, 0]);
});

test("stops inside keep the colour to both ends, and hard edges stay hard", () => {
  const gradient = linear(
    { at: 0.2, color: color("#ff0000") },
    { at: 0.5, color: color("#00ff00") },
    { at: 0.5, color: color("#0000ff") },
    { at: 0.8, color: color("#ffffff") },
  );
  expect(at(gradient, 0.1)).toEqual([1, 0, 0]);
  expect(at(gradient, 0.35)).toEqual([0.5, 0.5, 0]);
  expect(at(gradient, 0.4999)[1]).toBeGreaterThan(0.99);
  expect(at(gradient, 0.5002)[2]).toBeGreaterThan(0.99);
  expect(at(gradient, 0.95)).toEqual([1, 1, 1]);
});

test("bounds grow even where all stops share an end", () => {
  const gradient = linear(
    { at: 0, color: color("#ff0000") },
    { at: 1, color: color("#00ff00") },
    { at: 1, color: color("#0000ff") },
    { at: 1, color: color("#ffffff") },
  );
  const { Bounds: bounds = [] } = colorShading(gradient, "rgb").Function as unknown as Sampled;
  expect(bounds).toHaveLength(2);
  expect(bounds.every((bound, index) => bound > (bounds[index - 1] ?? 0) && bound < 1)).toBe(true);
});

test("alpha becomes grey, times the opacity around it", () => {
  const gradient: Gradient = {
    kind: "radial",
    center: { x: 5, y: 6 },
    radius: 7,
    stops: [
      { at: 0, color: color("#123456") },
      { at: 1, color: color("#123456", 0.5) },
    ],
  };
  expect(hasAlpha(gradient)).toBe(true);
  const shading = alphaShading(gradient, 0.5);
  expect(shading).toMatchObject({ ShadingType: 3, ColorSpace: "DeviceGray", Coords: [5, 6, 0, 5, 6, 7] });
  expect(evaluate(shading.Function as unknown as Sampled, 1)).toEqual([0.25]);
});
