/** SVG pictures as display items: the drawable part of the language, nothing that runs, loads or styles from elsewhere. */

import { IDENTITY, type Matrix, multiply, type PathData, type Rect, translation } from "../../units/geometry.ts";
import type { DisplayItem, Paint, PlacedGroup, Stroke } from "../display-list.ts";
import { evenOddToNonzero, pathBounds, transformPath } from "../frames/path-geometry.ts";
import { rectanglePath } from "../frames/path-shapes.ts";
import { parseSvg, type SvgElement, type SvgRefusal } from "./svg-element.ts";
import { gradientPaint, type PlacedPaint } from "./svg-gradient.ts";
import { diagonalOf, shapePath, type Viewport } from "./svg-shapes.ts";
import {
  declarationsOf,
  INITIAL_STYLE,
  inheritStyle,
  localReference,
  ownStyle,
  type SvgPaint,
  type SvgStyle,
  withAlpha,
} from "./svg-style.ts";
import { invert, meanScale, numbersOf, parseLength, parseTransform, similarityScale } from "./svg-values.ts";

export interface SvgArt {
  /** In user units; items are drawn in the same. */
  readonly viewBox: Rect;
  readonly items: readonly DisplayItem[];
  /** What was left out, each named once: `<text>`, `filter`. */
  readonly skipped: readonly string[];
}

export type SvgResult = { readonly art: SvgArt } | { readonly refusal: SvgRefusal };

/** Path commands and elements drawn in all, copies by `use` and cutting outlines included. */
const MOST_DRAWN = 1_000_000;
/** What a display item weighs beside its path. */
const ITEM_COST = 10;
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

interface Drawing {
  readonly elements: ReadonlyMap<string, SvgElement>;
  readonly skip: (name: string) => void;
  readonly viewport: Viewport;
  /** Shapes already read: `use` may show one many times. */
  readonly shapes: Map<SvgElement, ReturnType<typeof shapePath>>;
  drawn: number;
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
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place, drawing)));
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

/** False once the picture has grown beyond what any honest drawing holds; copies of copies get there fast. */
function afford(cost: number, drawing: Drawing): boolean {
  drawing.drawn += cost;
  if (drawing.drawn <= MOST_DRAWN) return true;
  drawing.skip(`> ${MOST_DRAWN}`);
  return false;
}

function shapeOf(element: SvgElement, drawing: Drawing): ReturnType<typeof shapePath> {
  const shape = drawing.shapes.get(element) ?? shapePath(element, drawing.viewport);
  drawing.shapes.set(element, shape);
  return shape;
}

function placeOf(element: SvgElement, outer: Matrix, drawing: Drawing): Matrix {
  const text = element.attributes.get("transform");
  if (text === undefined) return outer;
  const own = parseTransform(text);
  if (!own) drawing.skip(`transform="${text.slice(0, 40)}"`);
  return own ? multiply(outer, own) : outer;
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
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place, drawing)));
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
  append(out, grouped(items, own.opacity, clipOf(own.clip, items, place, drawing)));
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

/** Fills move with their shape, so that most art becomes plain paths without groups. */
function filledShape(
  path: PathData,
  rule: SvgStyle["fillRule"],
  { paint, space }: PlacedPaint,
  matrix: Matrix,
): DisplayItem {
  const evenOdd = rule === "evenodd" ? { fillRule: "evenodd" as const } : {};
  if (space) {
    // An elliptic gradient is a circular one in a stretched space, so the shape goes into that space too.
    const back = invert(space);
    const item: DisplayItem = { kind: "path", path: back ? transformPath(back, path) : [], fill: paint, ...evenOdd };
    return { kind: "group", transform: multiply(matrix, space), items: [item] };
  }
  const moved = movedPaint(paint, matrix);
  if (moved) return { kind: "path", path: transformPath(matrix, path), fill: moved, ...evenOdd };
  return { kind: "group", transform: matrix, items: [{ kind: "path", path, fill: paint, ...evenOdd }] };
}

function strokedShape(path: PathData, style: SvgStyle, { paint, space }: PlacedPaint, matrix: Matrix): DisplayItem {
  const flat = space && paint.kind === "radial" ? { ...paint, radius: paint.radius * meanScale(space) } : paint;
  const scale = similarityScale(matrix);
  const moved = scale === undefined ? undefined : movedPaint(flat, matrix);
  const stroke = (target: Paint, factor: number): Stroke => ({
    paint: target,
    width: style.strokeWidth * factor,
    dash: style.dash.map((length) => length * factor),
    cap: style.cap,
    join: style.join,
  });
  if (scale !== undefined && moved) {
    return { kind: "path", path: transformPath(matrix, path), stroke: stroke(moved, scale) };
  }
  return { kind: "group", transform: matrix, items: [{ kind: "path", path, stroke: stroke(flat, 1) }] };
}

/** The paint after the matrix; undefined where only a transformed group can show it. */
function movedPaint(paint: Paint, matrix: Matrix): Paint | undefined {
  if (paint.kind === "solid") return paint;
  const scale = similarityScale(matrix);
  if (scale === undefined) return undefined;
  const [a, b, c, d, e, f] = matrix;
  const move = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: a * x + c * y + e,
    y: b * x + d * y + f,
  });
  return paint.kind === "linear"
    ? { ...paint, from: move(paint.from), to: move(paint.to) }
    : { ...paint, center: move(paint.center), radius: paint.radius * scale };
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

function clipOf(
  reference: string | undefined,
  items: readonly DisplayItem[],
  place: Place,
  drawing: Drawing,
): PathData | undefined {
  if (reference === undefined) return undefined;
  const id = localReference(reference);
  const element = id === undefined ? undefined : drawing.elements.get(id);
  if (element?.name !== "clipPath") {
    drawing.skip(`clip-path="${reference.slice(0, 60)}"`);
    return undefined;
  }
  let base = placeOf(element, place.matrix, drawing);
  if (element.attributes.get("clipPathUnits") === "objectBoundingBox") {
    const bounds = itemBounds(items);
    if (!bounds) return undefined;
    // The box is measured after placing, which is exact for upright placement.
    base = [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
  }
  const path = element.children.flatMap((child) => clipShape(child, base, drawing));
  return path.length > 0 ? path : rectanglePath({ x: 0, y: 0, width: 0, height: 0 });
}

function clipShape(child: SvgElement, base: Matrix, drawing: Drawing): PathData {
  const matrix = placeOf(child, base, drawing);
  const href = child.attributes.get("href") ?? "";
  const used = child.name === "use" && href.startsWith("#") ? drawing.elements.get(href.slice(1)) : undefined;
  if (used && used.name !== "use") {
    const x = parseLength(child.attributes.get("x")) ?? 0;
    const y = parseLength(child.attributes.get("y")) ?? 0;
    return clipShape(used, multiply(matrix, translation(x, y)), drawing);
  }
  const style = inheritStyle(INITIAL_STYLE, declarationsOf(child, drawing.skip), 0, drawing.skip);
  const { path } = shapeOf(child, drawing);
  if (!afford(1 + path.length, drawing)) return [];
  const placed = transformPath(matrix, path);
  return style.clipRule === "evenodd" ? evenOddToNonzero(placed) : placed;
}

function itemBounds(items: readonly DisplayItem[]): Rect | undefined {
  return pathBounds(items.flatMap((item) => (item.kind === "path" ? item.path : [])));
}
