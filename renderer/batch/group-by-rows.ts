import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";

/** The same message about one row or many. */
export interface RowsDiagnostic {
  readonly diagnostic: Diagnostic;
  /** As the spreadsheet counts; empty where the message is about no row. */
  readonly rows: readonly number[];
}

/** A message once, with all the rows it is about, in the order messages first came. */
export function groupByRows(diagnostics: readonly Diagnostic[]): readonly RowsDiagnostic[] {
  const groups = new Map<string, { diagnostic: Diagnostic; rows: number[] }>();
  for (const diagnostic of diagnostics) {
    const { row, ...target } = diagnostic.target;
    const key = JSON.stringify([diagnostic.code, diagnostic.message.en, target]);
    const group = groups.get(key) ?? { diagnostic, rows: [] };
    groups.set(key, group);
    if (row !== undefined) group.rows.push(row);
  }
  return [...groups.values()];
}
