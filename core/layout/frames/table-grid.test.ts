import fc from "fast-check";
import { expect, test } from "vitest";
import { columnEdges, resolveGrid, type TableContent } from "./table-grid.ts";

const columns = (count: number): TableContent["columns"] => Array.from({ length: count }, () => ({ width: 1 }));

test("places cells around spans as HTML does", () => {
  const grid = resolveGrid({
    columns: columns(3),
    rows: [
      {
        cells: [
          { text: "a", rowSpan: 2 },
          { text: "b", columnSpan: 2 },
        ],
      },
      { cells: [{ text: "c" }, { text: "d" }] },
    ],
  });
  expect(grid.diagnostics).toEqual([]);
  expect(
    grid.cells.map(({ cell, row, column, rowSpan, columnSpan }) => [cell.text, row, column, rowSpan, columnSpan]),
  ).toEqual([
    ["a", 0, 0, 2, 1],
    ["b", 0, 1, 1, 2],
    ["c", 1, 1, 1, 1],
    ["d", 1, 2, 1, 1],
  ]);
  expect([0, 1].map((row) => [0, 1, 2].map((column) => grid.cells[grid.cellAt(row, column)]?.cell.text))).toEqual([
    ["a", "b", "b"],
    ["a", "c", "d"],
  ]);
});

test("cuts spans that leave the table, leave the header or run into a cell from above, and says where", () => {
  const grid = resolveGrid({
    columns: columns(3),
    headerRows: 1,
    rows: [
      { cells: [{ rowSpan: 2 }, {}, {}] },
      { cells: [{}, { rowSpan: 3 }, {}] },
      { cells: [{ columnSpan: 2 }, { columnSpan: 2 }] },
    ],
  });
  expect(grid.diagnostics.map(({ code, target }) => [code, target.row])).toEqual([
    ["table.span-clipped", 1],
    ["table.span-clipped", 2],
    ["table.span-clipped", 3],
    ["table.span-clipped", 3],
  ]);
  expect(
    grid.cells.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan]).filter(([a, b]) => a !== 1 || b !== 1),
  ).toEqual([[2, 1]]);
});

test("fills up rows with too few cells and leaves out cells too many", () => {
  const grid = resolveGrid({ columns: columns(2), headerRows: 4, rows: [{ cells: [{}] }, { cells: [{}, {}, {}] }] });
  expect(grid.diagnostics.map(({ code }) => code)).toEqual([
    "table.header-rows-surplus",
    "table.cells-missing",
    "table.cells-surplus",
  ]);
  expect(grid.cells).toHaveLength(4);
  expect(grid.headerRows).toBe(2);
});

const anyTable = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    columns: fc.constant(columns(count)),
    headerRows: fc.integer({ min: 0, max: 3 }),
    rows: fc.array(
      fc.record({
        cells: fc.array(
          fc.record({ columnSpan: fc.integer({ min: 1, max: 4 }), rowSpan: fc.integer({ min: 1, max: 4 }) }),
          { maxLength: 7 },
        ),
      }),
      { maxLength: 8 },
    ),
  }),
);

test("whatever the spans, every place has exactly one cell and every cell its whole rectangle", () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const grid = resolveGrid(table);
      const area = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
      expect(area).toBe(grid.rowCount * grid.columnCount);
      grid.cells.forEach((cell, index) => {
        for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
          for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
            expect(grid.cellAt(row, column)).toBe(index);
          }
        }
        expect(cell.row < grid.headerRows).toBe(cell.row + cell.rowSpan - 1 < grid.headerRows);
      });
    }),
  );
});

test("column edges share the width and end at it exactly", () => {
  expect(columnEdges([{ width: 1 }, { width: 2 }, { width: 1 }], 100)).toEqual([0, 25, 75, 100]);
  fc.assert(
    fc.property(
      fc.array(fc.record({ width: fc.double({ min: 0.001, max: 1000, noNaN: true }) }), {
        minLength: 1,
        maxLength: 100,
      }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      (shares, width) => {
        const edges = columnEdges(shares, width);
        expect(edges[0]).toBe(0);
        expect(edges.at(-1)).toBe(width);
        for (const [index, edge] of edges.slice(1).entries())
          expect(edge).toBeGreaterThanOrEqual((edges[index] ?? 0) - 1e-9);
      },
    ),
  );
});
