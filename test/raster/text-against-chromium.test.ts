import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PlacedGlyphRun, PlacedPage } from "../../core/layout/display-list.ts";
import { escapeXml } from "../../core/paint/svg/svg-text.ts";
import { findLanguage } from "../../core/script/language-registry.ts";
import type { FlowedLine } from "../../core/text/flow-model.ts";
import { flowText } from "../../core/text/flow-text.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../core/text/plain-style.ts";
import { createTextEngine } from "../../core/text/text-engine.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { findChromium, screenshot } from "./chromium.ts";
import { compareRasters, cropRaster } from "./compare-rasters.ts";

const chromium = findChromium();
const fonts = openFontLibrary();
const engine = createTextEngine(fonts);

const LANGUAGES = [
  "vi",
  "en",
  "km",
  "lo",
  "blt",
  "cjm",
  "jra",
  "rad",
  "mww",
  "brb-Khmr",
  "hmn-Hmng",
  "zh-Hant",
  "zh-Hans",
  "vi-Hani",
];
const SIZE = 40;
const WIDTH = 1000;
const BAND = 120;
const BASELINE = 76;
const LEFT = 20;

const corpusText = (language: string) =>
  readFileSync(new URL(`../fixtures/corpus/${language}.txt`, import.meta.url), "utf8")
    .replace(/\s+/gu, " ")
    .trim();

/** The first line our engine makes of a language's text, at the place it has in the picture. */
function firstLine(language: string, band: number): FlowedLine {
  const paragraph = {
    id: language,
    language,
    runs: [{ text: corpusText(language), language, style: { ...PLAIN_CHARACTER, size: SIZE } }],
    style: { ...PLAIN_PARAGRAPH, leading: 1.5 },
  };
  const measure = (y: number) =>
    flowText(engine, [paragraph], (index) =>
      index === 0 ? { x: LEFT, y, width: WIDTH - 2 * LEFT, height: 10_000, page: 0 } : undefined,
    ).lines[0];
  const atTop = measure(0);
  const line = atTop && measure(band * BAND + BASELINE - atTop.baseline);
  if (!line) throw new Error(`no line of ${language}`);
  return line;
}

/** The same line as Chromium shapes it from the same font files. */
function chromiumLine(line: FlowedLine, language: string, families: ReadonlyMap<string, string>): string {
  const runs = line.items.filter((item): item is PlacedGlyphRun => item.kind === "glyphs");
  const chain = [...new Set(runs.map((run) => run.font))].map((key) => families.get(key) ?? "").join();
  const tag = findLanguage(language)?.intl ?? language;
  return `<text x="${line.x}" y="${line.baseline}" lang="${tag}" font-family="${chain}">${escapeXml(line.text.trimEnd())}</text>`;
}

describe.skipIf(chromium === undefined)(
  "a line of text, shaped and painted here and by Chromium from the same fonts",
  async () => {
    const lines = LANGUAGES.map(firstLine);
    const items = lines.flatMap((line) => line.items);
    const edges = { top: 0, right: 0, bottom: 0, left: 0 };
    const height = LANGUAGES.length * BAND;
    const page: PlacedPage = {
      index: 0,
      folio: "1",
      width: WIDTH,
      height,
      bleed: edges,
      safe: edges,
      language: "vi",
      items,
    };
    const keys = [...new Set(items.flatMap((item) => (item.kind === "glyphs" ? [item.font] : [])))];
    const families = new Map(keys.map((key, index) => [key, `f${index}`]));
    const rules = keys.map((key) => {
      const bytes = Buffer.from(fonts.face(key)?.bytes ?? []).toString("base64");
      return `@font-face{font-family:${families.get(key)};src:url(data:font/sfnt;base64,${bytes})}`;
    });
    const texts = lines.map((line, index) => chromiumLine(line, LANGUAGES[index] ?? "", families));
    // Without hinting and with fractional places, as in print.
    const style = `body{margin:0}svg{display:block}text{font-size:${SIZE}px;text-rendering:geometricPrecision}${rules.join("")}`;
    const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><svg width="${WIDTH}" height="${height}">${texts.join("")}</svg>`;

    const canvas = await paintOnSkia(page, { ppi: 72, format: "png" }, { fonts, assets: { asset: () => undefined } });
    const ours = canvas.getContext("2d").getImageData(0, 0, WIDTH, height);
    const theirs = chromium === undefined ? ours : await screenshot(chromium, html, "html", WIDTH, height);

    test.each(LANGUAGES.map((language, index) => [language, index] as const))("%s", (_language, index) => {
      const band = (raster: typeof ours) => cropRaster(raster, 0, index * BAND, WIDTH, BAND);
      const difference = compareRasters(band(ours), band(theirs), 48);
      // Chromium places ready-made glyph masks at quarters of a pixel and sharpens them; we fill the outlines where they stand.
      expect(difference.unexplained).toBe(0);
      expect(difference.beyond).toBeLessThan(0.003);
    });
  },
);
