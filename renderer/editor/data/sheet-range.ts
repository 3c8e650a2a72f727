/** What is selected of a sheet: the place one is at, and the far corner of what goes with it. */

import type { TableRange } from "../../../core/document/table-places.ts";

export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

export interface SheetSelection {
  readonly at: SheetPlace;
  readonly to: SheetPlace;
}

/** A cell as the sheet shows it. */
export interface SheetCell extends SheetPlace {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** Shown faintly while there is no text: what the source says. */
  readonly hint?: string;
  readonly isHeader?: boolean;
  readonly isNumber?: boolean;
  /** Cannot be written here: holds what a slot or a page number fills, or nothing at all. */
  readonly isFixed?: boolean;
}

export const onlyAt = (place: SheetPlace): SheetSelection => ({ at: place, to: place });

export const rangeOf = ({ at, to }: SheetSelection): TableRange => ({
  top: Math.min(at.row, to.row),
  left: Math.min(at.column, to.column),
  bottom: Math.max(at.row, to.row),
  right: Math.max(at.column, to.column),
});

/** The cell that covers a place. */
export const cellAt = (cells: readonly SheetCell[], { row, column }: SheetPlace): SheetCell | undefined =>
  cells.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  );

/** Whether the cell lies in the range, wholly or in part. */
export const touches = ({ top, left, bottom, right }: TableRange, cell: SheetCell): boolean =>
  cell.row <= bottom && cell.row + cell.rowSpan > top && cell.column <= right && cell.column + cell.columnSpan > left;

/** One step from a cell, over all it covers; stays where the sheet ends. */
export function stepFrom(
  cells: readonly SheetCell[],
  from: SheetPlace,
  [down, across]: readonly [number, number],
  size: { readonly rows: number; readonly columns: number },
): SheetPlace {
  const cell = cellAt(cells, from);
  const row = down > 0 ? (cell ? cell.row + cell.rowSpan : from.row + 1) : from.row + down;
  const column = across > 0 ? (cell ? cell.column + cell.columnSpan : from.column + 1) : from.column + across;
  const place = {
    row: down === 0 ? from.row : Math.max(0, Math.min(size.rows - 1, row)),
    column: across === 0 ? from.column : Math.max(0, Math.min(size.columns - 1, column)),
  };
  const target = cellAt(cells, place);
  return target ? { row: target.row, column: target.column } : place;
}

/** The range as rows of texts; places under a merged cell are empty. */
export const textsIn = (cells: readonly SheetCell[], { top, left, bottom, right }: TableRange): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => {
      const cell = cellAt(cells, { row: top + down, column: left + across });
      return cell && cell.row === top + down && cell.column === left + across ? cell.text : "";
    }),
  );

/** Columns as spreadsheets name them. */
export const columnName = (column: number): string =>
  (column < LETTERS ? "" : columnName(Math.floor(column / LETTERS) - 1)) + String.fromCharCode(65 + (column % LETTERS));

const LETTERS = 26;
