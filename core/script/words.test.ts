import fc from "fast-check";
import { expect, test } from "vitest";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../../test/support/corpus.ts";
import { clusterBoundaries } from "./clusters.ts";
import { languageOr } from "./language-registry.ts";
import { findWords } from "./words.ts";

const wordsOf = (text: string, language: string): readonly string[] =>
  findWords(text, languageOr(language)).map(({ start, end }) => text.slice(start, end));

test("words stand between spaces and signs, and by dictionary where nothing stands between them", () => {
  expect(wordsOf("“Ủy ban”, năm 2026: don’t!", "vi")).toEqual(["Ủy", "ban", "năm", "2026", "don’t"]);
  expect(wordsOf("សាលារៀន និងផ្សារ", "km")).toEqual(["សាលារៀន", "និង", "ផ្សារ"]);
  expect(wordsOf("ພາສາລາວ", "lo")).toEqual(["ພາສາ", "ລາວ"]);
  expect(wordsOf("", "km")).toEqual([]);
});

test("no word of the corpus begins or ends inside a cluster, and none overlaps another", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CORPUS_NAMES), fc.nat(200), (name, number) => {
      const lines = readCorpus(name).split("\n");
      const line = lines[number % lines.length] ?? "";
      const boundaries = new Set(clusterBoundaries(line));
      let last = 0;
      for (const { start, end } of findWords(line, languageOr(corpusLanguage(name)))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(boundaries.has(start) && boundaries.has(end)).toBe(true);
        last = end;
      }
    }),
  );
});
