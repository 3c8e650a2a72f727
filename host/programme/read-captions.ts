import { readFile, stat } from "node:fs/promises";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import {
  captionEncodingUnknown,
  captionFileTooLarge,
  captionsConverted,
  captionsLookLegacy,
} from "../../core/programme/captions/caption-diagnostics.ts";
import { type CaptionFile, parseCaptions } from "../../core/programme/captions/caption-file.ts";
import { ENCODING_NAMES } from "../../core/script/legacy/encoding-names.ts";
import { decodeText, doubtText } from "../files/decode-text.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";

/** Captions of a whole day take less. */
const MOST_BYTES = 20_000_000;

/** The captions of a file. Throws a `DiagnosticError` where it cannot be read or has none. */
export async function readCaptionFile(file: string): Promise<CaptionFile> {
  const { text, diagnostics } = await readWords(file);
  const captions = parseCaptions(text, file);
  return { ...captions, diagnostics: [...diagnostics, ...captions.diagnostics] };
}

/**
 * The text of a file of captions or of a script: in Unicode, or in an old Vietnamese encoding, which is told. Throws a `DiagnosticError`
 * where it cannot be read.
 */
export async function readWords(file: string): Promise<{ text: string; diagnostics: readonly Diagnostic[] }> {
  const decoded = decodeText(await readWhole(file));
  if (!decoded) throw new DiagnosticError([captionEncodingUnknown(file)]);
  const { text, encoding } = decoded;
  if (encoding !== undefined) return { text, diagnostics: [captionsConverted(file, ENCODING_NAMES[encoding])] };
  const doubt = doubtText(text);
  return { text, diagnostics: doubt === undefined ? [] : [captionsLookLegacy(file, ENCODING_NAMES[doubt])] };
}

async function readWhole(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new DiagnosticError([captionFileTooLarge(file, size, MOST_BYTES)]);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const told = errorCode(error) === "ENOENT" ? fileNotFound(file) : fileNotReadable(file, errorReason(error));
    throw new DiagnosticError([told], { cause: error });
  }
}
