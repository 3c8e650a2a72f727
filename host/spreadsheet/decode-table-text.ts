import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { detectLegacyEncoding, type EncodingGuess } from "../../core/script/legacy/detect-encoding.ts";
import { convertLegacyText, type LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";
import { convertedEncoding, looksLegacy, unknownEncoding } from "./table-diagnostics.ts";

const NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "TCVN3 (ABC)",
  "tcvn3-capitals": "TCVN3 (ABC), phông chữ hoa",
  vni: "VNI-Windows",
  viqr: "VIQR",
  viscii: "VISCII",
  cp1258: "Windows-1258",
  vps: "VPS",
};
/** Below this a guess is not worth acting on. */
const SURE_ENOUGH = 0.5;
/** Text that is sound Unicode is doubted on good evidence only. */
const VERY_SURE = 0.8;

/** The text of a CSV file: UTF-8 or UTF-16 with or without a mark, or an old Vietnamese encoding, which is reported. */
export function decodeTableText(bytes: Uint8Array, file: string): { text: string; diagnostics: readonly Diagnostic[] } {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), diagnostics: [] };
  const unicode = readUtf8(bytes);
  if (unicode !== undefined) return { text: unicode, diagnostics: [] };
  const guess = legacyGuess(detectLegacyEncoding(bytes));
  if (!guess || guess.confidence < SURE_ENOUGH) throw new DiagnosticError([unknownEncoding(file)]);
  const { text } = convertLegacyText(bytes, guess.encoding);
  return { text, diagnostics: [convertedEncoding(file, NAMES[guess.encoding])] };
}

/** A warning where the cells of a table are letters of an old font, as Excel files from such offices have them. */
export function doubtTableText(cells: readonly (readonly string[])[], file: string): readonly Diagnostic[] {
  const sample = cells
    .slice(0, 100)
    .map((row) => row.join(" "))
    .join("\n");
  const [best] = detectLegacyEncoding(sample);
  const doubtful = best && best.encoding !== "unicode" && best.encoding !== "viqr" && best.confidence >= VERY_SURE;
  return doubtful ? [looksLegacy(file, NAMES[best.encoding as LegacyEncoding])] : [];
}

/** Not UTF-8, so the best guess that is not Unicode; VIQR is plain ASCII and cannot be it. */
const legacyGuess = (
  guesses: readonly EncodingGuess[],
): { encoding: LegacyEncoding; confidence: number } | undefined => {
  for (const { encoding, confidence } of guesses) {
    if (encoding !== "unicode" && encoding !== "viqr") return { encoding, confidence };
  }
  return undefined;
};

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: plain letters of a table leave a zero in every second byte, which no other encoding has.
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const enough = sample.length / 8;
  if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > enough && zeros[1] === 0) return "utf-16be";
  return undefined;
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
