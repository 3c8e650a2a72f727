import writeExcelFile from "write-excel-file/node";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { buildCatalog } from "../../core/fonts/catalog.ts";
import { languageFonts } from "../../core/fonts/font-chain.ts";
import { SHEET_COLUMNS, type TranslationSheet } from "../../core/translate/translation-sheet.ts";
import { readCatalogData } from "../fonts/font-files.ts";
import { textTooLongForSheet } from "./translation-file-diagnostics.ts";

export interface TranslationSheetLook {
  /** Names of the two sheets. */
  readonly sheet: string;
  readonly guide: string;
  /** Languages of the columns, for fonts. */
  readonly source: string;
  readonly target: string;
}

/** Limit of Excel. */
const MOST_CHARACTERS = 32_767;
const WIDTHS: Readonly<Record<(typeof SHEET_COLUMNS)[number], number>> = {
  id: 18,
  place: 22,
  source: 52,
  target: 52,
  state: 14,
  note: 24,
};
const GUIDE_WIDTH = 100;

const LINE = "#D9D4CC";
const HEAD = { backgroundColor: "#9B1B30", textColor: "#FFFFFF", fontWeight: "bold" as const };
/** What translators are not to change looks shut. */
const SHUT = { backgroundColor: "#F1EEE9", textColor: "#57504A" };

/** The bytes of an XLSX file. All cells are text, also those that look like a formula or a number. */
export async function translationSheetBytes(
  { headers, rows, guide }: TranslationSheet,
  { sheet, guide: guideName, source, target }: TranslationSheetLook,
): Promise<Uint8Array> {
  const tooLong = rows.find((row) => row.some((cell) => cell.length > MOST_CHARACTERS));
  if (tooLong) throw new DiagnosticError([textTooLongForSheet(tooLong[0] ?? "", MOST_CHARACTERS)]);
  const catalog = buildCatalog(readCatalogData());
  const fontOf = (language: string): string =>
    catalog.familyById.get(languageFonts(catalog, language).text)?.name ?? "Noto Sans";
  const fonts: Partial<Record<(typeof SHEET_COLUMNS)[number], string>> = {
    source: fontOf(source),
    target: fontOf(target),
  };
  const text = (value: string) => ({
    value,
    type: String,
    format: "@",
    wrap: true,
    alignVertical: "top" as const,
    borderColor: LINE,
    borderStyle: "thin" as const,
  });
  const data = [
    headers.map((header) => ({ ...text(header), ...HEAD })),
    ...rows.map((row) =>
      row.map((cell, index) => {
        const column = SHEET_COLUMNS[index];
        const font = column === undefined ? undefined : fonts[column];
        const isOpen = column === "target" || column === "state";
        return { ...text(cell), ...(!isOpen && SHUT), ...(font !== undefined && { fontFamily: font }) };
      }),
    ),
  ];
  const guideData = guide.map((line) => [{ ...text(line), borderColor: "#FFFFFF" }]);
  return writeExcelFile([
    { data, sheet, columns: SHEET_COLUMNS.map((column) => ({ width: WIDTHS[column] })), stickyRowsCount: 1 },
    { data: guideData, sheet: guideName, columns: [{ width: GUIDE_WIDTH }] },
  ]).toBuffer();
}
