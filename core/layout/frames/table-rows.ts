/** Texts of the cells at their widths, and the height of every row. */

import { scaleParagraphs } from "../../text/fit-text.ts";
import type { FlowedText } from "../../text/flow-model.ts";
import { flowText } from "../../text/flow-text.ts";
import type { Paragraph } from "../../text/paragraph-model.ts";
import type { Edges } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { FrameContext } from "../frame-context.ts";
import { textProblem } from "../layout-diagnostics.ts";
import { tableCellTooNarrow } from "./table-diagnostics.ts";
import type { GridCell, TableContent, TableGrid } from "./table-grid.ts";

/** Taller than any page, small enough to add to without losing precision. */
const UNBOUNDED = 1e6;

/** The text of one cell, set at the cell's width from (0, 0). */
export interface CellText {
  readonly flowed: FlowedText;
  readonly height: number;
}

/** A cell has one column: a paragraph cannot ask for the next column or page. */
const withoutBreaks = (paragraph: Paragraph): Paragraph =>
  paragraph.style.breakBefore === "none"
    ? paragraph
    : { ...paragraph, style: { ...paragraph.style, breakBefore: "none" } };

/** What cells of one table are set with. */
export interface CellSetting {
  readonly table: TableContent;
  readonly headerRows: number;
  /** Left edges of the columns and the right edge of the last. */
  readonly edges: readonly number[];
  readonly padding: Edges;
  readonly context: FrameContext;
  /** Of words that stand in for a missing translation; 0 leaves them out. */
  readonly standInScale: number;
}

/** Sets the text of a cell; undefined where it has none or no room at all beside its padding. */
export function flowCell(
  { cell, row, column, columnSpan }: GridCell,
  { table, headerRows, edges, padding, context, standInScale }: CellSetting,
): CellText | undefined {
  if (cell.text === undefined) return undefined;
  const scale = standInScale === 1 || context.isTranslated(cell.text) ? 1 : standInScale;
  if (scale === 0) return undefined;
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0) - padding.left - padding.right;
  if (width <= 0) {
    context.report(tableCellTooNarrow(row, column, cell.text));
    return undefined;
  }
  const style = cell.style ?? (row < headerRows ? table.headerStyle : table.bodyStyle);
  const whole = context.paragraphs(cell.text, style).map(withoutBreaks);
  const paragraphs = scale === 1 ? whole : scaleParagraphs(whole, scale);
  const flowed = flowText(context.engine, paragraphs, (index) =>
    index === 0 ? { x: 0, y: 0, width, height: UNBOUNDED, page: 0 } : undefined,
  );
  for (const problem of flowed.problems) context.report(textProblem(problem, { text: cell.text, row: row + 1 }));
  return { flowed, height: flowed.columnHeights[0] ?? 0 };
}

/**
 * Heights of all rows: their least height and their tallest cell of one row; what a cell over several rows needs beyond that goes to
 * the last of them. `contentHeights` are those of the grid's cells, padding included.
 */
export function rowHeights(
  grid: TableGrid,
  contentHeights: readonly number[],
  table: Pick<TableContent, "rows">,
): readonly number[] {
  const heights = table.rows.map((row) => mmToPt(row.minHeight ?? 0) as number);
  const spanning: { readonly cell: GridCell; readonly height: number }[] = [];
  grid.cells.forEach((cell, index) => {
    const height = contentHeights[index] ?? 0;
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, height);
    else spanning.push({ cell, height });
  });
  spanning.sort((one, other) => one.cell.row + one.cell.rowSpan - (other.cell.row + other.cell.rowSpan));
  for (const { cell, height } of spanning) {
    const last = cell.row + cell.rowSpan - 1;
    let covered = 0;
    for (let row = cell.row; row <= last; row++) covered += heights[row] ?? 0;
    if (covered < height) heights[last] = (heights[last] ?? 0) + height - covered;
  }
  return heights;
}
