import { describe, expect, test } from "vitest";
import { paintSvg } from "../../core/paint/svg/paint-svg.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { findChromium, screenshot } from "./chromium.ts";
import { compareRasters } from "./compare-rasters.ts";
import { samplerAssets, samplerPage } from "./sampler-page.ts";

const chromium = findChromium();
const fonts = openFontLibrary();
const sources = { fonts, assets: samplerAssets };
/** Two pixels per point: the page with its bleed is a whole number of pixels. */
const PPI = 144;

describe.skipIf(chromium === undefined)("the SVG of a page, shown by Chromium", () => {
  test.each([
    ["with bleed and selectable text", { bleed: true, selectableText: true }],
    ["cut at the trim", { bleed: false, selectableText: false }],
  ])("looks like the page painted by Skia, %s", async (_name, options) => {
    const page = samplerPage(fonts);
    const canvas = await paintOnSkia(page, { ppi: PPI, format: "png", bleed: options.bleed }, sources);
    const ours = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const address = `data:image/svg+xml;base64,${Buffer.from(paintSvg(page, sources, options)).toString("base64")}`;
    const html = `<!doctype html><body style="margin:0"><img src="${address}" style="display:block;width:${canvas.width}px">`;
    const theirs = await screenshot(chromium ?? "", html, "html", canvas.width, canvas.height);
    // Both are Skia, but Chromium anti-aliases a little otherwise; what moves or misses by a pixel counts in full.
    const difference = compareRasters(ours, theirs, 32);
    expect(difference.unexplained).toBe(0);
    expect(difference.beyond).toBeLessThan(0.001);
  });
});
