import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { characterStyle, engine, paragraph } from "../../test/support/text-setting.ts";
import { fitText } from "./fit-text.ts";
import { flowText } from "./flow-text.ts";
import { measureText } from "./measure-text.ts";

const VIETNAMESE = readCorpus("vi").split("\n")[3] ?? "";
const column = (height: number) => ({ x: 0, y: 0, width: 200, height, page: 0 });

describe("fitting", () => {
  const text = [paragraph(VIETNAMESE, "vi", { spaceAfter: 6 }), paragraph(VIETNAMESE, "vi", { spaceBefore: 4 })];
  const { height } = measureText(engine, text, 200);

  test("text that fits is left alone", () => {
    const { scale, flowed } = fitText(engine, text, [column(height)], 0.5);
    expect(scale).toBe(1);
    expect(flowed.overflow).toBeUndefined();
    expect(flowed.lines[0]?.lineHeight).toBeCloseTo(14.5, 6);
  });

  test.each([0.95, 0.8, 0.62])(
    "a column of %f the height gets the largest scale that fits, within half a per cent",
    (share) => {
      const box = column(height * share);
      const { scale, flowed } = fitText(engine, text, [box], 0.3);
      expect(flowed.overflow).toBeUndefined();
      expect(scale).toBeLessThan(1);
      expect(flowed.lines[0]?.lineHeight).toBeCloseTo(14.5 * scale, 6);
      expect(flowed.lines.map((line) => line.text).join("")).toBe(VIETNAMESE + VIETNAMESE);
      const larger = text.map((one) => ({
        ...one,
        runs: one.runs.map((run) => ({ ...run, style: characterStyle({ size: 10 * (scale + 0.0051) }) })),
        style: { ...one.style, spaceBefore: one.style.spaceBefore * scale, spaceAfter: one.style.spaceAfter * scale },
      }));
      expect(flowText(engine, larger, (index) => [box][index]).overflow).toBeDefined();
    },
  );

  test("a word too wide for its line makes all smaller; where that is not enough it is cut, and nothing is smaller than it must be", () => {
    const figure = [paragraph("1.234.567.890.123", "vi")];
    const box = { ...column(1000), width: measureText(engine, figure, 1000).width * 0.8 };
    const fitted = fitText(engine, figure, [box], 0.5);
    expect(fitted.scale).toBeCloseTo(0.8, 1);
    expect([fitted.flowed.lines.length, fitted.flowed.problems]).toEqual([1, []]);
    const cut = fitText(engine, figure, [{ ...box, width: box.width / 4 }], 0.5);
    expect(cut.scale).toBe(1);
    expect(cut.flowed.problems.map(({ kind }) => kind)).toContain("word-too-wide");
  });

  test("no smaller than allowed, and then the overflow is told", () => {
    const { scale, flowed } = fitText(engine, text, [column(height / 10)], 0.7);
    expect(scale).toBe(0.7);
    expect(flowed.overflow?.text.length).toBeGreaterThan(0);
  });
});

describe("measuring", () => {
  test("is what flowing takes", () => {
    const { lines, columnHeights } = flowText(engine, [paragraph(VIETNAMESE, "vi")], () => column(1000));
    const measured = measureText(engine, [paragraph(VIETNAMESE, "vi")], 200);
    expect(measured.lineCount).toBe(lines.length);
    expect(measured.height).toBeCloseTo(columnHeights[0] ?? 0, 6);
    expect(measured.width).toBeCloseTo(Math.max(...lines.map((line) => line.width)), 6);
  });

  test("without a width nothing wraps, whatever the alignment", () => {
    const text = `${VIETNAMESE}\nhai`;
    for (const align of ["start", "center", "end", "justify"] as const) {
      const { lineCount, width } = measureText(engine, [paragraph(text, "vi", { align, balance: true })], Infinity);
      expect(lineCount).toBe(2);
      expect(width).toBeGreaterThan(500);
      expect(width).toBeLessThan(2000);
    }
  });

  test("counts indents and the space between paragraphs but not around them", () => {
    const style = { indentStart: 12, indentEnd: 8, spaceBefore: 3, spaceAfter: 5 };
    const plain = measureText(engine, [paragraph("Tin", "vi")], 200);
    const two = measureText(engine, [paragraph("Tin", "vi", style), paragraph("Tin", "vi", style)], 200);
    expect(two.width).toBeCloseTo(plain.width + 20, 6);
    expect(two.height).toBeCloseTo(2 * plain.height + 8, 6);
  });
});
