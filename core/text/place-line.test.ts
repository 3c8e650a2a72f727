import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import {
  characterStyle,
  endless,
  engine,
  library,
  paragraph,
  paragraphStyle,
} from "../../test/support/text-setting.ts";
import { WHITE } from "../color/color.ts";
import type { DisplayItem, PlacedGlyphRun } from "../layout/display-list.ts";
import type { FlowedLine } from "./flow-model.ts";
import { flowText } from "./flow-text.ts";
import { measureText } from "./measure-text.ts";
import type { Paragraph, ParagraphStyle, TabStop } from "./paragraph-model.ts";

const VIETNAMESE = readCorpus("vi").split("\n")[3] ?? "";
const KHMER = readCorpus("km").split("\n")[2] ?? "";

const linesOf = (paragraphs: readonly Paragraph[], width = 200, x = 0): readonly FlowedLine[] =>
  flowText(engine, paragraphs, (index) => ({ x, y: 0, width, height: 1e6, page: index })).lines;

const glyphRuns = (items: readonly DisplayItem[] = []): PlacedGlyphRun[] =>
  items.flatMap((item) => (item.kind === "glyphs" ? [item] : []));

/** Text and left end of every span of a line, from the column's left edge. */
const placesOf = (line: FlowedLine | undefined): { text: string; x: number; end: number }[] =>
  glyphRuns(line?.items).flatMap((run) => {
    const scale = run.size / (library.face(run.font)?.unitsPerEm ?? 1);
    return run.spans.map(({ span, dx }) => ({
      text: span.text,
      x: run.x + dx,
      end: run.x + dx + span.advance * scale + span.clusters.length * run.tracking,
    }));
  });

const widthOf = (text: string, language = "vi"): number =>
  measureText(engine, [paragraph(text, language)], Number.POSITIVE_INFINITY).width;

describe("alignment", () => {
  test("start, center and end share out the room beside a line", () => {
    const width = widthOf("Nhân quyền");
    const at = (align: ParagraphStyle["align"]) => linesOf([paragraph("Nhân quyền", "vi", { align })], 200, 30)[0];
    expect(at("start")).toMatchObject({ x: 30, width });
    expect(at("end")?.x).toBeCloseTo(230 - width, 6);
    expect(at("center")?.x).toBeCloseTo(30 + (200 - width) / 2, 6);
    expect(placesOf(at("end"))[0]?.x).toBeCloseTo(230 - width, 6);
  });

  test("spaces at the end of a line hang over it but stay in its text", () => {
    const [first] = linesOf([paragraph(VIETNAMESE, "vi", { align: "end" })], 120);
    expect(first?.text.endsWith(" ")).toBe(true);
    const places = placesOf(first);
    expect(places.map(({ text }) => text).join("")).toBe(first?.text);
    expect(places.at(-2)?.end).toBeCloseTo(120, 6);
    expect(places.at(-1)?.x).toBeCloseTo(120, 6);
  });

  test("tracking after the last cluster does not count", () => {
    const style = { tracking: 200 };
    const [line] = linesOf([paragraph("AB", "vi", { align: "end" }, style)]);
    const last = placesOf(line).at(-1);
    expect(last?.end).toBeCloseTo(202, 6);
    expect(line?.width).toBeCloseTo(widthOf("A") + widthOf("B") + 2, 6);
  });

  test("indents narrow the lines, the first one by its own", () => {
    const style = { indentStart: 20, indentEnd: 30, indentFirst: 15 };
    const lines = linesOf([paragraph(VIETNAMESE, "vi", style)], 200);
    expect(lines[0]?.x).toBe(35);
    expect(lines[1]?.x).toBe(20);
    for (const line of lines) expect(line.x + line.width).toBeLessThanOrEqual(170.01);
    expect(Math.max(...lines.map((line) => line.x + line.width))).toBeGreaterThan(140);
  });
});

describe("justifying", () => {
  test("spaces take up the room of all lines but the last", () => {
    const lines = linesOf([paragraph(VIETNAMESE, "vi", { align: "justify" })], 180);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) {
      const words = placesOf(line).filter(({ text }) => text.trim() !== "");
      expect(words.at(-1)?.end).toBeCloseTo(180, 4);
      const gaps = words.slice(1).map(({ x }, index) => x - (words[index]?.end ?? 0));
      for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 4);
    }
    const last = lines.at(-1);
    expect(last?.width).toBeCloseTo(widthOf(last?.text ?? ""), 4);
  });

  test("a line ended by force is left ragged", () => {
    const [line] = linesOf([paragraph("Nhân quyền\nlà cơ sở", "vi", { align: "justify" })]);
    expect(line?.width).toBeCloseTo(widthOf("Nhân quyền"), 4);
  });

  test("Khmer opens between words where it has too few spaces", () => {
    const text = KHMER.replaceAll(" ", "");
    const lines = linesOf([paragraph(text, "km", { align: "justify" })], 220);
    const full = lines.filter((line) => Math.abs(line.width - 220) < 0.001);
    expect(full.length).toBeGreaterThan(lines.length / 2);
    for (const line of full) {
      const places = placesOf(line);
      expect(places.map((place) => place.text).join("")).toBe(line.text);
      const gaps = places.slice(1).map(({ x }, index) => x - (places[index]?.end ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(4.0001);
      expect(Math.max(...gaps)).toBeGreaterThan(0);
      // Each gap is said to belong to the word before it.
      const stretches = glyphRuns(line.items).flatMap((run) => run.spans.map(({ stretch = 0 }) => stretch));
      for (const [index, gap] of gaps.entries()) expect(stretches[index]).toBeCloseTo(gap, 6);
    }
  });

  test("a line that could only be torn apart stays ragged", () => {
    const [line] = linesOf([paragraph("Hai Trườngquánhhhhhhhhhhhh", "vi", { align: "justify" })], 135);
    expect(line?.text).toBe("Hai ");
    expect(line?.width).toBeCloseTo(widthOf("Hai"), 4);
  });
});

describe("tabs", () => {
  const tabbed = (text: string, ...tabs: TabStop[]) => placesOf(linesOf([paragraph(text, "vi", { tabs })], 300)[0]);
  const stop = (align: TabStop["align"], position: number, leader = ""): TabStop => ({ align, position, leader });

  test("start, center and end stops hold the text that follows", () => {
    const [first, second, third, fourth] = tabbed(
      "A\tBình\tChung\tĐức",
      stop("start", 50),
      stop("center", 150),
      stop("end", 250),
    );
    expect(first?.x).toBe(0);
    expect(second?.x).toBeCloseTo(50, 6);
    expect(((third?.x ?? 0) + (third?.end ?? 0)) / 2).toBeCloseTo(150, 6);
    expect(fourth?.end).toBeCloseTo(250, 6);
  });

  test.each([
    ["vi", "12,5", "12"],
    ["vi", "1.234,75", "1.234"],
    ["vi", "1.250", "1.250"],
    ["en", "12.5", "12"],
    ["en", "1,250.0", "1,250"],
  ])("in %s %s stands with the end of %s on a decimal stop", (language, number, whole) => {
    const tabs = [stop("decimal", 100)];
    const places = placesOf(linesOf([paragraph(`a\t${number}`, language, { tabs })], 300)[0]);
    expect(places[1]?.x).toBeCloseTo(100 - widthOf(whole, language), 4);
  });

  test("text too wide for its stop begins where the tab stood, and the next stop counts", () => {
    const [first, second] = tabbed("Tuyên ngôn\tB", stop("start", 10));
    expect(second?.text).toBe(" ");
    expect(first?.text).toBe("Tuyên");
    const places = tabbed("Tuyênngôn\tB", stop("start", 10));
    expect(places[1]?.x).toBe(72);
  });

  test("leaders fill the gap on one grid for all lines", () => {
    const rows = ["Mở đầu\t3", "Nhân quyền\t12"].map((text) => tabbed(text, stop("end", 200, ".")));
    const step = widthOf(".");
    for (const places of rows) {
      const dots = places.filter(({ text }) => text === ".");
      expect(dots.length).toBeGreaterThan(30);
      for (const dot of dots) expect(Math.abs(dot.x / step - Math.round(dot.x / step))).toBeLessThan(1e-6);
      expect(places.at(-1)?.end).toBeCloseTo(200, 6);
    }
  });
});

describe("markers", () => {
  const marker = { text: "•", language: "vi", style: characterStyle() };

  test("a bullet stands in the hanging indent and the text beside it", () => {
    const style = { indentStart: 18, indentFirst: -18, marker };
    const lines = linesOf([paragraph(VIETNAMESE, "vi", style)], 200);
    const [bullet, word] = placesOf(lines[0]);
    expect(bullet).toMatchObject({ text: "•", x: 0 });
    expect(word?.x).toBe(18);
    expect(lines.map((line) => line.x)).toEqual(lines.map(() => 18));
    expect(lines.map((line) => line.text).join("")).toBe(VIETNAMESE);
    expect(placesOf(lines[1])[0]?.text).not.toBe("•");
  });

  test("a marker wider than its indent pushes the first line", () => {
    const style = { indentStart: 6, indentFirst: -6, marker: { ...marker, text: "Điều 12." } };
    const [first, second] = linesOf([paragraph(VIETNAMESE, "vi", style)], 200);
    expect(first?.x).toBeGreaterThan(widthOf("Điều 12.") + 1);
    expect(second?.x).toBe(6);
  });
});

describe("decoration", () => {
  test("highlight lies behind, underline and strike in front, a link around its words alone", () => {
    const style = { underline: true, strikethrough: true, highlight: WHITE, link: "https://example.org" };
    const base = paragraph("", "vi");
    const runs = [
      { text: "Nhân ", language: "vi", style: characterStyle() },
      { text: "quyền", language: "vi", style: characterStyle(style) },
      { text: " là", language: "vi", style: characterStyle() },
    ];
    const [line] = linesOf([{ ...base, runs }]);
    expect(line?.items.map((item) => item.kind)).toEqual(["path", "glyphs", "path", "path", "link"]);
    const word = placesOf(line).find(({ text }) => text === "quyền");
    const link = line?.items.at(-1);
    if (link?.kind !== "link") throw new Error("no link");
    expect(link.target).toEqual({ uri: "https://example.org" });
    expect(link.rect.x).toBeCloseTo(word?.x ?? 0, 6);
    expect(link.rect.width).toBeCloseTo(widthOf("quyền"), 6);
    const [behind, , under, strike] = line?.items ?? [];
    const spanOf = (item: DisplayItem | undefined) =>
      item?.kind === "path" ? item.path.flatMap((command) => (command[0] === "L" ? [command[2]] : [])) : [];
    const baseline = line?.baseline ?? 0;
    expect(Math.min(...spanOf(behind))).toBeLessThan(baseline - 7);
    expect(Math.max(...spanOf(behind))).toBeGreaterThan(baseline);
    expect(Math.min(...spanOf(under))).toBeGreaterThan(baseline);
    expect(Math.max(...spanOf(strike))).toBeLessThan(baseline);
  });

  test("underlining joins runs of one font but not those between", () => {
    const underline = characterStyle({ underline: true });
    const runs = ["một", " hai ", "ba"].map((text, index) => ({
      text,
      language: index === 1 ? "en" : "vi",
      style: underline,
    }));
    const [line] = linesOf([{ ...paragraph("", "vi"), runs }]);
    expect(line?.items.filter((item) => item.kind === "path")).toHaveLength(1);
  });

  test("a rule above and below spans the text's width", () => {
    const rule = { color: WHITE, weight: 0.5, offset: 3 };
    const top = linesOf([paragraph(VIETNAMESE, "vi", { rule: { ...rule, position: "above" }, indentStart: 10 })], 200);
    const withRule = top.filter((line) => line.items.some((item) => item.kind === "path"));
    expect(withRule).toEqual([top[0]]);
    const item = top[0]?.items.find((one) => one.kind === "path");
    expect(item?.kind === "path" && item.path).toEqual([
      ["M", 10, -3],
      ["L", 200, -3],
    ]);
    const below = linesOf([paragraph(VIETNAMESE, "vi", { rule: { ...rule, position: "below" } })], 200);
    expect(below.findIndex((line) => line.items.some((one) => one.kind === "path"))).toBe(below.length - 1);
  });
});

describe("runs", () => {
  test("a line has one glyph run per font, size, colour and tracking", () => {
    const [line] = linesOf([paragraph("Nhân quyền và tự do", "vi")]);
    expect(glyphRuns(line?.items)).toHaveLength(1);
    const bold = { ...characterStyle(), font: { family: { role: "text" as const }, weight: 700, italic: false } };
    const runs = [
      { text: "Nhân ", language: "vi", style: characterStyle() },
      { text: "quyền", language: "vi", style: bold },
      { text: " và", language: "vi", style: characterStyle({ color: WHITE }) },
    ];
    const [mixed] = linesOf([{ ...paragraph("", "vi"), runs }]);
    expect(glyphRuns(mixed?.items).map((run) => [run.font, run.fill])).toEqual([
      ["noto-sans/400", characterStyle().color],
      ["noto-sans/700", characterStyle().color],
      ["noto-sans/400", WHITE],
    ]);
  });

  test("no line begins inside a word that changes its style", () => {
    const runs = [
      { text: "(", language: "vi", style: characterStyle() },
      { text: "nhân", language: "vi", style: characterStyle({ underline: true }) },
      { text: ") quyền", language: "vi", style: characterStyle() },
    ];
    for (let width = 36; width < 80; width += 1) {
      const lines = linesOf([{ ...paragraph("", "vi"), runs }], width);
      expect(lines.map((line) => line.text).join("")).toBe("(nhân) quyền");
      expect(["(nhân) ", "(nhân) quyền"]).toContain(lines[0]?.text);
    }
  });

  test("a mark in the next run stays with its base", () => {
    const runs = [
      { text: "Tiê", language: "vi", style: characterStyle() },
      { text: "\u0301ng", language: "vi", style: characterStyle({ underline: true }) },
    ];
    const [line] = linesOf([{ ...paragraph("", "vi"), runs }]);
    expect(line?.text).toBe("Tiếng");
    expect(placesOf(line).map(({ text }) => text)).toEqual(["Tiế", "ng"]);
  });

  test("raised text moves its run and not the line", () => {
    const runs = [
      { text: "m", language: "vi", style: characterStyle() },
      { text: "2", language: "vi", style: characterStyle({ size: 6, baselineShift: 500 }) },
    ];
    const [line] = linesOf([{ ...paragraph("", "vi"), runs }]);
    const [base, raised] = glyphRuns(line?.items);
    expect((base?.y ?? 0) - (raised?.y ?? 0)).toBeCloseTo(3, 6);
    expect(line?.lineHeight).toBeCloseTo(14.5, 6);
  });

  test("a soft hyphen shows only where its line ends", () => {
    const text = "giáo\u00addục";
    const [whole] = linesOf([paragraph(text, "vi")]);
    expect(whole?.width).toBeCloseTo(widthOf("giáodục"), 1);
    const [first, second] = linesOf([paragraph(text, "vi")], widthOf("giáo-") + 1);
    expect(first?.width).toBeCloseTo(widthOf("giáo-"), 1);
    expect(placesOf(first).map((place) => place.text)).toEqual(["giáo", "\u00ad"]);
    expect(second?.text).toBe("dục");
  });
});

test("headings are balanced without more lines", () => {
  const heading = "Tuyên ngôn toàn thế giới về nhân quyền của Liên Hợp Quốc năm 1948";
  const plain = linesOf([paragraph(heading, "vi")], 250);
  const balanced = linesOf([paragraph(heading, "vi", { balance: true, align: "center" })], 250);
  expect(balanced.length).toBe(plain.length);
  const spread = (lines: readonly FlowedLine[]) =>
    Math.max(...lines.map((line) => line.width)) - Math.min(...lines.map((line) => line.width));
  expect(spread(balanced)).toBeLessThan(spread(plain) / 2);
  for (const line of balanced) expect(line.x + line.width / 2).toBeCloseTo(125, 4);
});

test("an empty paragraph and a forced empty line are as high as a line", () => {
  const lines = linesOf([paragraph("", "vi"), paragraph("một\n\nhai\n", "vi")]);
  expect(lines.map((line) => line.text)).toEqual(["", "một\n", "\n", "hai\n", ""]);
  expect(new Set(lines.map((line) => line.lineHeight.toFixed(3)))).toEqual(new Set(["14.500"]));
});

test("paragraphs of equal content are laid out once", () => {
  const style = paragraphStyle();
  const make = (): Paragraph => ({ ...paragraph(VIETNAMESE, "vi"), style: { ...style } });
  const spans = (lines: readonly FlowedLine[]) =>
    lines.flatMap((line) => glyphRuns(line.items).map((run) => run.spans));
  const [first, second] = [make(), make()].map((one) => spans(flowText(engine, [one], endless(170, 500)).lines));
  expect(first?.length).toBeGreaterThan(3);
  for (const [index, one] of (first ?? []).entries()) expect(second?.[index]).toBe(one);
});
