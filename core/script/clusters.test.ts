import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORPUS_NAMES, readCorpus } from "../../test/support/corpus.ts";
import { clusterBoundaries } from "./clusters.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const clustersOf = (text: string): string[] => {
  const boundaries = clusterBoundaries(text);
  return boundaries.slice(1).map((end, index) => text.slice(boundaries[index], end));
};
const KHMER_CONSONANT = /^[\u1780-\u17B3]/u;

/** The default clusters, those that end in a coeng joined with a Khmer consonant after them. */
function expectedClusters(text: string): string[] {
  const joined: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = joined.at(-1);
    if (last !== undefined && KHMER_CONSONANT.test(segment) && /\u17D2(?:\u200C|\u200D)*$/.test(last)) {
      joined[joined.length - 1] = last + segment;
    } else joined.push(segment);
  }
  return joined;
}

const mixedText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."ab ê\r\n",
      "\u0306",
      "\u0331",
      "\u200B",
      "\u200C",
      "\u200D",
      "\u2060",
      "𧗱",
      "👩",
      "🇻",
      "🇳",
      "🏽",
    ),
    fc.constantFrom(..."កសត្រ្័៉ៀំ", "\u17CC", "\u17D2"),
    fc.constantFrom(..."ນຳໜ່້ເ", ..."ꪵꪹꪀꪫꪲ꪿ꪱ", ..."ꨀꨯꩀꨩ"),
    fc.constantFrom("\u{16B1C}", "\u{16B30}", "\u{1E100}", "\u{1E130}", "각", "\u1100", "ก", "ำ"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("clusterBoundaries", () => {
  test.each([
    ["Khmer coeng takes its consonant", "ស្ត្រី", ["ស្ត្រី"]],
    ["Khmer robat and signs", "ធម៌កំ", ["ធ", "ម៌", "កំ"]],
    ["joiners between coeng and consonant", "ក\u17D2\u200Dខ", ["ក\u17D2\u200Dខ"]],
    ["Lao am stays with its consonant", "ນຳ້", ["ນຳ້"]],
    ["Tai Viet left vowels stand alone", "ꪹꪀꪸ꪿ꪉ", ["ꪹ", "ꪀꪸ꪿", "ꪉ"]],
    ["Cham vowels before the consonant follow it in the text", "ꨀꨆꨯꨱꩀ", ["ꨀ", "ꨆꨯꨱ", "ꩀ"]],
    ["Pahawh marks", "𖬑𖬦𖬰", ["𖬑", "𖬦𖬰"]],
    ["Latin with two marks", "ô̱̆ư̆", ["ô̱̆", "ư̆"]],
    ["zero width space by itself", "ក\u200Bខ", ["ក", "\u200B", "ខ"]],
    ["CRLF", "a\r\nb", ["a", "\r\n", "b"]],
    ["emoji sequences and flags", "👩‍👩‍👧🇻🇳🇰🇭", ["👩‍👩‍👧", "🇻🇳", "🇰🇭"]],
    ["coeng in a text with emoji", "👍ក្ក", ["👍", "ក្ក"]],
  ])("%s", (_, text, clusters) => {
    expect(clustersOf(text)).toEqual(clusters);
  });

  test("gives 0 for an empty text", () => {
    expect(clusterBoundaries("")).toEqual([0]);
  });

  test.each(CORPUS_NAMES)("agrees with UAX #29 and the coeng rule on %s", (name) => {
    const text = readCorpus(name);
    expect(clustersOf(text)).toEqual(expectedClusters(text));
  });

  test("agrees with them on any text", () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(clustersOf(text)).toEqual(expectedClusters(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("ascends, covers the text and never parts a mark or a surrogate pair from what precedes", () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const boundaries = clusterBoundaries(text);
        expect(boundaries[0]).toBe(0);
        expect(boundaries.at(-1)).toBe(text.length);
        for (const [index, at] of boundaries.entries()) {
          if (index > 0) expect(at).toBeGreaterThan(boundaries[index - 1] ?? 0);
          if (at === 0 || at === text.length) continue;
          expect(/^[\uDC00-\uDFFF]$/.test(text[at] ?? "") && /^[\uD800-\uDBFF]$/.test(text[at - 1] ?? "")).toBe(false);
          const stranded =
            /^\p{Mn}/u.test(text.slice(at)) && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]$/u.test(text.slice(0, at));
          expect(stranded).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
