/** Clip paths of SVG as one path, by the nonzero rule. */

import { type Matrix, multiply, type PathData, type Rect, translation } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { evenOddToNonzero, pathBounds, transformPath } from "../frames/path-geometry.ts";
import { rectanglePath } from "../frames/path-shapes.ts";
import { afford, type Drawing, placeOf, shapeOf } from "./svg-drawing.ts";
import type { SvgElement } from "./svg-element.ts";
import { declarationsOf, INITIAL_STYLE, inheritStyle, localReference } from "./svg-style.ts";
import { parseLength } from "./svg-values.ts";

/** The outline `reference` cuts to, for items drawn under `matrix`; undefined for none. */
export function clipOf(
  reference: string | undefined,
  items: readonly DisplayItem[],
  matrix: Matrix,
  drawing: Drawing,
): PathData | undefined {
  if (reference === undefined) return undefined;
  const id = localReference(reference);
  const element = id === undefined ? undefined : drawing.elements.get(id);
  if (element?.name !== "clipPath") {
    drawing.skip(`clip-path="${reference.slice(0, 60)}"`);
    return undefined;
  }
  let base = placeOf(element, matrix, drawing);
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
