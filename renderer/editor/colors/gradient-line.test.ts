import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gradient } from "./gradient.ts";
import { gradientLine, onLine, placeStop, pullEnd, pullStop } from "./gradient-line.ts";

const stops = [
  { at: 0, color: { rgb: "#ff0000" } },
  { at: 0.5, color: { rgb: "#00ff00" } },
  { at: 1, color: { rgb: "#0000ff" } },
];
const linear = (angle: number): Gradient => ({ linear: { angle, stops } });
const radial: Gradient = { radial: { center: { x: 0.5, y: 0.5 }, radius: 0.7, stops } };
const size = { width: 100, height: 40 };

test("a linear gradient pulled by an end to where that end is stays as it is, whichever way it runs", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), fc.constantFrom("start" as const, "end" as const), (angle, which) => {
      const gradient = linear(angle);
      const to = gradientLine(gradient, size)[which];
      expect(pullEnd(gradient, size, which, to, false)).toEqual(gradient);
    }),
  );
});

test("Shift stops a turn at every fifteen degrees", () => {
  expect(pullEnd(linear(0), size, "end", { x: 60, y: 28 }, true)).toEqual(linear(45));
  expect(pullEnd(linear(0), size, "start", { x: 50, y: 40 }, true)).toEqual(linear(270));
});

test("a radial gradient is moved by its middle, within the frame, and sized by its rim", () => {
  expect(pullEnd(radial, size, "start", { x: 25, y: 80 }, false)).toMatchObject({
    radial: { center: { x: 0.25, y: 1 } },
  });
  expect(pullEnd(radial, size, "end", { x: 50, y: 50 }, false)).toMatchObject({ radial: { radius: 0.3 } });
  expect(pullEnd(radial, size, "end", { x: 50, y: 20 }, false)).toMatchObject({ radial: { radius: 0.01 } });
});

test("a stop goes along the line and not past its neighbours", () => {
  const line = gradientLine(linear(30), size);
  const at = (gradient: Gradient, index: number) =>
    "linear" in gradient ? gradient.linear.stops[index]?.at : undefined;
  expect(at(pullStop(linear(30), size, 1, onLine(line, 0.25)), 1)).toBe(0.25);
  expect(at(placeStop(linear(30), 0, 0.8), 0)).toBe(0.5);
  expect(at(placeStop(linear(30), 2, 7), 2)).toBe(1);
});
