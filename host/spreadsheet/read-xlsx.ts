import { readSheet } from "read-excel-file/node";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import { errorReason } from "../files/error-code.ts";
import { readZip, type ZipEntry } from "../package/zip-reader.ts";
import { memoryZip } from "../package/zip-source.ts";
import { writeZip } from "../package/zip-writer.ts";
import { cellText, numberText } from "./cell-text.ts";
import { TABLE_LIMITS } from "./table.ts";
import {
  formulaErrors,
  formulasWithoutValues,
  sheetNotFound,
  tableDamaged,
  tableEmpty,
  tableLocked,
  tableTooLarge,
  tooManyColumns,
  tooManyRows,
  unsupportedTable,
} from "./table-diagnostics.ts";
import { extentOf, type SheetPart, sheetsOf } from "./xlsx-parts.ts";

export interface XlsxOptions {
  /** Name of the sheet; the first one where undefined. */
  readonly sheet?: string | undefined;
  readonly decimalMark: "," | ".";
}

/** XML of sheets packs well: ten to twenty times is usual. */
const ARCHIVE_LIMITS = { entries: 5_000, entryBytes: 200_000_000, totalBytes: 400_000_000 };
const MOST_ERRORS_NAMED = 8;

/** What the cells of one sheet show, empty rows included. Throws a `DiagnosticError`. */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  options: XlsxOptions,
): Promise<{ cells: string[][]; diagnostics: readonly Diagnostic[] }> {
  const entries = await readEntries(bytes, file);
  try {
    const sheet = chooseSheet(entries, file, options.sheet);
    const diagnostics = checkExtent(entries.get(sheet.entry), file);
    const rows = await readSheet<string>(repack(entries), sheet.name, {
      trim: false,
      parseNumber: (raw) => numberText(raw, options.decimalMark),
    });
    return { cells: rows.map((row) => row.map(cellText)), diagnostics };
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([tableDamaged(file, errorReason(error))], { cause: error });
  }
}

async function readEntries(bytes: Uint8Array, file: string): Promise<ReadonlyMap<string, ZipEntry>> {
  try {
    const entries = await readZip(memoryZip(bytes), file, ARCHIVE_LIMITS);
    return new Map(entries.map((entry) => [entry.name, entry]));
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    // What a package of ours may not have, a table may not have either; only the words differ.
    const codes = error.diagnostics.map((one) => one.code);
    if (codes.includes("package.encrypted")) throw new DiagnosticError([tableLocked(file)], { cause: error });
    if (codes.includes("package.bomb") || codes.includes("package.too-large")) {
      throw new DiagnosticError([tableTooLarge(file, ARCHIVE_LIMITS.totalBytes, TABLE_LIMITS.bytes)], { cause: error });
    }
    throw new DiagnosticError([tableDamaged(file, error.diagnostics[0]?.message.en ?? "")], { cause: error });
  }
}

function chooseSheet(entries: ReadonlyMap<string, ZipEntry>, file: string, wanted: string | undefined): SheetPart {
  if (entries.has("content.xml")) throw new DiagnosticError([unsupportedTable(file, "OpenDocument (.ods)")]);
  if (!entries.has("xl/workbook.xml")) throw new DiagnosticError([unsupportedTable(file, "ZIP")]);
  const sheets = sheetsOf(entries);
  const names = sheets.map((sheet) => sheet.name);
  const sheet = wanted === undefined ? sheets[0] : sheets.find((one) => one.name.normalize() === wanted.normalize());
  if (sheet) return sheet;
  if (wanted === undefined) throw new DiagnosticError([tableEmpty(file)]);
  throw new DiagnosticError([sheetNotFound(file, wanted, names, nearestName(wanted, names))]);
}

/** A single cell far out makes the reader fill everything up to it: that is found out before. */
function checkExtent(entry: ZipEntry | undefined, file: string): readonly Diagnostic[] {
  if (!entry) throw new DiagnosticError([tableDamaged(file, "sheet is missing")]);
  const extent = extentOf(new TextDecoder().decode(entry.read()));
  if (extent.impossible) throw new DiagnosticError([tableDamaged(file, "impossible cell reference")]);
  if (extent.columns > TABLE_LIMITS.columns) throw new DiagnosticError([tooManyColumns(file, TABLE_LIMITS.columns)]);
  if (extent.rows > TABLE_LIMITS.rows * 2) throw new DiagnosticError([tooManyRows(file, TABLE_LIMITS.rows)]);
  const { errors } = extent;
  return [
    ...(errors.length > 0
      ? [formulaErrors(file, errors.slice(0, MOST_ERRORS_NAMED), errors.length > MOST_ERRORS_NAMED)]
      : []),
    ...(extent.uncalculated ? [formulasWithoutValues(file)] : []),
  ];
}

/**
 * The same workbook with nothing but its checked XML. The reader trusts the sizes and names a file gives for itself, so it is
 * never given a file of a stranger's making.
 */
function repack(entries: ReadonlyMap<string, ZipEntry>): Buffer {
  const parts = [...entries.values()].filter(
    ({ name }) => /\.(xml|rels)$/.test(name) && !/^xl\/(media|drawings|embeddings)\//.test(name),
  );
  return Buffer.from(writeZip(parts.map((part) => ({ name: part.name, bytes: part.read(), stored: true }))));
}
