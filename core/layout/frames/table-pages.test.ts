import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveGrid } from "./table-grid.ts";
import { paginateRows, type TableRows, tiedRows } from "./table-pages.ts";

const table = (
  heights: readonly number[],
  headerRows = 0,
  tiedUntil = heights.map((_, row) => row + 1),
): TableRows => ({
  heights,
  headerRows,
  tiedUntil,
});
const ranges = ({ parts }: ReturnType<typeof paginateRows>) => parts.map(({ from, to }) => [from, to]);
const codes = ({ diagnostics }: ReturnType<typeof paginateRows>) => diagnostics.map(({ code }) => code);

test("repeats the header and fills each region", () => {
  const paged = paginateRows(table([10, 20, 20, 20, 20, 20], 1), () => 50);
  expect(paged.parts).toEqual([
    { header: true, from: 1, to: 3, height: 50 },
    { header: true, from: 3, to: 5, height: 50 },
    { header: true, from: 5, to: 6, height: 30 },
  ]);
  expect(paged.diagnostics).toEqual([]);
});

test("keeps tied rows together, and divides them only where they fill more than a region", () => {
  const tied = table([10, 10, 10, 10, 10], 0, [1, 4, 4, 4, 5]);
  expect(ranges(paginateRows(tied, () => 30))).toEqual([
    [0, 1],
    [1, 4],
    [4, 5],
  ]);
  const divided = paginateRows(tied, () => 20);
  expect(ranges(divided)).toEqual([
    [0, 1],
    [1, 3],
    [3, 5],
  ]);
  expect(codes(divided)).toEqual(["table.span-divided"]);
});

test("a row taller than every region stands alone, reaches beyond and is reported", () => {
  const paged = paginateRows(table([10, 80, 10]), () => 50);
  expect(ranges(paged)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(paged.diagnostics.map(({ code, target }) => [code, target.row])).toEqual([["table.row-too-tall", 2]]);
});

test("leaves a small region empty where the next one has room for the row", () => {
  const paged = paginateRows(table([5, 40], 1), (index) => [20, 100][index]);
  expect(paged.parts).toEqual([
    { header: false, from: 1, to: 1, height: 0 },
    { header: true, from: 1, to: 2, height: 45 },
  ]);
});

test("reports the rows that found no place, and a header taller than its region", () => {
  const overflowing = paginateRows(table([10, 20, 20, 20], 1), (index) => (index === 0 ? 30 : undefined));
  expect(ranges(overflowing)).toEqual([[1, 2]]);
  expect(overflowing.diagnostics.map(({ code, target, message }) => [code, target.row, message.en])).toEqual([
    ["table.overflow", 3, "The table does not fit its frame: 2 rows, from row 3, have no place."],
  ]);
  expect(codes(paginateRows(table([60, 20], 1), () => 50))).toEqual(["table.header-too-tall"]);
});

test("a table of header rows alone stands in the first region; one without rows nowhere", () => {
  expect(paginateRows(table([10, 10], 2), () => 50).parts).toEqual([{ header: true, from: 2, to: 2, height: 20 }]);
  expect(paginateRows(table([]), () => 50)).toEqual({ parts: [], diagnostics: [] });
});

test("spans that overlap tie their rows into one block", () => {
  const grid = resolveGrid({
    columns: [{ width: 1 }, { width: 1 }],
    rows: [
      { cells: [{}, {}] },
      { cells: [{ rowSpan: 2 }, {}] },
      { cells: [{ rowSpan: 2 }] },
      { cells: [{}] },
      { cells: [{}, {}] },
    ],
  });
  expect(tiedRows(grid)).toEqual([1, 4, 4, 4, 5]);
});

const anyRows = fc
  .record({
    heights: fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { maxLength: 60 }),
    headerRows: fc.integer({ min: 0, max: 3 }),
    blocks: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 }),
  })
  .map(({ heights, headerRows, blocks }): TableRows => {
    const header = Math.min(headerRows, heights.length);
    const tiedUntil: number[] = heights.slice(0, header).map(() => header);
    for (const size of [...blocks, ...heights.map(() => 1)]) {
      const end = Math.min(tiedUntil.length + size, heights.length);
      while (tiedUntil.length < end) tiedUntil.push(end);
    }
    return { heights, headerRows: header, tiedUntil };
  });

test("every body row appears once and in order, and only rows reported as too tall reach beyond their region", () => {
  const regions = fc.array(fc.double({ min: 1, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyRows, regions, (rows, heights) => {
      const heightOf = (index: number) => heights[index % heights.length] ?? 0;
      const paged = paginateRows(rows, heightOf);
      let next = rows.headerRows;
      for (const part of paged.parts) {
        expect(part.from).toBe(next);
        next = part.to;
      }
      if (rows.heights.length > 0) expect(next).toBe(rows.heights.length);
      const tooTall = new Set(
        paged.diagnostics
          .filter(({ code }) => code === "table.row-too-tall")
          .map(({ target }) => (target.row ?? 0) - 1),
      );
      paged.parts.forEach((part, index) => {
        if (part.height > heightOf(index) + 1e-5)
          expect(part.to === part.from + 1 && tooTall.has(part.from)).toBe(true);
      });
      const divided = new Set(
        paged.diagnostics
          .filter(({ code }) => code === "table.span-divided")
          .map(({ target }) => (target.row ?? 0) - 1),
      );
      for (const { to } of paged.parts) {
        const endsBlock = to === rows.headerRows || rows.tiedUntil[to - 1] === to;
        expect(endsBlock || divided.has(to)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
