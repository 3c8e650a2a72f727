/** Files for translators as bytes: XLIFF, and a spreadsheet for those without a translation program. */

import { extname } from "node:path";
import type { TranslationFormat } from "../../core/api/translation-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { exchangeDocument, type ReceivedTranslations } from "../../core/translate/exchange.ts";
import { readXliff } from "../../core/translate/read-xliff.ts";
import { readTranslationSheet, writeTranslationSheet } from "../../core/translate/translation-sheet.ts";
import { writeXliff } from "../../core/translate/write-xliff.ts";
import { readXlsx } from "../spreadsheet/read-xlsx.ts";
import { unknownTranslationFile } from "./translation-file-diagnostics.ts";
import { translationSheetBytes } from "./write-translation-sheet.ts";

/** A project's texts in one language for translators. Throws a `DiagnosticError` where the format cannot hold them. */
export async function translationFile(
  project: Project,
  language: string,
  format: TranslationFormat,
  words: "vi" | "en",
): Promise<Uint8Array> {
  const document = exchangeDocument(project, language, words);
  if (format === "xliff") return new TextEncoder().encode(writeXliff(document));
  return translationSheetBytes(writeTranslationSheet(document, words), {
    sheet: language,
    guide: words === "vi" ? "Hướng dẫn" : "Guide",
    source: document.source,
    target: document.target,
  });
}

/** What a translator's file brings, told by its content rather than its name. Throws a `DiagnosticError`. */
export async function readTranslationFile(bytes: Uint8Array, name: string): Promise<ReceivedTranslations> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) {
    const { cells, diagnostics } = await readXlsx(bytes, name, { decimalMark: "," });
    const received = readTranslationSheet(cells);
    return { ...received, diagnostics: [...diagnostics, ...received.diagnostics] };
  }
  if (/^\.(xlf|xliff|sdlxliff|mqxliff|xml)$/i.test(extname(name)) || startsAsXml(bytes)) return readXliff(bytes);
  throw new DiagnosticError([unknownTranslationFile(name)]);
}

/** `<` behind whatever byte order mark, in UTF-8 or UTF-16. */
const startsAsXml = (bytes: Uint8Array): boolean => bytes.subarray(0, 6).includes(0x3c);
