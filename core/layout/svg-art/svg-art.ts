/** SVG pictures as display items: the drawable part of the language, nothing that runs, loads or styles from elsewhere. */

import { IDENTITY, type Matrix, multiply, type PathData, type Rect, translation } from "../../units/geometry.ts";
import type { DisplayItem, PlacedGroup } from "../display-list.ts";
import { pathBounds } from "../frames/path-geometry.ts";
import { clipOf } from "./svg-clip.ts";
import { afford, type Drawing, ITEM_COST, placeOf, shapeOf } from "./svg-drawing.ts";
import { parseSvg, type SvgElement, type SvgRefusal } from "./svg-element.ts";
import { gradientPaint, type PlacedPaint } from "./svg-gradient.ts";
import { filledShape, strokedShape } from "./svg-paint-shape.ts";
import { diagonalOf } from "./svg-shapes.ts";
import {
  declarationsOf,
  INITIAL_STYLE,
  inheritStyle,
  ownStyle,
  type SvgPaint,
  type SvgStyle,
  withAlpha,
} from "./svg-style.ts";
import { numbersOf, parseLength } from "./svg-values.ts";

/** A picture ready to be scaled into a frame. */
export interface SvgArt {
  /** In user units; items are drawn in the same. */
  readonly viewBox: Rect;
  readonly items: readonly DisplayItem[];
  /** What was left out, each named once: `<text>`, `filter`. */
  readonly skipped: readonly string[];
}

/** The art, or why there is none. */
export type SvgResult = { readonly art: SvgArt } | { readonly refusal: SvgRefusal };

const DEEPEST_USE = 16;

const known = new WeakMap<Uint8Array, SvgResult>();

/** The art in an SVG file. The same bytes object is read once. */
export function svgArt(bytes: Uint8Array): SvgResult {
  const result = known.get(bytes) ?? readArt(bytes);
  known.set(bytes, result);
  return result;
}

function readArt(bytes: Uint8Array): SvgResult {
  const tree = parseSvg(bytes);
  if ("reason" in tree) return { refusal: tree };
  const viewBox = rootViewBox(tree.root);
  if (!viewBox) return { refusal: { reason: "not-svg", detail: "viewBox" } };
  const skipped = new Set(tree.skipped);
  const elements = new Map<string, SvgElement>();
  indexById(tree.root, elements);
  const drawing: Drawing = {
    elements,
    skip: (name) => skipped.add(name),
    viewport: viewBox,
    shapes: new Map(),
    drawn: 0,
  };
  const items: DisplayItem[] = [];
  drawContainer(tree.root, INITIAL_STYLE, { matrix: IDENTITY, uses: 0 }, drawing, items);
  return { art: { viewBox, items, skipped: [...skipped] } };
}

interface Place {
  readonly matrix: Matrix;
  /** How many `use` elements lead here. */
  readonly uses: number;
}

function rootViewBox(root: SvgElement): Rect | undefined {
  const [x, y, width, height] = numbersOf(root.attributes.get("viewBox") ?? "");
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined && width > 0 && height > 0) {
    return { x, y, width, height };
  }
  const wide = parseLength(root.attributes.get("width"));
  const high = parseLength(root.attributes.get("height"));
  return wide && high && wide > 0 && high > 0 ? { x: 0, y: 0, width: wide, height: high } : undefined;
}

function indexById(element: SvgElement, elements: Map<string, SvgElement>): void {
  const id = element.attributes.get("id");
  if (id !== undefined && !elements.has(id)) elements.set(id, element);
  for (const child of element.children) indexById(child, elements);
}

function drawContainer(
  element: SvgElement,
  parent: SvgStyle,
  place: Place,
  drawing: Drawing,
  out: DisplayItem[],
): void {
  const declarations = declarationsOf(element, drawing.skip);
  const style = inheritStyle(parent, declarations, diagonalOf(drawing.viewport), drawing.skip);
  const own = ownStyle(declarations, style);
  if (!own.displayed) return;
  const items: DisplayItem[] = [];
  for (const child of element.children) drawElement(child, style, place, drawing, items);
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place.matrix, drawing)));
}

function drawElement(element: SvgElement, parent: SvgStyle, outer: Place, drawing: Drawing, out: DisplayItem[]): void {
  if (!afford(1, drawing)) return;
  const place = { ...outer, matrix: placeOf(element, outer.matrix, drawing) };
  switch (element.name) {
    case "g":
    case "a":
      drawContainer(element, parent, place, drawing, out);
      break;
    case "svg":
      drawViewport(element, element, parent, place, drawing, out);
      break;
    case "use":
      drawUse(element, parent, place, drawing, out);
      break;
    case "path":
    case "rect":
    case "circle":
    case "ellipse":
    case "line":
    case "polyline":
    case "polygon":
      drawShape(element, parent, place, drawing, out);
      break;
    default:
      break;
  }
}

function drawUse(element: SvgElement, parent: SvgStyle, place: Place, drawing: Drawing, out: DisplayItem[]): void {
  const href = element.attributes.get("href") ?? "";
  const target = href.startsWith("#") ? drawing.elements.get(href.slice(1)) : undefined;
  if (!target || place.uses >= DEEPEST_USE) {
    drawing.skip(`<use href="${href.slice(0, 60)}">`);
    return;
  }
  const declarations = declarationsOf(element, drawing.skip);
  const style = inheritStyle(parent, declarations, diagonalOf(drawing.viewport), drawing.skip);
  const own = ownStyle(declarations, style);
  if (!own.displayed) return;
  const x = parseLength(element.attributes.get("x"), drawing.viewport.width) ?? 0;
  const y = parseLength(element.attributes.get("y"), drawing.viewport.height) ?? 0;
  const inner = { matrix: multiply(place.matrix, translation(x, y)), uses: place.uses + 1 };
  const items: DisplayItem[] = [];
  if (target.name === "symbol") drawViewport(target, element, style, inner, drawing, items);
  else drawElement(target, style, inner, drawing, items);
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place.matrix, drawing)));
}

/** A symbol or inner `svg`, fitted into the size that `sizing` gives; `sizing`'s own x and y count for an inner `svg` only. */
function drawViewport(
  element: SvgElement,
  sizing: SvgElement,
  parent: SvgStyle,
  place: Place,
  drawing: Drawing,
  out: DisplayItem[],
): void {
  const size = (name: string, whole: number) =>
    parseLength(sizing.attributes.get(name) ?? element.attributes.get(name), whole);
  const box = numbersOf(element.attributes.get("viewBox") ?? "");
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box;
  const width = size("width", drawing.viewport.width) ?? drawing.viewport.width;
  const height = size("height", drawing.viewport.height) ?? drawing.viewport.height;
  const inner = element === sizing;
  const x = inner ? (parseLength(element.attributes.get("x"), drawing.viewport.width) ?? 0) : 0;
  const y = inner ? (parseLength(element.attributes.get("y"), drawing.viewport.height) ?? 0) : 0;
  let matrix = multiply(place.matrix, translation(x, y));
  if (boxWidth > 0 && boxHeight > 0) {
    const scale = Math.min(width / boxWidth, height / boxHeight);
    const fit: Matrix = [
      scale,
      0,
      0,
      scale,
      (width - boxWidth * scale) / 2 - left * scale,
      (height - boxHeight * scale) / 2 - top * scale,
    ];
    matrix = multiply(matrix, fit);
  }
  drawContainer(element, parent, { ...place, matrix }, drawing, out);
}

function drawShape(element: SvgElement, parent: SvgStyle, place: Place, drawing: Drawing, out: DisplayItem[]): void {
  const declarations = declarationsOf(element, drawing.skip);
  const style = inheritStyle(parent, declarations, diagonalOf(drawing.viewport), drawing.skip);
  const own = ownStyle(declarations, style);
  if (!own.displayed || !style.visible) return;
  const { path, problem } = shapeOf(element, drawing);
  if (problem !== undefined) drawing.skip(`<${element.name}> (${problem})`);
  if (path.length === 0 || !afford(ITEM_COST + path.length, drawing)) return;
  const bounds = pathBounds(path);
  if (!bounds) return;
  const fill = resolvePaint(style.fill, style.fillOpacity, bounds, style, drawing);
  const stroke =
    style.strokeWidth > 0 ? resolvePaint(style.stroke, style.strokeOpacity, bounds, style, drawing) : undefined;
  const items: DisplayItem[] = [];
  if (fill) items.push(filledShape(path, style.fillRule, fill, place.matrix));
  if (stroke) items.push(strokedShape(path, style, stroke, place.matrix));
  const [first, second] = items;
  if (first?.kind === "path" && second?.kind === "path") items.splice(0, 2, { ...first, ...second });
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place.matrix, drawing)));
}

function resolvePaint(
  paint: SvgPaint,
  opacity: number,
  bounds: Rect,
  style: SvgStyle,
  drawing: Drawing,
): PlacedPaint | undefined {
  if (paint.kind === "none" || opacity <= 0) return undefined;
  if (paint.kind === "color") return { paint: { kind: "solid", color: withAlpha(paint.color, opacity) } };
  const gradient = drawing.elements.get(paint.id);
  if (gradient?.name === "linearGradient" || gradient?.name === "radialGradient") {
    return gradientPaint(gradient, bounds, opacity, { ...drawing, style: INITIAL_STYLE });
  }
  drawing.skip(`url(#${paint.id})`);
  return resolvePaint(paint.fallback, opacity, bounds, style, drawing);
}

/** Unlike `push(...items)`, safe for any number of items. */
function append(out: DisplayItem[], items: readonly DisplayItem[]): void {
  for (const item of items) out.push(item);
}

function grouped(items: readonly DisplayItem[], opacity: number, clip: PathData | undefined): readonly DisplayItem[] {
  if (items.length === 0 || opacity <= 0) return [];
  if (opacity === 1 && !clip) return items;
  const group: PlacedGroup = {
    kind: "group",
    ...(clip && { clip }),
    ...(opacity < 1 && { opacity }),
    items,
  };
  return [group];
}
