import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { sampleProject } from "../../../test/support/sample-project.ts";
import { BLACK, WHITE } from "../../color/color.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TableFrame } from "../../document/schema/frames.ts";
import type { Paragraph } from "../../text/paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../text/plain-style.ts";
import { createTextEngine } from "../../text/text-engine.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedGroup } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { layoutTable, paginateTable, paintTablePart, prepareTable } from "./table.ts";
import type { TableContent } from "./table-grid.ts";

const engine = createTextEngine(openFontLibrary());
const corpus = (name: string) =>
  readFileSync(new URL(`../../../test/fixtures/corpus/${name}.txt`, import.meta.url), "utf8").trim();

const SIZE = 10;
const LEADING = 1.5;
const LINE = SIZE * LEADING;

function paragraph(text: string, language: string, breakBefore: "none" | "page" = "none"): Paragraph {
  return {
    id: "p",
    language,
    runs: [{ text, language, style: { ...PLAIN_CHARACTER, size: SIZE } }],
    style: { ...PLAIN_PARAGRAPH, leading: LEADING, breakBefore },
  };
}

/** Texts by id; a text has one paragraph per line, and a form feed asks for a new page. */
function contextFor(texts: Readonly<Record<string, string>>, language = "vi") {
  const reported: Diagnostic[] = [];
  const styles: (string | undefined)[] = [];
  const context: FrameContext = {
    project: sampleProject(),
    language,
    engine,
    assets: { asset: () => undefined },
    color: () => WHITE,
    paint: () => ({ kind: "solid", color: WHITE }),
    stroke: ({ width }) => ({ paint: { kind: "solid", color: BLACK }, width, dash: [], cap: "butt", join: "miter" }),
    paragraphs: (text, style) => {
      styles.push(style);
      return (texts[text] ?? "")
        .split("\n")
        .map((line) => paragraph(line.replace("\f", ""), language, line.startsWith("\f") ? "page" : "none"));
    },
    plainText: (text) => texts[text] ?? "",
    isTranslated: () => true,
    report: (diagnostic) => reported.push(diagnostic),
  };
  return { context, reported, styles };
}

const PADDING = { top: 1, right: 1, bottom: 1, left: 1 };
const UP_AND_DOWN = 2 * mmToPt(1);

const frameOf = (table: TableContent, more: Partial<TableFrame> = {}): TableFrame => ({
  type: "table",
  id: "bang",
  x: 0,
  y: 0,
  width: 100,
  height: 100,
  table: { padding: PADDING, ...table },
  ...more,
});

const groups = (items: readonly DisplayItem[]) => items.filter((item): item is PlacedGroup => item.kind === "group");
/** Words of every text group with the place of its corner. */
const texts = (items: readonly DisplayItem[]) =>
  groups(items).map(({ items: lines, transform }) => ({
    text: lines.flatMap((line) => (line.kind === "glyphs" ? line.spans.map(({ span }) => span.text) : [])).join(""),
    x: transform?.[4] ?? 0,
    y: transform?.[5] ?? 0,
  }));

test("rows are as high as their tallest cell, or their least height; a tall cell over rows stretches the last", () => {
  const { context, reported } = contextFor({ one: "Lịch tiêm chủng", three: "Sáng\nTrưa\nChiều" });
  const table = prepareTable(
    frameOf({
      columns: [{ width: 1 }, { width: 3 }],
      rows: [
        { cells: [{ text: "one" }, { text: "three" }] },
        { cells: [{ text: "one" }, {}], minHeight: 40 },
        { cells: [{ text: "three", rowSpan: 2 }, { text: "one" }] },
        { cells: [{}] },
      ],
    }),
    mmToPt(160),
    context,
  );
  const [first, second, third, fourth] = table.heights;
  expect(first).toBeCloseTo(3 * LINE + UP_AND_DOWN, 6);
  expect(second).toBeCloseTo(mmToPt(40), 6);
  expect(third).toBeCloseTo(LINE + UP_AND_DOWN, 6);
  expect(fourth).toBeCloseTo(2 * LINE, 6);
  expect(table.columnEdges).toEqual([0, mmToPt(160) / 4, mmToPt(160)]);
  expect(reported).toEqual([]);
});

test("texts stand inside the padding and where their alignment puts them", () => {
  const { context, styles } = contextFor({ a: "Thứ Hai", b: "Một\nHai\nBa" });
  const frame = frameOf({
    columns: [{ width: 1 }, { width: 1 }, { width: 1 }, { width: 1 }],
    headerRows: 1,
    headerStyle: "dau",
    bodyStyle: "than",
    rows: [
      { cells: [{ text: "a" }, {}, {}, {}] },
      {
        cells: [
          { text: "a" },
          { text: "a", verticalAlign: "center" },
          { text: "a", verticalAlign: "bottom", style: "rieng" },
          { text: "b" },
        ],
      },
    ],
  });
  const placed = texts(layoutTable(frame, context).items);
  const column = mmToPt(25);
  const inset = mmToPt(1);
  const secondRow = LINE + UP_AND_DOWN + inset;
  expect(placed.map(({ x }) => x)).toEqual([0, 0, 1, 2, 3].map((at) => expect.closeTo(at * column + inset, 6)));
  expect(placed.map(({ y }) => y)).toEqual(
    [inset, secondRow, secondRow + LINE, secondRow + 2 * LINE, secondRow].map((y) => expect.closeTo(y, 6)),
  );
  expect(styles).toEqual(["dau", "than", "than", "rieng", "than"]);
});

test("a table goes on in the next region under its header, with every row once", () => {
  const words = corpus("vi").split(/\s+/u).slice(0, 24);
  const { context } = contextFor(Object.fromEntries(words.map((word, index) => [`t${index}`, word])));
  const frame = frameOf({
    columns: [{ width: 1 }],
    headerRows: 1,
    rows: words.map((_, index) => ({ cells: [{ text: `t${index}` }] })),
  });
  const table = prepareTable(frame, mmToPt(100), context);
  const height = 5 * (LINE + UP_AND_DOWN) + 1;
  const { parts, diagnostics } = paginateTable(table, () => height);
  expect(diagnostics).toEqual([]);
  expect(parts).toHaveLength(6);
  const shown = parts.map((part) => texts(paintTablePart(table, part)).map(({ text }) => text));
  expect(shown.every(([header]) => header === words[0])).toBe(true);
  expect(shown.flatMap((part) => part.slice(1))).toEqual(words.slice(1));
  expect(Math.max(...parts.map((part) => part.height))).toBeLessThanOrEqual(height);
});

test("a table in one frame reports the rows that do not fit, and shows the others", () => {
  const { context, reported } = contextFor({ a: "Hàng" });
  const { items } = layoutTable(
    frameOf(
      { columns: [{ width: 1 }], rows: Array.from({ length: 9 }, () => ({ cells: [{ text: "a" }] })) },
      { height: 30 },
    ),
    context,
  );
  expect(texts(items)).toHaveLength(4);
  expect(reported.map(({ code, target }) => [code, target.row])).toEqual([["table.overflow", 5]]);
});

test("a cell keeps all its paragraphs, even those that ask for a new page", () => {
  const { context } = contextFor({ a: "Trước\n\fSau" });
  const [text] = texts(
    layoutTable(frameOf({ columns: [{ width: 1 }], rows: [{ cells: [{ text: "a" }] }] }), context).items,
  );
  expect(text?.text).toBe("TrướcSau");
});

test("a column with no room beside its padding is reported, not filled", () => {
  const { context, reported } = contextFor({ a: "Hẹp" });
  const { items } = layoutTable(
    frameOf({ columns: [{ width: 1 }, { width: 99 }], rows: [{ cells: [{ text: "a" }, { text: "a" }] }] }),
    context,
  );
  expect(texts(items)).toHaveLength(1);
  expect(reported.map(({ code, target }) => [code, target.row, target.text])).toEqual([
    ["table.cell-too-narrow", 1, "a"],
  ]);
});

test.each(["km", "lo", "blt", "cjm"])("text in %s stays within its cell", (language) => {
  const { context } = contextFor({ a: corpus(language).split("\n").slice(0, 4).join("\n") }, language);
  const frame = frameOf({ columns: [{ width: 1 }, { width: 2 }], rows: [{ cells: [{ text: "a" }, { text: "a" }] }] });
  const table = prepareTable(frame, mmToPt(100), context);
  table.texts.forEach((text, column) => {
    const width = (table.columnEdges[column + 1] ?? 0) - (table.columnEdges[column] ?? 0) - UP_AND_DOWN;
    expect(text?.flowed.overflow).toBeUndefined();
    expect(text?.flowed.lines.length).toBeGreaterThan(1);
    for (const line of text?.flowed.lines ?? []) expect(line.x + line.width).toBeLessThanOrEqual(width + 0.01);
  });
  expect(table.heights[0]).toBeCloseTo(Math.max(...table.texts.map((text) => text?.height ?? 0)) + UP_AND_DOWN, 6);
});

test("a frame that only goes on with another's table paints nothing by itself", () => {
  const { context, reported } = contextFor({});
  const { table: _, ...frame } = frameOf({ columns: [{ width: 1 }], rows: [] });
  expect(layoutTable(frame, context).items).toEqual([]);
  expect(paginateTable(prepareTable(frame, 100, context), () => 10).parts).toEqual([]);
  expect(reported).toEqual([]);
});
