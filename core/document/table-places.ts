/** Tables as a grid of places rather than lists of cells, and what is done to their rows and columns. */

import type { TableCell, TableFrame } from "./schema/frames.ts";

/** What a table frame says of its table. */
export type Table = NonNullable<TableFrame["table"]>;

/** A cell with its place; rows and columns count from 0. */
export interface TablePlace {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A rectangle of places, ends included. */
export interface TableRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a change is made along. */
export type TableAxis = "row" | "column";

const SPAN = { row: "rowSpan", column: "columnSpan" } as const;

/** Every cell with its place, row by row; a place no cell was given for has an empty one. */
export function tablePlaces(table: Table): readonly TablePlace[] {
  const columnCount = table.columns.length;
  const rowCount = table.rows.length;
  const freeFrom = new Array<number>(columnCount).fill(0);
  const places: TablePlace[] = [];
  for (const [row, { cells }] of table.rows.entries()) {
    let next = 0;
    for (let column = 0; column < columnCount; ) {
      if ((freeFrom[column] ?? 0) > row) {
        column += 1;
        continue;
      }
      const cell = cells[next] ?? {};
      next += 1;
      let columnSpan = 1;
      while (
        columnSpan < (cell.columnSpan ?? 1) &&
        column + columnSpan < columnCount &&
        (freeFrom[column + columnSpan] ?? 0) <= row
      ) {
        columnSpan += 1;
      }
      const rowSpan = Math.min(cell.rowSpan ?? 1, rowCount - row);
      freeFrom.fill(row + rowSpan, column, column + columnSpan);
      places.push({ cell, row, column, rowSpan, columnSpan });
      column += columnSpan;
    }
  }
  return places;
}

/** The place that covers a point of the grid. */
export const placeAt = (places: readonly TablePlace[], row: number, column: number): TablePlace | undefined =>
  places.find(
    (place) =>
      row >= place.row &&
      row < place.row + place.rowSpan &&
      column >= place.column &&
      column < place.column + place.columnSpan,
  );

/** The table with these cells in its rows; places that nothing covers are empty. */
export function withPlaces(table: Table, places: Iterable<TablePlace>): Table {
  const cells: TableCell[][] = table.rows.map(() => []);
  const ordered = [...places].toSorted((one, other) => one.row - other.row || one.column - other.column);
  for (const { cell, row, rowSpan, columnSpan } of ordered) {
    const { rowSpan: _rows, columnSpan: _columns, ...rest } = cell;
    cells[row]?.push({ ...rest, ...(columnSpan > 1 && { columnSpan }), ...(rowSpan > 1 && { rowSpan }) });
  }
  return { ...table, rows: table.rows.map((row, index) => ({ ...row, cells: cells[index] ?? [] })) };
}

/** The range grown until no cell lies partly in it. */
export function wholeCells(places: readonly TablePlace[], range: TableRange): TableRange {
  let grown = range;
  for (let grows = true; grows; ) {
    grows = false;
    for (const { row, column, rowSpan, columnSpan } of places) {
      const bottom = row + rowSpan - 1;
      const right = column + columnSpan - 1;
      if (row > grown.bottom || bottom < grown.top || column > grown.right || right < grown.left) continue;
      if (row >= grown.top && bottom <= grown.bottom && column >= grown.left && right <= grown.right) continue;
      grown = {
        top: Math.min(grown.top, row),
        left: Math.min(grown.left, column),
        bottom: Math.max(grown.bottom, bottom),
        right: Math.max(grown.right, right),
      };
      grows = true;
    }
  }
  return grown;
}

/** Whether the cell begins in the range. */
export const isIn = ({ top, left, bottom, right }: TableRange, { row, column }: TablePlace): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** How a cell looks, for its new neighbours: without its text and its spans. */
const lookOf = ({ text: _text, rowSpan: _rows, columnSpan: _columns, ...look }: TableCell): TableCell => look;

/** New rows or columns before `at`, looking like the one before them; cells that reach over the place grow. */
export function insertLines(table: Table, axis: TableAxis, at: number, count: number): Table {
  const places = tablePlaces(table);
  const span = SPAN[axis];
  const shifted = places.map((place) => {
    if (place[axis] >= at) return { ...place, [axis]: place[axis] + count };
    return place[axis] + place[span] > at ? { ...place, [span]: place[span] + count } : place;
  });
  const pattern = Math.max(0, at - 1);
  const across = axis === "row" ? table.columns.length : table.rows.length;
  const taken = new Set(shifted.flatMap(coveredKeys));
  const fresh: TablePlace[] = [];
  for (let line = at; line < at + count; line += 1) {
    for (let other = 0; other < across; other += 1) {
      const [row, column] = axis === "row" ? [line, other] : [other, line];
      if (taken.has(keyOf(row, column))) continue;
      const like = axis === "row" ? placeAt(places, pattern, other) : placeAt(places, other, pattern);
      fresh.push({ cell: like ? lookOf(like.cell) : {}, row, column, rowSpan: 1, columnSpan: 1 });
    }
  }
  return withPlaces(withLines(table, axis, at, count), [...shifted, ...fresh]);
}

function withLines(table: Table, axis: TableAxis, at: number, count: number): Table {
  if (axis === "column") {
    const width = table.columns[Math.max(0, at - 1)]?.width ?? 1;
    const columns = Array.from({ length: count }, () => ({ width }));
    return { ...table, columns: table.columns.toSpliced(at, 0, ...columns) };
  }
  const { cells: _cells, ...like } = table.rows[Math.max(0, at - 1)] ?? { cells: [] };
  const rows = Array.from({ length: count }, () => ({ ...like, cells: [] }));
  const grown = { ...table, rows: table.rows.toSpliced(at, 0, ...rows) };
  const header = table.headerRows ?? 0;
  return at < header ? { ...grown, headerRows: header + count } : grown;
}

/** The table without `count` rows or columns from `at`; one of each stays. Cells that reach beyond them shrink. */
export function removeLines(table: Table, axis: TableAxis, at: number, wished: number): Table {
  const length = axis === "row" ? table.rows.length : table.columns.length;
  const count = Math.min(wished, length - at, length - 1);
  if (count <= 0) return table;
  const span = SPAN[axis];
  const end = at + count;
  const places = tablePlaces(table).flatMap((place): readonly TablePlace[] => {
    const start = place[axis];
    const stop = start + place[span];
    const lost = Math.max(0, Math.min(stop, end) - Math.max(start, at));
    if (lost === place[span]) return [];
    const moved = start >= end ? start - count : Math.min(start, at);
    return [{ ...place, [axis]: moved, [span]: place[span] - lost }];
  });
  if (axis === "column") return withPlaces({ ...table, columns: table.columns.toSpliced(at, count) }, places);
  const header = table.headerRows ?? 0;
  const lost = Math.max(0, Math.min(header, end) - at);
  const rest = { ...table, rows: table.rows.toSpliced(at, count), ...(lost > 0 && { headerRows: header - lost }) };
  return withPlaces(rest, places);
}

/** Whether the rows or columns from `at` to `last` can go `steps` further: no cell may reach over the lines they pass. */
export function canMoveLines(table: Table, axis: TableAxis, at: number, last: number, steps: 1 | -1): boolean {
  const length = axis === "row" ? table.rows.length : table.columns.length;
  const passed = steps < 0 ? at - 1 : last + 1;
  if (passed < 0 || passed >= length) return false;
  const span = SPAN[axis];
  const edges = new Set([at, last + 1, passed, passed + 1]);
  return tablePlaces(table).every((place) => {
    for (const edge of edges) if (edge > place[axis] && edge < place[axis] + place[span]) return false;
    return true;
  });
}

/** The rows or columns from `at` to `last` changed over with the line before or after them; the same table where they cannot be. */
export function moveLines(table: Table, axis: TableAxis, at: number, last: number, steps: 1 | -1): Table {
  if (!canMoveLines(table, axis, at, last, steps)) return table;
  const passed = steps < 0 ? at - 1 : last + 1;
  const size = last - at + 1;
  const moved = (line: number): number =>
    line >= at && line <= last ? line + steps : line === passed ? line - steps * size : line;
  const places = tablePlaces(table).map((place) => ({ ...place, [axis]: moved(place[axis]) }));
  const reordered = <Line>(lines: readonly Line[]): Line[] => {
    const next = [...lines];
    for (const [index, line] of lines.entries()) next[moved(index)] = line;
    return next;
  };
  return withPlaces(
    axis === "row" ? { ...table, rows: reordered(table.rows) } : { ...table, columns: reordered(table.columns) },
    places,
  );
}

/** What of the range can be one cell: whole cells, and none that reaches out of the head. */
export function mergeable(table: Table, range: TableRange): TableRange {
  const whole = wholeCells(tablePlaces(table), range);
  const header = table.headerRows ?? 0;
  return whole.top < header ? { ...whole, bottom: Math.min(whole.bottom, header - 1) } : whole;
}

/** The cells of the range as one, which is the first of them; the others' cells are gone. */
export function mergeRange(table: Table, range: TableRange): Table {
  const places = tablePlaces(table);
  const { top, left, bottom, right } = mergeable(table, range);
  const first = placeAt(places, top, left);
  if (!first || (top === bottom && left === right)) return table;
  const merged = { ...first, rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
  const others = places.filter((place) => !isIn({ top, left, bottom, right }, place));
  return withPlaces(table, [...others, merged]);
}

/** Merged cells of the range as single ones again, the first keeping what it holds. */
export function splitRange(table: Table, range: TableRange): Table {
  const places = tablePlaces(table).flatMap((place): readonly TablePlace[] => {
    if (!isIn(range, place) || (place.rowSpan === 1 && place.columnSpan === 1)) return [place];
    const parts: TablePlace[] = [];
    for (let row = place.row; row < place.row + place.rowSpan; row += 1) {
      for (let column = place.column; column < place.column + place.columnSpan; column += 1) {
        const isFirst = row === place.row && column === place.column;
        parts.push({ cell: isFirst ? place.cell : lookOf(place.cell), row, column, rowSpan: 1, columnSpan: 1 });
      }
    }
    return parts;
  });
  return withPlaces(table, places);
}

/** That many rows at the head, repeated wherever the table goes on; cells that reach from the head into the body are split. */
export function setHeaderRows(table: Table, count: number): Table {
  const header = Math.max(0, Math.min(count, table.rows.length));
  const crossing = tablePlaces(table).filter(({ row, rowSpan }) => row < header && row + rowSpan > header);
  const split = crossing.reduce(
    (one, { row, column }) => splitRange(one, { top: row, left: column, bottom: row, right: column }),
    table,
  );
  const { headerRows: _old, ...rest } = split;
  return header === 0 ? rest : { ...rest, headerRows: header };
}

const keyOf = (row: number, column: number): string => `${row} ${column}`;

function coveredKeys({ row, column, rowSpan, columnSpan }: TablePlace): readonly string[] {
  const keys: string[] = [];
  for (let y = row; y < row + rowSpan; y += 1) {
    for (let x = column; x < column + columnSpan; x += 1) keys.push(keyOf(y, x));
  }
  return keys;
}
