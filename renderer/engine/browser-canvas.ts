/** The browser's canvas as the painter's factory. */

import { type CanvasCache, createCanvasCache } from "../../core/paint/canvas/canvas-cache.ts";
import type { CanvasContext, CanvasFactory, CanvasPath } from "../../core/paint/canvas/canvas-surface.ts";

const browserFactory: CanvasFactory = {
  path: (svg) => painterPath(svg === undefined ? new Path2D() : new Path2D(svg)),
  layer(width, height) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser gives no 2D context");
    return { context: painterContext(context), picture: canvas };
  },
};

/** The painter hands back only paths it got from the factory, so the narrower parameters of the DOM's own types hold. */
const painterPath = (path: Path2D): CanvasPath => path as unknown as CanvasPath;

/** A context as the painter's structural type, for the same reason. */
export const painterContext = (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): CanvasContext =>
  context as unknown as CanvasContext;

/** One cache for the page: it holds paths only as long as the spans and fonts they came from. */
export const browserCache: CanvasCache = createCanvasCache(browserFactory);
