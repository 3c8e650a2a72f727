import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { findKhmerSpellings, repairKhmerSpellings } from "./khmer-spelling.ts";

describe("findKhmerSpellings", () => {
  test.each(["km", "brb-Khmr"])("has nothing against %s but variants", (name) => {
    const text = readCorpus(name);
    expect(findKhmerSpellings(text).filter((one) => one.kind !== "variant")).toEqual([]);
    expect(repairKhmerSpellings(text)).toBe(text);
  });

  test("names the variant of coeng da as information", () => {
    expect(findKhmerSpellings("ស្ដី")).toEqual([{ at: 1, kind: "variant", severity: "info", found: "្ដ", repair: "្ត" }]);
    expect(findKhmerSpellings(readCorpus("km")).length).toBe(readCorpus("km").split("្ដ").length - 1);
  });

  test.each([
    ["split-vowel", "ដេីម", 0, "ដេី", "ដើ"],
    ["split-vowel", "គេា", 0, "គេា", "គោ"],
    ["split-vowel", "កីេ", 0, "កីេ", "កើ"],
    ["coeng-order", "ស្រ្តី", 0, "ស្រ្តី", "ស្ត្រី"],
    ["coeng-after-vowel", "កិ្រ", 0, "កិ្រ", "ក្រិ"],
    ["shifter-after-vowel", "អបី៉", 1, "បី៉", "ប៉ី"],
    ["sign-before-vowel", "ចំុ", 0, "ចំុ", "ចុំ"],
    ["double-mark", "កាា", 0, "កាា", "កា"],
    ["dangling-coeng", "ក្ ខ", 0, "ក្", "ក"],
    ["deprecated", "ឣ", 0, "ឣ", "អ"],
    ["deprecated", "ឤ", 0, "ឤ", "អា"],
    ["deprecated", "ឨ", 0, "ឨ", "ឧក"],
    ["deprecated", "ក\u17B4ខ", 0, "ក\u17B4", "ក"],
    ["deprecated", "ក\u17D3", 0, "ក\u17D3", "ក"],
    ["deprecated", "ក៘", 1, "៘", "។ល។"],
    ["split-vowel", "ប៉េី", 0, "ប៉េី", "ប៉ើ"],
  ] as const)("%s: %s", (kind, text, at, found, repair) => {
    expect(findKhmerSpellings(text)).toEqual([{ at, kind, severity: "warning", found, repair }]);
    expect(repairKhmerSpellings(text)).toBe(text.replace(found, repair));
  });

  test("mends several faults of one syllable at once", () => {
    expect(repairKhmerSpellings("ស្រ្តេី៊")).toBe("ស្ត្រ៊ើ");
  });

  test("leaves heaps of marks alone", () => {
    const heap = `ក${"ា".repeat(10_000)}`;
    expect(findKhmerSpellings(heap)).toEqual([]);
    expect(repairKhmerSpellings(heap)).toBe(heap);
  });

  test("repairs once and for all, and what it reports is what it repairs", () => {
    const text = fc.string({ unit: fc.constantFrom(..."កសតរអឣឤឨ្្េីាើោ៉៊ំះុ៌៍ៗ។៘\u17B4\u17D3\u200C\u200Da ") });
    fc.assert(
      fc.property(text, (sample) => {
        const repaired = repairKhmerSpellings(sample);
        expect(repairKhmerSpellings(repaired)).toBe(repaired);
        const warnings = findKhmerSpellings(sample).filter((one) => one.severity === "warning");
        let applied = sample;
        for (const { at, found, repair } of warnings.toReversed()) {
          expect(applied.slice(at, at + found.length)).toBe(found);
          applied = applied.slice(0, at) + repair + applied.slice(at + found.length);
        }
        expect(applied).toBe(repaired);
      }),
      { numRuns: 2000 },
    );
  });
});
