import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { paintPdf } from "../../core/paint/pdf/paint-pdf.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { compareRasters, decodeRaster } from "./compare-rasters.ts";
import { samplerAssets, samplerPage } from "./sampler-page.ts";

/** Two pixels per point: the page with its bleed is a whole number of pixels. */
const PPI = 144;

const readers = [
  {
    name: "poppler",
    command: "pdftoppm",
    argumentsFor: (pdf: string, png: string) => [
      "-r",
      String(PPI),
      "-png",
      "-singlefile",
      pdf,
      png.replace(/\.png$/, ""),
    ],
  },
  {
    name: "MuPDF",
    command: "mutool",
    argumentsFor: (pdf: string, png: string) => ["draw", "-q", "-r", String(PPI), "-o", png, pdf],
  },
] as const;

const isInstalled = (command: string) => spawnSync(command, ["-v"], { stdio: "ignore" }).error === undefined;

describe.each(readers)("the PDF of a page, drawn by $name", ({ command, argumentsFor }) => {
  test.skipIf(!isInstalled(command))("looks like the page painted by Skia", async () => {
    const fonts = openFontLibrary();
    const sources = { fonts, assets: samplerAssets };
    const page = samplerPage(fonts);
    const canvas = await paintOnSkia(page, { ppi: PPI, format: "png", bleed: true }, sources);
    const ours = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const document = {
      title: "",
      language: "vi",
      author: "",
      keywords: [],
      pages: [page],
      outline: [],
      diagnostics: [],
    };
    const options = { colour: "rgb", bleed: true, marks: false } as const;
    const folder = mkdtempSync(join(tmpdir(), "pdf-against-skia-"));
    try {
      const pdf = join(folder, "page.pdf");
      const png = join(folder, "page.png");
      writeFileSync(pdf, paintPdf(document, { ...sources, deflate: (bytes) => deflateSync(bytes) }, options));
      execFileSync(command, argumentsFor(pdf, png), { stdio: "ignore" });
      // Readers anti-alias in their own ways, and poppler grows pictures to whole pixels.
      const difference = compareRasters(ours, await decodeRaster(readFileSync(png)), 48);
      expect(difference.unexplained).toBe(0);
      expect(difference.beyond).toBeLessThan(0.005);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
