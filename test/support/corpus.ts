/** The real texts that tests read; see `test/fixtures/corpus/SOURCES.md`. */

import { readFileSync } from "node:fs";

/** A text of the corpus by its file name without ending, such as `km` or `jra.letters`. */
export const readCorpus = (name: string): string =>
  readFileSync(new URL(`../fixtures/corpus/${name}.txt`, import.meta.url), "utf8");

/** Every text of the corpus. */
export const CORPUS_NAMES = [
  "bdq.letters",
  "blt",
  "blt-Latn.letters",
  "blt.letters",
  "brb-Khmr",
  "cjm",
  "en",
  "hmn-Hmng",
  "jra",
  "jra.letters",
  "km",
  "lo",
  "mww",
  "rad",
  "vi",
  "vi-Hani",
  "xtra.letters",
  "zh-Hans",
  "zh-Hant",
] as const;

/** The language a text of the corpus is set in. The letters of many languages are no text of any; they are set as Vietnamese. */
export const corpusLanguage = (name: string): string =>
  name === "xtra.letters" ? "vi" : name.replace(/\.letters$/, "");
