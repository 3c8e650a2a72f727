/** Text of files as offices have them: Unicode of either kind, or an old Vietnamese encoding. */

import { detectLegacyEncoding } from "../../core/script/legacy/detect-encoding.ts";
import { convertLegacyText, type LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";

export interface FileText {
  /** Without a byte order mark. */
  readonly text: string;
  /** The old encoding it was in; undefined for Unicode. */
  readonly encoding: LegacyEncoding | undefined;
}

/** Below this a guess is not worth acting on. */
const SURE_ENOUGH = 0.5;
/** Text that is sound Unicode is doubted on good evidence only. */
const VERY_SURE = 0.8;

/** UTF-8, or UTF-16 with or without a mark, or an old Vietnamese encoding that explains the bytes; undefined where none does. */
export function decodeText(bytes: Uint8Array): FileText | undefined {
  const unicode = readUnicode(bytes);
  if (unicode !== undefined) return { text: unicode, encoding: undefined };
  const guess = legacyGuess(bytes);
  return guess && { text: convertLegacyText(bytes, guess).text, encoding: guess };
}

/** The old encoding whose letters a text in Unicode seems to hold, as fonts of before Unicode show them; undefined for sound text. */
export function doubtText(text: string): LegacyEncoding | undefined {
  const [best] = detectLegacyEncoding(text);
  if (!best || best.encoding === "unicode" || best.encoding === "viqr") return undefined;
  return best.confidence >= VERY_SURE ? best.encoding : undefined;
}

/** Not UTF-8, so the best guess that is not Unicode; VIQR is plain ASCII and cannot be it. */
function legacyGuess(bytes: Uint8Array): LegacyEncoding | undefined {
  for (const { encoding, confidence } of detectLegacyEncoding(bytes)) {
    if (encoding !== "unicode" && encoding !== "viqr") return confidence < SURE_ENOUGH ? undefined : encoding;
  }
  return undefined;
}

/** UTF-8, or UTF-16 with or without a mark; undefined where the bytes are neither. */
export function readUnicode(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: plain letters leave a zero in every second byte, which no other encoding has.
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const enough = sample.length / 8;
  if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > enough && zeros[1] === 0) return "utf-16be";
  return undefined;
}
