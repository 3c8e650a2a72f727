/** Text in the Vietnamese encodings of before Unicode, which offices still paste, to Unicode and back. */

import { BYTE_TABLES } from "./byte-tables.ts";
import { SEQUENCE_TABLES } from "./sequence-tables.ts";
import { VIETNAMESE_LETTERS } from "./vietnamese-letters.ts";
import { decodeViqr, encodeViqr } from "./viqr.ts";
import { readWindows1252, WINDOWS_1252, windows1252Byte } from "./windows-1252.ts";

/**
 * `tcvn3` (ABC) as in fonts like `.VnTime`, whose plain form has no toned capitals; `tcvn3-capitals` as in `.VnTimeH`, where
 * every letter is drawn as a capital; `vni` for Windows; `viqr`; `viscii`; `cp1258`; `vps`.
 */
export type LegacyEncoding = "tcvn3" | "tcvn3-capitals" | "vni" | "viqr" | "viscii" | "cp1258" | "vps";

/** All of them, the most common in offices first. */
export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  "tcvn3",
  "tcvn3-capitals",
  "vni",
  "viscii",
  "vps",
  "cp1258",
  "viqr",
];

export interface LegacyConversion {
  /** NFC. */
  readonly text: string;
  /** Offsets in the input of characters or bytes the encoding does not have; they are kept as they are. */
  readonly unknown: readonly number[];
}

export interface LegacyEncoded {
  /** The bytes of the encoding read as windows-1252: what a word processor holds. `writeWindows1252` gives the bytes. */
  readonly text: string;
  /** Offsets in the input of letters the encoding cannot hold; a question mark stands for each. */
  readonly lost: readonly number[];
}

const LETTERS: ReadonlySet<string> = new Set(VIETNAMESE_LETTERS.filter((letter) => letter > "z"));

/** Typography of word processors, in Unicode whatever the font of the letters. */
const TYPOGRAPHY = /^[\u00A0\u2010-\u2027\u2030-\u205E\u2060\u20AB\u20AC\u2122\uFEFF]$/;

/**
 * Unicode for `input`, a text whose characters are the bytes read as windows-1252 or Latin-1 (as pasted), or the bytes.
 */
export function convertLegacyText(input: string | Uint8Array, encoding: LegacyEncoding): LegacyConversion {
  const source = typeof input === "string" ? input : readWindows1252(input);
  const typed = typeof input === "string";
  if (encoding === "viqr") return { text: decodeViqr(source).normalize("NFC"), unknown: beyondAscii(source) };
  if (encoding === "vni" || encoding === "cp1258") return convertSequences(source, encoding, typed);
  return convertBytes(source, encoding, typed);
}

const beyondAscii = (text: string): number[] => {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x7e && !TYPOGRAPHY.test(text.charAt(at))) found.push(at);
  }
  return found;
};

function convertBytes(source: string, encoding: keyof typeof BYTE_TABLES, typed: boolean): LegacyConversion {
  const { letterOf } = BYTE_TABLES[encoding];
  const parts: string[] = [];
  const unknown: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    const byte = windows1252Byte(character);
    const letter = byte === undefined ? undefined : letterOf.get(byte);
    parts.push(letter ?? character);
    if (letter === undefined && isUnknown(character, typed)) unknown.push(at);
  }
  return { text: parts.join("").normalize("NFC"), unknown };
}

const isUnknown = (character: string, typed: boolean): boolean =>
  character.charCodeAt(0) > 0x7e && !(typed && TYPOGRAPHY.test(character));

function convertSequences(source: string, encoding: keyof typeof SEQUENCE_TABLES, typed: boolean): LegacyConversion {
  const { letterOf } = SEQUENCE_TABLES[encoding];
  const shown = [...source]
    .map((one) => (one.length === 1 ? WINDOWS_1252.charAt(windows1252Byte(one) ?? -1) || one : one))
    .join("");
  const parts: string[] = [];
  const unknown: number[] = [];
  for (let at = 0; at < shown.length; ) {
    const pair = letterOf.get(shown.slice(at, at + 2));
    if (pair !== undefined && at + 1 < shown.length) {
      parts.push(pair);
      at += 2;
      continue;
    }
    const single = letterOf.get(shown.charAt(at));
    parts.push(single ?? shown.charAt(at));
    if (single === undefined && isUnknown(shown.charAt(at), typed)) unknown.push(at);
    at++;
  }
  return { text: parts.join("").normalize("NFC"), unknown };
}

/** `text` in an old encoding; for files that must go back to an old program, and to prove the tables. */
export function encodeLegacyText(text: string, encoding: LegacyEncoding): LegacyEncoded {
  const composed = text.normalize("NFC");
  if (encoding === "viqr") return { text: encodeViqr(composed), lost: [] };
  const parts: string[] = [];
  const lost: number[] = [];
  let at = 0;
  for (const character of composed) {
    const written = encodeCharacter(character, encoding);
    if (written === undefined) lost.push(at);
    parts.push(written ?? "?");
    at += character.length;
  }
  return { text: parts.join(""), lost };
}

function encodeCharacter(character: string, encoding: Exclude<LegacyEncoding, "viqr">): string | undefined {
  if (encoding === "vni" || encoding === "cp1258") {
    const { letterOf, sequenceOf } = SEQUENCE_TABLES[encoding];
    const sequence = sequenceOf.get(character);
    if (sequence !== undefined) return sequence;
    if (windows1252Byte(character) === undefined || letterOf.has(character)) return undefined;
    return character;
  }
  const { letterOf, byteOf } = BYTE_TABLES[encoding];
  const byte = byteOf.get(character);
  if (byte !== undefined) return WINDOWS_1252.charAt(byte);
  if (LETTERS.has(character)) return undefined;
  const same = windows1252Byte(character);
  // A character whose byte the encoding has given to a letter cannot be written.
  return same === undefined || letterOf.has(same) ? undefined : character;
}
