import { describe, expect, test } from "vitest";
import type { PlacedGlyphRun, PlacedPage } from "../../core/layout/display-list.ts";
import { escapeXml } from "../../core/paint/svg/svg-text.ts";
import { findLanguage, languages } from "../../core/script/language-registry.ts";
import type { FlowedLine } from "../../core/text/flow-model.ts";
import { flowText } from "../../core/text/flow-text.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../core/text/plain-style.ts";
import { createTextEngine } from "../../core/text/text-engine.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../support/corpus.ts";
import { findChromium, screenshot } from "./chromium.ts";
import { compareRasters, cropRaster } from "./compare-rasters.ts";

const chromium = findChromium();
const fonts = openFontLibrary();
const engine = createTextEngine(fonts);

interface Sample {
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

const NYIAKENG_PUACHUE = "hnj-Hmnp";

/** The corpus, and the name of the one language that has a script but no text there. */
const SAMPLES: readonly Sample[] = [
  ...CORPUS_NAMES.map((name) => ({ name, language: corpusLanguage(name), text: readCorpus(name) })),
  { name: NYIAKENG_PUACHUE, language: NYIAKENG_PUACHUE, text: findLanguage(NYIAKENG_PUACHUE)?.names.own ?? "" },
];
const LINES_OF_EACH = 3;
/** Chromium places ready-made glyph masks at quarters of a pixel and sharpens them; we fill the outlines where they stand. */
const QUARTER_PIXEL = 255 / 4;
const SIZE = 40;
const WIDTH = 1000;
const BAND = 120;
const BASELINE = 76;
const LEFT = 20;

interface ComparedLine {
  readonly sample: Sample;
  readonly line: FlowedLine;
}

/** The first lines our engine makes of a text, each in a band of the picture of its own. */
function firstLines(sample: Sample, firstBand: number): readonly ComparedLine[] {
  const { name, language, text } = sample;
  const paragraph = {
    id: name,
    language,
    runs: [{ text: text.replace(/\s+/gu, " ").trim(), language, style: { ...PLAIN_CHARACTER, size: SIZE } }],
    style: { ...PLAIN_PARAGRAPH, leading: 1.5 },
  };
  const { lines } = flowText(engine, [paragraph], () => ({
    x: LEFT,
    y: 0,
    width: WIDTH - 2 * LEFT,
    height: 1e6,
    page: 0,
  }));
  return lines.slice(0, LINES_OF_EACH).map((line, index) => {
    const baseline = (firstBand + index) * BAND + BASELINE;
    const items = line.items.map((item) =>
      item.kind === "glyphs" ? { ...item, y: item.y + baseline - line.baseline } : item,
    );
    return { sample, line: { ...line, baseline, items } };
  });
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
    const lines: ComparedLine[] = [];
    for (const sample of SAMPLES) lines.push(...firstLines(sample, lines.length));
    const items = lines.flatMap(({ line }) => line.items);
    const edges = { top: 0, right: 0, bottom: 0, left: 0 };
    const height = lines.length * BAND;
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
    const texts = lines.map(({ line, sample }) => chromiumLine(line, sample.language, families));
    // Without hinting and with fractional places, as in print.
    const style = `body{margin:0}svg{display:block}text{font-size:${SIZE}px;text-rendering:geometricPrecision}${rules.join("")}`;
    const html = `<!doctype html><meta charset="utf-8"><style>${style}</style><svg width="${WIDTH}" height="${height}">${texts.join("")}</svg>`;

    const canvas = await paintOnSkia(page, { ppi: 72, format: "png" }, { fonts, assets: { asset: () => undefined } });
    const ours = canvas.getContext("2d").getImageData(0, 0, WIDTH, height);
    const theirs = chromium === undefined ? ours : await screenshot(chromium, html, "html", WIDTH, height);

    test.each(SAMPLES)("$name", (sample) => {
      const bands = lines.flatMap((one, index) => (one.sample === sample ? [index] : []));
      expect(bands.length).toBeGreaterThan(0);
      for (const index of bands) {
        const band = (raster: typeof ours) => cropRaster(raster, 0, index * BAND, WIDTH, BAND);
        const difference = compareRasters(band(ours), band(theirs), QUARTER_PIXEL);
        expect(difference.unexplained).toBe(0);
        expect(difference.beyond).toBeLessThan(0.003);
      }
    });
  },
);

test("every script of the registry is among the lines that are compared", () => {
  const compared = new Set(SAMPLES.map(({ language }) => findLanguage(language)?.script));
  expect([...new Set(languages.map(({ script }) => script))].filter((script) => !compared.has(script))).toEqual([]);
});
