/** Pages as PNG and JPEG files, painted by Skia. */

import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { WHITE } from "../../core/color/color.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { AssetSource } from "../../core/layout/asset-source.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import type { ColourMode } from "../../core/paint/canvas/canvas-color.ts";
import { paintPage } from "../../core/paint/canvas/paint-canvas.ts";
import { ptToPx } from "../../core/units/units.ts";
import { decodePictures } from "./decode-pictures.ts";
import { encodePng } from "./encode-png.ts";
import { withJpegDensity } from "./jpeg-density.ts";
import { rasterResolutionInvalid, rasterTooLarge } from "./raster-diagnostics.ts";
import { skiaCache } from "./skia-canvas.ts";

/** Longest side in pixels: above it many viewers refuse a picture. */
const MAXIMUM_SIDE = 20_000;
/** Most pixels in all: at four bytes each, 1.6 GB while painting. */
const MAXIMUM_PIXELS = 400_000_000;
const MAXIMUM_PPI = 4_800;
const DEFAULT_JPEG_QUALITY = 90;

export interface RasterSources {
  readonly fonts: FontSource;
  readonly assets: AssetSource;
}

export interface RasterOptions {
  readonly ppi: number;
  readonly format: "png" | "jpeg";
  /** 1–100, for JPEG. */
  readonly quality?: number;
  /** Show the bleed around the trimmed page. */
  readonly bleed?: boolean;
  readonly colour?: ColourMode;
  /** Told of pictures that could not be read. */
  readonly report?: (diagnostic: Diagnostic) => void;
}

/** Size of the raster of a page in pixels: its parts rounded to whole pixels, at least one. */
function rasterSize(page: PlacedPage, { ppi, bleed }: Pick<RasterOptions, "ppi" | "bleed">) {
  const width = page.width + (bleed ? page.bleed.left + page.bleed.right : 0);
  const height = page.height + (bleed ? page.bleed.top + page.bleed.bottom : 0);
  return { width: Math.max(1, Math.round(ptToPx(width, ppi))), height: Math.max(1, Math.round(ptToPx(height, ppi))) };
}

function checkedSize(page: PlacedPage, options: RasterOptions) {
  const { ppi } = options;
  if (!(ppi >= 1 && ppi <= MAXIMUM_PPI)) throw new DiagnosticError([rasterResolutionInvalid(ppi)]);
  const size = rasterSize(page, options);
  const { width, height } = size;
  const shrink = Math.min(MAXIMUM_SIDE / Math.max(width, height), Math.sqrt(MAXIMUM_PIXELS / (width * height)));
  if (shrink < 1) {
    throw new DiagnosticError([rasterTooLarge(page.index + 1, width, height, ppi, Math.floor(ppi * shrink))]);
  }
  return size;
}

/**
 * Paints a page on white paper. Throws `raster.too-large` and `raster.resolution-invalid`.
 * For video frames and comparisons; files come from {@link rasterizePage}.
 */
export async function paintOnSkia(page: PlacedPage, options: RasterOptions, sources: RasterSources): Promise<Canvas> {
  const { width, height } = checkedSize(page, options);
  const pictures = await decodePictures(page.items, sources.assets);
  for (const diagnostic of pictures.diagnostics) options.report?.(diagnostic);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  const scale = ptToPx(1, options.ppi);
  const left = options.bleed ? page.bleed.left * scale : 0;
  const top = options.bleed ? page.bleed.top * scale : 0;
  paintPage(
    context,
    page,
    { fonts: sources.fonts, pictures, cache: skiaCache },
    {
      matrix: [scale, 0, 0, scale, left, top],
      width,
      height,
      bleed: options.bleed ?? false,
      paper: WHITE,
      colour: options.colour ?? "rgb",
    },
  );
  return canvas;
}

/** A page as the bytes of a PNG or JPEG file that carries its resolution. Throws as {@link paintOnSkia} does. */
export async function rasterizePage(
  page: PlacedPage,
  options: RasterOptions,
  sources: RasterSources,
): Promise<Uint8Array> {
  const canvas = await paintOnSkia(page, options, sources);
  if (options.format === "png") return encodePng(canvas.data(), canvas.width, canvas.height, options.ppi);
  return withJpegDensity(await canvas.encode("jpeg", options.quality ?? DEFAULT_JPEG_QUALITY), options.ppi);
}
