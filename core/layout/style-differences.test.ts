import { expect, test } from "vitest";
import { sampleProject } from "../../test/support/sample-project.ts";
import type { Block } from "../document/schema/text.ts";
import { createStyleResolver } from "./resolve-style.ts";
import { styleDifferences } from "./style-differences.ts";

const name = { vi: "Kiểu", en: "Style" };
const project = sampleProject({
  paragraphStyles: [
    { id: "than", name, character: { size: 11 }, paragraph: { align: "justify" } },
    { id: "nhan", name, basedOn: "than", character: { weight: 700 } },
  ],
});
const styles = createStyleResolver(project, "vi");
const differences = (block: Block, from: number, to: number, frameStyle?: string) =>
  styleDifferences([block], { from: { block: 0, offset: from }, to: { block: 0, offset: to } }, frameStyle, styles);

test("names what paragraphs and letters have of their own, where it is not what their style says anyway", () => {
  const block: Block = {
    style: "nhan",
    format: { paragraph: { align: "justify", spaceAfter: 3 } },
    runs: ["Một ", { text: "hai", format: { weight: 700, italic: true } }, { text: " ba", format: { size: 11 } }],
  };
  expect(differences(block, 0, 10)).toEqual(["spaceAfter", "italic"]);
  expect(differences(block, 0, 3)).toEqual(["spaceAfter"]);
});

test("a character style is no difference, what is said against it is", () => {
  expect(differences({ runs: [{ text: "a", style: "dam" }] }, 0, 1)).toEqual([]);
  expect(differences({ runs: [{ text: "a", style: "dam", format: { weight: 400 } }] }, 0, 1)).toEqual(["weight"]);
});

test("paragraphs without a style are measured by the frame's, or by none, and a link by nothing", () => {
  const block: Block = { runs: [{ text: "a", format: { size: 11, link: "https://x.vn" } }] };
  expect(differences(block, 0, 1, "than")).toEqual([]);
  expect(differences(block, 0, 1)).toEqual(["size"]);
  expect(differences({ runs: [{ text: "a", format: { weight: 400, italic: false } }] }, 0, 1)).toEqual([]);
});
