/** Paints the part of the stage the window shows: the pages as they print, on the desk. */

import type { Matrix, Rect } from "../../core/units/geometry.ts";
import { mmToPt } from "../../core/units/units.ts";
import { changedRegion, paintRegion } from "../engine/paint-region.ts";
import type { PageSources } from "../engine/project-layout.ts";
import { showsPictures } from "../engine/use-pictures.ts";
import { isInView, type StagePage, type StageView, type ViewSize } from "./stage-pages.ts";

export interface StagePicture {
  readonly pages: readonly StagePage[];
  readonly sources: PageSources;
  readonly view: StageView;
  /** CSS pixels of the window. */
  readonly size: ViewSize;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** What is cut off is shown too. */
  readonly bleed: boolean;
  readonly desk: string;
  readonly shadow: string;
}

export interface StagePainter {
  /** Paints only what is not on the canvas already, and again by itself when pictures come that were not there yet. */
  paint(picture: StagePicture): void;
  dispose(): void;
}

/** CSS pixels a page's shadow reaches. */
const SHADOW_REACH = 24;
const SHADOW_BLUR = 14;
const SHADOW_DROP = 4;

export function createStagePainter(canvas: HTMLCanvasElement): StagePainter {
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("this browser gives no 2D context");
  let last: StagePicture | undefined;
  let stopFollowing = (): void => undefined;

  const paintArea = (picture: StagePicture, area: Rect): void => {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(area.x, area.y, area.width, area.height);
    context.clip();
    context.fillStyle = picture.desk;
    context.fillRect(area.x, area.y, area.width, area.height);
    for (const page of picture.pages) paintSheet(context, picture, page, area);
    context.restore();
  };

  const repaintChanges = (before: StagePicture, picture: StagePicture): void => {
    for (const [index, page] of picture.pages.entries()) {
      const old = before.pages[index];
      if (!old || !isInView(picture.view, picture.size, page)) continue;
      const region = changedRegion(old.placed, page.placed, picture.sources.fonts);
      const { width, height } = canvas;
      const matrix = pageMatrix(picture, page);
      if (region)
        paintRegion(context, page.placed, picture.sources, { matrix, width, height, region, bleed: picture.bleed });
    }
  };

  /** What stays in the window is moved; only the strips that come into it are painted. */
  const scroll = (before: StagePicture, picture: StagePicture): void => {
    const dx = origin(before).x - origin(picture).x;
    const dy = origin(before).y - origin(picture).y;
    const { width, height } = canvas;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) {
      paintArea(picture, { x: 0, y: 0, width, height });
      return;
    }
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "copy";
    context.drawImage(canvas, dx, dy);
    context.restore();
    if (dx !== 0) paintArea(picture, { x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height });
    if (dy !== 0) paintArea(picture, { x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) });
  };

  /** Pages with pictures anew, where they are in view. */
  const paintPictures = (): void => {
    if (!last) return;
    for (const page of last.pages) {
      if (!isInView(last.view, last.size, page) || !showsPictures(page.placed)) continue;
      const { width, height } = canvas;
      const { sources, bleed } = last;
      paintRegion(context, page.placed, sources, { matrix: pageMatrix(last, page), width, height, bleed });
    }
  };
  const follow = (sources: PageSources): void => {
    if (last?.sources === sources) return;
    stopFollowing();
    stopFollowing = sources.pictures.follow(paintPictures);
  };

  return {
    dispose: () => stopFollowing(),
    paint(picture) {
      follow(picture.sources);
      const { size, ratio } = picture;
      const width = Math.max(1, Math.round(size.width * ratio));
      const height = Math.max(1, Math.round(size.height * ratio));
      const before = last;
      last = picture;
      if (before && canvas.width === width && canvas.height === height && keepsPixels(before, picture)) {
        if (before.view !== picture.view) scroll(before, picture);
        if (before.pages !== picture.pages) repaintChanges(before, picture);
        return;
      }
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      paintArea(picture, { x: 0, y: 0, width, height });
    },
  };
}

/** Whether what is on the canvas for `before` can serve, moved and mended, for `after`. */
function keepsPixels(before: StagePicture, after: StagePicture): boolean {
  return (
    before.view.scale === after.view.scale &&
    before.ratio === after.ratio &&
    before.bleed === after.bleed &&
    before.sources === after.sources &&
    before.desk === after.desk &&
    before.pages.length === after.pages.length &&
    before.pages.every((page, index) => {
      const twin = after.pages[index];
      return twin && twin.x === page.x && twin.y === page.y && twin.width === page.width && twin.height === page.height;
    })
  );
}

/** Device pixels from the stage's zero to the window's corner, whole so that scrolling moves whole pixels. */
const origin = ({ view, ratio }: StagePicture): { readonly x: number; readonly y: number } => ({
  x: Math.round(view.x * view.scale * ratio),
  y: Math.round(view.y * view.scale * ratio),
});

/** From points of the page to device pixels; the page's corner is on a whole pixel, so that its edge is sharp. */
function pageMatrix(picture: StagePicture, page: StagePage): Matrix {
  const perMm = picture.view.scale * picture.ratio;
  const { x, y } = origin(picture);
  const scale = perMm / mmToPt(1);
  return [scale, 0, 0, scale, Math.round(page.x * perMm) - x, Math.round(page.y * perMm) - y];
}

function paintSheet(context: CanvasRenderingContext2D, picture: StagePicture, page: StagePage, area: Rect): void {
  const matrix = pageMatrix(picture, page);
  const [scale, , , , left, top] = matrix;
  const { bleed } = page.placed;
  const edge = picture.bleed ? bleed.top * scale : 0;
  const width = page.placed.width * scale;
  const height = page.placed.height * scale;
  const reach = SHADOW_REACH * picture.ratio + edge;
  const seen =
    left - reach < area.x + area.width &&
    left + width + reach > area.x &&
    top - reach < area.y + area.height &&
    top + height + reach > area.y;
  if (!seen) return;
  context.save();
  context.shadowColor = picture.shadow;
  context.shadowBlur = SHADOW_BLUR * picture.ratio;
  context.shadowOffsetY = SHADOW_DROP * picture.ratio;
  context.fillStyle = "#fff";
  context.fillRect(left - edge, top - edge, width + 2 * edge, height + 2 * edge);
  context.restore();
  const region = {
    x: (area.x - left) / scale,
    y: (area.y - top) / scale,
    width: area.width / scale,
    height: area.height / scale,
  };
  const { width: canvasWidth, height: canvasHeight } = context.canvas;
  paintRegion(context, page.placed, picture.sources, {
    matrix,
    width: canvasWidth,
    height: canvasHeight,
    region,
    bleed: picture.bleed,
  });
}
