/** Tables: grid, column widths, row heights, division among regions, painting. */

import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { TableCell, TableFrame } from "../../document/schema/frames.ts";
import { type Edges, translation } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedCells } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { standInOverflow } from "../layout-diagnostics.ts";
import { SMALLEST_STAND_IN } from "../stand-ins.ts";
import { paintTableBorders } from "./table-borders.ts";
import { paintTableFills } from "./table-fills.ts";
import { cellInPart, type PartGeometry, partGeometry } from "./table-geometry.ts";
import { columnEdges, resolveGrid, type TableContent, type TableGrid } from "./table-grid.ts";
import { type PaginatedTable, paginateRows, type TablePart, type TableRows, tiedRows } from "./table-pages.ts";
import { type CellText, flowCell, rowHeights } from "./table-rows.ts";

export type { PaginatedTable, TablePart } from "./table-pages.ts";

/** A table measured at one width, ready to be divided and painted; lengths in points. */
export interface PreparedTable extends TableRows {
  readonly table: TableContent;
  readonly grid: TableGrid;
  /** Left edges of the columns and the right edge of the last. */
  readonly columnEdges: readonly number[];
  readonly padding: Edges;
  /** Texts of the grid's cells, by the same index. */
  readonly texts: readonly (CellText | undefined)[];
  readonly context: FrameContext;
}

const DEFAULT_PADDING_MM: Edges = { top: 1, right: 1.5, bottom: 1, left: 1.5 };
const NO_TABLE: TableContent = { columns: [{ width: 1 }], rows: [] };

/**
 * Resolves the grid and sets all texts of a table `width` points wide. Spans that do not fit, cells too many or too few and troubles of the
 * texts go to `context.report`. Words that stand in for missing translations are set at `standInScale`, at 0 not at all. A frame without a table of its own (one that continues another's) gives a table without rows.
 */
export function prepareTable(frame: TableFrame, width: number, context: FrameContext, standInScale = 1): PreparedTable {
  const table = frame.table ?? NO_TABLE;
  const grid = resolveGrid(table);
  for (const diagnostic of grid.diagnostics) context.report(diagnostic);
  const { top, right, bottom, left } = table.padding ?? DEFAULT_PADDING_MM;
  const padding: Edges = { top: mmToPt(top), right: mmToPt(right), bottom: mmToPt(bottom), left: mmToPt(left) };
  const edges = columnEdges(table.columns, width);
  const texts = grid.cells.map((cell) =>
    flowCell(cell, { table, headerRows: grid.headerRows, edges, padding, context, standInScale }),
  );
  const contentHeights = texts.map((text) => (text?.height ?? 0) + padding.top + padding.bottom);
  return {
    table,
    grid,
    columnEdges: edges,
    padding,
    texts,
    context,
    heights: rowHeights(grid, contentHeights, table),
    headerRows: grid.headerRows,
    tiedUntil: tiedRows(grid),
  };
}

/**
 * Divides a table among regions; see {@link paginateRows}. Rows for which `availableHeights` gives no more region are left out and
 * reported as `table.overflow`.
 */
export const paginateTable = (
  prepared: PreparedTable,
  availableHeights: (index: number) => number | undefined,
): PaginatedTable => paginateRows(prepared, availableHeights);

/** Scales at which words that stand in are tried, one after the other. */
const STAND_IN_SCALES = [0.9, 0.8, 0.7, 0.6, SMALLEST_STAND_IN];

/**
 * A frame's table divided among regions; what does not fit is among the diagnostics. Where that is owed to words that stand in for missing
 * translations, they are made smaller, and what of them still does not fit is no error.
 */
export function setTable(
  frame: TableFrame,
  context: FrameContext,
  availableHeights: (index: number) => number | undefined,
): PaginatedTable & { readonly table: PreparedTable } {
  const width = mmToPt(frame.width);
  const table = prepareTable(frame, width, context);
  const whole = { table, ...paginateTable(table, availableHeights) };
  if (!hasErrors(whole.diagnostics)) return whole;
  const hasStandIns = table.grid.cells.some(({ cell }) => cell.text !== undefined && !context.isTranslated(cell.text));
  if (!hasStandIns) return whole;
  const quiet: FrameContext = { ...context, report: () => undefined };
  const setAt = (scale: number) => {
    const scaled = prepareTable(frame, width, quiet, scale);
    return { table: scaled, ...paginateTable(scaled, availableHeights) };
  };
  let smallest = whole;
  for (const scale of STAND_IN_SCALES) {
    smallest = setAt(scale);
    if (!hasErrors(smallest.diagnostics)) return smallest;
  }
  return hasErrors(setAt(0).diagnostics) ? whole : { ...smallest, diagnostics: [standInOverflow({}, "")] };
}

/** One part of a table from the top left corner of its region: fills, then borders, then texts. */
export function paintTablePart(prepared: PreparedTable, part: TablePart): DisplayItem[] {
  const { table, grid, context } = prepared;
  const geometry = partGeometry(grid, prepared.columnEdges, prepared.heights, part);
  return [
    ...paintTableFills(geometry, table, context),
    ...paintTableBorders(geometry, table, context),
    ...paintTexts(prepared, geometry),
  ];
}

/** Texts stand where their cell begins; the rest of a cell that a region's end divides stays empty. */
function paintTexts({ grid, texts, padding }: PreparedTable, geometry: PartGeometry): DisplayItem[] {
  const items: DisplayItem[] = [];
  const { rows, x, y } = geometry;
  rows.forEach((row, partRow) => {
    for (let column = 0; column < grid.columnCount; column++) {
      const index = cellInPart(geometry, partRow, column);
      const place = grid.cells[index];
      const text = texts[index];
      if (!place || !text || place.row !== row || place.column !== column) continue;
      const bottom = Math.min(partRow + place.rowSpan, rows.length);
      const room = (y[bottom] ?? 0) - (y[partRow] ?? 0) - padding.top - padding.bottom;
      const dy = alignOffset(place.cell.verticalAlign, room - text.height);
      const lines = text.flowed.lines.flatMap((line) => line.items);
      if (lines.length === 0) continue;
      const transform = translation((x[column] ?? 0) + padding.left, (y[partRow] ?? 0) + padding.top + dy);
      items.push({ kind: "group", transform, items: lines });
    }
  });
  return items;
}

function alignOffset(align: TableCell["verticalAlign"], free: number): number {
  if (free <= 0 || align === undefined || align === "top") return 0;
  return align === "center" ? free / 2 : free;
}

/** Where the cells of one part of a table are, from the top left corner of its region. */
export function placedCells({ grid, columnEdges: edges, heights }: PreparedTable, part: TablePart): PlacedCells {
  const { rows, x, y } = partGeometry(grid, edges, heights, part);
  return { rows, x, y };
}

/** What a table that stays in its one frame shows; what does not fit is reported. */
export function layoutTable(
  frame: TableFrame,
  context: FrameContext,
): { readonly items: readonly DisplayItem[]; readonly cells?: PlacedCells | undefined } {
  if (!frame.table) return { items: [] };
  const { table, parts, diagnostics } = setTable(frame, context, (index) =>
    index === 0 ? mmToPt(frame.height) : undefined,
  );
  for (const diagnostic of diagnostics) context.report(diagnostic);
  const [part] = parts;
  return part ? { items: paintTablePart(table, part), cells: placedCells(table, part) } : { items: [] };
}
