import { readFileSync } from "node:fs";
import { decode } from "fast-png";
import { expect, test } from "vitest";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { decodeRaster } from "../../test/raster/compare-rasters.ts";
import { samplerAssets, samplerPage } from "../../test/raster/sampler-page.ts";
import { openFontLibrary } from "../fonts/font-library.ts";
import { decodePictures } from "./decode-pictures.ts";
import { paintOnSkia, type RasterOptions, rasterizePage } from "./rasterize.ts";

const fonts = openFontLibrary();
const sources = { fonts, assets: samplerAssets };
const page = samplerPage(fonts);

async function refusal(wrong: PlacedPage, options: RasterOptions): Promise<Diagnostic | undefined> {
  try {
    await rasterizePage(wrong, options, sources);
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics[0];
    throw error;
  }
  return undefined;
}

test("a PNG has the page's size at its resolution and says so in pixels per metre", async () => {
  const png = decode(await rasterizePage(page, { ppi: 300, format: "png" }, sources), { checkCrc: true });
  expect([png.width, png.height]).toEqual([Math.round((200 / 72) * 300), Math.round((270 / 72) * 300)]);
  expect(png.resolution).toEqual({ x: 11811, y: 11811, unit: 1 });
  const bled = decode(await rasterizePage(page, { ppi: 72, format: "png", bleed: true }, sources));
  expect([bled.width, bled.height]).toEqual([212, 282]);
});

test("a PNG has the painted pixels in three channels, however many bands they are compressed in", async () => {
  const large = { ...page, width: 1_500, height: 1_200 };
  const canvas = await paintOnSkia(large, { ppi: 72, format: "png" }, sources);
  const png = decode(await rasterizePage(large, { ppi: 72, format: "png" }, sources), { checkCrc: true });
  expect(png.channels).toBe(3);
  const painted = canvas.data();
  let different = 0;
  for (let pixel = 0; pixel < 1_500 * 1_200; pixel++) {
    for (let part = 0; part < 3; part++) if (png.data[pixel * 3 + part] !== painted[pixel * 4 + part]) different++;
  }
  expect(different).toBe(0);
  const shown = canvas.getContext("2d").getImageData(30, 130, 1, 1).data;
  expect([...shown.slice(0, 3)]).toEqual([...painted.subarray((130 * 1_500 + 30) * 4).subarray(0, 3)]);
  expect(shown[0]).not.toBe(shown[2]);
});

test("a JPEG says its resolution in dots per inch and its quality decides its size", async () => {
  const fine = await rasterizePage(page, { ppi: 150, format: "jpeg", quality: 95 }, sources);
  const coarse = await rasterizePage(page, { ppi: 150, format: "jpeg", quality: 30 }, sources);
  expect(Buffer.from(fine.subarray(6, 18)).toString("hex")).toBe("4a4649460001010100960096");
  expect(coarse.length).toBeLessThan(fine.length / 1.5);
  const { width, height, data } = await decodeRaster(fine);
  expect([width, height]).toEqual([417, 563]);
  expect(Math.min(...data.slice(-4, -1))).toBeGreaterThan(250);
});

test("a page too large for a picture is refused with the resolution that would do", async () => {
  const poster = { ...page, index: 4, width: 2384, height: 3370 };
  const diagnostic = await refusal(poster, { ppi: 600, format: "png" });
  expect(diagnostic).toMatchObject({ code: "raster.too-large", target: { page: 5 } });
  expect(diagnostic?.message.en).toContain("19867 × 28083");
  expect(diagnostic?.hints[0]?.en).toContain("427 ppi");
  const banner = { ...page, width: 2_000, height: 2_000 };
  expect((await refusal(banner, { ppi: 721, format: "png" }))?.hints[0]?.en).toContain("719 ppi");
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("%d ppi is refused", async (ppi) => {
  expect((await refusal(page, { ppi, format: "png" }))?.code).toBe("raster.resolution-invalid");
});

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../test/fixtures/images/${name}`, import.meta.url)));
const assetOf = (file: string, kind: Asset["kind"] = "jpeg"): Asset => ({
  id: "a",
  kind,
  bytes: fixture(file),
  width: 24,
  height: 16,
  orientation: 1,
});
const shown = [{ kind: "image", asset: "a", rect: { x: 0, y: 0, width: 24, height: 16 }, alt: "" }] as const;

test.each(["good-24x16.jpg", "four-inks.jpg", "grey.jpg", "progressive.jpg", "good-24x16.png", "palette.png"])(
  "reads %s",
  async (file) => {
    const asset = assetOf(file);
    const pictures = await decodePictures([{ kind: "group", items: shown }], { asset: () => asset });
    expect(pictures.diagnostics).toEqual([]);
    expect(pictures.picture("a", 100)).toMatchObject({ orientation: 1, picture: { width: 24, height: 16 } });
  },
);

test("a picture that cannot be read is reported and its place left white", async () => {
  const reported: Diagnostic[] = [];
  const broken = assetOf("truncated-in-header.jpg");
  const assets: AssetSource = { asset: () => broken };
  const options: RasterOptions = { ppi: 72, format: "png", report: (diagnostic) => reported.push(diagnostic) };
  const png = await decodeRaster(await rasterizePage({ ...page, items: shown }, options, { fonts, assets }));
  expect(reported.map(({ code, target }) => [code, target.asset])).toEqual([["raster.picture-unreadable", "a"]]);
  expect([...png.data.slice((8 * png.width + 8) * 4).slice(0, 3)]).toEqual([255, 255, 255]);
});

test("a picture is decoded once for all pages that show it", async () => {
  const asset = assetOf("good-24x16.jpg");
  const assets: AssetSource = { asset: () => asset };
  const first = await decodePictures(shown, assets);
  const second = await decodePictures([...shown, ...shown], assets);
  expect(second.picture("a", 100)).toBe(first.picture("a", 100));
});
