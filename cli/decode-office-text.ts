import { detectLegacyEncoding } from "../core/script/legacy/detect-encoding.ts";
import { convertLegacyText, type LegacyEncoding } from "../core/script/legacy/legacy-encoding.ts";
import { normalizeText } from "../core/script/normalize.ts";
import { readUnicode } from "../host/files/decode-text.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: LegacyEncoding | "unicode";
  /** 0–1; 1 where the encoding was given. */
  readonly confidence: number;
  /** Offsets of characters the encoding does not have; they are kept as they are. */
  readonly unknown: readonly number[];
}

/** The text of a file from an office: bytes of an old encoding, or such bytes pasted into a file in Unicode. */
export function decodeOfficeText(bytes: Uint8Array, from: LegacyEncoding | "unicode" | "auto"): DecodedText {
  const source = readUnicode(bytes) ?? bytes;
  const guess = from === "auto" ? detectLegacyEncoding(source)[0] : { encoding: from, confidence: 1 };
  const { encoding, confidence } = guess ?? { encoding: "unicode", confidence: 1 };
  if (encoding === "unicode") {
    const text = typeof source === "string" ? source : new TextDecoder("windows-1252").decode(source);
    return { text: normalizeText(text), encoding, confidence, unknown: [] };
  }
  const { text, unknown } = convertLegacyText(source, encoding);
  return { text, encoding, confidence, unknown };
}
