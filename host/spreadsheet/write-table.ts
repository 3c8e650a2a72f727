import { extname } from "node:path";
import Papa from "papaparse";
import writeExcelFile from "write-excel-file/node";
import type { Slot } from "../../core/document/schema/project.ts";
import { normalizeText } from "../../core/script/normalize.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";

export interface TableToWrite {
  /** Name of the sheet. */
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Writes a table as CSV where `path` ends so, else as XLSX. Throws a `DiagnosticError`. */
export async function writeTable(path: string, table: TableToWrite): Promise<void> {
  const csv = extname(path).toLowerCase() === ".csv";
  await writeFileAtomically(path, csv ? csvBytes(table) : await xlsxBytes(table));
}

/** Excel in Vietnamese divides CSV at semicolons, because the comma is for decimals, and takes it for UTF-8 by its mark only. */
export function csvBytes({ headers, rows }: TableToWrite): Uint8Array {
  const lines = [headers, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "number" ? String(cell).replace(".", ",") : harmless(normalizeText(cell)))),
  );
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(lines, { delimiter: ";", newline: "\r\n" })}\r\n`);
}

/** Text that a spreadsheet would run as a formula gets the apostrophe that makes it text. */
const harmless = (text: string): string => (/^[=@\t\r]|^[+-](?![\d.,\s]*$)/.test(text) ? `'${text}` : text);

/** Limits of Excel. */
const MAX_CELL_LENGTH = 32_767;
const MAX_SHEET_NAME = 31;
const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 10;

/** Headers are bold and stay in sight; text stays text, also where it looks like a number or a formula. */
export async function xlsxBytes({ sheet, headers, rows }: TableToWrite): Promise<Uint8Array> {
  const text = (value: string) => ({
    value: normalizeText(value).slice(0, MAX_CELL_LENGTH),
    type: String,
    format: "@",
    wrap: true,
    alignVertical: "top" as const,
  });
  const data = [
    headers.map((header) => ({ ...text(header), fontWeight: "bold" as const })),
    ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? { value: cell, type: Number } : text(cell)))),
  ];
  const columns = headers.map((header, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[column] ?? "").length), header.length);
    return { width: Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, longest + 2)) };
  });
  return writeExcelFile(data, { sheet: sheetName(sheet), columns, stickyRowsCount: 1 }).toBuffer();
}

const sheetName = (name: string): string =>
  normalizeText(name)
    .replace(/[\\/?*[\]:]/g, " ")
    .replace(/^'+|'+$/g, "")
    .slice(0, MAX_SHEET_NAME)
    .trim() || "Sheet1";

/** The table a clerk fills in for a template: one column per slot, headed by its label, and one row of samples. */
export function sampleTable(slots: readonly Slot[], language: "vi" | "en"): TableToWrite {
  const labels = slots.map((slot) => slot.label[language].trim());
  const headers = slots.map((slot, index) => {
    const label = labels[index] ?? "";
    const clear = label !== "" && labels.indexOf(label) === labels.lastIndexOf(label);
    return clear ? label : slot.name;
  });
  const sample = slots.map((slot) => (slot.kind === "text" ? (slot.sample ?? "") : ""));
  return { sheet: language === "vi" ? "Dữ liệu" : "Data", headers, rows: [sample] };
}
