import fc from "fast-check";
import { expect, it } from "vitest";
import { wordDiff } from "./word-diff.ts";

it("shows the words that changed and keeps the rest", () => {
  expect(wordDiff("Kính mời dự họp lúc 8 giờ", "Kính mời dự hội nghị lúc 9 giờ")).toEqual([
    { kind: "same", text: "Kính mời dự " },
    { kind: "gone", text: "họp " },
    { kind: "new", text: "hội nghị " },
    { kind: "same", text: "lúc " },
    { kind: "gone", text: "8" },
    { kind: "new", text: "9" },
    { kind: "same", text: " giờ" },
  ]);
  expect(wordDiff("về nhân quyền", "về nhân quyền và quyền trẻ em").at(-1)).toEqual({
    kind: "new",
    text: " và quyền trẻ em",
  });
  expect(wordDiff("", "Mới")).toEqual([{ kind: "new", text: "Mới" }]);
  expect(wordDiff("Như cũ", "Như cũ")).toEqual([{ kind: "same", text: "Như cũ" }]);
});

it("holds both texts whole, whatever they are", () => {
  const text = fc.array(fc.constantFrom("a", "b", " ", "ê̆", "ភាសា", ".", "\n", "𠀋")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
      expect(without("new")).toBe(before);
      expect(without("gone")).toBe(after);
    }),
  );
});
