/** Where a gradient runs in its frame, and what pulling at its ends and stops makes of it; lengths in any one unit. */

import type { Point } from "../../../core/units/geometry.ts";
import { type Gradient, stopPlace, stopsOf, withStops } from "./gradient.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GradientLine {
  readonly start: Point;
  readonly end: Point;
}

/** From where the first colour is to where the last one is, as it is painted: `createStyleResolver` says the same of the page. */
export function gradientLine(gradient: Gradient, { width, height }: Size): GradientLine {
  if ("radial" in gradient) {
    const { center, radius } = gradient.radial;
    const start = { x: center.x * width, y: center.y * height };
    return { start, end: { x: start.x + radius * Math.max(width, height), y: start.y } };
  }
  const angle = (gradient.linear.angle * Math.PI) / 180;
  const reach = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
  const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
  return {
    start: { x: width / 2 - dx, y: height / 2 - dy },
    end: { x: width / 2 + dx, y: height / 2 + dy },
  };
}

/** A place on the line, 0 at its start. */
export const onLine = ({ start, end }: GradientLine, at: number): Point => ({
  x: start.x + (end.x - start.x) * at,
  y: start.y + (end.y - start.y) * at,
});

export type LineEnd = "start" | "end";

/** Degrees between the directions a linear gradient stops at while Shift is held. */
const TURN_STEP = 15;
const LEAST_RADIUS = 0.01;
const MOST_RADIUS = 3;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** An end pulled to a point: a linear gradient turns about the middle of the frame, a radial one is moved by its middle and sized by its rim. */
export function pullEnd(gradient: Gradient, size: Size, which: LineEnd, to: Point, inSteps: boolean): Gradient {
  const { width, height } = size;
  if ("linear" in gradient) {
    const way = which === "end" ? 1 : -1;
    const turned = (Math.atan2((to.y - height / 2) * way, (to.x - width / 2) * way) * 180) / Math.PI;
    const angle = inSteps ? Math.round(turned / TURN_STEP) * TURN_STEP : Math.round(turned);
    return { linear: { ...gradient.linear, angle: (angle + 360) % 360 } };
  }
  const { radial } = gradient;
  if (which === "start") {
    const center = { x: within(to.x / width, 0, 1), y: within(to.y / height, 0, 1) };
    return { radial: { ...radial, center } };
  }
  const { start } = gradientLine(gradient, size);
  const radius = Math.hypot(to.x - start.x, to.y - start.y) / Math.max(width, height);
  return { radial: { ...radial, radius: within(radius, LEAST_RADIUS, MOST_RADIUS) } };
}

/** A stop pulled along the line to the place nearest to a point, never past its neighbours. */
export function pullStop(gradient: Gradient, size: Size, index: number, to: Point): Gradient {
  const { start, end } = gradientLine(gradient, size);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  return placeStop(gradient, index, length === 0 ? 0 : ((to.x - start.x) * dx + (to.y - start.y) * dy) / length);
}

/** A stop put at a place of the line, never past its neighbours. */
export function placeStop(gradient: Gradient, index: number, at: number): Gradient {
  const stops = stopsOf(gradient);
  const stop = stops[index];
  if (!stop) return gradient;
  const least = stops[index - 1]?.at ?? 0;
  const most = stops[index + 1]?.at ?? 1;
  return withStops(gradient, stops.with(index, { ...stop, at: within(stopPlace(at), least, most) }));
}
