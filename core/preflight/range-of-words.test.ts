import fc from "fast-check";
import { expect, it } from "vitest";
import type { Block } from "../document/schema/text.ts";
import { textInRange } from "../document/text-range.ts";
import { findWords, rangeOfWords } from "./range-of-words.ts";

const overflow = (words: string) => ({ code: "text.overflow", target: { words } });
const spelling = (words: string) => ({ code: "text.suspicious-spelling", target: { words } });

it("finds what is left over at the end and anything else where it first is, in capitals too", () => {
  const text = "Điều 1. Điều 2. Điều 3";
  expect(findWords(text, overflow("Điều"))).toEqual({ start: 16, end: 20 });
  expect(findWords(text, spelling("Điều"))).toEqual({ start: 0, end: 4 });
  expect(findWords(text, spelling("ĐIỀU 2"))).toEqual({ start: 8, end: 14 });
  expect(findWords(text, spelling("Mục"))).toBeUndefined();
  expect(findWords(text, { code: "text.overflow", target: {} })).toBeUndefined();
});

it("gives places that hold exactly these words, across paragraphs", () => {
  const line = fc.array(fc.constantFrom("Đắk", " ", "ខ្មែរ", "a"), { maxLength: 5 }).map((words) => words.join(""));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.nat(), (lines, cut) => {
      const blocks = lines.map((text): Block => ({ runs: text === "" ? [] : [{ text, style: "dam" }] }));
      const whole = lines.join("\n");
      const left = whole.slice(cut % (whole.length + 1));
      const range = rangeOfWords(blocks, overflow(left));
      if (left === "") expect(range).toBeUndefined();
      else expect(range && textInRange(blocks, range)).toBe(left);
    }),
  );
});
