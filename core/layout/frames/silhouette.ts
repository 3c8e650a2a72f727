/** What display items cover, as plain paths: the form that casts a shadow. */

import type { FontFace, FontSource } from "../../fonts/font-face.ts";
import { IDENTITY, type Matrix, multiply, type PathCommand, type PathData, type Rect } from "../../units/geometry.ts";
import type { DisplayItem, Paint, PlacedGlyphRun, Stroke } from "../display-list.ts";
import { parsePathData } from "../svg-art/path-data.ts";
import type { FillRule } from "./coverage-raster.ts";
import { flattenPath, pathBounds, transformPath } from "./path-geometry.ts";
import { circlePath, closedPath, rectanglePath } from "./path-shapes.ts";

/** One piece of a silhouette, in the space of the items asked about. */
export interface SilhouettePart {
  readonly path: PathData;
  readonly rule: FillRule;
  /** How much light it stops, 0–1. */
  readonly alpha: number;
  readonly clips: readonly PathData[];
}

/** Fills, strokes, letters and pictures (as their rectangles) with everything transformed into the items' own space. */
export function silhouetteOf(items: readonly DisplayItem[], fonts: FontSource): readonly SilhouettePart[] {
  const parts: SilhouettePart[] = [];
  collect(items, { matrix: IDENTITY, alpha: 1, clips: [] }, fonts, parts);
  return parts;
}

/** Bounds of all parts, cut by their clips; undefined where nothing is covered. */
export function silhouetteBounds(parts: readonly SilhouettePart[]): Rect | undefined {
  let all: Rect | undefined;
  for (const part of parts) {
    let bounds = pathBounds(part.path);
    for (const clip of part.clips) {
      const cut = pathBounds(clip);
      bounds = bounds && cut && intersection(bounds, cut);
    }
    if (bounds) all = all ? union(all, bounds) : bounds;
  }
  return all;
}

interface State {
  readonly matrix: Matrix;
  readonly alpha: number;
  readonly clips: readonly PathData[];
}

function collect(items: readonly DisplayItem[], state: State, fonts: FontSource, parts: SilhouettePart[]): void {
  const add = (path: PathData, rule: FillRule, alpha: number) => {
    if (path.length === 0 || alpha <= 0) return;
    parts.push({ path: transformPath(state.matrix, path), rule, alpha: alpha * state.alpha, clips: state.clips });
  };
  for (const item of items) {
    switch (item.kind) {
      case "path":
        if (item.fill) add(item.path, item.fillRule ?? "nonzero", paintAlpha(item.fill));
        if (item.stroke) add(strokedRegion(item.path, item.stroke), "nonzero", paintAlpha(item.stroke.paint));
        break;
      case "glyphs":
        add(runOutlines(item, fonts), "nonzero", item.fill.alpha);
        break;
      case "image":
        add(rectanglePath(item.rect), "nonzero", 1);
        break;
      case "group": {
        const matrix = item.transform ? multiply(state.matrix, item.transform) : state.matrix;
        const clips = item.clip ? [...state.clips, transformPath(matrix, item.clip)] : state.clips;
        collect(item.items, { matrix, alpha: state.alpha * (item.opacity ?? 1), clips }, fonts, parts);
        break;
      }
      case "mask":
      case "link":
        break;
    }
  }
}

function paintAlpha(paint: Paint): number {
  if (paint.kind === "solid") return paint.color.alpha;
  return paint.stops.reduce((sum, stop) => sum + stop.color.alpha, 0) / Math.max(1, paint.stops.length);
}

/** The area a stroke covers: a quadrilateral for every straight piece and a disc at every joint; dashes count as full. */
function strokedRegion(path: PathData, stroke: Pick<Stroke, "width" | "cap">): PathData {
  const half = stroke.width / 2;
  if (half <= 0) return [];
  const region: PathCommand[] = [];
  for (const { points, closed } of flattenPath(path, Math.max(0.02, half / 8))) {
    const first = points[0];
    const all = closed && first ? [...points, first] : points;
    for (const [index, to] of all.entries()) {
      const ends = !closed && (index === 0 || index === all.length - 1);
      if (!ends || stroke.cap === "round") region.push(...circlePath(to.x, to.y, half));
      const from = all[index - 1];
      if (!from) continue;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      if (length === 0) continue;
      const dx = ((to.x - from.x) / length) * half;
      const dy = ((to.y - from.y) / length) * half;
      const square = stroke.cap === "square" && !closed;
      const before = square && index === 1 ? 1 : 0;
      const after = square && index === all.length - 1 ? 1 : 0;
      region.push(
        ...closedPath([
          { x: from.x - dx * before + dy, y: from.y - dy * before - dx },
          { x: to.x + dx * after + dy, y: to.y + dy * after - dx },
          { x: to.x + dx * after - dy, y: to.y + dy * after + dx },
          { x: from.x - dx * before - dy, y: from.y - dy * before + dx },
        ]),
      );
    }
  }
  return region;
}

const outlinesByFace = new WeakMap<FontFace, Map<number, PathData>>();

function glyphOutline(face: FontFace, glyph: number): PathData {
  let outlines = outlinesByFace.get(face);
  if (!outlines) {
    outlines = new Map();
    outlinesByFace.set(face, outlines);
  }
  let outline = outlines.get(glyph);
  if (!outline) {
    outline = parsePathData(face.outlineOf(glyph)).path;
    outlines.set(glyph, outline);
  }
  return outline;
}

function runOutlines(run: PlacedGlyphRun, fonts: FontSource): PathData {
  const face = fonts.face(run.font);
  if (!face) return [];
  const scale = run.size / face.unitsPerEm;
  const path: PathCommand[] = [];
  for (const { span, dx } of run.spans) {
    let x = run.x + dx;
    for (const cluster of span.clusters) {
      for (const glyph of cluster.glyphs) {
        const place: Matrix = [scale, 0, 0, -scale, x + glyph.x * scale, run.y - glyph.y * scale];
        path.push(...transformPath(place, glyphOutline(face, glyph.id)));
      }
      x += cluster.advance * scale + run.tracking;
    }
  }
  return path;
}

function intersection(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
