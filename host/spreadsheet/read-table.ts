import { readFile, stat } from "node:fs/promises";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";
import { doubtTableText } from "./decode-table-text.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { TABLE_LIMITS, type Table, tableOfCells } from "./table.ts";
import { tableEmpty, tableLocked, tableTooLarge, tooManyRows, unsupportedTable } from "./table-diagnostics.ts";

export interface TableOptions {
  /** Of an XLSX file; the first one where undefined. */
  readonly sheet?: string | undefined;
  /** For numbers of XLSX files; a comma, as in Vietnamese, where undefined. */
  readonly decimalMark?: "," | ".";
}

/** A CSV or XLSX file, told by its content. Throws a `DiagnosticError` where it cannot be read. */
export async function readTable(path: string, options: TableOptions = {}): Promise<Table> {
  return readTableBytes(await readWhole(path), path, options);
}

/** The same for bytes; `file` is only named in messages. */
export async function readTableBytes(bytes: Uint8Array, file: string, options: TableOptions = {}): Promise<Table> {
  if (bytes.length > TABLE_LIMITS.bytes)
    throw new DiagnosticError([tableTooLarge(file, bytes.length, TABLE_LIMITS.bytes)]);
  const refusal = refuseByContent(bytes, file);
  if (refusal) throw new DiagnosticError([refusal]);
  const isZip = startsWith(bytes, "PK");
  const { cells, diagnostics } = isZip
    ? await readXlsx(bytes, file, { sheet: options.sheet, decimalMark: options.decimalMark ?? "," })
    : readCsv(bytes, file);
  const table = tableOfCells(cells);
  if (!table) throw new DiagnosticError([tableEmpty(file)]);
  if (table.rows.length > TABLE_LIMITS.rows) throw new DiagnosticError([tooManyRows(file, TABLE_LIMITS.rows)]);
  return {
    ...table,
    diagnostics: [...diagnostics, ...doubtTableText([table.headers, ...table.rows.slice(0, 100)], file)],
  };
}

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  [...signature].every((character, at) => bytes[at] === character.charCodeAt(0));

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** Stream that Excel puts a locked workbook into. */
const LOCKED_STREAM = Buffer.from("EncryptedPackage", "utf16le");

function refuseByContent(bytes: Uint8Array, file: string): Diagnostic | undefined {
  if (startsWith(bytes, OLE)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED_STREAM)
      ? tableLocked(file)
      : unsupportedTable(file, "Excel 97–2003 (.xls)");
  }
  if (startsWith(bytes, "%PDF-")) return unsupportedTable(file, "PDF");
  // Office portals hand out web pages called .xls.
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return /^<(?:!doctype html|html|table|\?xml)/.test(start) ? unsupportedTable(file, "HTML/XML") : undefined;
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new DiagnosticError([fileNotReadable(path, "not a file")]);
    if (found.size > TABLE_LIMITS.bytes)
      throw new DiagnosticError([tableTooLarge(path, found.size, TABLE_LIMITS.bytes)]);
    return await readFile(path);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const missing = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
    throw new DiagnosticError([missing ? fileNotFound(path) : fileNotReadable(path, errorReason(error))], {
      cause: error,
    });
  }
}
