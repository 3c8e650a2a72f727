/** Whether a font can set a language: its letters, and its marks in place. */

import type { Language } from "../script/language.ts";
import type { FontFace } from "./font-face.ts";

export interface LanguageSupport {
  /** Letters, capitals and marks without a glyph. */
  readonly missing: readonly string[];
  /** Letters with marks the font has but does not place. */
  readonly misplaced: readonly string[];
}

const DEFAULT_DIGITS = "0123456789";
const LATIN_VOWEL = /^[aeiouy]/i;

/** Letters with marks to try: the language's own list, else every mark of a Latin orthography on every vowel. */
const clustersOf = (language: Language): readonly string[] => {
  if (language.clusters.length > 0 || language.script !== "Latn") return language.clusters;
  const vowels = language.letters.filter((letter) => LATIN_VOWEL.test(letter.normalize("NFD")));
  return vowels
    .flatMap((vowel) => language.marks.map((mark) => (vowel + mark).normalize("NFC")))
    .filter((cluster) => Array.from(cluster).length > 1);
};

/** Tries every letter and cluster of the language in both cases. Languages without a list of letters are never supported. */
export const languageSupport = (face: FontFace, language: Language): LanguageSupport => {
  const inBothCases = (texts: readonly string[]): readonly string[] => [
    ...new Set(texts.flatMap((text) => [text, text.toUpperCase()]).map((text) => text.normalize("NFC"))),
  ];
  const covers = (text: string): boolean =>
    Array.from(text).every((character) => face.glyphOf(character.codePointAt(0) ?? 0) !== 0);
  const letters = inBothCases(language.letters);
  const clusters = inBothCases(clustersOf(language));
  const single = [...letters, ...language.marks, ...Array.from(language.digits ?? DEFAULT_DIGITS)];
  return {
    missing: [...single, ...clusters].filter((text) => !covers(text)),
    misplaced: clusters.filter((text) => covers(text) && !face.anchors(text)),
  };
};

/** True where nothing is missing and no mark is misplaced, and the language's letters are known. */
export const supportsLanguage = (face: FontFace, language: Language): boolean => {
  if (language.letters.length === 0) return false;
  const { missing, misplaced } = languageSupport(face, language);
  return missing.length === 0 && misplaced.length === 0;
};
