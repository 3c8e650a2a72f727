import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { imageFrame, plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import { pageRef } from "../commands/holders.ts";
import { parseProject } from "../parse-project.ts";
import type { Frame } from "../schema/frames.ts";
import { Project } from "../schema/project.ts";
import { serializeProject } from "../serialize-project.ts";
import { framesOfClip, makeClip } from "./make-clip.ts";
import { pasteClip } from "./paste-clip.ts";

const here = { holders: [pageRef("p1")], dx: 0, dy: 0, pictures: new Map() };

test("whatever frames are taken along, they are a sound project, and the project they are pasted into stays sound", () => {
  fc.assert(
    fc.property(arbitraryProject, arbitraryProject, (from, into) => {
      const frames = from.pages.flatMap((page) => page.frames);
      const clip = parseProject(serializeProject(makeClip(from, frames)), "clip");
      const faults = checkReferences(into, "").length;
      const holders = into.pages.map(({ id }) => pageRef(id));
      const pasted = pasteClip(into, clip, { ...here, holders });
      expect(pasted.ids).toHaveLength(frames.length * holders.length);
      expect(Project.safeParse(pasted.project).error?.issues ?? []).toEqual([]);
      expect(checkReferences(pasted.project, "").slice(faults)).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 120_000);

test("a clip holds what its frames need and nothing else", () => {
  const project = sampleProject({
    swatches: [
      { id: "do", name: { vi: "Đỏ", en: "Red" }, rgb: "#c8102e" },
      { id: "xanh", name: { vi: "Xanh", en: "Green" }, rgb: "#0a7d4b" },
    ],
    paragraphStyles: [
      { id: "goc", name: { vi: "Gốc", en: "Base" }, character: { color: "do" } },
      { id: "than", name: { vi: "Thân", en: "Body" }, basedOn: "goc" },
      { id: "khac", name: { vi: "Khác", en: "Other" } },
    ],
    pages: [
      {
        id: "p1",
        frames: [textFrame("a", "t", { style: "than", next: "b" }), textFrame("b"), imageFrame("c", "anh")],
      },
    ],
    texts: { t: plainText("Thông báo"), u: plainText("Bài khác") },
    assets: [{ id: "anh", file: "assets/anh.png" }],
  });
  const clip = makeClip(project, project.pages[0]?.frames.slice(0, 1) ?? []);
  expect(clip.paragraphStyles.map(({ id }) => id)).toEqual(["goc", "than"]);
  expect(clip.swatches.map(({ id }) => id)).toEqual(["do"]);
  expect(Object.keys(clip.texts)).toEqual(["t"]);
  expect(clip.assets).toEqual([]);
  expect(framesOfClip(clip)[0]).not.toHaveProperty("next");
});

test("the like of a style or colour is the project's own; another under the same id comes along under a free one", () => {
  const clip = sampleProject({
    swatches: [
      { id: "do", name: { vi: "Đỏ", en: "Red" }, rgb: "#ff0000" },
      { id: "nhan", name: { vi: "Nhấn", en: "Accent" }, rgb: "#0000ff" },
    ],
    paragraphStyles: [
      { id: "than", name: { vi: "Thân", en: "Body" }, character: { size: 30 } },
      { id: "tieu-de", name: { vi: "Tiêu đề lớn", en: "Big title" }, basedOn: "than", character: { color: "nhan" } },
    ],
    pages: [{ id: "p1", frames: [textFrame("a", "t", { style: "tieu-de", fill: { color: "do" } })] }],
    texts: { t: plainText("Thông báo") },
  });
  const into = sampleProject({
    paragraphStyles: [
      { id: "than", name: { vi: "Thân", en: "Body" } },
      { id: "tieu-de", name: { vi: "Tiêu đề", en: "Title" } },
    ],
    pages: [{ id: "p1", frames: [textFrame("a", "t")] }],
    texts: { t: plainText("Của mình") },
  });
  const { project, ids } = pasteClip(into, clip, { ...here, dx: 5, dy: 5 });
  const pasted = project.pages[0]?.frames[1] as Extract<Frame, { type: "text" }>;
  expect(ids).toEqual([pasted.id]);
  expect(pasted).toMatchObject({ x: 15, y: 15, style: "tieu-de-2", fill: { color: "do" }, text: "t-2" });
  expect(project.swatches.map(({ id, rgb }) => [id, rgb])).toEqual([
    ["do", "#c8102e"],
    ["nhan", "#0000ff"],
  ]);
  expect(project.paragraphStyles[2]).toMatchObject({ id: "tieu-de-2", basedOn: "than", character: { color: "nhan" } });
  expect(project.texts.t).toEqual(plainText("Của mình"));
});

test("text in a language the project does not have stands for its source; pictures are taken by their new entries", () => {
  const clip = sampleProject({
    languages: { source: "km", variants: ["km"] },
    pages: [{ id: "p1", frames: [textFrame("a", "t"), imageFrame("b", "anh"), imageFrame("c", "mat")] }],
    texts: { t: { variants: { km: { blocks: [{ runs: ["ភូមិ"] }] }, lo: { blocks: [] } } } },
    assets: [
      { id: "anh", file: "assets/anh.png" },
      { id: "mat", file: "assets/mat.png" },
    ],
  });
  const into = sampleProject({ languages: { source: "vi", variants: ["vi"] } });
  const entry = { id: "f00", file: "assets/f00.png" };
  const { project } = pasteClip(into, clip, { ...here, pictures: new Map([["anh", entry]]) });
  expect(project.texts.t?.variants).toEqual({ vi: { blocks: [{ runs: ["ភូមិ"] }] } });
  expect(project.assets).toEqual([entry]);
  const [, shown, empty] = project.pages[0]?.frames ?? [];
  expect(shown).toMatchObject({ asset: "f00" });
  expect(empty).not.toHaveProperty("asset");
});
