import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "./json-path.ts";
import { cellsBeyondColumns, overlappingSpans, spanBeyondRows } from "./reference-diagnostics.ts";
import type { TableFrame } from "./schema/frames.ts";

type Table = NonNullable<TableFrame["table"]>;

/** Whether the cells of every row fit between the columns, spans from above taken into account. `target` gets paths from the table. */
export function checkTable(table: Table, target: (path: JsonPath) => DiagnosticTarget): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const columnCount = table.columns.length;
  const rowCount = table.rows.length;
  /** For each column, the first row no span from above reaches. */
  const freeFrom = new Array<number>(columnCount).fill(0);

  for (const [r, row] of table.rows.entries()) {
    let column = 0;
    for (const [c, cell] of row.cells.entries()) {
      while (column < columnCount && (freeFrom[column] ?? 0) > r) column += 1;
      const path = ["rows", r, "cells", c];
      const width = cell.columnSpan ?? 1;
      const height = cell.rowSpan ?? 1;
      if (column + width > columnCount) {
        diagnostics.push(cellsBeyondColumns(target(path), r + 1, column + width, columnCount));
        break;
      }
      if (r + height > rowCount) diagnostics.push(spanBeyondRows(target(path), r + 1, height, rowCount));
      for (let covered = column; covered < column + width; covered += 1) {
        if ((freeFrom[covered] ?? 0) > r) {
          diagnostics.push(overlappingSpans(target(path), r + 1, covered + 1));
          break;
        }
      }
      freeFrom.fill(r + height, column, column + width);
      column += width;
    }
  }
  return diagnostics;
}
