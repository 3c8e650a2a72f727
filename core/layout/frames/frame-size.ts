/** A frame's own rectangle: points, its top left corner at the origin. */

import type { Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";

/** The rectangle of a frame whose size is in millimetres. */
export function frameRect(frame: { readonly width: number; readonly height: number }): Rect {
  return { x: 0, y: 0, width: mmToPt(frame.width), height: mmToPt(frame.height) };
}

/** True where there is nothing to draw in. */
export const isEmptyRect = (rect: Rect): boolean => rect.width <= 0 || rect.height <= 0;
