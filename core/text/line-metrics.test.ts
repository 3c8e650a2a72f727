import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { characterStyle, endless, engine, library, paragraph } from "../../test/support/text-setting.ts";
import { languageOr } from "../script/language-registry.ts";
import { flowText } from "./flow-text.ts";

const firstLine = (text: string, language: string, leading?: number, size = 10) =>
  flowText(engine, [paragraph(text, language, { leading }, { size })], endless(300, 300)).lines[0];

const SAMPLES = ["vi", "km", "lo", "en", "zh-Hans"].map(
  (name) => [name, readCorpus(name).split("\n")[0] ?? ""] as const,
);

test("first baselines of the larger languages lie on one line", () => {
  const baselines = SAMPLES.map(([language, text]) => firstLine(text, language)?.baseline);
  for (const baseline of baselines) expect(baseline).toBeCloseTo(11.3, 6);
});

test.each(SAMPLES)("%s has its language's line height", (language, text) => {
  expect(firstLine(text, language)?.lineHeight).toBeCloseTo(languageOr(language).lineHeight * 10, 6);
  expect(firstLine(text, language, undefined, 24)?.lineHeight).toBeCloseTo(languageOr(language).lineHeight * 24, 6);
});

test("a font taller than its language asks for more", () => {
  const font = { family: { name: "Moul" }, weight: 400, italic: false };
  const [, khmer = ""] = SAMPLES[1] ?? [];
  const [line] = flowText(engine, [paragraph(khmer, "km", {}, { font })], endless(300, 300)).lines;
  expect(line?.lineHeight).toBeGreaterThan(17.5);
});

test("the largest size of a line decides its height", () => {
  const runs = [
    { text: "Nhỏ ", language: "vi", style: characterStyle() },
    { text: "to", language: "vi", style: characterStyle({ size: 20 }) },
  ];
  const heights = [undefined, 1.2].map((leading) => {
    const one = { ...paragraph("", "vi", { leading }), runs };
    return flowText(engine, [one, one], endless(300, 300)).lines[1]?.lineHeight;
  });
  expect(heights[0]).toBeCloseTo(29, 6);
  expect(heights[1]).toBeCloseTo(24, 6);
});

describe("a leading of the designer's", () => {
  const vietnamese = readCorpus("vi").split("\n")[3] ?? "";

  test("is the distance of baselines, and the first ink stays in the column", () => {
    const { lines } = flowText(engine, [paragraph(vietnamese, "vi", { leading: 1 })], endless(150, 300));
    const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(10, 6);
    const face = library.face("noto-sans/400");
    const tallest = (face?.inkOf(face.glyphOf(0x1ea8))?.yMax ?? 0) / (face?.unitsPerEm ?? 1);
    expect(tallest).toBeGreaterThan(1);
    expect(lines[0]?.baseline).toBeGreaterThanOrEqual(tallest * 10);
  });

  test("too tight for stacked marks is told, wide enough is not", () => {
    const collisions = (text: string, language: string, leading: number) =>
      flowText(engine, [paragraph(text, language, { leading })], endless(200, 1e5)).problems.filter(
        ({ kind }) => kind === "ink-collision",
      );
    const khmer = readCorpus("km");
    expect(collisions(khmer, "km", 1).length).toBeGreaterThan(0);
    expect(collisions(khmer, "km", 1.7)).toEqual([]);
    expect(collisions(vietnamese, "vi", 1.3)).toEqual([]);
  });
});
