/** Guessing the encoding of pasted Vietnamese by how many of its words can be Vietnamese once converted. */

import { convertLegacyText, LEGACY_ENCODINGS, type LegacyEncoding } from "./legacy-encoding.ts";
import { isVietnameseSyllable } from "./vietnamese-syllables.ts";
import { readWindows1252 } from "./windows-1252.ts";

export interface EncodingGuess {
  readonly encoding: LegacyEncoding | "unicode";
  /** 0 to 1; above 0.8 the guess may be offered, below 0.5 it is noise. */
  readonly confidence: number;
}

/** Characters looked at; more would not change the answer. */
const SAMPLE = 4_000;
/** Letters and marks no old encoding shows: they come from Unicode alone. */
const UNICODE_LETTER =
  /\p{M}|[\u0100-\u0151\u0154-\u015F\u0162-\u0177\u0179-\u017C\u017F-\u0191\u0193-\u02C5\u0370-\u1FFF\u2C00-\uFFFC]|[\u{10000}-\u{10FFFF}]/u;
/** What a word of an old encoding can consist of: everything but white space, digits and plain punctuation. */
const WORD = /[^\s\d!"#$%&*,/:;<=>@[\]_{|}\u2010-\u2015“”„…•]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
const PUNCTUATION_OF_VIQR = /^[(^+`'?~.\\-]+|[?.)\\-]+$/g;
/** VIQR signs where prose has none: inside a word, or a shape; quotes and accents at the end of one. */
const VIQR_SIGN = /[aeiouy](?:[(^+][`'?~.]?|[`'?~.])(?=[a-z])|[aeiouy][`'~]$|[aeo]\^|[ou]\+|a\(|dd/i;
const IN_ONE_CASE = /^\p{Lu}?[^\p{Lu}]*$|^[^\p{Ll}]+$/u;
/** The capitals of TCVN3 live in the font's name, so that the text alone cannot tell; offered second. */
const CAPITALS_SHARE = 0.75;
const ENOUGH_WORDS = 3;

/**
 * The encodings that can explain `input`, most likely first; `unicode` is among them whenever the text makes sense as it is, and comes
 * first for text without anything to convert. Bytes that are UTF-8 are Unicode.
 */
export function detectLegacyEncoding(input: string | Uint8Array): readonly EncodingGuess[] {
  const decoded = typeof input === "string" ? input : readUtf8(input);
  const source = (decoded ?? readWindows1252(input as Uint8Array)).slice(0, SAMPLE);
  if (decoded !== undefined && UNICODE_LETTER.test(source)) return [{ encoding: "unicode", confidence: 1 }];
  const marked = (source.match(WORD) ?? []).filter((word) => BEYOND_ASCII.test(word));
  if (typeof input !== "string" && decoded !== undefined && marked.length > 0) {
    return [{ encoding: "unicode", confidence: 1 }];
  }
  const guesses: EncodingGuess[] = [];
  for (const encoding of LEGACY_ENCODINGS) {
    // What reads the same either way needs no converting.
    if (convertLegacyText(source, encoding).text === source) continue;
    const confidence =
      encoding === "viqr"
        ? viqrPlausibility(source)
        : plausibility(marked, (word) => isConvertedSyllable(word, encoding));
    const share = encoding === "tcvn3-capitals" ? CAPITALS_SHARE : 1;
    if (confidence > 0) guesses.push({ encoding, confidence: confidence * share });
  }
  // Another language in Latin letters is no Vietnamese in any encoding; what no old encoding explains is Unicode.
  const own = plausibility(marked, (word) => areSyllables(word, false));
  const unexplained = 1 - Math.max(0, ...guesses.map((guess) => guess.confidence));
  guesses.unshift({ encoding: "unicode", confidence: Math.max(own, unexplained) });
  return guesses.sort((one, other) => other.confidence - one.confidence);
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The share of words that are good, less where there are few. */
const plausibility = (words: readonly string[], isGood: (word: string) => boolean): number =>
  words.length === 0
    ? 0
    : (words.filter(isGood).length / words.length) * Math.min(1, 0.5 + (0.5 * words.length) / ENOUGH_WORDS);

function isConvertedSyllable(word: string, encoding: LegacyEncoding): boolean {
  const { text, unknown } = convertLegacyText(word, encoding);
  // Plain TCVN3 shows small letters where a capital bears a tone.
  return unknown.length === 0 && areSyllables(text, encoding === "tcvn3");
}

function areSyllables(text: string, mixedCase: boolean): boolean {
  const pieces = text.split(/['’.()+-]+/).filter((piece) => piece !== "");
  return (
    pieces.length > 0 && pieces.every((piece) => (mixedCase || IN_ONE_CASE.test(piece)) && isVietnameseSyllable(piece))
  );
}

function viqrPlausibility(source: string): number {
  const words = (source.match(WORD) ?? [])
    .map((word) => word.replace(PUNCTUATION_OF_VIQR, ""))
    .filter((word) => VIQR_SIGN.test(word));
  return plausibility(words, (word) => isConvertedSyllable(word, "viqr"));
}
