import { expect, it } from "vitest";
import { tagPlace } from "./paint-hints.ts";

const size = { width: 800, height: 600 };

it("puts the figures beside the corner they speak of", () => {
  expect(tagPlace({ x: 300, y: 200 }, 100, size)).toEqual({ x: 360, y: 218 });
});

it("keeps them in the window where that corner is outside", () => {
  expect(tagPlace({ x: 900, y: 700 }, 100, size)).toEqual({ x: 742, y: 583 });
  expect(tagPlace({ x: -200, y: -50 }, 100, size)).toEqual({ x: 58, y: 17 });
});
