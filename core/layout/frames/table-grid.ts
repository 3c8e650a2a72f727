/** Which cell covers which place of a table, once row and column spans are resolved. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TableCell, TableFrame } from "../../document/schema/frames.ts";
import { tableCellsMissing, tableCellsSurplus, tableHeaderRowsSurplus, tableSpanClipped } from "./table-diagnostics.ts";

/** What a table frame says of its table. */
export type TableContent = NonNullable<TableFrame["table"]>;

/** A cell with its place; rows and columns count from 0. */
export interface GridCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows repeated at the head of every part. */
  readonly headerRows: number;
  /** In order of their top left corners, row by row. */
  readonly cells: readonly GridCell[];
  /** Index in `cells` of what covers a place. Every place is covered. */
  cellAt(row: number, column: number): number;
  /** What did not agree with the columns and rows there are; the grid is whole all the same. */
  readonly diagnostics: readonly Diagnostic[];
}

const FREE = -1;
const EMPTY_CELL: TableCell = {};

/**
 * Puts the cells of each row on the columns still free, as HTML does. Spans that leave the table, leave the header or run into a cell
 * from above are cut; places without a cell get an empty one.
 */
export function resolveGrid(table: TableContent): TableGrid {
  const columnCount = table.columns.length;
  const rowCount = table.rows.length;
  const headerRows = Math.min(table.headerRows ?? 0, rowCount);
  const slots = new Int32Array(rowCount * columnCount).fill(FREE);
  const cells: GridCell[] = [];
  const diagnostics: Diagnostic[] = [];
  if (headerRows < (table.headerRows ?? 0)) diagnostics.push(tableHeaderRowsSurplus(table.headerRows ?? 0, rowCount));

  const isFree = (row: number, column: number) => slots[row * columnCount + column] === FREE;

  const occupy = (cell: TableCell, row: number, column: number): number => {
    const wantedColumns = cell.columnSpan ?? 1;
    const wantedRows = cell.rowSpan ?? 1;
    let columnSpan = 1;
    while (columnSpan < wantedColumns && column + columnSpan < columnCount && isFree(row, column + columnSpan)) {
      columnSpan++;
    }
    const lastRow = row < headerRows ? headerRows : rowCount;
    const rowSpan = Math.min(wantedRows, lastRow - row);
    if (columnSpan < wantedColumns || rowSpan < wantedRows) diagnostics.push(tableSpanClipped(row, column));
    for (let y = row; y < row + rowSpan; y++) {
      slots.fill(cells.length, y * columnCount + column, y * columnCount + column + columnSpan);
    }
    cells.push({ cell, row, column, rowSpan, columnSpan });
    return columnSpan;
  };

  table.rows.forEach(({ cells: given }, row) => {
    let next = 0;
    let missing = 0;
    for (let column = 0; column < columnCount; ) {
      if (!isFree(row, column)) {
        column++;
        continue;
      }
      const cell = given[next];
      if (cell) next++;
      else missing++;
      column += occupy(cell ?? EMPTY_CELL, row, column);
    }
    if (missing > 0) diagnostics.push(tableCellsMissing(row, missing));
    if (next < given.length) diagnostics.push(tableCellsSurplus(row, given.length - next));
  });

  return {
    rowCount,
    columnCount,
    headerRows,
    cells,
    cellAt: (row, column) => slots[row * columnCount + column] ?? FREE,
    diagnostics,
  };
}

/** Left edges of the columns and the right edge of the last, which is `width` exactly. */
export function columnEdges(columns: TableContent["columns"], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let share = 0;
  const edges = [0];
  for (const column of columns) {
    share += column.width;
    edges.push((share / total) * width);
  }
  edges[columns.length] = width;
  return edges;
}
