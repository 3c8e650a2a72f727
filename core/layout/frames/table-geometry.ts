/** The places of one part of a table: its rows with their edges, and the cells as far as they show in it. */

import type { Rect } from "../../units/geometry.ts";
import type { TableGrid } from "./table-grid.ts";
import type { TablePart } from "./table-pages.ts";

export interface PartGeometry {
  readonly grid: TableGrid;
  /** Row of the table behind each row of the part. */
  readonly rows: readonly number[];
  /** Column edges, and row edges from the top of the part: one more than columns and rows. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Lays the rows of a part below each other. */
export function partGeometry(
  grid: TableGrid,
  x: readonly number[],
  heights: readonly number[],
  part: TablePart,
): PartGeometry {
  const rows: number[] = [];
  if (part.header) for (let row = 0; row < grid.headerRows; row++) rows.push(row);
  for (let row = part.from; row < part.to; row++) rows.push(row);
  const y = [0];
  for (const row of rows) y.push((y.at(-1) ?? 0) + (heights[row] ?? 0));
  return { grid, rows, x, y };
}

/** Index of the cell at a place of the part, or -1 outside it. */
export function cellInPart({ grid, rows }: PartGeometry, partRow: number, column: number): number {
  const row = rows[partRow];
  return row === undefined || column < 0 || column >= grid.columnCount ? -1 : grid.cellAt(row, column);
}

/** The rectangle between row edges `top` and `bottom`, column edges `left` and `right`. */
export function partRect({ x, y }: PartGeometry, top: number, left: number, bottom: number, right: number): Rect {
  const fromX = x[left] ?? 0;
  const fromY = y[top] ?? 0;
  return { x: fromX, y: fromY, width: (x[right] ?? 0) - fromX, height: (y[bottom] ?? 0) - fromY };
}
