/** What poppler and MuPDF show of our PDFs is what Skia paints from the same display list. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { paintPdf } from "../../core/paint/pdf/paint-pdf.ts";
import type { PdfOptions } from "../../core/paint/pdf/pdf-options.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { compareRasters, decodeRaster } from "../raster/compare-rasters.ts";
import { samplerAssets, samplerPage } from "../raster/sampler-page.ts";
import { corpusText, languageOfCorpus, placedDocument, typeset, typesetting } from "./support/corpus-document.ts";
import { checkStructure, renderPages } from "./support/pdf-tools.ts";

const { fonts } = typesetting();
const sources = { fonts, assets: samplerAssets };
/** Two pixels per point: every page here is a whole number of pixels. */
const PPI = 144;
const options: PdfOptions = { colour: "rgb", bleed: true, marks: false };

async function differences(page: PlacedPage, more: Partial<PdfOptions> = {}) {
  const pdf = paintPdf(
    placedDocument([page]),
    { ...sources, deflate: (bytes) => deflateSync(bytes) },
    { ...options, ...more },
  );
  checkStructure(pdf);
  const canvas = await paintOnSkia(page, { ppi: PPI, format: "png", bleed: true }, sources);
  const ours = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = [];
  for (const tool of ["pdftoppm", "mutool"] as const) {
    const [png] = renderPages(tool, pdf, PPI);
    if (png) found.push({ tool, ...compareRasters(await decodeRaster(png), ours, 40) });
  }
  expect(found).toHaveLength(2);
  return found;
}

describe("a page with everything", () => {
  test.each([
    ["text as text", {}],
    ["text as shapes", { outlineText: true }],
  ])("%s", async (_name, more) => {
    for (const { tool, unexplained, mean } of await differences(samplerPage(fonts), more)) {
      expect([tool, unexplained < 0.001, mean < 2]).toEqual([tool, true, true]);
    }
  });
});

const page = { width: 300, height: 420 };
test.each(["km", "brb-Khmr", "lo", "blt", "cjm", "hmn-Hmng", "jra.letters", "vi"])(
  "stacked marks of %s stand where Skia puts them",
  async (name) => {
    const [first] = typeset(corpusText(name), languageOfCorpus(name), { size: 14, page });
    if (!first) throw new Error("no page");
    for (const { tool, unexplained } of await differences(first)) {
      expect([tool, unexplained < 0.001]).toEqual([tool, true]);
    }
  },
);
