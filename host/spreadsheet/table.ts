import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";

/** A spreadsheet as text: what each cell shows, spaces around it left out. */
export interface Table {
  readonly headers: readonly string[];
  /** Rows that have something in them, each as long as `headers`. */
  readonly rows: readonly (readonly string[])[];
  /** What the spreadsheet numbers the first row below the headers. */
  readonly firstRowNumber: number;
  /** The same for each of `rows`; empty rows between them are counted. */
  readonly rowNumbers: readonly number[];
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

export const TABLE_LIMITS = { rows: 100_000, columns: 200, bytes: 50_000_000 } as const;

/** Titles above a table take no more rows than this. */
const TITLE_ROWS = 10;

/**
 * Divides rows of cells, given with empty ones, into headers and data. The headers are the first row with something in it; where
 * that has a single cell and a row soon below has more, it was a title above the table. Columns without anything are cut off at the
 * right. Undefined where there is nothing at all.
 */
export function tableOfCells(cells: readonly (readonly string[])[]): Omit<Table, "diagnostics"> | undefined {
  const trimmed = cells.map((row) => row.map((cell) => cell.trim()));
  const filled = trimmed.map((row) => row.filter((cell) => cell !== "").length);
  const first = filled.findIndex((count) => count > 0);
  if (first < 0) return undefined;
  const wider = filled.slice(first, first + TITLE_ROWS).findIndex((count) => count > 1);
  const headerIndex = filled[first] === 1 && wider > 0 ? first + wider : first;

  const below = trimmed
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ number }) => number > headerIndex + 1 && (filled[number - 1] ?? 0) > 0);
  const header = trimmed[headerIndex] ?? [];
  const width = below.reduce((widest, { row }) => Math.max(widest, filledWidth(row)), filledWidth(header));
  const padded = (row: readonly string[]): readonly string[] =>
    Array.from({ length: width }, (_, column) => row[column] ?? "");
  return {
    headers: padded(header),
    rows: below.map(({ row }) => padded(row)),
    firstRowNumber: headerIndex + 2,
    rowNumbers: below.map(({ number }) => number),
  };
}

const filledWidth = (row: readonly string[]): number => row.findLastIndex((cell) => cell !== "") + 1;
