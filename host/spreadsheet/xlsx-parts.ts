/** What has to be known of an XLSX file before it is handed to the reader: its sheets, and whether any of them would blow up. */

import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { ZipEntry } from "../package/zip-reader.ts";

export interface SheetPart {
  readonly name: string;
  /** Entry of the archive. */
  readonly entry: string;
}

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

/** The worksheets of a workbook in their order; empty where it is no workbook. Throws where its XML is broken. */
export function sheetsOf(entries: ReadonlyMap<string, ZipEntry>): readonly SheetPart[] {
  const targets = new Map<string, string>();
  eachTag(entries.get(RELATIONS), (tag) => {
    const { Id, Target } = tag.attributes;
    if (localName(tag.name) === "Relationship" && Id !== undefined && Target !== undefined) targets.set(Id, Target);
  });
  const sheets: SheetPart[] = [];
  eachTag(entries.get(WORKBOOK), (tag) => {
    if (localName(tag.name) !== "sheet") return;
    const relation = Object.entries(tag.attributes).find(([name]) => name !== "id" && localName(name) === "id")?.[1];
    const target = relation === undefined ? undefined : targets.get(relation);
    const name = tag.attributes.name;
    if (target === undefined || name === undefined) return;
    const entry = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (/worksheets\//.test(entry)) sheets.push({ name, entry });
  });
  return sheets;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function eachTag(entry: ZipEntry | undefined, visit: (tag: SaxesTagPlain) => void): void {
  if (!entry) return;
  const parser = new SaxesParser();
  parser.on("opentag", visit);
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(new TextDecoder().decode(entry.read())).close();
}

export interface SheetExtent {
  /** The last row and column with a value, from 1. */
  readonly rows: number;
  readonly columns: number;
  /** Cells whose formula failed, `C7`. */
  readonly errors: readonly string[];
  /** Formulas that have no value because nothing ever calculated them. */
  readonly uncalculated: boolean;
  /** Places no spreadsheet has: beyond row 1,048,576 or column XFD. */
  readonly impossible: boolean;
}

const MAX_SHEET_ROWS = 1_048_576;
const MAX_SHEET_COLUMNS = 16_384;
const ROW_OR_CELL = /<(?:\w+:)?(row|c)\b([^>]*?)(\/?)>/g;
const PLACE = /(?:^|\s)r\s*=\s*["']([A-Z]*)(\d+)["']/;
const FORMULA_ONLY = /<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/;

/** How far a sheet reaches, from its XML and without building its rows. */
export function extentOf(xml: string): SheetExtent {
  const errors: string[] = [];
  let rows = 0;
  let columns = 0;
  let impossible = false;
  for (const [, kind, attributes = "", empty] of xml.matchAll(ROW_OR_CELL)) {
    const [, letters = "", digits = "0"] = PLACE.exec(attributes) ?? [];
    const row = Number(digits);
    const column = columnNumber(letters);
    if (row > MAX_SHEET_ROWS || column > MAX_SHEET_COLUMNS) impossible = true;
    if (kind !== "c" || empty === "/") continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    if (/\bt\s*=\s*["']e["']/.test(attributes)) errors.push(`${letters}${digits}`);
  }
  return { rows, columns, errors, uncalculated: FORMULA_ONLY.test(xml), impossible };
}

/** `A` is 1, `XFD` 16,384. */
const columnNumber = (letters: string): number => {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
};
