import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { leftToTranslate, translationUnits } from "./units.ts";

test("only words that frames show in a language are left to translate", () => {
  const project = sampleProject({
    languages: { source: "vi", variants: ["vi", "km", "jra"] },
    pages: [
      {
        id: "p1",
        frames: [
          textFrame("a", "t1"),
          { ...textFrame("b", "t2"), languages: ["jra"] },
          { ...textFrame("c", "t3"), hidden: true },
          textFrame("d", "nam"),
        ],
      },
    ],
    texts: {
      t1: plainText("Quyền trẻ em"),
      t2: plainText("Điều 1"),
      t3: plainText("Nháp"),
      nam: plainText("2026"),
    },
  });
  expect(leftToTranslate(project)).toEqual([
    { language: "vi", total: 1, missing: 0, stale: 0 },
    { language: "km", total: 1, missing: 1, stale: 0 },
    { language: "jra", total: 2, missing: 2, stale: 0 },
  ]);
});

test("texts come in the order of the pages, each at the first place it is shown, masters after them", () => {
  const project = sampleProject({
    masters: [{ id: "m", name: { vi: "Chung", en: "Common" }, frames: [textFrame("m1", "chan")] }],
    pages: [
      {
        id: "p1",
        frames: [{ type: "group", id: "g", x: 0, y: 0, width: 9, height: 9, frames: [textFrame("a", "t2")] }],
      },
      { id: "p2", frames: [textFrame("b", "t1"), textFrame("c", "t2")] },
    ],
    texts: {
      t1: plainText("Điều 1"),
      t2: { ...plainText("Quyền trẻ em"), note: "tên luật" },
      chan: plainText("Sở Y tế"),
    },
  });
  expect(translationUnits(project, "km").map(({ text, place, note }) => [text, place, note])).toEqual([
    ["t2", { frame: "a", page: 1 }, "tên luật"],
    ["t1", { frame: "b", page: 2 }, undefined],
    ["chan", { frame: "m1", master: "m" }, undefined],
  ]);
});
