import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTable } from "./check-table.ts";
import {
  canMoveLines,
  insertLines,
  mergeRange,
  moveLines,
  removeLines,
  setHeaderRows,
  splitRange,
  type Table,
  tablePlaces,
  withPlaces,
} from "./table-places.ts";

const table = (rows: number, columns: number): Table => ({
  columns: Array.from({ length: columns }, () => ({ width: 1 })),
  rows: Array.from({ length: rows }, (_, row) => ({
    cells: Array.from({ length: columns }, (_, column) => ({ text: `${row}.${column}` })),
  })),
});
/** Each place by the text of the cell that covers it. */
const shown = (one: Table): readonly string[] => {
  const grid = one.rows.map(() => one.columns.map(() => "?"));
  for (const { cell, row, column, rowSpan, columnSpan } of tablePlaces(one)) {
    for (let y = row; y < row + rowSpan; y += 1) grid[y]?.fill(cell.text ?? "-", column, column + columnSpan);
  }
  return grid.map((line) => line.join(" "));
};

test("rows and columns are put in and taken out through merged cells", () => {
  const merged = mergeRange(table(3, 3), { top: 0, left: 0, bottom: 1, right: 1 });
  expect(shown(merged)).toEqual(["0.0 0.0 0.2", "0.0 0.0 1.2", "2.0 2.1 2.2"]);
  expect(shown(insertLines(merged, "row", 1, 1))).toEqual(["0.0 0.0 0.2", "0.0 0.0 -", "0.0 0.0 1.2", "2.0 2.1 2.2"]);
  expect(shown(insertLines(merged, "column", 2, 1))).toEqual(["0.0 0.0 - 0.2", "0.0 0.0 - 1.2", "2.0 2.1 - 2.2"]);
  expect(shown(removeLines(merged, "row", 0, 1))).toEqual(["0.0 0.0 1.2", "2.0 2.1 2.2"]);
  expect(shown(removeLines(merged, "column", 0, 2))).toEqual(["0.2", "1.2", "2.2"]);
  expect(removeLines(table(1, 2), "row", 0, 1).rows).toHaveLength(1);
});

test("lines change places unless a merged cell lies across them", () => {
  const merged = mergeRange(table(3, 3), { top: 0, left: 0, bottom: 0, right: 1 });
  expect(shown(moveLines(merged, "row", 0, 0, 1))).toEqual(["1.0 1.1 1.2", "0.0 0.0 0.2", "2.0 2.1 2.2"]);
  expect(canMoveLines(merged, "column", 2, 2, -1)).toBe(false);
  expect(moveLines(merged, "column", 2, 2, -1)).toBe(merged);
  expect(shown(moveLines(table(2, 3), "column", 0, 1, 1))).toEqual(["0.2 0.0 0.1", "1.2 1.0 1.1"]);
});

test("a header cuts what reaches out of it, and stays over its rows", () => {
  const merged = mergeRange(table(3, 2), { top: 0, left: 0, bottom: 1, right: 0 });
  const headed = setHeaderRows(merged, 1);
  expect(shown(headed)).toEqual(["0.0 0.1", "- 1.1", "2.0 2.1"]);
  expect(insertLines(headed, "row", 0, 1).headerRows).toBe(2);
  expect(insertLines(headed, "row", 1, 1).headerRows).toBe(1);
  expect(removeLines(headed, "row", 0, 1).headerRows).toBe(0);
  expect(setHeaderRows(headed, 0)).not.toHaveProperty("headerRows");
});

const size = fc.record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) });
const step = fc.record({
  what: fc.constantFrom("insert", "remove", "move", "merge", "split", "header" as const),
  axis: fc.constantFrom("row" as const, "column" as const),
  a: fc.nat(5),
  b: fc.nat(5),
  c: fc.nat(5),
  d: fc.nat(5),
});

test("whatever is done to a table, it stays whole", () => {
  fc.assert(
    fc.property(size, fc.array(step, { maxLength: 12 }), ({ rows, columns }, steps) => {
      let one = table(rows, columns);
      for (const { what, axis, a, b, c, d } of steps) {
        const lines = axis === "row" ? one.rows.length : one.columns.length;
        const at = a % lines;
        const top = a % one.rows.length;
        const left = b % one.columns.length;
        const range = {
          top,
          left,
          bottom: Math.min(one.rows.length - 1, top + c),
          right: Math.min(one.columns.length - 1, left + d),
        };
        if (what === "insert") one = insertLines(one, axis, a % (lines + 1), 1 + (b % 2));
        else if (what === "remove") one = removeLines(one, axis, at, 1 + b);
        else if (what === "move") one = moveLines(one, axis, at, Math.min(lines - 1, at + b), c % 2 === 0 ? 1 : -1);
        else if (what === "merge") one = mergeRange(one, range);
        else if (what === "split") one = splitRange(one, range);
        else one = setHeaderRows(one, a);
        expect(checkTable(one, () => ({}))).toEqual([]);
        const places = tablePlaces(one);
        const covered = places.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
        expect(covered).toBe(one.rows.length * one.columns.length);
        expect(places.length).toBe(one.rows.reduce((sum, { cells }) => sum + cells.length, 0));
        expect(withPlaces(one, places)).toEqual(one);
      }
    }),
  );
});
