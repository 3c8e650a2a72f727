import { expect, test } from "vitest";
import { plainText, sampleProject } from "../../../test/support/sample-project.ts";
import { convertTextRange } from "./convert-text.ts";
import { replaceRich } from "./replace-rich.ts";

const vi = { text: "t1", language: "vi" };
const at = (block: number, offset: number) => ({ block, offset });
const project = sampleProject({ texts: { t1: plainText("Kính ông", "Bà") } });
const blocksOf = (one: typeof project) => one.texts.t1?.variants.vi?.blocks;

test("pasted paragraphs keep what is bold of them, wherever in a paragraph they are put", () => {
  const { project: pasted, caret } = replaceRich(project, vi, { from: at(0, 5), to: at(0, 5) }, [
    [{ text: "mo\u031B\u0300i ", format: { weight: 700 } }, { text: "các" }],
    [{ text: "cô " }, { text: "chú", format: { italic: true } }],
  ]);
  expect(blocksOf(pasted)).toEqual([
    { runs: ["Kính ", { text: "mời ", format: { weight: 700 } }, "các"] },
    { runs: ["cô ", { text: "chú", format: { italic: true } }, "ông"] },
    { runs: ["Bà"] },
  ]);
  expect(caret).toEqual(at(1, 6));
});

test("a mark that begins a part belongs to the letter before it", () => {
  const { project: pasted } = replaceRich(project, vi, { from: at(1, 0), to: at(1, 2) }, [
    [{ text: "Be" }, { text: "\u0301 lớn", format: { weight: 700 } }],
  ]);
  expect(blocksOf(pasted)?.[1]).toEqual({ runs: ["Bé lớn"] });
});

test("words of an old font become Unicode and look as before", () => {
  const old = sampleProject({
    texts: {
      t1: { variants: { vi: { blocks: [{ runs: ["ViÖt ", { text: "Nam ®Ñp", style: "dam" }, { slot: "ten" }] }] } } },
    },
  });
  const converted = convertTextRange(old, vi, { from: at(0, 0), to: at(0, 12) }, "tcvn3");
  expect(blocksOf(converted)).toEqual([{ runs: ["Việt ", { text: "Nam đẹp", style: "dam" }, { slot: "ten" }] }]);
  expect(blocksOf(convertTextRange(old, vi, { from: at(0, 5), to: at(0, 12) }, "tcvn3"))).toEqual([
    { runs: ["ViÖt ", { text: "Nam đẹp", style: "dam" }, { slot: "ten" }] },
  ]);
});
