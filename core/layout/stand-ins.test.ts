import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { setVariantText } from "../document/commands/edit-text.ts";
import type { Frame, TableFrame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import { createTextEngine } from "../text/text-engine.ts";
import { layoutDocument } from "./layout-document.ts";
import { walkItems } from "./walk-items.ts";

const engine = createTextEngine(openFontLibrary());
const corpus = (name: string): string =>
  readFileSync(new URL(`../../test/fixtures/corpus/${name}.txt`, import.meta.url), "utf8").replaceAll("\n", " ");
const khmer = corpus("km").slice(0, 300);
const vietnamese = corpus("vi");

const layOut = (project: Project, language: string) =>
  layoutDocument(project, { language, engine, assets: { asset: () => undefined } });
const told = (project: Project, language: string): readonly string[] => [
  ...new Set(layOut(project, language).diagnostics.map(({ severity, code }) => `${severity} ${code}`)),
];
function glyphsOf(project: Project, language: string): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  for (const page of layOut(project, language).pages) {
    walkItems(page.items, (item) => {
      if (item.kind === "glyphs") runs.push([item.x, item.y, item.size]);
    });
  }
  return runs;
}

const words = vietnamese.slice(0, 90);
const withFrame = (frame: Frame, texts: Project["texts"]): Project =>
  sampleProject({
    paragraphStyles: [
      {
        id: "than",
        name: { vi: "Thân", en: "Body" },
        character: { size: 9 },
        languages: { km: { character: { size: 12 }, paragraph: { leading: 1.8 } } },
      },
    ],
    typography: { km: { scale: 1.1, leading: 1.1 } },
    pages: [{ id: "p1", frames: [frame] }],
    texts,
  });

test("a text without a translation is set as in its own language, and only said to be missing", () => {
  const project = withFrame(textFrame("f", "t", { style: "than" }), { t: plainText(words) });
  expect(told(project, "vi")).toEqual([]);
  expect(told(project, "km")).toEqual(["warning text.missing-translation"]);
  expect(glyphsOf(project, "km")).toEqual(glyphsOf(project, "vi"));
  const [missing] = layOut(project, "km").diagnostics;
  expect(missing?.message.vi).toContain(words.slice(0, 30));
});

test("what stands in is made smaller before it is cut, and is never an error", () => {
  const frame = textFrame("f", "t", { style: "than" });
  const long = withFrame(frame, { t: plainText(vietnamese.slice(0, 400)) });
  expect(told(long, "vi")).toEqual(["error text.overflow"]);
  expect(told(long, "km")).toEqual(["warning text.missing-translation"]);
  const longest = withFrame(frame, { t: plainText(vietnamese.repeat(3)) });
  expect(told(longest, "km")).toEqual(["warning text.missing-translation", "warning text.stand-in-overflow"]);
  expect(told(setVariantText(longest, { text: "t", language: "km" }, khmer), "km")).toEqual(["error text.overflow"]);
});

test("a thread of frames lets stand-ins be smaller too", () => {
  const project = withFrame(textFrame("f", "t", { style: "than", next: "g" }), {
    t: plainText(vietnamese.slice(0, 700)),
  });
  const threaded: Project = {
    ...project,
    pages: [{ id: "p1", frames: [...(project.pages[0]?.frames ?? []), textFrame("g", undefined, { y: 60 })] }],
  };
  expect(told(threaded, "vi")).toEqual(["error text.overflow"]);
  expect(told(threaded, "km")).toEqual(["warning text.missing-translation"]);
});

const table = (height: number): TableFrame => ({
  type: "table",
  id: "bang",
  x: 5,
  y: 5,
  width: 60,
  height,
  table: {
    columns: [{ width: 1 }, { width: 1 }],
    bodyStyle: "than",
    rows: [{ cells: [{ text: "a" }, { text: "b" }] }, { cells: [{ text: "c" }, { text: "d" }] }],
  },
});
const cells = { a: plainText(words), b: plainText(words), c: plainText(words), d: plainText(words) };

test("a table half translated is printed, its other words smaller", () => {
  const half = setVariantText(withFrame(table(60), cells), { text: "a", language: "km" }, "ក");
  expect(told(half, "vi")).toEqual([]);
  const tighter = { ...half, pages: [{ id: "p1", frames: [table(40)] }] };
  expect(told(tighter, "vi")).toEqual(["error table.overflow"]);
  expect(told(tighter, "km")).toEqual(["warning text.missing-translation"]);
  const tightest = { ...half, pages: [{ id: "p1", frames: [table(15)] }] };
  expect(told(tightest, "km")).toEqual(["warning text.missing-translation", "warning text.stand-in-overflow"]);
});

test("translated words that find no place stay an error beside others that stand in", () => {
  const half = setVariantText(withFrame(table(30), cells), { text: "c", language: "km" }, khmer);
  expect(hasErrors(layOut(half, "km").diagnostics)).toBe(true);
});
