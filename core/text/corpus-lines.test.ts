import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORPUS_NAMES, readCorpus } from "../../test/support/corpus.ts";
import { endless, engine, paragraph } from "../../test/support/text-setting.ts";
import { breakOpportunities } from "../script/break-opportunities.ts";
import { clusterBoundaries } from "../script/clusters.ts";
import { languageOr } from "../script/language-registry.ts";
import { normalizeText } from "../script/normalize.ts";
import { flowText } from "./flow-text.ts";
import { prepareParagraph } from "./itemize-paragraph.ts";

const textOf = (name: string): string => normalizeText(readCorpus(name)).trimEnd();
/** The letters of many languages are no text of any; they are set as Vietnamese. */
const languageOf = (name: string): string => (name === "xtra.letters" ? "vi" : name.replace(".letters", ""));

const WIDTHS = fc.integer({ min: 4, max: 400 });
const ALIGNS = fc.constantFrom("start", "center", "end", "justify" as const);

describe.each(CORPUS_NAMES)("%s", (name) => {
  const language = languageOf(name);
  const text = textOf(name);

  test("any width: all text once, no line too wide unless told, no cluster cut", () => {
    const boundaries = new Set(clusterBoundaries(text));
    fc.assert(
      fc.property(WIDTHS, ALIGNS, (width, align) => {
        const { lines, problems, overflow } = flowText(
          engine,
          [paragraph(text, language, { align })],
          endless(width, 300),
        );
        expect(overflow).toBeUndefined();
        expect(lines.map((line) => line.text).join("")).toBe(text);
        const told = problems.some(({ kind }) => kind === "word-too-wide");
        for (const line of lines) {
          expect(boundaries.has(line.start)).toBe(true);
          if (!told) expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("lines begin where the language lets them, unless a word is too wide", () => {
    const allowed = new Set(breakOpportunities(text, languageOr(language)).map(({ at }) => at));
    for (const width of [60, 130, 250]) {
      const { lines, problems } = flowText(engine, [paragraph(text, language)], endless(width, 300));
      const cut = problems.some(({ kind }) => kind === "word-too-wide");
      for (const line of lines) if (line.start > 0 && !cut) expect(allowed.has(line.start)).toBe(true);
    }
  });

  test("breaks found chunk by chunk are those of the whole text", () => {
    const { tokens } = prepareParagraph(engine.caches, paragraph(text.replaceAll("\n", " "), language));
    const found = tokens.flatMap((token) => [
      ...(token.breakBefore && token.start > 0 ? [token.start] : []),
      ...token.breaks.map((offset) => token.start + offset),
    ]);
    const whole = breakOpportunities(text.replaceAll("\n", " "), languageOr(language)).map(({ at }) => at);
    expect(found).toEqual(whole);
  });

  test.each(["text", "heading"] as const)("all ink of the %s font stays inside its line", (role) => {
    const weight = role === "text" ? 400 : 700;
    const font = { family: { role }, weight, italic: false };
    const { lines } = flowText(engine, [paragraph(text, language, {}, { font })], endless(180, 1e6));
    for (const line of lines) {
      for (const item of line.items) {
        if (item.kind !== "glyphs") continue;
        const em = engine.fonts.face(item.font)?.unitsPerEm ?? 1;
        for (const { span } of item.spans) {
          if (!span.ink) continue;
          expect((span.ink.yMax / em) * item.size).toBeLessThanOrEqual(line.ascent + 0.01);
          expect((-span.ink.yMin / em) * item.size).toBeLessThanOrEqual(line.lineHeight - line.ascent + 0.01);
        }
      }
    }
    // Letters of one language keep their lines apart evenly; only the mixed list has letters its language lacks.
    if (name !== "xtra.letters") expect(new Set(lines.map((line) => line.lineHeight.toFixed(3))).size).toBe(1);
  });
});

test.each(["km", "lo"])("%s breaks at the words of the dictionary", (language) => {
  const text = textOf(language);
  // The dictionary knows most Khmer words with coeng ta, which many texts write with coeng da.
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(
    text.replaceAll("\u17d2\u178a", "\u17d2\u178f"),
  );
  const edges = new Set([...words].map(({ index }) => index));
  const { lines, problems } = flowText(engine, [paragraph(text, language)], endless(110, 1e6));
  expect(problems).toEqual([]);
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines) expect(edges.has(line.start)).toBe(true);
});
