import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { imageFrame, plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import { shownBlocks } from "../commands/edit-text.ts";
import { parseProject } from "../parse-project.ts";
import { Project } from "../schema/project.ts";
import type { ParagraphBlock } from "../schema/text.ts";
import { serializeProject } from "../serialize-project.ts";
import { rangeBetween, textInRange, wholeRange } from "../text-range.ts";
import { hasWords, makeTextClip, pasteTextClip } from "./text-clip.ts";

const vi = { text: "t", language: "vi" };
const at = (block: number, offset: number) => ({ block, offset });
const withBlocks = (blocks: readonly ParagraphBlock[], more: Partial<Project> = {}): Project =>
  sampleProject({
    pages: [{ id: "p1", frames: [textFrame("a", "t", { style: "than" })] }],
    texts: { t: { variants: { vi: { blocks: [...blocks] } } } },
    ...more,
  });
const blocksOf = (project: Project) => project.texts.t?.variants.vi?.blocks;
const frame = textFrame("a", "t", { style: "than" });

test("a part of a text comes back with its looks, with the style and colour another document lacks", () => {
  const from = withBlocks(
    [{ runs: ["Kính mời ", { text: "bà Y Hʼ Rưng", style: "noi-bat" }] }, { style: "muc", runs: ["Thời gian"] }],
    {
      swatches: [{ id: "cham", name: { vi: "Chàm", en: "Indigo" }, rgb: "#22335e" }],
      characterStyles: [{ id: "noi-bat", name: { vi: "Nổi bật", en: "Strong" }, character: { color: "cham" } }],
      paragraphStyles: [
        { id: "than", name: { vi: "Thân", en: "Body" } },
        { id: "muc", name: { vi: "Mục", en: "Item" } },
      ],
    },
  );
  const clip = makeTextClip(from, vi, { from: at(0, 5), to: at(1, 4) }, frame);
  const into = withBlocks([{ runs: ["Ông"] }]);
  const { project, caret } = pasteTextClip(into, clip, vi, { from: at(0, 3), to: at(0, 3) });
  expect(blocksOf(project)).toEqual([
    { runs: ["Ôngmời ", { text: "bà Y Hʼ Rưng", style: "noi-bat" }] },
    { style: "muc", runs: ["Thời"] },
  ]);
  expect(caret).toEqual(at(1, 4));
  expect(project.characterStyles.map(({ id }) => id)).toEqual(["dam", "noi-bat"]);
  expect(project.swatches.map(({ id }) => id)).toEqual(["do", "cham"]);
});

test("inside a paragraph its looks stay; several paragraphs part it and what is behind keeps its own", () => {
  const clip = makeTextClip(
    withBlocks([
      { style: "than", runs: ["một"] },
      { style: "than", runs: ["hai"] },
    ]),
    vi,
    { from: at(0, 0), to: at(1, 3) },
    frame,
  );
  const into = withBlocks([{ runs: ["AB"], format: { paragraph: { align: "center" } } }]);
  const { project } = pasteTextClip(into, clip, vi, { from: at(0, 1), to: at(0, 1) });
  const centred = { format: { paragraph: { align: "center" } } };
  expect(blocksOf(project)).toEqual([
    { ...centred, runs: ["Amột"] },
    { ...centred, runs: ["haiB"] },
  ]);
  const word = makeTextClip(into, vi, { from: at(0, 0), to: at(0, 2) }, frame);
  expect(blocksOf(pasteTextClip(withBlocks([{ runs: [] }]), word, vi, wholeRange([])).project)).toEqual([
    { runs: ["AB"] },
  ]);
});

test("words of frames come, descriptions of pictures do not", () => {
  const picture = { ...imageFrame("b"), alt: "t" } as ReturnType<typeof imageFrame>;
  const project = sampleProject({ pages: [{ id: "p1", frames: [picture] }], texts: { t: plainText("Cây cầu") } });
  expect(hasWords(project)).toBe(false);
  expect(hasWords(withBlocks([{ runs: ["Cây cầu"] }]))).toBe(true);
});

test("any part of any text is a sound clip, and pasting it back over itself changes no word and keeps the project sound", () => {
  fc.assert(
    fc.property(arbitraryProject, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (project, ...places) => {
      const target = { text: "t0", language: project.languages.source };
      const blocks = shownBlocks(project, target);
      const [oneBlock = 0, oneOffset = 0, otherBlock = 0, otherOffset = 0] = places;
      const end = wholeRange(blocks).to;
      const place = (block: number, offset: number) => {
        const index = block % (end.block + 1);
        const length = wholeRange(blocks.slice(index, index + 1)).to.offset;
        return { block: index, offset: offset % (length + 1) };
      };
      const range = rangeBetween(place(oneBlock, oneOffset), place(otherBlock, otherOffset));
      const clip = parseProject(serializeProject(makeTextClip(project, target, range, textFrame("a", "t0"))), "clip");
      const faults = checkReferences(project, "").length;
      const { project: pasted } = pasteTextClip(project, clip, target, range);
      expect(Project.safeParse(pasted).error?.issues ?? []).toEqual([]);
      expect(checkReferences(pasted, "").slice(faults)).toEqual([]);
      const words = (one: Project) => {
        const all = shownBlocks(one, target).filter((block) => "runs" in block);
        return textInRange(all, wholeRange(all)).normalize();
      };
      expect(words(pasted)).toBe(words(project));
    }),
    { numRuns: 100 },
  );
}, 120_000);
