import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { parseRowRange, rowsInRanges } from "../../core/merge/row-range.ts";

/** How many rows `1-50, 60` asks for of a table with `rowCount`; all for nothing, undefined where it cannot be read. */
export function rowsAsked(rows: string, rowCount: number): number | undefined {
  if (rows.trim() === "") return rowCount;
  try {
    return [...rowsInRanges(parseRowRange(rows, rowCount), rowCount)].length;
  } catch (failure) {
    if (failure instanceof DiagnosticError) return undefined;
    throw failure;
  }
}
