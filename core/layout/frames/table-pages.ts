/** Divides the rows of a table among the regions it may fill. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { tableHeaderTooTall, tableOverflow, tableRowTooTall, tableSpanDivided } from "./table-diagnostics.ts";
import type { TableGrid } from "./table-grid.ts";

/** What of a table stands in one region: body rows `from` up to but without `to`, under the header or not. Nothing where both are equal and there is no header. */
export interface TablePart {
  readonly header: boolean;
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export interface PaginatedTable {
  /** One per region asked for, in order. */
  readonly parts: readonly TablePart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What pagination needs of a table. */
export interface TableRows {
  readonly heights: readonly number[];
  readonly headerRows: number;
  /** For every row, the end (exclusive) of the rows that cells over several rows tie it to; the row's own end where nothing does. */
  readonly tiedUntil: readonly number[];
}

/** Sums of lengths come with rounding errors; a row that fits but for this fits. */
const TOLERANCE = 1e-6;

/** Finds which rows are tied together by cells that span them. */
export function tiedRows(grid: TableGrid): readonly number[] {
  const ends = Array.from({ length: grid.rowCount }, (_, row) => row + 1);
  for (const { row, rowSpan } of grid.cells) ends[row] = Math.max(ends[row] ?? 0, row + rowSpan);
  let end = 0;
  let first = 0;
  for (let row = 0; row < grid.rowCount; row++) {
    if (row >= end) first = row;
    end = Math.max(end, ends[row] ?? 0);
    ends[first] = end;
  }
  for (let row = 0; row < grid.rowCount; ) {
    const blockEnd = ends[row] ?? row + 1;
    ends.fill(blockEnd, row, blockEnd);
    row = blockEnd;
  }
  return ends;
}

const sum = (heights: readonly number[], from: number, to: number): number => {
  let height = 0;
  for (let row = from; row < to; row++) height += heights[row] ?? 0;
  return height;
};

/**
 * Fills region after region, header rows on top of each. Rows are never cut: tied rows move to the next region together, are divided only
 * where they fill more than a region, and a row taller than its region stands in it alone and reaches beyond. A region is left empty where the
 * next rows fit only in the larger one that follows. `availableHeights` is asked in order and may make regions as it is asked.
 */
export function paginateRows(
  { heights, headerRows, tiedUntil }: TableRows,
  availableHeights: (index: number) => number | undefined,
): PaginatedTable {
  const parts: TablePart[] = [];
  const diagnostics: Diagnostic[] = [];
  const rowCount = heights.length;
  const headerHeight = sum(heights, 0, headerRows);
  let row = headerRows;
  let headerReported = false;

  while (row < rowCount || (parts.length === 0 && rowCount > 0)) {
    const available = availableHeights(parts.length);
    if (available === undefined) {
      diagnostics.push(tableOverflow(row, rowCount - row));
      break;
    }
    const header = headerRows > 0 && headerHeight <= available + TOLERANCE;
    if (!header && headerRows > 0 && !headerReported) {
      diagnostics.push(tableHeaderTooTall(headerHeight, available));
      headerReported = true;
    }
    const start = header ? headerHeight : 0;
    const room = available - start + TOLERANCE;
    const from = row;
    let used = 0;
    while (row < rowCount) {
      const end = tiedUntil[row] ?? row + 1;
      const block = sum(heights, row, end);
      if (used + block > room) break;
      used += block;
      row = end;
    }
    if (row === from && row < rowCount) {
      const end = tiedUntil[row] ?? row + 1;
      const block = sum(heights, row, end);
      const next = availableHeights(parts.length + 1);
      if (next !== undefined && next > available && start + block <= next + TOLERANCE) {
        parts.push({ header: false, from, to: from, height: 0 });
        continue;
      }
      while (row < end && used + (heights[row] ?? 0) <= room) used += heights[row++] ?? 0;
      if (row === from) {
        used = heights[row] ?? 0;
        diagnostics.push(tableRowTooTall(row, used, available - start));
        row++;
      }
      if (row < end) diagnostics.push(tableSpanDivided(row));
    }
    parts.push({ header, from, to: row, height: start + used });
  }
  return { parts, diagnostics };
}
