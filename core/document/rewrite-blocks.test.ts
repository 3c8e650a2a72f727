import fc from "fast-check";
import { expect, it } from "vitest";
import { normalizeText } from "../script/normalize.ts";
import { plainTextOf } from "./plain-text.ts";
import { rewriteBlocks } from "./rewrite-blocks.ts";
import type { Block, Inline } from "./schema/text.ts";

const bold = (text: string): Inline => ({ text, format: { weight: 700 } });
const boldWords = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => ("runs" in block ? block.runs : []))
    .map((run) => (typeof run === "object" && "text" in run && run.format?.weight === 700 ? run.text : ""))
    .join("");

const notice: readonly Block[] = [
  { style: "title", runs: ["Lịch ", bold("tiêm chủng"), " tháng 12"] },
  { style: "body", runs: ["Trạm y tế xã, từ ", bold("7 giờ"), " sáng. Trang ", { field: "page" }, "."] },
];

it("keeps what is bold when words around it are typed, put in and taken away", () => {
  const typed = rewriteBlocks(notice, "Lịch tiêm chủng tháng 12 năm 2026\nTrạm y tế xã, từ 7 giờ sáng. Trang .", true);
  expect(typed).toEqual([{ style: "title", runs: ["Lịch ", bold("tiêm chủng"), " tháng 12 năm 2026"] }, notice[1]]);
  const shortened = rewriteBlocks(notice, "tiêm chủng tháng 12\nTrạm y tế xã, từ 7 giờ sáng. Trang .", true);
  expect(boldWords(shortened)).toBe("tiêm chủng7 giờ");
  const inside = rewriteBlocks(notice, "Lịch tiêm phòng chủng tháng 12\nTrạm y tế xã, từ 7 giờ sáng. Trang .", true);
  expect(boldWords(inside)).toBe("tiêm phòng chủng7 giờ");
});

it("keeps the looks of every word that stays, between words that change on both sides of it", () => {
  const value = "Ngày tiêm chủng của tháng 1\nTại trạm y tế, lúc 7 giờ kém. Tờ .";
  const changed = rewriteBlocks(notice, value, true);
  expect(plainTextOf(changed)).toBe(value);
  expect(boldWords(changed)).toBe("tiêm chủng7 giờ");
  expect(changed.map((block) => "style" in block && block.style)).toEqual(["title", "body"]);
  expect(changed[1]).toMatchObject({ runs: expect.arrayContaining([{ field: "page" }]) });
});

it("splits and joins paragraphs as Enter and Backspace would", () => {
  const split = rewriteBlocks(notice, "Lịch tiêm\n chủng tháng 12\nTrạm y tế xã, từ 7 giờ sáng. Trang .", true);
  expect(split.map((block) => "style" in block && block.style)).toEqual(["title", "title", "body"]);
  expect(boldWords(split)).toBe("tiêm chủng7 giờ");
  expect(split[2]).toEqual(notice[1]);
  const joined = rewriteBlocks(notice, "Lịch tiêm chủng tháng 12Trạm y tế xã, từ 7 giờ sáng. Trang .", true);
  expect(joined).toHaveLength(1);
  expect(boldWords(joined)).toBe("tiêm chủng7 giờ");
});

it("gives every paragraph of a text written wholly anew the style of the one in its place", () => {
  const anew = rewriteBlocks(notice, "ពិធីបុណ្យ\nព្រឹក\nល្ងាច", true);
  expect(anew.map((block) => "style" in block && block.style)).toEqual(["title", "body", "body"]);
  expect(plainTextOf(anew)).toBe("ពិធីបុណ្យ\nព្រឹក\nល្ងាច");
});

it("never changes the looks of a word that stays in its paragraph in its order, nor those of a paragraph", () => {
  const words = fc.uniqueArray(fc.constantFrom("Đắk", "ខ្មែរ", "ລາວ", "𞄀𞄤", "một", "hai", "ba"), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 3 }),
      fc.array(words, { minLength: 1, maxLength: 3 }),
      (old, wanted) => {
        const kept = old.map((line, index) => line.filter((word) => wanted[index]?.includes(word)));
        const inOrder = kept.every((line, index) =>
          line.every((word, at) => wanted[index]?.filter((one) => line.includes(one))[at] === word),
        );
        fc.pre(inOrder && old.length === wanted.length);
        const blocks = old.map(
          (line, index): Block => ({
            style: `p${index}`,
            runs: line.flatMap((word, at) => [
              ...(at > 0 ? [" "] : []),
              ...(kept[index]?.includes(word) ? [bold(word)] : [word]),
            ]),
          }),
        );
        const changed = rewriteBlocks(blocks, wanted.map((line) => line.join(" ")).join("\n"), true);
        expect(changed.map((block) => "style" in block && block.style)).toEqual(blocks.map((_, index) => `p${index}`));
        for (const [index, block] of changed.entries()) {
          const heavy = boldWords([block]);
          for (const word of kept[index] ?? []) expect(heavy).toContain(word);
        }
      },
    ),
  );
});

it("says exactly what was written, whatever stood there, and changes nothing for the same words", () => {
  const word = fc.constantFrom("Đắk", "ê̆", "ខ្មែរ", "ລາວ", "𞄀𞄤", " ", "\n", "", "a", "aa");
  const run = word.chain((text) => fc.constantFrom<Inline>(text, bold(text), { field: "page" }, { text, style: "s" }));
  const block = fc.array(run, { maxLength: 4 }).map((runs): Block => ({ style: "body", runs }));
  const value = fc.array(word, { maxLength: 8 }).map((words) => normalizeText(words.join("")));
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), value, (blocks, wanted) => {
      expect(plainTextOf(rewriteBlocks(blocks, wanted, true))).toBe(wanted);
      expect(rewriteBlocks(blocks, plainTextOf(blocks), true)).toBe(blocks);
    }),
  );
});
