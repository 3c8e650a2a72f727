/** Where frames stand, in millimetres of their page or group. */

import { type Matrix, multiply, type Rect, rotation, transformBounds, translation } from "../units/geometry.ts";
import type { Frame } from "./schema/frames.ts";

/** Place, size and turn of a frame: the rectangle before it is turned about its centre. */
export interface FramePlacement extends Rect {
  /** Degrees, clockwise. */
  readonly rotation: number;
}

export const placementOf = ({ x, y, width, height, rotation: turn }: Frame): FramePlacement => ({
  x,
  y,
  width,
  height,
  rotation: turn ?? 0,
});

/** From a frame's own top left corner to the coordinates the frame stands in. */
export function placementMatrix({ x, y, width, height, rotation: turn }: FramePlacement): Matrix {
  const position = translation(x, y);
  return turn === 0 ? position : multiply(position, rotation(turn, { x: width / 2, y: height / 2 }));
}

/** The smallest upright rectangle around the turned frame. */
export function placementBounds(placement: FramePlacement): Rect {
  const { x, y, width, height, rotation: turn } = placement;
  if (turn === 0) return { x, y, width, height };
  return transformBounds(placementMatrix(placement), { x: 0, y: 0, width, height });
}

/** The smallest upright rectangle around all of them; undefined for none. */
export function boundsAround(rects: Iterable<Rect>): Rect | undefined {
  let bounds: Rect | undefined;
  for (const rect of rects) {
    if (!bounds) {
      bounds = rect;
      continue;
    }
    const x = Math.min(bounds.x, rect.x);
    const y = Math.min(bounds.y, rect.y);
    bounds = {
      x,
      y,
      width: Math.max(bounds.x + bounds.width, rect.x + rect.width) - x,
      height: Math.max(bounds.y + bounds.height, rect.y + rect.height) - y,
    };
  }
  return bounds;
}

/** Degrees brought into (-180, 180], as projects keep them. */
export function normalizeRotation(degrees: number): number {
  const turn = degrees % 360;
  if (turn > 180) return turn - 360;
  return turn <= -180 ? turn + 360 : turn;
}

/** Millimetres as projects keep them: to the thousandth, finer than any press, without the dust of computing. */
export const roundMm = (value: number): number => Math.round(value * 1_000) / 1_000 || 0;
