import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { itemizeScripts } from "./itemize.ts";

const runsOf = (text: string, script: string): string[] =>
  itemizeScripts(text, { script }).map((run) => `${run.script} ${text.slice(run.start, run.end)}`);

describe("itemizeScripts", () => {
  test.each([
    ["vi", "Latn"],
    ["en", "Latn"],
    ["km", "Khmr"],
    ["lo", "Laoo"],
    ["blt", "Tavt"],
    ["jra.letters", "Latn"],
    ["xtra.letters", "Latn"],
    ["hmn-Hmng", "Hmng"],
    ["zh-Hans", "Hani"],
    ["vi-Hani", "Hani"],
    ["cjm", "Cham"],
  ])("%s is one run of %s", (name, script) => {
    const text = readCorpus(name);
    expect(itemizeScripts(text, { script })).toEqual([{ start: 0, end: text.length, script }]);
  });

  test.each([
    [
      "Khmer and Lao in Vietnamese",
      "Tiếng ខ្មែរ, Lào (ພາສາລາວ) 2025.",
      "Latn",
      ["Latn Tiếng ", "Khmr ខ្មែរ", "Latn , Lào (", "Laoo ພາສາລາວ", "Latn ) 2025."],
    ],
    [
      "digits glued to letters",
      "កម្មវិធី A4 និង 12 USB 3.0។",
      "Khmr",
      ["Khmr កម្មវិធី ", "Latn A4", "Khmr  និង 12 ", "Latn USB", "Khmr  3.0។"],
    ],
    ["a closing bracket goes with its opening one", "ក (abc ខ) គ", "Khmr", ["Khmr ក (", "Latn abc", "Khmr  ខ) គ"]],
    ["brackets within a foreign phrase", "vi (ខ្មែរ (ក) ខ) x", "Latn", ["Latn vi (", "Khmr ខ្មែរ (ក) ខ", "Latn ) x"]],
    ["digits alone", "2 025", "Khmr", ["Khmr 2 025"]],
    ["no letters at all, unknown script", "12!", "Zzzz", ["Latn 12!"]],
    ["a dotted circle goes with its mark", "◌ើ ◌̆", "Latn", ["Khmr ◌ើ", "Latn  ◌̆"]],
    ["a mark first", "\u0302a ក", "Latn", ["Latn \u0302a ", "Khmr ក"]],
    [
      "East Asian punctuation stays East Asian",
      "ABC、漢字かなカナ",
      "Latn",
      ["Latn ABC", "Hani 、漢字", "Hira かな", "Kana カナ"],
    ],
    ["private and unassigned characters join", "a\uE000b", "Latn", ["Latn a\uE000b"]],
    ["Nyiakeng Puachue beyond the basic plane", "\u{1E100}\u{1E130} a", "Hmnp", ["Hmnp \u{1E100}\u{1E130} ", "Latn a"]],
    ["Chinese tags name Han", "人", "Hant", ["Hani 人"]],
  ])("%s", (_, text, script, runs) => {
    expect(runsOf(text, script)).toEqual(runs);
  });

  test("gives no run for an empty text", () => {
    expect(itemizeScripts("", { script: "Latn" })).toEqual([]);
  });

  test("covers any text without gaps, and every letter is in its own script", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."abớ 12.,()[]“”\n", ..."ខ្ែ១", ..."ພ່າ", ..."ꪀꪲ", ..."ꨀꨯ", ..."漢か、", "\u0306", "◌"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, fc.constantFrom("Latn", "Khmr", "Tavt", "Hani"), (sample, script) => {
        const runs = itemizeScripts(sample, { script });
        let end = 0;
        let last = "";
        for (const run of runs) {
          expect(run.start).toBe(end);
          expect(run.end).toBeGreaterThan(run.start);
          expect(run.script).not.toBe(last);
          const letters = [...sample.slice(run.start, run.end)].filter((one) =>
            /^[\p{sc=Latn}\p{sc=Khmr}\p{sc=Tavt}\p{sc=Hani}]$/u.test(one),
          );
          for (const letter of letters) expect(new RegExp(`^\\p{sc=${run.script}}$`, "u").test(letter)).toBe(true);
          end = run.end;
          last = run.script;
        }
        expect(end).toBe(sample.length);
      }),
      { numRuns: 1500 },
    );
  });
});
