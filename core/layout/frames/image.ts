/** Pictures: rasters as they are, SVG as paths, and a quiet placeholder for what is missing. */

import { colorFromHex, WHITE } from "../../color/color.ts";
import type { ImageFrame } from "../../document/schema/frames.ts";
import type { Matrix, PathData, Rect } from "../../units/geometry.ts";
import type { Asset } from "../asset-source.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { svgArt } from "../svg-art/svg-art.ts";
import { withSwatchInks } from "../svg-art/swatch-inks.ts";
import { paintedPath } from "./box.ts";
import { frameRect, isEmptyRect } from "./frame-size.ts";
import { emptyCrop, emptyImage, missingAsset, svgRefused, svgSkipped } from "./frames-diagnostics.ts";
import { assetFor, fitPicture, usableCrop } from "./image-fit.ts";
import { boxPath } from "./outline.ts";
import { openPath, rectanglePath } from "./path-shapes.ts";

/**
 * The picture from the frame's top left corner, in points, cut to the box with its radii, and the box's stroke over it.
 * A missing picture is reported and leaves a placeholder; a frame that names none shows nothing.
 */
export function layoutImage(frame: ImageFrame, context: FrameContext): DisplayItem[] {
  const rect = frameRect(frame);
  if (isEmptyRect(rect)) return [];
  const edge = paintedPath(boxPath(frame.radius, rect), { stroke: frame.stroke }, rect, context);
  const content = pictureItems(frame, rect, context);
  return edge ? [...content, edge] : content;
}

function pictureItems(frame: ImageFrame, rect: Rect, context: FrameContext): DisplayItem[] {
  const id = assetFor(frame, context.language);
  if (id === undefined) {
    context.report(emptyImage({ frame: frame.id, language: context.language }));
    return [];
  }
  const target = { frame: frame.id, asset: id };
  const outline = boxPath(frame.radius, rect);
  const asset = context.assets.asset(id);
  if (!asset || asset.width <= 0 || asset.height <= 0) {
    context.report(missingAsset(target, pictureName(id, context)));
    return placeholder(rect, outline);
  }
  if (!usableCrop(frame.crop)) context.report(emptyCrop(target));
  return asset.kind === "svg"
    ? vectorItems(asset, frame, rect, outline, context)
    : rasterItems(asset, frame, rect, outline, context);
}

function rasterItems(
  asset: Asset,
  frame: ImageFrame,
  rect: Rect,
  outline: PathData,
  context: FrameContext,
): DisplayItem[] {
  const { picture, window } = fitPicture(asset, rect, frame);
  const alt = frame.alt === undefined ? "" : context.plainText(frame.alt);
  return cutTo(window, rect, frame, outline, picture, [{ kind: "image", asset: asset.id, rect: picture, alt }]);
}

function vectorItems(
  asset: Asset,
  frame: ImageFrame,
  rect: Rect,
  outline: PathData,
  context: FrameContext,
): DisplayItem[] {
  const target = { frame: frame.id, asset: asset.id };
  const result = svgArt(asset.bytes);
  if ("refusal" in result) {
    context.report(svgRefused(target, pictureName(asset.id, context), result.refusal));
    return placeholder(rect, outline);
  }
  const { viewBox, items, skipped } = result.art;
  if (skipped.length > 0) context.report(svgSkipped(target, pictureName(asset.id, context), skipped));
  const { picture, window } = fitPicture(viewBox, rect, frame);
  const scaleX = picture.width / viewBox.width;
  const scaleY = picture.height / viewBox.height;
  const transform: Matrix = [scaleX, 0, 0, scaleY, picture.x - viewBox.x * scaleX, picture.y - viewBox.y * scaleY];
  // Art may reach beyond its view box, so unlike a raster it is always cut.
  const clip = hasRadius(frame) ? outline : rectanglePath(intersect(window, picture));
  const inked = withSwatchInks(items, context.project.swatches, context.color);
  const art: DisplayItem = { kind: "group", transform, items: inked };
  const cut = hasRadius(frame) && !covers(window, rect) ? [group(rectanglePath(window), [art])] : [art];
  return [group(clip, cut)];
}

/** The picture shows in `window` only; the box's outline cuts it where it is round. */
function cutTo(
  window: Rect,
  rect: Rect,
  frame: ImageFrame,
  outline: PathData,
  picture: Rect,
  items: DisplayItem[],
): DisplayItem[] {
  const inWindow = covers(window, picture) ? items : [group(rectanglePath(window), items)];
  if (!hasRadius(frame)) return inWindow;
  return covers(window, rect) ? [group(outline, items)] : [group(outline, inWindow)];
}

const pictureName = (id: string, { project }: FrameContext): string | undefined =>
  project.assets.find((asset) => asset.id === id)?.name;

const group = (clip: PathData, items: readonly DisplayItem[]): DisplayItem => ({ kind: "group", clip, items });

function hasRadius({ radius }: ImageFrame): boolean {
  return typeof radius === "number" ? radius > 0 : (radius ?? []).some((one) => one > 0);
}

/** True where `inner` does not reach beyond `outer` by more than a hair. */
function covers(outer: Rect, inner: Rect): boolean {
  const hair = 1e-6 * Math.max(outer.width, outer.height);
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.width <= outer.x + outer.width + hair &&
    inner.y + inner.height <= outer.y + outer.height + hair
  );
}

function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

const PLACEHOLDER_FILL = colorFromHex("#eceef0") ?? WHITE;
const PLACEHOLDER_LINE = colorFromHex("#c3c8cd") ?? WHITE;

/** A light box with a cross, as layout sketches show a picture to come. */
function placeholder(rect: Rect, outline: PathData): DisplayItem[] {
  const { x, y, width, height } = rect;
  const cross: PathData = [
    ...openPath([
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...openPath([
      { x: x + width, y },
      { x, y: y + height },
    ]),
  ];
  const stroke = {
    paint: { kind: "solid", color: PLACEHOLDER_LINE },
    width: 0.5,
    dash: [],
    cap: "butt",
    join: "miter",
  } as const;
  return [
    { kind: "path", path: outline, fill: { kind: "solid", color: PLACEHOLDER_FILL } },
    group(outline, [{ kind: "path", path: cross, stroke }]),
    { kind: "path", path: outline, stroke },
  ];
}
