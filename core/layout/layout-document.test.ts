import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { Project } from "../document/schema/project.ts";
import { createTextEngine } from "../text/text-engine.ts";
import { mmToPt } from "../units/units.ts";
import type { DisplayItem, PlacedDocument, PlacedGroup } from "./display-list.ts";
import { createDocumentLayout, layoutDocument } from "./layout-document.ts";
import { walkItems } from "./walk-items.ts";

const engine = createTextEngine(openFontLibrary());
const assets = { asset: () => undefined };
const label = { vi: "", en: "" };

const corpus = (language: string): readonly string[] =>
  readFileSync(new URL(`../../test/fixtures/corpus/${language}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

const blocks = (lines: readonly string[], heading = "h1") =>
  lines.map((line, index) => ({ style: index % 4 === 0 ? heading : "body", runs: [line] }));

function makeProject(changes: Record<string, unknown> = {}): Project {
  return Project.parse({
    format: "xuongtin.project",
    version: 1,
    id: "sample",
    kind: "project",
    title: { vi: "Mẫu" },
    product: "page",
    languages: { source: "vi", variants: ["vi", "km"] },
    page: { width: 105, height: 148, bleed: 3, margins: { top: 10, right: 10, bottom: 10, left: 10 }, facing: true },
    swatches: [],
    paragraphStyles: [
      { id: "body", name: label, character: { size: 10 } },
      { id: "h1", name: label, basedOn: "body", character: { size: 14 }, paragraph: { outlineLevel: 1 } },
      { id: "toc", name: label, paragraph: { tabs: [{ position: 80, align: "end", leader: "." }] } },
    ],
    characterStyles: [],
    masters: [
      {
        id: "flow",
        name: label,
        frames: [
          { type: "text", id: "continued", x: 10, y: 10, width: 85, height: 60, continues: true },
          { type: "text", id: "folio", x: 5, y: 138, width: 20, height: 8, text: "folio" },
        ],
      },
    ],
    pages: [
      {
        id: "first",
        master: "flow",
        frames: [
          { type: "text", id: "body", x: 10, y: 10, width: 85, height: 60, text: "body", addPages: { master: "flow" } },
        ],
      },
    ],
    texts: {
      body: { variants: { vi: { blocks: blocks(corpus("vi")) }, km: { blocks: blocks(corpus("km")) } } },
      folio: { variants: { vi: { blocks: [{ style: "body", runs: [{ field: "page" }, "/", { field: "pages" }] }] } } },
    },
    assets: [],
    slots: [],
    ...changes,
  });
}

const frameGroup = (items: readonly DisplayItem[], frame: string): PlacedGroup | undefined => {
  for (const item of items) if (item.kind === "group" && item.frame === frame) return item;
  return undefined;
};

function textOf(items: readonly DisplayItem[]): string {
  let text = "";
  walkItems(items, (item) => {
    if (item.kind === "glyphs") for (const { span } of item.spans) text += span.text;
  });
  return text;
}

const bodyText = (placed: PlacedDocument): string =>
  placed.pages
    .map((page) =>
      textOf([frameGroup(page.items, "body"), frameGroup(page.items, "continued")].filter((one) => one !== undefined)),
    )
    .join("");

const bare = (text: string): string => text.replace(/[\s\u200b]/gu, "");

test.each(["vi", "km"])("a thread adds pages until all of its %s text has a place", (language) => {
  const placed = layoutDocument(makeProject(), { language, engine, assets });
  expect(placed.pages.length).toBeGreaterThan(2);
  expect(bare(bodyText(placed))).toBe(bare(corpus(language).join("")));
  expect(placed.diagnostics.filter((one) => one.code === "text.overflow")).toEqual([]);
});

test("page numbers and totals are those of the finished document", () => {
  const placed = layoutDocument(makeProject(), { language: "vi", engine, assets });
  const printed = placed.pages.map((page) =>
    textOf([frameGroup(page.items, "folio")].filter((one) => one !== undefined)),
  );
  expect(printed).toEqual(placed.pages.map((_, index) => `${index + 1}/${placed.pages.length}`));
});

test("masters of left-hand pages change sides when pages face", () => {
  const placed = layoutDocument(makeProject(), { language: "vi", engine, assets });
  const x = (page: number) => frameGroup(placed.pages[page]?.items ?? [], "folio")?.transform?.[4];
  expect(x(0)).toBeCloseTo(mmToPt(5));
  expect(x(1)).toBeCloseTo(mmToPt(105 - 5 - 20));
});

test("contents list every heading with the page it is printed on, although they push the text down", () => {
  const listed = makeProject({
    texts: {
      ...makeProject().texts,
      body: {
        variants: {
          vi: {
            blocks: [
              { contents: { depth: 1, styles: ["toc"] } },
              ...blocks([...corpus("vi"), ...corpus("vi"), ...corpus("vi")]),
            ],
          },
        },
      },
    },
  });
  const placed = layoutDocument(listed, { language: "vi", engine, assets });
  const entries = placed.outline.map((entry) => `${bare(entry.title)}${placed.pages[entry.page]?.folio}`);
  expect(entries.length).toBeGreaterThan(8);
  const printed = bare(bodyText(placed)).replaceAll(/\.{2,}/gu, "");
  expect(printed.startsWith(entries.join(""))).toBe(true);
});

test("a missing translation shows the source and says so, once a page; page numbers alone need none", () => {
  const layOut = (folio: readonly unknown[]) => {
    const { texts } = makeProject();
    const project = makeProject({ texts: { ...texts, folio: { variants: { vi: { blocks: [{ runs: folio }] } } } } });
    const placed = layoutDocument(project, { language: "km", engine, assets });
    const missing = placed.diagnostics.filter((one) => one.code === "text.missing-translation");
    return { pages: placed.pages, missing: missing.map((one) => [one.target.text, one.target.page]) };
  };
  const worded = layOut(["Trang ", { field: "page" }]);
  expect(worded.missing).toEqual(worded.pages.map((_, index) => ["folio", index + 1]));
  expect(layOut([{ field: "page" }, " / ", { field: "pages" }]).missing).toEqual([]);
});

test("an overflowing frame reports exactly what is left over", () => {
  const project = makeProject({
    pages: [{ id: "one", frames: [{ type: "text", id: "small", x: 10, y: 10, width: 85, height: 30, text: "body" }] }],
  });
  const placed = layoutDocument(project, { language: "vi", engine, assets });
  const overflow = placed.diagnostics.find((one) => one.code === "text.overflow");
  const shown = bare(textOf(placed.pages[0]?.items ?? []));
  const all = bare(corpus("vi").join(""));
  expect(overflow?.target).toMatchObject({ frame: "small", text: "body", page: 1 });
  expect(all.startsWith(shown)).toBe(true);
  const count = Number(/(\d+) characters/.exec(overflow?.message.en ?? "")?.[1]);
  expect(count).toBeGreaterThanOrEqual(all.length - shown.length);
});

test("frames whose texts did not change are the same objects in the next layout", () => {
  const project = makeProject({
    pages: [
      {
        id: "one",
        frames: [
          { type: "text", id: "stays", x: 10, y: 10, width: 85, height: 40, text: "stays" },
          { type: "text", id: "changes", x: 10, y: 60, width: 85, height: 40, text: "changes" },
        ],
      },
    ],
    texts: {
      stays: { variants: { vi: { blocks: [{ style: "body", runs: ["Trân trọng kính mời"] }] } } },
      changes: { variants: { vi: { blocks: [{ style: "body", runs: ["Ông Nguyễn Văn A"] }] } } },
    },
  });
  const layout = createDocumentLayout({ language: "vi", engine, assets });
  const first = layout(project).pages[0]?.items ?? [];
  const changed = { variants: { vi: { blocks: [{ style: "body", runs: ["Bà H’Hen Niê"] }] } } };
  const second = layout({ ...project, texts: { ...project.texts, changes: changed } }).pages[0]?.items ?? [];
  expect(frameGroup(second, "stays")).toBe(frameGroup(first, "stays"));
  expect(textOf([frameGroup(second, "changes")].filter((one) => one !== undefined))).toBe("Bà H’Hen Niê");
});

test("a growing frame ends below its last line, a shrinking one fits without overflow", () => {
  const frames = [
    {
      type: "text",
      id: "grows",
      x: 10,
      y: 10,
      width: 85,
      height: 5,
      text: "body",
      fit: { mode: "grow" },
      stroke: { color: { rgb: "#000000" }, width: 1 },
    },
    {
      type: "text",
      id: "shrinks",
      x: 10,
      y: 10,
      width: 85,
      height: 80,
      text: "body",
      fit: { mode: "shrink", minimum: 0.4 },
    },
  ];
  const placed = layoutDocument(makeProject({ pages: [{ id: "one", frames }] }), { language: "vi", engine, assets });
  expect(placed.diagnostics.map((one) => one.code)).toEqual(["text.shrunk"]);
  const grown = frameGroup(placed.pages[0]?.items ?? [], "grows");
  const border = grown?.items.find((item) => item.kind === "path");
  const bottom = Math.max(...(border?.path ?? []).map((command) => (command[0] === "L" ? command[2] : 0)));
  const lowestBaseline = Math.max(...(grown?.items ?? []).map((item) => (item.kind === "glyphs" ? item.y : 0)));
  expect(bottom).toBeGreaterThan(lowestBaseline);
  expect(bottom).toBeLessThan(lowestBaseline + 14);
});
