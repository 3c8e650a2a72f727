/** Cells of a table as they stand on the stage. */

import type { TableRange } from "../../../core/document/table-places.ts";
import type { DisplayItem, PlacedCells } from "../../../core/layout/display-list.ts";
import { invert, type Matrix, multiply, type Point, type Rect, transformPoint } from "../../../core/units/geometry.ts";
import { ptToMm } from "../../../core/units/units.ts";
import type { StagePage } from "../stage-pages.ts";
import type { SheetPlace } from "./sheet-range.ts";

export interface CellsOnStage {
  readonly cells: PlacedCells;
  /** From points of the frame to millimetres of the stage. */
  readonly matrix: Matrix;
}

/** Undefined where the frame shows no table. */
export function cellsOnStage(pages: readonly StagePage[], frame: string): CellsOnStage | undefined {
  const scale = ptToMm(1);
  for (const { placed, x, y } of pages) {
    const found = cellsIn(placed.items, frame, [scale, 0, 0, scale, x, y]);
    if (found) return found;
  }
  return undefined;
}

function cellsIn(items: readonly DisplayItem[], frame: string, matrix: Matrix): CellsOnStage | undefined {
  for (const item of items) {
    if (item.kind !== "group") continue;
    const own = item.transform ? multiply(matrix, item.transform) : matrix;
    const found =
      item.frame === frame && item.cells ? { cells: item.cells, matrix: own } : cellsIn(item.items, frame, own);
    if (found) return found;
  }
  return undefined;
}

/** The place a point of the stage is at; undefined outside the rows. */
export function placeUnder({ cells, matrix }: CellsOnStage, point: Point): SheetPlace | undefined {
  const back = invert(matrix);
  if (!back) return undefined;
  const { x, y } = transformPoint(back, point);
  const column = stripAt(cells.x, x);
  const row = cells.rows[stripAt(cells.y, y) ?? -1];
  return column === undefined || row === undefined ? undefined : { row, column };
}

const stripAt = (edges: readonly number[], at: number): number | undefined => {
  const next = edges.findIndex((edge) => edge > at);
  return next > 0 ? next - 1 : undefined;
};

/** Where a range of places stands, points of the frame; undefined where none of its rows is there. */
export function rectOfRange({ rows, x, y }: PlacedCells, { top, left, bottom, right }: TableRange): Rect | undefined {
  const first = rows.findIndex((row) => row >= top && row <= bottom);
  const last = rows.findLastIndex((row) => row >= top && row <= bottom);
  const [start, end, above, below] = [x[left], x[right + 1], y[first], y[last + 1]];
  if (start === undefined || end === undefined || above === undefined || below === undefined) return undefined;
  return { x: start, y: above, width: end - start, height: below - above };
}
