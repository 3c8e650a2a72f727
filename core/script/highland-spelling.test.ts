import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { findHighlandSpellings } from "./highland-spelling.ts";

describe("findHighlandSpellings", () => {
  test.each(["bdq.letters", "jra.letters", "jra", "rad", "vi", "xtra.letters"])("has nothing against %s", (name) => {
    expect(findHighlandSpellings(readCorpus(name)).filter((one) => one.severity === "warning")).toEqual([]);
  });

  test.each([
    ["caron-for-breve", "kǎn", 1, "ǎ", "ă"],
    ["caron-for-breve", "hơ\u030Cn", 1, "ơ\u030C", "ơ\u0306"],
    ["caron-for-breve", "Ư\u030C", 0, "Ư\u030C", "Ư\u0306"],
    ["double-breve", "ŏ\u0306", 0, "ŏ\u0306", "ŏ"],
    ["double-breve", "ê\u0306\u0306", 0, "ê\u0306\u0306", "ê\u0306"],
    ["caron-for-breve", "ô\u0331\u030C", 0, "ô\u0331\u030C", "ô\u0331\u0306"],
  ] as const)("%s: %s", (kind, text, at, found, repair) => {
    expect(findHighlandSpellings(text)).toEqual([{ at, kind, severity: "warning", found, repair }]);
  });

  test("leaves č alone", () => {
    expect(findHighlandSpellings("čar Č")).toEqual([]);
  });

  test("asks about apostrophes only where a text mixes them", () => {
    expect(findHighlandSpellings("'bok 'moi 'nao")).toEqual([]);
    expect(findHighlandSpellings("'bok 'moi ’nao da'na")).toEqual([
      { at: 10, kind: "mixed-apostrophes", severity: "info", found: "’", repair: "'" },
    ]);
  });
});
