import { describe, expect, test } from "vitest";
import { CORPUS_NAMES, readCorpus } from "../../../test/support/corpus.ts";
import { detectLegacyEncoding } from "./detect-encoding.ts";
import { convertLegacyText, encodeLegacyText, LEGACY_ENCODINGS, type LegacyEncoding } from "./legacy-encoding.ts";
import { isVietnameseSyllable } from "./vietnamese-syllables.ts";
import { writeWindows1252 } from "./windows-1252.ts";

const declaration = readCorpus("vi");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Whole words of the declaration from each word on, of at least so many characters. */
function samples(text: string, length: number): string[] {
  return [...text.matchAll(/(?<=^|\s)\S/g)]
    .map(({ index }) => new RegExp(`^[\\s\\S]{${length}}\\S*`).exec(text.slice(index))?.[0])
    .filter((sample) => sample !== undefined);
}

/** The text alone cannot tell plain TCVN3 from its capitals. */
const sameBytes = (one: string, other: string): boolean =>
  one.replace("-capitals", "") === other.replace("-capitals", "");

function firstGuess(text: string, encoding: LegacyEncoding): { right: boolean; tied: boolean; confidence: number } {
  const pasted = encodeLegacyText(encoding === "tcvn3-capitals" ? text.toUpperCase() : text, encoding).text;
  const guesses = detectLegacyEncoding(pasted);
  const own = guesses.find((guess) => sameBytes(guess.encoding, encoding));
  const first = guesses[0];
  const reading =
    first === undefined || first.encoding === "unicode" ? pasted : convertLegacyText(pasted, first.encoding).text;
  return {
    right: reading === convertLegacyText(pasted, encoding).text || sameBytes(first?.encoding ?? "", encoding),
    tied: own !== undefined && own.confidence === first?.confidence,
    confidence: own?.confidence ?? 0,
  };
}

describe("detectLegacyEncoding", () => {
  test.each(LEGACY_ENCODINGS)("knows %s from 20 characters nearly always, from 60 always", (encoding) => {
    const short = samples(declaration, 20).map((sample) => firstGuess(sample, encoding));
    expect(short.length).toBeGreaterThan(250);
    expect(short.filter((guess) => guess.right).length / short.length).toBeGreaterThan(0.98);
    for (const guess of short) expect(guess.right || guess.tied).toBe(true);
    for (const sample of samples(declaration, 60)) {
      const guess = firstGuess(sample, encoding);
      expect(guess.right).toBe(true);
      expect(guess.confidence).toBeGreaterThan(0.8);
    }
  });

  test.each(LEGACY_ENCODINGS.filter((one) => one !== "tcvn3-capitals"))("knows %s from bytes", (encoding) => {
    const bytes = writeWindows1252(encodeLegacyText(declaration, encoding).text);
    expect(detectLegacyEncoding(bytes)[0]).toEqual({ encoding, confidence: 1 });
  });

  test.each(CORPUS_NAMES)("takes %s for Unicode", (name) => {
    const text = readCorpus(name);
    expect(detectLegacyEncoding(text)[0]).toEqual({ encoding: "unicode", confidence: 1 });
    expect(detectLegacyEncoding(bytesOf(text))[0]).toEqual({ encoding: "unicode", confidence: 1 });
  });

  test("takes every short piece of Unicode Vietnamese for Unicode", () => {
    for (const sample of samples(declaration, 20)) expect(detectLegacyEncoding(sample)[0]?.encoding).toBe("unicode");
  });

  test.each([
    "da'nyeic dorh-naic mingh-gorngv",
    "Is it so? Let's go. Don't! (so) we're to.",
    "Café déjà vu, Ñandú",
    "có là",
    "Êa Sup",
    "toán a^2+b^2 = (c+d)",
    "1.234.567,89",
    "",
  ])("takes “%s” for Unicode", (text) => {
    expect(detectLegacyEncoding(text)[0]?.encoding).toBe("unicode");
  });

  test("offers the capitals of TCVN3 second", () => {
    const guesses = detectLegacyEncoding("céng hoµ x· héi chñ nghÜa viÖt nam");
    expect(guesses.slice(0, 2).map((guess) => guess.encoding)).toEqual(["tcvn3", "tcvn3-capitals"]);
  });
});

describe("isVietnameseSyllable", () => {
  test("knows every word of the declaration", () => {
    const words = declaration.match(/\p{L}+/gu) ?? [];
    expect(words.length).toBeGreaterThan(280);
    expect(words.filter((word) => !isVietnameseSyllable(word))).toEqual([]);
  });

  test.each(["nghiêng", "QUYẾT", "giặt", "khuỷu", "e\u0302\u0301ch"])("accepts %s", (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  test.each(["", "xyz", "các̀", "cac", "cảc", "Bahnar", "mơnuih", "ưo", "đồngkg"])("refuses “%s”", (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});
