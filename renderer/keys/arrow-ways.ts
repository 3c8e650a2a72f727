import type { Point } from "../../core/units/geometry.ts";

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where an arrow key leads, right and down being positive; undefined for other keys. */
export const arrowWay = (key: string): Point | undefined => (Object.hasOwn(WAYS, key) ? WAYS[key] : undefined);
