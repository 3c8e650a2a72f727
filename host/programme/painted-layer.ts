/** Items of a page painted once at the frame's size, to be laid over frames without being painted again. */

import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { AssetSource } from "../../core/layout/asset-source.ts";
import type { DisplayItem, PlacedPage } from "../../core/layout/display-list.ts";
import { paintPage } from "../../core/paint/canvas/paint-canvas.ts";
import { intersectRect, itemsBounds } from "../../core/paint/item-bounds.ts";
import type { Matrix } from "../../core/units/geometry.ts";
import { decodePictures } from "../raster/decode-pictures.ts";
import { skiaCache } from "../raster/skia-canvas.ts";

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** A transparent picture and where its corner lies in the frame, in whole pixels; all of it even, as chroma of planes needs it. */
export interface PaintedLayer {
  readonly picture: Canvas;
  readonly x: number;
  readonly y: number;
}

export interface LayerSources {
  readonly fonts: FontSource;
  readonly assets: AssetSource;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Edges are blurred across a pixel to each side. */
const MARGIN = 1;
/** Pixels a picture has at least, so that there is enough to blend. */
const LEAST = 8;

const evenBelow = (pixels: number): number => 2 * Math.floor(pixels / 2);
const evenAbove = (pixels: number): number => 2 * Math.ceil(pixels / 2);

/** From points of the page to pixels of the frame: the whole page as large as the frame takes it, in its middle. */
export function pageMatrix(page: Pick<PlacedPage, "width" | "height">, size: FrameSize): Matrix {
  const scale = Math.min(size.width / page.width, size.height / page.height);
  return [scale, 0, 0, scale, (size.width - page.width * scale) / 2, (size.height - page.height * scale) / 2];
}

/** Paints some of a page's items where `matrix` puts the page; undefined where nothing of them is to be seen. */
export async function paintLayer(
  page: PlacedPage,
  items: readonly DisplayItem[],
  size: FrameSize,
  { fonts, assets, report }: LayerSources,
  matrix: Matrix = pageMatrix(page, size),
): Promise<PaintedLayer | undefined> {
  const inked = itemsBounds(items, fonts, matrix);
  const seen = inked && intersectRect(inked, { x: 0, y: 0, ...size });
  if (!seen) return undefined;
  const x = evenBelow(Math.max(0, seen.x - MARGIN));
  const y = evenBelow(Math.max(0, seen.y - MARGIN));
  const width = Math.max(LEAST, evenAbove(Math.min(size.width, seen.x + seen.width + MARGIN) - x));
  const height = Math.max(LEAST, evenAbove(Math.min(size.height, seen.y + seen.height + MARGIN) - y));
  const pictures = await decodePictures(items, assets);
  for (const diagnostic of pictures.diagnostics) report(diagnostic);
  const picture = createCanvas(width, height);
  const [a, b, c, d, e, f] = matrix;
  paintPage(
    picture.getContext("2d"),
    { ...page, items },
    { fonts, pictures, cache: skiaCache },
    { matrix: [a, b, c, d, e - x, f - y], width, height },
  );
  return { picture, x, y };
}
