import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { endless, engine, only, paragraph } from "../../test/support/text-setting.ts";
import type { ColumnBox, FlowedText } from "./flow-model.ts";
import { flowText } from "./flow-text.ts";
import type { Paragraph, ParagraphStyle } from "./paragraph-model.ts";

/** Height of a line of ten points in Vietnamese. */
const LINE = 14.5;

/** A paragraph of `count` forced lines. */
const block = (count: number, style: Partial<ParagraphStyle> = {}): Paragraph =>
  paragraph(Array.from({ length: count }, (_, index) => `Dòng ${index + 1}`).join("\n"), "vi", style);

const column = (changes: Partial<ColumnBox> = {}): ColumnBox => ({
  x: 0,
  y: 0,
  width: 200,
  height: 5 * LINE,
  page: 0,
  ...changes,
});

/** Lines of every paragraph in every column: `[[2, 3], [1]]` is two lines of the first and three of the second, then one. */
function shares({ lines }: FlowedText): number[][] {
  const columns: number[][] = [];
  for (const line of lines) {
    columns[line.column] ??= [];
    const counts = columns[line.column] ?? [];
    counts[line.paragraph] = (counts[line.paragraph] ?? 0) + 1;
  }
  return Array.from(columns, (counts) => Array.from(counts ?? [], (count) => count ?? 0));
}

const flow = (paragraphs: readonly Paragraph[], lines = 5) => flowText(engine, paragraphs, endless(200, lines * LINE));

describe("columns", () => {
  test("lines stand one below the other from the top of their column", () => {
    const columns = only(column({ x: 10, y: 20, height: 3 * LINE }), column({ x: 300, y: 40, page: 1 }));
    const { lines, columnHeights, overflow } = flowText(engine, [block(5)], columns);
    expect(overflow).toBeUndefined();
    const places = lines.map((line) => [line.column, line.x, Math.round(line.baseline - line.ascent)]);
    expect(places).toEqual([
      [0, 10, 20],
      [0, 10, 35],
      [0, 10, 49],
      [1, 300, 40],
      [1, 300, 55],
    ]);
    expect(columnHeights[0]).toBeCloseTo(3 * LINE, 6);
    expect(columnHeights[1]).toBeCloseTo(2 * LINE, 6);
  });

  test("a paragraph goes on in a column of another width", () => {
    const text = readCorpus("vi").split("\n")[3] ?? "";
    const columns = only(column({ width: 200, height: 2 * LINE }), column({ width: 90, height: 500 }));
    const { lines } = flowText(engine, [paragraph(text, "vi")], columns);
    expect(lines.map((line) => line.text).join("")).toBe(text);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(line.column === 0 ? 200.01 : 90.01);
    expect(Math.max(...lines.filter((line) => line.column === 0).map((line) => line.width))).toBeGreaterThan(120);
  });

  test("columns are asked for only as they are needed", () => {
    const asked: number[] = [];
    flowText(engine, [block(7)], (index) => {
      asked.push(index);
      return column();
    });
    expect(Math.max(...asked)).toBe(1);
  });

  test("space between paragraphs adds up, and falls away at the top of a column", () => {
    const spaced = { spaceBefore: 4, spaceAfter: 6 };
    const { lines, columnHeights } = flowText(
      engine,
      [block(1, spaced), block(1, spaced), block(4, spaced)],
      endless(200, 5 * LINE),
    );
    expect((lines[1]?.baseline ?? 0) - (lines[0]?.baseline ?? 0)).toBeCloseTo(LINE + 10, 6);
    expect(lines[0]?.baseline).toBeCloseTo(lines[0]?.ascent ?? 0, 6);
    const second = lines.find((line) => line.column === 1);
    expect(second?.baseline).toBeCloseTo(second?.ascent ?? 0, 6);
    expect(columnHeights[0]).toBeCloseTo(3 * LINE + 20, 6);
  });
});

describe("overflow", () => {
  test("tells where the text stopped and all that is left", () => {
    const { overflow, lines } = flowText(engine, [block(2), block(5), block(1)], only(column()));
    expect(lines).toHaveLength(5);
    expect(overflow?.paragraph).toBe(1);
    expect(overflow?.text).toBe("Dòng 4\nDòng 5\nDòng 1");
    expect(overflow?.offset).toBe("Dòng 1\nDòng 2\nDòng 3\n".length);
  });

  test("no column at all leaves everything over", () => {
    const { overflow, lines, columnHeights } = flowText(engine, [block(2)], () => undefined);
    expect(lines).toEqual([]);
    expect(columnHeights).toEqual([]);
    expect(overflow).toEqual({ paragraph: 0, offset: 0, text: "Dòng 1\nDòng 2" });
  });

  test("columns too low for a line are passed by, and given up on in the end", () => {
    const low = column({ height: 5 });
    const passed = flowText(engine, [block(2)], only(low, low, column()));
    expect(passed.lines.map((line) => line.column)).toEqual([2, 2]);
    expect(passed.columnHeights.slice(0, 2)).toEqual([0, 0]);
    const { overflow, lines, columnHeights } = flowText(engine, [block(2)], () => low);
    expect(lines).toEqual([]);
    expect(overflow?.text).toBe("Dòng 1\nDòng 2");
    expect(columnHeights.length).toBeLessThan(20);
  });

  test("what physically fits is set when no column is left to keep the rules", () => {
    const { lines, overflow } = flowText(engine, [block(3), block(4, { keepTogether: true })], only(column()));
    expect(lines).toHaveLength(5);
    expect(overflow?.text).toBe("Dòng 3\nDòng 4");
  });

  test("a line higher than what is left goes to the next column", () => {
    const tall = paragraph("Tin", "vi", {}, { size: 30 });
    expect(shares(flow([block(3), tall]))).toEqual([[3], [0, 1]]);
  });
});

describe("keep rules", () => {
  test("orphans: fewer lines than asked do not stay behind", () => {
    expect(shares(flow([block(4), block(4, { orphans: 1 })]))).toEqual([
      [4, 1],
      [0, 3],
    ]);
    expect(shares(flow([block(4), block(4, { orphans: 2 })]))).toEqual([[4], [0, 4]]);
  });

  test("widows: lines are held back so that enough go on", () => {
    expect(shares(flow([block(6, { widows: 1 })]))).toEqual([[5], [1]]);
    expect(shares(flow([block(6, { widows: 3 })]))).toEqual([[3], [3]]);
    expect(shares(flow([block(3), block(3, { widows: 2, orphans: 2 })]))).toEqual([[3], [0, 3]]);
  });

  test("a rule that cannot be kept at the top of a column gives way", () => {
    expect(shares(flow([block(6, { widows: 6 })]))).toEqual([[5], [1]]);
    expect(shares(flow([block(7, { keepTogether: true })]))).toEqual([[5], [2]]);
  });

  test("keep together moves the whole paragraph", () => {
    expect(shares(flow([block(3), block(3, { keepTogether: true })]))).toEqual([[3], [0, 3]]);
  });

  test("a heading goes with the first lines that follow it", () => {
    const heading = block(1, { keepWithNext: true });
    expect(shares(flow([block(3), heading, block(4, { orphans: 2 })]))).toEqual([[3], [0, 1, 4]]);
    expect(shares(flow([block(2), heading, block(4, { orphans: 2 })]))).toEqual([
      [2, 1, 2],
      [0, 0, 2],
    ]);
    // Three lines with two orphans and two widows cannot be divided.
    expect(shares(flow([block(2), heading, block(3, { orphans: 2, widows: 2 })]))).toEqual([[2], [0, 1, 3]]);
    expect(shares(flow([block(3), heading, heading, block(1)]))).toEqual([[3], [0, 1, 1, 1]]);
  });

  test("a chain longer than a column is divided all the same", () => {
    const chained = Array.from({ length: 7 }, () => block(1, { keepWithNext: true }));
    const { lines, overflow } = flow([block(1), ...chained]);
    expect(overflow).toBeUndefined();
    expect(lines.map((line) => line.column)).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
  });
});

describe("breaks", () => {
  const columns = (...pages: number[]) => only(...pages.map((page) => column({ page })));

  test("a paragraph may start a column or a page", () => {
    const toColumn = flowText(engine, [block(1), block(1, { breakBefore: "column" })], columns(0, 0, 1));
    expect(toColumn.lines.map((line) => line.column)).toEqual([0, 1]);
    const toPage = flowText(engine, [block(1), block(1, { breakBefore: "page" })], columns(0, 0, 1));
    expect(toPage.lines.map((line) => line.column)).toEqual([0, 2]);
    expect(toPage.columnHeights).toHaveLength(3);
  });

  test("the first paragraph starts one anyway", () => {
    const { lines } = flowText(engine, [block(1, { breakBefore: "page" })], columns(0, 1));
    expect(lines.map((line) => line.column)).toEqual([0]);
  });

  test("a page that never comes is overflow", () => {
    const { overflow } = flowText(engine, [block(1), block(1, { breakBefore: "page" })], columns(0, 0));
    expect(overflow).toEqual({ paragraph: 1, offset: 0, text: "Dòng 1" });
    const endlessPage = flowText(engine, [block(1), block(1, { breakBefore: "page" })], () => column());
    expect(endlessPage.overflow?.paragraph).toBe(1);
  });
});

test("a word wider than its line is cut between clusters and told once", () => {
  const word = "ញ៉ាំបាយស្រាប់ហើយ".replaceAll("\u200b", "");
  const { lines, problems } = flowText(engine, [paragraph(`ខ្ញុំ ${word}`, "brb-Khmr")], endless(25, 500));
  expect(problems).toEqual([{ kind: "word-too-wide", text: word, paragraph: 0 }]);
  expect(lines.map((line) => line.text).join("")).toBe(`ខ្ញុំ ${word}`);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.width).toBeLessThanOrEqual(25.01);
});

test("a cluster without end is cut and set rather than waited for", () => {
  const heap = `ក${"\u17d2ក".repeat(3_000)}`;
  const { lines, overflow } = flowText(engine, [paragraph(heap, "km")], endless(200, 5_000));
  expect(overflow).toBeUndefined();
  expect(lines.map((line) => line.text).join("")).toBe(heap);
});
