import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { breakOpportunities } from "./break-opportunities.ts";
import { clusterBoundaries } from "./clusters.ts";
import { languageOr } from "./language-registry.ts";

const breaksOf = (text: string, tag: string): number[] => breakOpportunities(text, languageOr(tag)).map(({ at }) => at);
const shown = (text: string, tag: string): string => {
  const at = [0, ...breaksOf(text, tag), text.length];
  return at
    .slice(1)
    .map((end, index) => text.slice(at[index], end))
    .join("|");
};

/** Letters of Khmer, Lao and Thai that may begin a line: no marks, no vowels after the consonant, no repetition signs. */
const LINE_START = /^[\u1780-\u17B3\u17DC\u0E81-\u0EAE\u0EC0-\u0EC4\u0EDC-\u0EDF\u0E01-\u0E2E\u0E40-\u0E44]/;
const WORD_END = /[\u1780-\u17D1\u17D7\u17DC\u17DD\u0E81-\u0EBD\u0EC6-\u0ECE\u0EDC-\u0EDF\u0E01-\u0E3A\u0E45-\u0E4E]$/;

function wordsByIntl(text: string, locale: string): number[] {
  // The dictionary has most words with coeng ta alone; the two spellings are of one length.
  const words = new Intl.Segmenter(locale, { granularity: "word" }).segment(text.replaceAll("្ដ", "្ត"));
  return [...words]
    .map(({ index }) => index)
    .filter((at) => WORD_END.test(text.slice(0, at)) && LINE_START.test(text.slice(at)));
}

describe("breakOpportunities", () => {
  test.each([
    ["km", "km"],
    ["lo", "lo"],
  ])("breaks unspaced runs of %s at the words of the dictionary", (tag, name) => {
    const text = readCorpus(name);
    const between = breaksOf(text, tag).filter(
      (at) => WORD_END.test(text.slice(0, at)) && LINE_START.test(text.slice(at)),
    );
    expect(between).toEqual(wordsByIntl(text, tag));
    expect(between.length).toBeGreaterThan(200);
  });

  test("gives the same words whatever surrounds the run", () => {
    const khmer = readCorpus("km").split("\n")[2] ?? "";
    const alone = breaksOf(khmer, "km");
    const lead = "Tiếng Khmer: ";
    const inside = breaksOf(lead + khmer, "vi").filter((at) => at > lead.length);
    expect(inside.map((at) => at - lead.length)).toEqual(alone);
  });

  test("reads texts longer than one piece for the segmenter alike", () => {
    const line = `${readCorpus("km").split("\n")[2]}\n`;
    const once = breaksOf(`${line}ក`, "km");
    const times = 240;
    const expected = Array.from({ length: times }, (_, turn) => once.map((at) => at + turn * line.length)).flat();
    expect(line.length * times).toBeGreaterThan(40_000);
    expect(breaksOf(`${line.repeat(times)}ក`, "km")).toEqual(expected);
  });

  test.each([
    ["km", "ផ្សេងៗ។ ទេ៕", "ផ្សេងៗ។ |ទេ៕"],
    ["km", "មនុស្ស\u200Bជាតិ \u2060ខ្មែរ", "មនុស្ស\u200B|ជាតិ \u2060ខ្មែរ"],
    ["lo", "ທຸກໆຄົນ", "ທຸກໆ|ຄົນ"],
    ["brb-Khmr", "កណើវទូះកន់ចុង\u200Bដុងកន់ ឋារ់", "កណើវទូះកន់ចុង\u200B|ដុងកន់ |ឋារ់"],
    ["jra", "mơnuih-\u00A0mơnam", "mơnuih-\u00A0mơnam"],
    ["vi", "Xin chào មនុស្សរបស់", "Xin |chào |មនុស្ស|របស់"],
    ["km", "យុត្ដិធម៌អន្ដរជាតិ", "យុត្ដិធម៌|អន្ដរជាតិ"],
    ["jra", "mơnuih-mơnam tơkeng", "mơnuih-|mơnam |tơkeng"],
    ["ium", "da'nyeic dorh-naic", "da'nyeic |dorh-naic"],
    ["mji-Latn", "dorh-naic", "dorh-naic"],
    ["cjm", "ꨀꨆꨯꨱꩀ-ꨀꨇꩉ ꨀ/ꨆ a-b", "ꨀꨆꨯꨱꩀ-ꨀꨇꩉ |ꨀ/ꨆ |a-|b"],
    ["blt", "ꪼꪕꪒꪾ ꪵꪠꪙꪒꪲꪙ", "ꪼꪕ|ꪒꪾ |ꪵꪠꪙ|ꪒꪲꪙ"],
    ["zh-Hant", "世界（人權）。", "世|界|（人|權）。"],
    ["x-none", "two words", "two |words"],
  ])("%s: %s", (tag, text, wanted) => {
    expect(shown(text, tag)).toBe(wanted);
  });

  test.each(["brb-Khmr", "cjm", "mww", "vi", "rad"])("breaks %s at white space alone", (name) => {
    const text = readCorpus(name);
    for (const at of breaksOf(text, name)) expect(text[at - 1]).toMatch(/\s/);
  });

  test("says which breaks are forced", () => {
    expect(breakOpportunities("a b\nc", languageOr("vi"))).toEqual([
      { at: 2, mandatory: false },
      { at: 4, mandatory: true },
    ]);
    expect(breakOpportunities("a\n", languageOr("vi"))).toEqual([]);
    expect(breakOpportunities("", languageOr("km"))).toEqual([]);
  });

  test("never breaks a cluster, before a mark or beside what joins, whatever the text", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."abê 1.,-/()“”\n", "\u0331", "\u00A0", "\u2060", "\u200B", "漢", "、", "𧗱"),
        fc.constantFrom(..."កខសត្រែើាំ៉ៗ។១", "្ក", "្រ"),
        fc.constantFrom(..."ເແກນມດາິ່້ະໆຳໜ", ..."ไทยกำๆ"),
        fc.constantFrom(..."ꪵꪹꪻꪀꪙꪣꪫꪮꪱꪽꪲꪸ꪿꫁ꫛꫝ", ..."ꨀꨆꨯꨱꩀ꩝"),
      ),
    });
    const tags = fc.constantFrom("vi", "km", "lo", "blt", "cjm", "zh-Hans", "ium", "brb-Khmr");
    fc.assert(
      fc.property(text, tags, (sample, tag) => {
        const boundaries = new Set(clusterBoundaries(sample));
        let last = 0;
        for (const { at, mandatory } of breakOpportunities(sample, languageOr(tag))) {
          expect(at).toBeGreaterThan(last);
          expect(at).toBeLessThan(sample.length);
          expect(boundaries.has(at)).toBe(true);
          expect(mandatory).toBe(sample[at - 1] === "\n");
          const around = sample.slice(at - 1, at + 1);
          if (!mandatory)
            expect(around).not.toMatch(/[^\u200B]\u2060|. $|.\u200B$|[^ \u200B]\u00A0|\u00A0.|\u2060[^ ]|\u17D2./s);
          // Signs and vowels that stay with the letter before them, and vowels that stay with the one after.
          expect(around).not.toMatch(/[ກ-ຮ][ໆະາຳ]|[ก-ฮ][ๆำ]|[ក-អ]ៗ|[ꪀ-ꪯ]ꫝ|[ເແໄ][ກ-ຮ]|[ꪵꪹꪻ][ꪀ-ꪯ]/);
          last = at;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
