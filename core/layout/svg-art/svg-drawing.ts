/** What one reading of an SVG file keeps in hand while it draws. */

import { type Matrix, multiply } from "../../units/geometry.ts";
import type { SvgElement } from "./svg-element.ts";
import { shapePath, type Viewport } from "./svg-shapes.ts";
import { parseTransform } from "./svg-values.ts";

/** Path commands and elements drawn in all, copies by `use` and cutting outlines included. */
const MOST_DRAWN = 1_000_000;
/** What a display item weighs beside its path. */
export const ITEM_COST = 10;

/** The state of one reading; `drawn` counts towards the limit. */
export interface Drawing {
  readonly elements: ReadonlyMap<string, SvgElement>;
  readonly skip: (name: string) => void;
  readonly viewport: Viewport;
  /** Shapes already read: `use` may show one many times. */
  readonly shapes: Map<SvgElement, ReturnType<typeof shapePath>>;
  drawn: number;
}

/** False once the picture has grown beyond what any honest drawing holds; copies of copies get there fast. */
export function afford(cost: number, drawing: Drawing): boolean {
  drawing.drawn += cost;
  if (drawing.drawn <= MOST_DRAWN) return true;
  drawing.skip(`> ${MOST_DRAWN}`);
  return false;
}

/** The geometry of a shape element, read once. */
export function shapeOf(element: SvgElement, drawing: Drawing): ReturnType<typeof shapePath> {
  const shape = drawing.shapes.get(element) ?? shapePath(element, drawing.viewport);
  drawing.shapes.set(element, shape);
  return shape;
}

/** The element's own transform inside `outer`. */
export function placeOf(element: SvgElement, outer: Matrix, drawing: Drawing): Matrix {
  const text = element.attributes.get("transform");
  if (text === undefined) return outer;
  const own = parseTransform(text);
  if (!own) drawing.skip(`transform="${text.slice(0, 40)}"`);
  return own ? multiply(outer, own) : outer;
}
