import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { compareRasters, cropRaster, type Raster } from "./compare-rasters.ts";

/** A thin slanted stroke, moved to the right by `dx` pixels, with or without a dot beside it. */
function stroke(dx: number, dot = false): Raster {
  const context = createCanvas(100, 60).getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 100, 60);
  context.fillStyle = "#000";
  context.setTransform(1, 0, -0.2, 1, 30 + dx, 0);
  context.fillRect(0, 5, 3, 50);
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (dot) context.fillRect(60, 20, 2, 2);
  return context.getImageData(0, 0, 100, 60);
}

test("an edge moved by half a pixel is explained, a stroke moved by three pixels or a dot too many is not", () => {
  expect(compareRasters(stroke(0), stroke(0), 0)).toEqual({ beyond: 0, unexplained: 0, largest: 0, mean: 0 });
  const nudged = compareRasters(stroke(0), stroke(0.5), 48);
  expect(nudged.beyond).toBeGreaterThan(0.01);
  expect(nudged.unexplained).toBe(0);
  expect(compareRasters(stroke(0), stroke(3), 48).unexplained).toBeGreaterThan(0.01);
  expect(compareRasters(stroke(0), stroke(0, true), 48).unexplained).toBe(4 / 6000);
});

test("pictures of different sizes are not compared", () => {
  expect(() => compareRasters(stroke(0), cropRaster(stroke(0), 0, 0, 50, 60), 0)).toThrow(RangeError);
  expect(cropRaster(stroke(0, true), 60, 20, 2, 2).data).toEqual(
    new Uint8ClampedArray([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]),
  );
});
