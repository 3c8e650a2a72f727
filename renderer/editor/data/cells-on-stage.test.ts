import { expect, test } from "vitest";
import type { PlacedCells } from "../../../core/layout/display-list.ts";
import { multiply, rotation, translation } from "../../../core/units/geometry.ts";
import { placeUnder, rectOfRange } from "./cells-on-stage.ts";

/** The header and the rows from the fourth on, as on the second page of a table. */
const cells: PlacedCells = { rows: [0, 3, 4], x: [0, 40, 100], y: [0, 10, 30, 35] };

test("a point is in the row that stands there, on a turned table too, and outside in none", () => {
  const plain = { cells, matrix: translation(5, 5) };
  expect(placeUnder(plain, { x: 6, y: 6 })).toEqual({ row: 0, column: 0 });
  expect(placeUnder(plain, { x: 45.5, y: 16 })).toEqual({ row: 3, column: 1 });
  expect(placeUnder(plain, { x: 4, y: 16 })).toBeUndefined();
  expect(placeUnder(plain, { x: 6, y: 41 })).toBeUndefined();
  const turned = {
    cells,
    matrix: multiply(translation(200, 0), multiply(rotation(90, { x: 0, y: 0 }), [2, 0, 0, 2, 0, 0])),
  };
  // A quarter turn to the right: down the table is to the left on the stage.
  expect(placeUnder(turned, { x: 200 - 2 * 32, y: 2 * 50 })).toEqual({ row: 4, column: 1 });
});

test("a range covers what of its rows stands there", () => {
  expect(rectOfRange(cells, { top: 3, left: 1, bottom: 4, right: 1 })).toEqual({ x: 40, y: 10, width: 60, height: 25 });
  expect(rectOfRange(cells, { top: 2, left: 0, bottom: 3, right: 1 })).toEqual({ x: 0, y: 10, width: 100, height: 20 });
  expect(rectOfRange(cells, { top: 1, left: 0, bottom: 2, right: 1 })).toBeUndefined();
});
