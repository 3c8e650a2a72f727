/** Where the ports of text frames are: text comes in at the upper left and goes out at the lower right. */

import { type FramePlacement, placementMatrix } from "../../../core/document/frame-geometry.ts";
import type { WrittenText } from "../../../core/layout/display-list.ts";
import { type Point, transformPoint } from "../../../core/units/geometry.ts";
import { type StageView, toView } from "../stage-pages.ts";

/** CSS pixels along the edge from the corner, where the handle is. */
const FROM_CORNER = 16;

export interface PortPlaces {
  /** CSS pixels of the window. */
  readonly way: { readonly in: Point; readonly out: Point };
  /** The lower right corner. */
  readonly corner: Point;
}

export function portPlaces(placement: FramePlacement, view: StageView): PortPlaces {
  const { width, height } = placement;
  const matrix = placementMatrix(placement);
  const down = Math.min(FROM_CORNER / view.scale, height / 2);
  const at = (x: number, y: number): Point => toView(view, transformPoint(matrix, { x, y }));
  return { way: { in: at(0, down), out: at(width, height - down) }, corner: at(width, height) };
}

/** How much of a text finds no place, lines reckoned by those that did. */
export interface LeftOver {
  readonly characters: number;
  readonly lines: number;
}

export function leftOverOf({ leftOver, columns }: WrittenText): LeftOver | undefined {
  if (leftOver === undefined) return undefined;
  const characters = Array.from(leftOver).length;
  const lines = columns.flatMap((column) => column.lines);
  const shown = lines.reduce((sum, line) => sum + line.text.length, 0);
  const each = lines.length === 0 ? characters : Math.max(1, shown / lines.length);
  return { characters, lines: Math.max(1, Math.ceil(leftOver.length / each)) };
}
