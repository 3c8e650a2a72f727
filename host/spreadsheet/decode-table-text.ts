import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { ENCODING_NAMES } from "../../core/script/legacy/encoding-names.ts";
import { decodeText, doubtText } from "../files/decode-text.ts";
import { convertedEncoding, looksLegacy, unknownEncoding } from "./table-diagnostics.ts";

/** The text of a CSV file in Unicode, or in an old Vietnamese encoding, which is reported. Throws a `DiagnosticError` where it is neither. */
export function decodeTableText(bytes: Uint8Array, file: string): { text: string; diagnostics: readonly Diagnostic[] } {
  const decoded = decodeText(bytes);
  if (!decoded) throw new DiagnosticError([unknownEncoding(file)]);
  const { text, encoding } = decoded;
  return { text, diagnostics: encoding === undefined ? [] : [convertedEncoding(file, ENCODING_NAMES[encoding])] };
}

/** A warning where the cells of a table are letters of an old font, as Excel files from such offices have them. */
export function doubtTableText(cells: readonly (readonly string[])[], file: string): readonly Diagnostic[] {
  const sample = cells
    .slice(0, 100)
    .map((row) => row.join(" "))
    .join("\n");
  const encoding = doubtText(sample);
  return encoding === undefined ? [] : [looksLegacy(file, ENCODING_NAMES[encoding])];
}
