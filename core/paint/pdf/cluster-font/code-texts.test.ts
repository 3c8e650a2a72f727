import fc from "fast-check";
import { expect, test } from "vitest";
import { corpusNames, corpusText } from "../../../../test/pdf/support/corpus-document.ts";
import { clusterBoundaries } from "../../../script/clusters.ts";
import { codeTexts } from "./code-texts.ts";

test.each([
  ["a", ["a"]],
  ["ế", ["ế"]],
  ["ffi", ["ffi"]],
  ["ê̆", ["ê", "̆"]],
  ["ស្ត្រី", ["ស", "្ត្រី"]],
  ["𠊛", ["𠊛"]],
  ["𖬑𖬰", ["𖬑", "𖬰"]],
  ["ក\u200c", ["ក", "\u200c"]],
  ["\u200b", ["\u200b"]],
  ["ស្ត្រ្យុំ៎", ["ស", "្ត្រ្យុំ", "៎"]],
])("%j is said as %j", (text, texts) => {
  expect(codeTexts(text)).toEqual(texts);
});

test("no text is lost, and every part is one that readers take whole", () => {
  const clusters = corpusNames().flatMap((name) => {
    const text = corpusText(name);
    const starts = clusterBoundaries(text);
    return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  });
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...clusters), fc.string({ unit: "grapheme", maxLength: 20 })), (text) => {
      const parts = codeTexts(text);
      expect(parts.join("")).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(8);
        if (/[\u{10000}-\u{10ffff}]/u.test(part)) expect(Array.from(part)).toHaveLength(1);
        if (/\p{Cf}$/u.test(part)) expect(Array.from(part)).toHaveLength(1);
      }
      const [head = ""] = parts;
      if (head.length > 1) expect(head).not.toMatch(/^.+\p{Mn}/u);
    }),
    { numRuns: 3000 },
  );
});
