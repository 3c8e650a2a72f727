/** Texts of the corpus set in type, as documents to paint. */

import { readdirSync, readFileSync } from "node:fs";
import type { FontRequest } from "../../../core/fonts/font-face.ts";
import type { DisplayItem, PlacedDocument, PlacedPage } from "../../../core/layout/display-list.ts";
import { flowText } from "../../../core/text/flow-text.ts";
import type { Paragraph, ParagraphStyle } from "../../../core/text/paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../../core/text/plain-style.ts";
import { createTextEngine, type TextEngine } from "../../../core/text/text-engine.ts";
import { type FontLibrary, openFontLibrary } from "../../../host/fonts/font-library.ts";

const FOLDER = new URL("../../fixtures/corpus/", import.meta.url);
const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 };
export const A5 = { width: 419.53, height: 595.28 } as const;
export const A6 = { width: 297.64, height: 419.53 } as const;

let opened: { readonly fonts: FontLibrary; readonly engine: TextEngine } | undefined;

/** One library and one engine for all tests of a file. */
export function typesetting(): { readonly fonts: FontLibrary; readonly engine: TextEngine } {
  if (!opened) {
    const fonts = openFontLibrary();
    opened = { fonts, engine: createTextEngine(fonts) };
  }
  return opened;
}

/** Names of the corpus's texts, such as `km` and `jra.letters`. */
export const corpusNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.slice(0, -4))
    .sort();

export const corpusText = (name: string): string =>
  readFileSync(new URL(`${name}.txt`, FOLDER), "utf8").normalize("NFC");

export const languageOfCorpus = (name: string): string => name.replace(/\.letters$/, "").replace(/^xtra$/, "vi");

export interface Typesetting {
  readonly size?: number;
  readonly font?: FontRequest;
  readonly align?: ParagraphStyle["align"];
  readonly tracking?: number;
  readonly page?: { readonly width: number; readonly height: number };
}

const MARGIN = 28;

/** Paragraphs, one per line of `text`, flowed over as many pages as they need. */
export function typeset(text: string, language: string, options: Typesetting = {}): readonly PlacedPage[] {
  const { size = 11, align = "start", tracking = 0, page = A5 } = options;
  const font = options.font ?? PLAIN_CHARACTER.font;
  const style: ParagraphStyle = { ...PLAIN_PARAGRAPH, align, spaceAfter: size / 2 };
  const paragraphs: readonly Paragraph[] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => ({
      id: `p${index}`,
      language,
      style,
      runs: [{ text: line, language, style: { ...PLAIN_CHARACTER, font, size, tracking } }],
    }));
  const flowed = flowText(typesetting().engine, paragraphs, (index) => ({
    x: MARGIN,
    y: MARGIN,
    width: page.width - 2 * MARGIN,
    height: page.height - 2 * MARGIN,
    page: index,
  }));
  const items: DisplayItem[][] = [];
  for (const line of flowed.lines) {
    const onPage = items[line.column] ?? [];
    items[line.column] = onPage;
    onPage.push(...line.items);
  }
  return items.map((pageItems, index) => placedPage(pageItems ?? [], { index, language, ...page }));
}

export function placedPage(
  items: readonly DisplayItem[],
  { index = 0, language = "vi", width = A6.width, height = A6.height, bleed = NO_EDGES }: Partial<PlacedPage> = {},
): PlacedPage {
  return { index, folio: String(index + 1), width, height, bleed, safe: NO_EDGES, language, items };
}

export const placedDocument = (pages: readonly PlacedPage[], more: Partial<PlacedDocument> = {}): PlacedDocument => ({
  title: "Bản thử",
  language: "vi",
  author: "Xưởng Tin",
  keywords: [],
  pages,
  outline: [],
  diagnostics: [],
  ...more,
});
