/** Skia's canvas as the painter's factory. */

import { createCanvas, Path2D } from "@napi-rs/canvas";
import { type CanvasCache, createCanvasCache } from "../../core/paint/canvas/canvas-cache.ts";
import type { CanvasFactory } from "../../core/paint/canvas/canvas-surface.ts";

/** Paths and layers of `@napi-rs/canvas`. */
const skiaFactory: CanvasFactory = {
  path: (svg) => (svg === undefined ? new Path2D() : new Path2D(svg)),
  layer(width, height) {
    const canvas = createCanvas(width, height);
    return { context: canvas.getContext("2d"), picture: canvas };
  },
};

/** One cache for the whole process: it holds paths only as long as the spans and fonts they came from. */
export const skiaCache: CanvasCache = createCanvasCache(skiaFactory);
