import Papa from "papaparse";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { decodeTableText } from "./decode-table-text.ts";
import { TABLE_LIMITS } from "./table.ts";
import { brokenQuotes, tooManyColumns, tooManyRows } from "./table-diagnostics.ts";

/** The cells of a CSV file, empty rows included. Throws a `DiagnosticError`. */
export function readCsv(bytes: Uint8Array, file: string): { cells: string[][]; diagnostics: readonly Diagnostic[] } {
  const { text, diagnostics } = decodeTableText(bytes, file);
  const { body, declared } = takeDeclaration(text);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: declared ?? findDelimiter(body),
    skipEmptyLines: false,
  });
  const broken = errors.find((one) => one.type === "Quotes");
  // Rows are counted as a spreadsheet counts them, Excel's own `sep=` line left out as Excel does.
  if (broken) throw new DiagnosticError([brokenQuotes(file, (broken.row ?? 0) + 1)]);
  if (data.length > TABLE_LIMITS.rows * 2) throw new DiagnosticError([tooManyRows(file, TABLE_LIMITS.rows)]);
  if (data.some((row) => row.length > TABLE_LIMITS.columns)) {
    throw new DiagnosticError([tooManyColumns(file, TABLE_LIMITS.columns)]);
  }
  return { cells: data, diagnostics };
}

/** Excel's own way to name the delimiter: a first line `sep=;`. */
function takeDeclaration(text: string): { readonly body: string; readonly declared: string | undefined } {
  const match = /^\uFEFF?sep=([;,\t|])\r?\n/i.exec(text);
  return match ? { body: text.slice(match[0].length), declared: match[1] } : { body: text, declared: undefined };
}

const COMMA = ",";
const DELIMITERS = [";", "\t", COMMA, "|"];
/** No cell has it: for tables of one column, whose commas are commas. */
const NO_DELIMITER = "\u001f";
const LINES_LOOKED_AT = 10;

/**
 * What divides the headers: in a Vietnamese table commas stand inside addresses and decimals, but hardly ever inside the names of
 * columns. Where the first line is not divided it is a title if lines below are, else the table has one column.
 */
function findDelimiter(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/, LINES_LOOKED_AT)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ""))
    .filter((line) => line.trim() !== "");
  const [first = "", ...others] = lines;
  if (mostFrequent(first) !== undefined) return mostFrequent(first) ?? NO_DELIMITER;
  const headers = others.find((line) => mostFrequent(line) !== undefined);
  const delimiter = headers === undefined ? undefined : mostFrequent(headers);
  if (delimiter === undefined || delimiter !== COMMA) return delimiter ?? NO_DELIMITER;
  const counts = new Set(others.map((line) => line.split(COMMA).length));
  return others.length > 1 && counts.size === 1 ? COMMA : NO_DELIMITER;
}

function mostFrequent(line: string): string | undefined {
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? undefined : DELIMITERS[counts.indexOf(most)];
}
