/** Paints a page of the display list on any Canvas 2D context. */

import type { Color } from "../../color/color.ts";
import type { FontSource } from "../../fonts/font-face.ts";
import type {
  DisplayItem,
  Paint,
  PlacedGlyphRun,
  PlacedGroup,
  PlacedImage,
  PlacedMask,
  PlacedPage,
  PlacedPath,
  Stroke,
} from "../../layout/display-list.ts";
import { rectanglePath } from "../../layout/frames/path-shapes.ts";
import { IDENTITY, type Matrix, multiply, type Rect, translation } from "../../units/geometry.ts";
import { uprightMatrix } from "../exif-orientation.ts";
import { withoutEmptyGradient } from "../gradient-paint.ts";
import { intersectRect, itemsBounds, MITER_LIMIT } from "../item-bounds.ts";
import type { CanvasCache } from "./canvas-cache.ts";
import { type ColourMode, cssColor, displayedRgb } from "./canvas-color.ts";
import type { CanvasContext, CanvasLayer, PictureSource } from "./canvas-surface.ts";

export interface CanvasSources {
  readonly fonts: FontSource;
  readonly pictures: PictureSource;
  readonly cache: CanvasCache;
}

export interface CanvasOptions {
  /** From points of the page to pixels of the canvas. */
  readonly matrix: Matrix;
  /** Pixels of the canvas; nothing beyond is painted. */
  readonly width: number;
  readonly height: number;
  /** Show the bleed as well; otherwise the page is cut at its trim. */
  readonly bleed?: boolean;
  /** What the page is laid on; undefined leaves the canvas as it is. */
  readonly paper?: Color | undefined;
  readonly colour?: ColourMode;
}

/** The painter's place: the surface, where its points go, and how much of the colour shows. */
interface Pen {
  readonly context: CanvasContext;
  readonly matrix: Matrix;
  readonly alpha: number;
  readonly viewport: Rect;
}

interface Painter {
  readonly sources: CanvasSources;
  readonly colour: ColourMode;
}

/**
 * Paints `page` as `options.matrix` places it; the context's own transform, alpha and styles are restored afterwards.
 * Pictures not at hand leave their place empty; layout has reported them.
 */
export function paintPage(
  context: CanvasContext,
  page: PlacedPage,
  sources: CanvasSources,
  options: CanvasOptions,
): void {
  const { matrix } = options;
  const { top, right, bottom, left } = options.bleed ? page.bleed : { top: 0, right: 0, bottom: 0, left: 0 };
  const sheet: Rect = { x: -left, y: -top, width: page.width + left + right, height: page.height + top + bottom };
  const painter: Painter = { sources, colour: options.colour ?? "rgb" };
  const pen: Pen = {
    context,
    matrix,
    alpha: 1,
    viewport: { x: 0, y: 0, width: options.width, height: options.height },
  };
  context.save();
  context.miterLimit = MITER_LIMIT;
  place(context, matrix);
  context.clip(sources.cache.path(rectanglePath(sheet)));
  if (options.paper) {
    context.fillStyle = cssColor(options.paper, painter.colour);
    context.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
  }
  paintItems(painter, pen, page.items);
  context.restore();
}

function place(context: CanvasContext, [a, b, c, d, e, f]: Matrix): void {
  context.setTransform(a, b, c, d, e, f);
}

function paintItems(painter: Painter, pen: Pen, items: readonly DisplayItem[]): void {
  for (const item of items) {
    switch (item.kind) {
      case "glyphs":
        paintGlyphs(painter, pen, item);
        break;
      case "path":
        paintPath(painter, pen, item);
        break;
      case "image":
        paintImage(painter, pen, item);
        break;
      case "mask":
        paintMask(painter, pen, item);
        break;
      case "group":
        paintGroup(painter, pen, item);
        break;
      case "link":
        break;
    }
  }
}

function paintGlyphs({ sources, colour }: Painter, { context, matrix, alpha }: Pen, run: PlacedGlyphRun): void {
  const face = sources.fonts.face(run.font);
  if (!face) return;
  const scale = run.size / face.unitsPerEm;
  const [a, b, c, d, e, f] = matrix;
  const y = run.y;
  context.globalAlpha = alpha;
  context.fillStyle = cssColor(run.fill, colour);
  const moveTo = (x: number) =>
    context.setTransform(a * scale, b * scale, -c * scale, -d * scale, a * x + c * y + e, b * x + d * y + f);
  for (const { span, dx } of run.spans) {
    if (!span.ink) continue;
    if (run.tracking === 0) {
      moveTo(run.x + dx);
      context.fill(sources.cache.span(span, face));
      continue;
    }
    let x = run.x + dx;
    for (const cluster of span.clusters) {
      moveTo(x);
      context.fill(sources.cache.cluster(cluster, face));
      x += cluster.advance * scale + run.tracking;
    }
  }
}

function paintPath(painter: Painter, pen: Pen, item: PlacedPath): void {
  const { fill, stroke } = item;
  if (fill && stroke && pen.alpha < 1) {
    paintThroughLayer(painter, pen, [item]);
    return;
  }
  const { context } = pen;
  const path = painter.sources.cache.path(item.path);
  place(context, pen.matrix);
  context.globalAlpha = pen.alpha;
  if (fill) {
    context.fillStyle = canvasPaint(context, fill, painter.colour);
    context.fill(path, item.fillRule ?? "nonzero");
  }
  if (stroke && stroke.width > 0) {
    setStroke(context, stroke, painter.colour);
    context.stroke(path);
  }
}

function setStroke(context: CanvasContext, stroke: Stroke, colour: ColourMode): void {
  context.strokeStyle = canvasPaint(context, stroke.paint, colour);
  context.lineWidth = stroke.width;
  context.lineCap = stroke.cap;
  context.lineJoin = stroke.join;
  context.setLineDash([...stroke.dash]);
}

function canvasPaint(context: CanvasContext, wanted: Paint, colour: ColourMode): string | object {
  const paint = withoutEmptyGradient(wanted);
  if (paint.kind === "solid") return cssColor(paint.color, colour);
  const gradient =
    paint.kind === "linear"
      ? context.createLinearGradient(paint.from.x, paint.from.y, paint.to.x, paint.to.y)
      : context.createRadialGradient(paint.center.x, paint.center.y, 0, paint.center.x, paint.center.y, paint.radius);
  for (const stop of paint.stops) gradient.addColorStop(stop.at, cssColor(stop.color, colour));
  return gradient;
}

function paintImage({ sources }: Painter, { context, matrix, alpha }: Pen, item: PlacedImage): void {
  const { x, y, width, height } = item.rect;
  const upright = multiply(matrix, [width, 0, 0, height, x, y]);
  const oriented = sources.pictures.picture(item.asset, Math.hypot(upright[0], upright[1]));
  if (!oriented) return;
  const { picture, orientation } = oriented;
  const unit = multiply(upright, uprightMatrix(orientation));
  place(context, unit);
  context.globalAlpha = alpha;
  smooth(context, Math.hypot(unit[0], unit[1]) >= picture.width);
  context.drawImage(picture, 0, 0, 1, 1);
}

/** Mipmaps where a picture shrinks, the cubic filter where it grows: Skia's `high` alone makes moiré of fine patterns. */
function smooth(context: CanvasContext, grows: boolean): void {
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = grows ? "high" : "medium";
}

function paintMask({ sources, colour }: Painter, { context, matrix, alpha }: Pen, item: PlacedMask): void {
  const { x, y, width, height } = item.rect;
  place(context, matrix);
  context.globalAlpha = alpha * item.color.alpha;
  smooth(context, true);
  context.drawImage(sources.cache.tintedMask(item.mask, displayedRgb(item.color, colour)), x, y, width, height);
}

function paintGroup(painter: Painter, pen: Pen, group: PlacedGroup): void {
  const alpha = pen.alpha * (group.opacity ?? 1);
  if (alpha <= 0) return;
  const { context } = pen;
  const inner: Pen = { ...pen, alpha, matrix: group.transform ? multiply(pen.matrix, group.transform) : pen.matrix };
  if (group.clip) {
    context.save();
    place(context, inner.matrix);
    context.clip(painter.sources.cache.path(group.clip));
  }
  if (alpha < 1 && group.items.length > 1) paintThroughLayer(painter, inner, group.items);
  else paintItems(painter, inner, group.items);
  if (group.clip) context.restore();
}

/** Items that cover each other fade as one: they are painted opaque beside the page and laid on it together. */
function paintThroughLayer(painter: Painter, pen: Pen, items: readonly DisplayItem[]): void {
  const bounds = itemsBounds(items, painter.sources.fonts, pen.matrix);
  const seen = bounds && intersectRect(bounds, pen.viewport);
  if (!seen) return;
  const left = Math.floor(seen.x) - 1;
  const top = Math.floor(seen.y) - 1;
  const width = Math.ceil(seen.x + seen.width) + 1 - left;
  const height = Math.ceil(seen.y + seen.height) + 1 - top;
  const layer: CanvasLayer = painter.sources.cache.factory.layer(width, height);
  layer.context.miterLimit = MITER_LIMIT;
  const inner: Pen = {
    context: layer.context,
    matrix: multiply(translation(-left, -top), pen.matrix),
    alpha: 1,
    viewport: { x: 0, y: 0, width, height },
  };
  paintItems(painter, inner, items);
  place(pen.context, IDENTITY);
  pen.context.globalAlpha = pen.alpha;
  pen.context.drawImage(layer.picture, left, top, width, height);
}
