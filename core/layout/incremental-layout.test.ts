import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { engine } from "../../test/support/text-setting.ts";
import type { Frame, TextFrame } from "../document/schema/frames.ts";
import type { Page, Project } from "../document/schema/project.ts";
import type { Block, Text } from "../document/schema/text.ts";
import type { PlacedPage } from "./display-list.ts";
import { createDocumentLayout, layoutDocument, layoutPage } from "./layout-document.ts";

const vi = readCorpus("vi")
  .split("\n")
  .filter((line) => line !== "");
const khmer = readCorpus("km")
  .split("\n")
  .filter((line) => line !== "");
const assets = { asset: () => undefined };

const wide = (id: string, text?: string, more: Partial<TextFrame> = {}): Frame =>
  textFrame(id, text, { x: 10, y: 10, width: 85, height: 90, ...more });

const heading = (title: string): Block => ({ style: "h", runs: [title] });

/** Threads over linked frames and added pages, a table that runs on, contents, page numbers and running heads of a master. */
function startProject(): Project {
  const long: Text = {
    variants: {
      vi: {
        blocks: [
          heading("Một"),
          ...vi.slice(0, 5).map((line) => ({ runs: [line] })),
          heading("Hai"),
          ...khmer.slice(0, 4).map((line) => ({ runs: [{ text: line, language: "km" }] })),
        ],
      },
    },
  };
  const rows = Array.from({ length: 14 }, (_, index) => ({ cells: [{ text: "row" }, { text: `cell-${index % 3}` }] }));
  return sampleProject({
    languages: { source: "vi", variants: ["vi"] },
    paragraphStyles: [
      { id: "h", name: { vi: "Đề mục", en: "Heading" }, paragraph: { outlineLevel: 1 }, character: { size: 14 } },
      { id: "than", name: { vi: "Thân", en: "Body" }, character: { size: 10 } },
    ],
    masters: [
      {
        id: "m",
        name: { vi: "Chính", en: "Main" },
        frames: [
          textFrame("folio", "folio", { x: 40, y: 130, width: 50, height: 8 }),
          wide("more", undefined, { continues: true }),
          { type: "table", id: "table-more", x: 10, y: 104, width: 85, height: 22, continues: true },
        ],
      },
    ],
    pages: [
      { id: "toc", frames: [wide("toc-frame", "toc")] },
      { id: "a", master: "m", frames: [wide("one", "long", { style: "than", next: "two" })] },
      { id: "b", master: "m", frames: [wide("two", undefined, { columns: 2, addPages: { master: "m" } })] },
      {
        id: "c",
        master: "m",
        frames: [
          {
            type: "group",
            id: "g",
            x: 5,
            y: 5,
            width: 90,
            height: 40,
            frames: [wide("alone", "alone", { height: 30 })],
          },
          {
            type: "table",
            id: "table",
            x: 10,
            y: 60,
            width: 85,
            height: 40,
            addPages: { master: "m" },
            table: { columns: [{ width: 1 }, { width: 2 }], rows },
          },
        ],
      },
    ],
    texts: {
      long,
      alone: plainText(...vi.slice(5, 7)),
      row: plainText("Hàng"),
      "cell-0": plainText(vi[7] ?? ""),
      "cell-1": plainText("Một ô"),
      "cell-2": plainText(vi[8] ?? ""),
      folio: {
        variants: {
          vi: { blocks: [{ runs: [{ field: "section" }, " · ", { field: "page" }, "/", { field: "pages" }] }] },
        },
      },
      toc: { variants: { vi: { blocks: [{ contents: { depth: 2, styles: ["than"] } }] } } },
    },
  });
}

type Edit = (project: Project) => Project;

const withBlocks = (project: Project, id: string, change: (blocks: readonly Block[]) => readonly Block[]): Project => {
  const blocks = project.texts[id]?.variants.vi?.blocks ?? [];
  return { ...project, texts: { ...project.texts, [id]: { variants: { vi: { blocks: [...change(blocks)] } } } } };
};

const withFrames = (project: Project, change: (frame: Frame) => Frame): Project => ({
  ...project,
  pages: project.pages.map((page): Page => {
    const frames = page.frames.map(change);
    return frames.every((frame, index) => frame === page.frames[index]) ? page : { ...page, frames };
  }),
});

const TEXTS = ["long", "alone", "row", "cell-0", "folio"];
const place = fc.nat({ max: 1_000 });

const typing: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom(...TEXTS), place, fc.constantFrom("a", " ", "ក្រ", "Đắk Lắk ", vi[9] ?? ""))
  .map(
    ([id, at, letters]): Edit =>
      (project) =>
        withBlocks(project, id, (blocks) =>
          blocks.map((block, index) => {
            if (!("runs" in block) || index !== at % blocks.length) return block;
            const [first, ...rest] = block.runs;
            if (typeof first !== "string") return { ...block, runs: [letters, ...block.runs] };
            const cut = at % (first.length + 1);
            return { ...block, runs: [first.slice(0, cut) + letters + first.slice(cut), ...rest] };
          }),
        ),
  );
const paragraphs: fc.Arbitrary<Edit> = fc.tuple(place, fc.boolean()).map(
  ([at, adds]): Edit =>
    (project) =>
      withBlocks(project, "long", (blocks) => {
        const index = at % (blocks.length + 1);
        const added: Block[] = adds ? [at % 3 === 0 ? heading(`Mục ${at}`) : { runs: [vi[at % vi.length] ?? ""] }] : [];
        return [...blocks.slice(0, index), ...added, ...blocks.slice(adds || blocks.length < 3 ? index : index + 1)];
      }),
);
const geometry: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom("one", "two", "g", "table", "toc-frame"),
    fc.constantFrom<Partial<Frame>>(
      { x: 12 },
      { y: 11.5, rotation: 3 },
      { width: 80 },
      { height: 70 },
      { height: 95 },
      { opacity: 0.5 },
    ),
  )
  .map(
    ([id, change]): Edit =>
      (project) =>
        withFrames(project, (frame) => (frame.id === id ? ({ ...frame, ...change } as Frame) : frame)),
  );
const threading: fc.Arbitrary<Edit> = fc
  .constantFrom<(frame: Frame) => Frame>(
    (frame) => (frame.id === "one" && frame.type === "text" ? { ...frame, next: undefined } : frame),
    (frame) => (frame.id === "one" && frame.type === "text" ? { ...frame, next: "two" } : frame),
    (frame) => (frame.id === "two" && frame.type === "text" ? { ...frame, addPages: undefined } : frame),
    (frame) => (frame.id === "two" && frame.type === "text" ? { ...frame, addPages: { master: "m" } } : frame),
    (frame) => (frame.id === "two" ? { ...frame, hidden: frame.hidden !== true } : frame),
    (frame) => (frame.id === "one" && frame.type === "text" ? { ...frame, verticalAlign: "justify" } : frame),
    (frame) =>
      frame.id === "one" && frame.type === "text" ? { ...frame, fit: { mode: "shrink", minimum: 0.4 } } : frame,
  )
  .map(
    (change): Edit =>
      (project) =>
        withFrames(project, change),
  );
const styles: fc.Arbitrary<Edit> = fc.integer({ min: 8, max: 13 }).map(
  (size): Edit =>
    (project) => ({
      ...project,
      paragraphStyles: project.paragraphStyles.map((style) =>
        style.id === "than" ? { ...style, character: { size } } : style,
      ),
    }),
);
const pages: fc.Arbitrary<Edit> = fc.constantFrom<Edit>(
  (project) => ({ ...project, pages: [...project.pages.slice(1), ...project.pages.slice(0, 1)] }),
  (project) => ({
    ...project,
    pages: project.pages.map((page) => (page.id === "a" ? { ...page, master: undefined } : page)),
  }),
  (project) => ({ ...project, page: { ...project.page, facing: project.page.facing !== true } }),
);
/** Back to where it was that many edits ago. */
const undo = fc.integer({ min: 1, max: 3 });

const edits = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: typing },
    { weight: 3, arbitrary: paragraphs },
    { weight: 3, arbitrary: geometry },
    { weight: 2, arbitrary: threading },
    { weight: 1, arbitrary: styles },
    { weight: 1, arbitrary: pages },
    { weight: 2, arbitrary: undo },
  ),
  { minLength: 3, maxLength: 10 },
);

it("gives after any row of edits what a layout that remembers nothing gives, and so does that of the first page alone", () => {
  fc.assert(
    fc.property(edits, (row) => {
      const layout = createDocumentLayout({ language: "vi", engine, assets });
      const history = [startProject()];
      layout(history[0] ?? startProject());
      for (const edit of row) {
        const now = history.at(-1) ?? startProject();
        const project = typeof edit === "number" ? (history.at(-1 - edit) ?? now) : edit(now);
        history.push(project);
        const placed = layout(project);
        const fresh = layoutDocument(project, { language: "vi", engine, assets });
        if (!isDeepStrictEqual(placed, fresh)) expect(placed).toEqual(fresh);
        const first = layoutPage(project, { language: "vi", engine, assets }, 0).shown;
        if (!isDeepStrictEqual(first, fresh.pages[0])) expect(first).toEqual(fresh.pages[0]);
      }
    }),
    { numRuns: 60 },
  );
});

const layOutThenEdit = (edit: Edit): readonly [readonly PlacedPage[], readonly PlacedPage[]] => {
  const layout = createDocumentLayout({ language: "vi", engine, assets });
  const project = startProject();
  const before = layout(project).pages;
  return [before, layout(edit(project)).pages];
};

it("gives pages back as they were that a letter does not change, and frames that a line does not", () => {
  const [before, after] = layOutThenEdit((project) =>
    withBlocks(project, "long", (blocks) =>
      blocks.map((block, index) =>
        index === 1 && "runs" in block ? { ...block, runs: [`${block.runs[0]}.`] } : block,
      ),
    ),
  );
  expect(after.map((page, index) => page === before[index])).toEqual(before.map(({ key }) => key !== "a"));
});

it("gives the text back as it was where only its frame is moved", () => {
  const [before, after] = layOutThenEdit((project) =>
    withFrames(project, (frame) => (frame.id === "one" ? { ...frame, x: 12 } : frame)),
  );
  const textOf = (all: readonly PlacedPage[]) => {
    const item = all.find(({ key }) => key === "a")?.items.find((one) => one.kind === "group" && one.frame === "one");
    return item?.kind === "group" ? item : undefined;
  };
  expect(textOf(after)?.transform).not.toEqual(textOf(before)?.transform);
  expect(textOf(after)?.items).toBe(textOf(before)?.items);
});
