/** Whatever the page, size and columns: all of the text is printed, inside its column, and parted only where its language allows. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Project } from "../../core/document/schema/project.ts";
import { layoutDocument } from "../../core/layout/layout-document.ts";
import { clusterBoundaries } from "../../core/script/clusters.ts";
import { normalizeText } from "../../core/script/normalize.ts";
import { mmToPt } from "../../core/units/units.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../support/corpus.ts";
import { sampleProject } from "../support/sample-project.ts";
import { engine, library } from "../support/text-setting.ts";
import { type PrintedLine, printedLines } from "./support/printed-lines.ts";

const label = { vi: "", en: "" };
const MARGIN_MM = 12;
const GAP_MM = 6;

interface Setting {
  readonly columns: number;
  /** Of one column, millimetres. */
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly align: "start" | "center" | "end" | "justify";
  readonly balance: boolean;
}

const settings: fc.Arbitrary<Setting> = fc.record({
  columns: fc.integer({ min: 1, max: 4 }),
  width: fc.double({ min: 18, max: 120, noNaN: true }),
  height: fc.double({ min: 40, max: 200, noNaN: true }),
  size: fc.double({ min: 6, max: 16, noNaN: true }),
  align: fc.constantFrom("start", "center", "end", "justify"),
  balance: fc.boolean(),
});

const frameWidth = ({ columns, width }: Setting): number => columns * width + (columns - 1) * GAP_MM;

/** A thread over as many pages as the paragraphs need. */
function projectOf(paragraphs: readonly string[], language: string, setting: Setting): Project {
  const frame = {
    type: "text" as const,
    x: MARGIN_MM,
    y: MARGIN_MM,
    width: frameWidth(setting),
    height: setting.height,
    columns: setting.columns,
    columnGap: GAP_MM,
    style: "body",
  };
  const { size, align, balance } = setting;
  return sampleProject({
    languages: { source: language, variants: [language] },
    page: {
      width: frameWidth(setting) + 2 * MARGIN_MM,
      height: setting.height + 2 * MARGIN_MM,
      bleed: 0,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
    paragraphStyles: [
      { id: "body", name: label, character: { size }, paragraph: { align, balance, orphans: 1, widows: 1 } },
    ],
    masters: [{ id: "more", name: label, frames: [{ ...frame, id: "continued", continues: true }] }],
    pages: [{ id: "p1", frames: [{ ...frame, id: "body", text: "body", addPages: { master: "more" } }] }],
    texts: { body: { variants: { [language]: { blocks: paragraphs.map((text) => ({ runs: [text] })) } } } },
  });
}

interface Breaking {
  readonly name: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  /** Whether the language lets a line begin at this offset of a paragraph; worked out without the code under test. */
  readonly mayBegin: (paragraph: string, at: number) => boolean;
}

const paragraphsOf = (name: string): readonly string[] =>
  normalizeText(readCorpus(name))
    .split("\n")
    .filter((line) => line !== "");

const afterSpace = (text: string, at: number): boolean => /[\s\u200b]/u.test(text.charAt(at - 1));
/** Hyphens and dashes end lines between letters; a figure or a sign after them may hold on. */
const afterSpaceOrHyphen = (text: string, at: number): boolean =>
  afterSpace(text, at) || /[-\u2010\u2013]/u.test(text.charAt(at - 1));

/** ICU's dictionary has most Khmer words with coeng ta, which many texts write with coeng da: one for the other, letter for letter. */
const dictionaryEdges = (language: string) => {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const known = new Map<string, ReadonlySet<number>>();
  return (text: string, at: number): boolean => {
    const edges =
      known.get(text) ??
      new Set([...segmenter.segment(text.replaceAll("\u17d2\u178a", "\u17d2\u178f"))].map(({ index }) => index));
    known.set(text, edges);
    return edges.has(at);
  };
};

const NEVER_FIRST = /[，。、；：？！）」』》〉】”’…·]/u;
const NEVER_LAST = /[（「『《〈【“‘]/u;
const kinsoku = (text: string, at: number): boolean =>
  !NEVER_FIRST.test(text.charAt(at)) && !NEVER_LAST.test(text.charAt(at - 1));

function breakingOf(name: string): Breaking {
  const language = corpusLanguage(name);
  const paragraphs = paragraphsOf(name);
  if (language === "km" || language === "lo") {
    return { name, language, paragraphs, mayBegin: dictionaryEdges(language) };
  }
  if (language.startsWith("zh") || language === "vi-Hani") return { name, language, paragraphs, mayBegin: kinsoku };
  if (language === "cjm" || language === "brb-Khmr") return { name, language, paragraphs, mayBegin: afterSpace };
  return { name, language, paragraphs, mayBegin: afterSpaceOrHyphen };
}

/** Tai Viet as it is also written: without spaces. Where they stood is where syllables end. */
function unspacedTaiViet(): Breaking {
  const starts = new Map<string, ReadonlySet<number>>();
  for (const paragraph of paragraphsOf("blt")) {
    const pieces = paragraph.split(/(?<=[\uaa80-\uaadf]) (?=[\uaa80-\uaadf])/u);
    let length = 0;
    const edges = pieces.map((piece) => (length += piece.length));
    starts.set(pieces.join(""), new Set(edges));
  }
  return {
    name: "blt without spaces",
    language: "blt",
    paragraphs: [...starts.keys()],
    mayBegin: (paragraph, at) => afterSpaceOrHyphen(paragraph, at) || starts.get(paragraph)?.has(at) === true,
  };
}

/** Each line with its paragraph and the offset at which it begins there. Throws where lines and text differ. */
function traceLines(
  lines: readonly PrintedLine[],
  paragraphs: readonly string[],
): readonly { readonly line: PrintedLine; readonly paragraph: string; readonly at: number }[] {
  let index = 0;
  let at = 0;
  const traced = lines.map((line) => {
    if (at === paragraphs[index]?.length) {
      index += 1;
      at = 0;
    }
    const paragraph = paragraphs[index] ?? "";
    expect(paragraph.slice(at, at + line.text.length)).toBe(line.text);
    const start = at;
    at += line.text.length;
    return { line, paragraph, at: start };
  });
  expect([index, at]).toEqual([paragraphs.length - 1, paragraphs.at(-1)?.length]);
  return traced;
}

const CASES = [...CORPUS_NAMES.map(breakingOf), unspacedTaiViet()];

describe.each(CASES)("$name", ({ language, paragraphs, mayBegin }) => {
  test("any page: all text in order, inside its columns, parted where its language allows", () => {
    const boundaries = new Map(paragraphs.map((text) => [text, new Set(clusterBoundaries(text))]));
    let unhindered = 0;
    let inside = 0;
    fc.assert(
      fc.property(settings, (setting) => {
        const project = projectOf(paragraphs, language, setting);
        const placed = layoutDocument(project, { language, engine, assets: { asset: () => undefined } });
        const told = placed.diagnostics.some(({ code }) => code === "text.word-too-wide");
        const others = placed.diagnostics.filter(({ code }) => code !== "text.word-too-wide");
        expect(others).toEqual([]);
        const lines = printedLines(placed, library, mmToPt(GAP_MM) - 1);
        for (const { line, paragraph, at } of traceLines(lines, paragraphs)) {
          const step = mmToPt(setting.width + GAP_MM);
          const column = Math.floor((line.left - mmToPt(MARGIN_MM) + 0.01) / step);
          const columnLeft = mmToPt(MARGIN_MM) + column * step;
          expect(column).toBeLessThan(setting.columns);
          expect(line.left).toBeGreaterThanOrEqual(columnLeft - 0.01);
          if (at > 0) expect(boundaries.get(paragraph)?.has(at)).toBe(true);
          if (told) continue;
          expect(line.right).toBeLessThanOrEqual(columnLeft + mmToPt(setting.width) + 0.01);
          if (at === 0) continue;
          expect(mayBegin(paragraph, at), `${paragraph.slice(0, at)}|${paragraph.slice(at)}`).toBe(true);
          inside += 1;
        }
        if (!told) unhindered += 1;
      }),
      { numRuns: 30 },
    );
    expect(unhindered).toBeGreaterThan(10);
    expect(inside).toBeGreaterThan(10);
  });
});
