import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import type { Project } from "../schema/project.ts";
import type { Block } from "../schema/text.ts";
import { digestBlocks } from "../text-digest.ts";
import { textInRange, wholeRange } from "../text-range.ts";
import { formatText, formatTextParagraphs, insertText, replaceText, setSlotText, setVariantText } from "./edit-text.ts";

const label = { vi: "Tên", en: "Name" };
const withBlocks = (...blocks: Block[]): Project =>
  sampleProject({
    pages: [{ id: "p1", frames: [textFrame("a", "t1")] }],
    texts: { t1: { variants: { vi: { blocks } } } },
    slots: [
      { kind: "text", name: "ten", label, sample: "Bưởi" },
      { kind: "text", name: "bai", label, text: "t1", multiline: true },
    ],
  });
const vi = { text: "t1", language: "vi" };
const at = (block: number, offset: number) => ({ block, offset });
const blocksOf = (project: Project, language = "vi"): readonly Block[] =>
  project.texts.t1?.variants[language]?.blocks ?? [];
const bold = (text: string) => ({ text, style: "dam" });

test("typed text looks as what stands before it, and the caret goes behind it", () => {
  const project = withBlocks({ runs: ["Kính ", bold("mời"), " ông"] });
  const typed = insertText(project, vi, at(0, 8), " gọi");
  expect(blocksOf(typed.project)).toEqual([{ runs: ["Kính ", bold("mời gọi"), " ông"] }]);
  expect(typed.caret).toEqual(at(0, 12));
  expect(blocksOf(insertText(project, vi, at(0, 5), "x").project)).toEqual([{ runs: ["Kính x", bold("mời"), " ông"] }]);
});

test("a letter and its marks typed one by one become the letter projects keep", () => {
  const project = withBlocks({ runs: ["Vie"] });
  const first = insertText(project, vi, at(0, 3), "\u0302");
  expect(first.caret).toEqual(at(0, 3));
  const second = insertText(first.project, vi, first.caret, "\u0323t");
  expect(blocksOf(second.project)).toEqual([{ runs: ["Việt"] }]);
  expect(second.caret).toEqual(at(0, 4));
});

test("a new paragraph looks as the one it was parted from; deleting across paragraphs joins them", () => {
  const project = withBlocks({ style: "than", runs: ["Một hai"] }, { runs: ["Ba"] });
  const parted = replaceText(project, vi, { from: at(0, 3), to: at(0, 4) }, ["", ""]);
  expect(blocksOf(parted.project)).toEqual([
    { style: "than", runs: ["Một"] },
    { style: "than", runs: ["hai"] },
    { runs: ["Ba"] },
  ]);
  expect(parted.caret).toEqual(at(1, 0));
  const joined = replaceText(parted.project, vi, { from: at(0, 3), to: at(2, 0) }, [" "]);
  expect(blocksOf(joined.project)).toEqual([{ style: "than", runs: ["Một Ba"] }]);
  expect(joined.caret).toEqual(at(0, 4));
});

test("a slot in a text is one unit and is deleted as one", () => {
  const project = withBlocks({ runs: ["Ông ", { slot: "ten" }, "!"] });
  expect(blocksOf(replaceText(project, vi, { from: at(0, 4), to: at(0, 5) }, []).project)).toEqual([
    { runs: ["Ông !"] },
  ]);
  expect(textInRange(blocksOf(project), wholeRange(blocksOf(project)))).toBe("Ông !");
});

test("the first edit of a missing translation begins from what readers saw, and says what it was based on", () => {
  const project = withBlocks({ style: "than", runs: ["Xin chào"] });
  const { project: typed } = insertText(project, { text: "t1", language: "km" }, at(0, 8), " ភាសា");
  expect(blocksOf(typed, "km")).toEqual([{ style: "than", runs: ["Xin chào ភាសា"] }]);
  expect(typed.texts.t1?.variants.km?.basedOn).toBe(digestBlocks(blocksOf(project)));
  const changed = insertText(typed, vi, at(0, 0), "A ").project;
  const again = insertText(changed, { text: "t1", language: "km" }, at(0, 0), "x").project;
  expect(again.texts.t1?.variants.km?.basedOn).toBe(typed.texts.t1?.variants.km?.basedOn);
  const anew = setVariantText(again, { text: "t1", language: "km" }, "សួស្តី\nលា");
  expect(blocksOf(anew, "km")).toEqual([
    { style: "than", runs: ["សួស្តី"] },
    { style: "than", runs: ["លា"] },
  ]);
  expect(anew.texts.t1?.variants.km?.basedOn).toBe(digestBlocks(blocksOf(changed)));
});

test("a slot sets the text it replaces, or else its sample", () => {
  const project = withBlocks({ style: "than", runs: [bold("Mẫu")] });
  expect(blocksOf(setSlotText(project, "bai", "vi", "Một\nHai"))).toEqual([
    { style: "than", runs: [bold("Một")] },
    { style: "than", runs: [bold("Hai")] },
  ]);
  expect(setSlotText(project, "ten", "vi", "Na").slots[0]).toMatchObject({ sample: "Na" });
  expect(setSlotText(project, "ten", "vi", "Bưởi")).toBe(project);
});

test("a slot’s translation stays behind while it is typed", () => {
  const first = setSlotText(withBlocks({ runs: ["Một"] }), "bai", "km", "មួយ");
  const behind = setSlotText(first, "bai", "vi", "Hai");
  expect(setSlotText(behind, "bai", "km", "ពីរ").texts.t1?.variants.km?.basedOn).toBe(digestBlocks(blocksOf(first)));
});

test("formats go on and off a range, and runs that look alike become one", () => {
  const project = withBlocks({ runs: ["Một hai ba"] });
  const range = { from: at(0, 4), to: at(0, 7) };
  const heavy = formatText(project, vi, range, { weight: 700 });
  expect(blocksOf(heavy)).toEqual([{ runs: ["Một ", { text: "hai", format: { weight: 700 } }, " ba"] }]);
  expect(blocksOf(formatText(heavy, vi, range, { weight: undefined }))).toEqual([{ runs: ["Một hai ba"] }]);
  const styled = formatTextParagraphs(project, vi, range, { style: "than", paragraph: { align: "end" } });
  expect(blocksOf(styled)).toEqual([{ style: "than", format: { paragraph: { align: "end" } }, runs: ["Một hai ba"] }]);
  const plain = formatTextParagraphs(styled, vi, range, { style: null, paragraph: { align: undefined } });
  expect(blocksOf(plain)).toEqual(plainText("Một hai ba").variants.vi?.blocks);
});
