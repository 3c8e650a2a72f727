/** The geometry of SVG's basic shapes. */

import type { PathData } from "../../units/geometry.ts";
import { closedPath, ellipsePath, ellipticalCornersPath, openPath, rectanglePath } from "../frames/path-shapes.ts";
import { parsePathData } from "./path-data.ts";
import type { SvgElement } from "./svg-element.ts";
import { numbersOf, parseLength } from "./svg-values.ts";

/** What percentages refer to. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** The shape's outline in user units; empty where it draws nothing, with a `problem` where its data is malformed. */
export function shapePath(
  element: SvgElement,
  viewport: Viewport,
): { readonly path: PathData; readonly problem?: string } {
  const length = (name: string, whole: number) => parseLength(element.attributes.get(name), whole);
  const x = (name: string) => length(name, viewport.width) ?? 0;
  const y = (name: string) => length(name, viewport.height) ?? 0;
  const diagonal = diagonalOf(viewport);
  switch (element.name) {
    case "path":
      return parsePathData(element.attributes.get("d") ?? "");
    case "rect": {
      const rect = { x: x("x"), y: y("y"), width: x("width"), height: y("height") };
      if (rect.width <= 0 || rect.height <= 0) return { path: [] };
      const givenX = length("rx", viewport.width);
      const givenY = length("ry", viewport.height);
      const rx = Math.min(Math.max(0, givenX ?? givenY ?? 0), rect.width / 2);
      const ry = Math.min(Math.max(0, givenY ?? givenX ?? 0), rect.height / 2);
      if (rx === 0 || ry === 0) return { path: rectanglePath(rect) };
      const corner = { x: rx, y: ry };
      return { path: ellipticalCornersPath(rect, [corner, corner, corner, corner]) };
    }
    case "circle": {
      const radius = length("r", diagonal) ?? 0;
      return { path: ellipseAt(x("cx"), y("cy"), radius, radius) };
    }
    case "ellipse":
      return {
        path: ellipseAt(x("cx"), y("cy"), length("rx", viewport.width) ?? 0, length("ry", viewport.height) ?? 0),
      };
    case "line":
      return {
        path: [
          ["M", x("x1"), y("y1")],
          ["L", x("x2"), y("y2")],
        ],
      };
    case "polyline":
    case "polygon": {
      const values = numbersOf(element.attributes.get("points") ?? "");
      const points = Array.from({ length: Math.floor(values.length / 2) }, (_, index) => ({
        x: values[index * 2] ?? 0,
        y: values[index * 2 + 1] ?? 0,
      }));
      return { path: element.name === "polygon" ? closedPath(points) : openPath(points) };
    }
    default:
      return { path: [] };
  }
}

/** The length that percentages of radii and widths refer to. */
export const diagonalOf = ({ width, height }: Viewport): number => Math.hypot(width, height) / Math.SQRT2;

function ellipseAt(cx: number, cy: number, rx: number, ry: number): PathData {
  if (rx <= 0 || ry <= 0) return [];
  return ellipsePath({ x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry });
}
