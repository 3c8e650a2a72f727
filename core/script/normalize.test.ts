import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORPUS_NAMES, readCorpus } from "../../test/support/corpus.ts";
import { normalizeText } from "./normalize.ts";
import { textDefects } from "./text-defects.ts";

const roughText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."aeoơưĕêăŏuy \r\n\t\v\f"),
    fc.constantFrom("\u0302", "\u0306", "\u0331", "\u0323", "\u0301", "\u030C"),
    fc.constantFrom("\uFEFF", "\u2028", "\u2029", "\x85", "\0", "\x1b", "\x7f", "\uD800", "\uDC00", "\uFFFE", "ຳ", "ំ"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("normalizeText", () => {
  test.each(CORPUS_NAMES)("leaves %s as it is", (name) => {
    const text = readCorpus(name);
    expect(normalizeText(text)).toBe(text);
    expect(textDefects(text)).toEqual([]);
  });

  test.each([
    ["composes", "e\u0302\u0300", "ề"],
    ["keeps Lao am, which NFKC would split", "ນຳ ໜໝ", "ນຳ ໜໝ"],
    ["puts the circumflex before the breve", "ĕ\u0302", "ê\u0306"],
    ["does so in capitals", "Ĕ\u0302Ŏ\u0302", "Ê\u0306Ô\u0306"],
    ["does so with a mark below between", "ĕ\u0331\u0302", "ê\u0331\u0306"],
    ["does so on a letter with a dot below", "e\u0323\u0306\u0302", "ệ\u0306"],
    ["unites line ends", "a\r\nb\rc\u2028d\u2029e\x85f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["removes controls, and composes across them", "e\0\u0302\x1b\x7f\x9f", "ê"],
    ["keeps tabs and line feeds", "a\t\nb", "a\t\nb"],
    ["drops a byte order mark", "\uFEFF\uFEFFa", "a"],
    ["takes an inner one for a word joiner", "a\uFEFFb", "a\u2060b"],
    ["replaces half characters", "a\uD83Db\uDE00", "a\uFFFDb\uFFFD"],
    ["keeps whole ones", "𧗱👩", "𧗱👩"],
    ["replaces noncharacters", "\uFFFFa\u{1FFFE}", "\uFFFDa\uFFFD"],
  ])("%s", (_, given, wanted) => {
    expect(normalizeText(given)).toBe(wanted);
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(roughText, (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once.normalize("NFC")).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("textDefects", () => {
  test("names every repair and its place", () => {
    expect(textDefects("\uFEFFa\uD800\r\nb\0e\u0302 ĕ\u0302\uFFFF")).toEqual([
      { kind: "byte-order-mark", at: 0, text: "\uFEFF", repair: "" },
      { kind: "unpaired-surrogate", at: 2, text: "\uD800", repair: "\uFFFD" },
      { kind: "line-end", at: 3, text: "\r\n", repair: "\n" },
      { kind: "control-character", at: 6, text: "\0", repair: "" },
      { kind: "decomposed", at: 7, text: "e\u0302", repair: "ê" },
      { kind: "mark-order", at: 10, text: "ĕ\u0302", repair: "ê\u0306" },
      { kind: "noncharacter", at: 12, text: "\uFFFF", repair: "\uFFFD" },
    ]);
  });

  test("finds something wherever normalising changes something", () => {
    fc.assert(
      fc.property(roughText, (text) => {
        if (normalizeText(text) !== text) expect(textDefects(text)).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
