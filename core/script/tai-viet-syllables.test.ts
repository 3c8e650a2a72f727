import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { markSyllableStarts } from "./tai-viet-syllables.ts";

function startsIn(text: string): number[] {
  const starts = new Uint8Array(text.length + 1);
  markSyllableStarts(text, 0, text.length, starts);
  return [...starts.keys()].filter((at) => starts[at] === 1);
}

const shown = (text: string): string => {
  const at = [0, ...startsIn(text), text.length];
  return at
    .slice(1)
    .map((end, index) => text.slice(at[index], end))
    .join("|");
};

/** Every stretch of the corpus between punctuation, as its words. */
const stretches = readCorpus("blt")
  .split(/[^\uAA80-\uAADF ]+/)
  .map((stretch) => stretch.split(" ").filter((word) => word !== ""))
  .filter((words) => words.length > 1);

describe("markSyllableStarts", () => {
  test("breaks the corpus without its spaces at syllables alone, and at nearly all of them", () => {
    let found = 0;
    let total = 0;
    for (const words of stretches) {
      const ends = words.map((_, index) => words.slice(0, index + 1).join("").length).slice(0, -1);
      const starts = startsIn(words.join(""));
      expect(ends).toEqual(expect.arrayContaining(starts));
      found += starts.length;
      total += ends.length;
    }
    expect(total).toBeGreaterThan(290);
    expect(found / total).toBeGreaterThan(0.94);
  });

  test("breaks no word of the corpus and no letter group", () => {
    const letters = readCorpus("blt.letters").split(/\s+/);
    for (const word of [...stretches.flat(), ...letters]) expect(startsIn(word)).toEqual([]);
  });

  test.each([
    ["before every left vowel", "ꪼꪕꪵꪠꪙꪹꪕꪸꪉ", "ꪼꪕ|ꪵꪠꪙ|ꪹꪕꪸꪉ"],
    ["a consonant between two with vowels closes", "ꪀꪱꪙꪒꪲ", "ꪀꪱꪙ|ꪒꪲ"],
    ["a consonant with a vowel opens", "ꪀꪱꪙꪲ", "ꪀꪱ|ꪙꪲ"],
    ["ꪮ as vowel and as consonant", "ꪄꪮꪉꪮꪮꪀ", "ꪄꪮꪉ|ꪮꪮꪀ"],
    ["tones stay with their syllable", "ꪀꪲ꪿ꪀꪳ꫁", "ꪀꪲ꪿|ꪀꪳ꫁"],
    ["signs that are words", "ꪀꪱꫛꪠꪴ", "ꪀꪱ|ꫛ|ꪠꪴ"],
    ["the sign of repetition stays", "ꪀꪱꫝꪠꪴ", "ꪀꪱꫝ|ꪠꪴ"],
    ["not where ꪀꪫ may open or ꪀ may close", "ꪒꪱꪀꪫꪸ", "ꪒꪱꪀꪫꪸ"],
    ["not where ꪽ may be a word or a rhyme", "ꪀꪱꪙꪽ", "ꪀꪱꪙꪽ"],
    ["not in what cannot be read", "ꪀꪁꪂꪃꪀꪱ", "ꪀꪁꪂꪃꪀꪱ"],
    ["yet before a left vowel behind it", "ꪀꪁꪂꪵꪀ", "ꪀꪁꪂ|ꪵꪀ"],
  ])("%s", (_, text, wanted) => {
    expect(shown(text)).toBe(wanted);
  });

  test("never parts a left vowel from its consonant or a mark from its base", () => {
    const run = fc.string({ unit: fc.constantFrom(..."ꪵꪶꪹꪻꪼꪀꪉꪙꪣꪫꪮꪬꪱꪺꪽꪲꪸꪾ꪿꫁ꫀꫛꫝ") });
    fc.assert(
      fc.property(run, (text) => {
        for (const at of startsIn(text)) {
          expect(text[at - 1]).not.toMatch(/[ꪵꪶꪹꪻꪼ]/);
          expect(text[at]).not.toMatch(/[\uAAB0-\uAAB4\uAAB7\uAAB8\uAABE-\uAAC2ꪱꪺꫝ]/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
