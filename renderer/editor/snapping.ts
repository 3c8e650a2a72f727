/** Snapping: edges and middles of what is moved come to rest on guides, margins, pages and other frames. */

import type { Rect } from "../../core/units/geometry.ts";

/** A place on one axis something may come to rest on, and how far the line shown for it reaches on the other. */
export interface SnapTarget {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Draws no line while something rests on it. */
  readonly isQuiet?: boolean;
}

/** By axis: `x` holds vertical lines. */
export interface SnapTargets {
  readonly x: readonly SnapTarget[];
  readonly y: readonly SnapTarget[];
}

/** A line shown while something rests on it. */
export interface SmartGuide extends SnapTarget {
  readonly axis: "x" | "y";
}

export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly SmartGuide[];
}

/** Edges and middle of a rectangle as targets. */
export function targetsOf(rect: Rect): SnapTargets {
  const { x, y, width, height } = rect;
  return {
    x: [x, x + width / 2, x + width].map((at) => ({ at, from: y, to: y + height })),
    y: [y, y + height / 2, y + height].map((at) => ({ at, from: x, to: x + width })),
  };
}

export const joinTargets = (all: readonly SnapTargets[]): SnapTargets => ({
  x: all.flatMap((targets) => targets.x),
  y: all.flatMap((targets) => targets.y),
});

/** How far `moved` goes to rest on the nearest targets no further than `reach`, on each axis by itself. */
export function snapRect(moved: Rect, targets: SnapTargets, reach: number): Snapped {
  const own = targetsOf(moved);
  const x = nearest(own.x, targets.x, reach);
  const y = nearest(own.y, targets.y, reach);
  const placed = { ...moved, x: moved.x + x, y: moved.y + y };
  return { dx: x, dy: y, guides: guidesAt(placed, targets) };
}

/** The same for edges that are dragged while the opposite ones stay. */
export function snapEdges(
  rect: Rect,
  edges: { readonly x?: "start" | "end" | undefined; readonly y?: "start" | "end" | undefined },
  targets: SnapTargets,
  reach: number,
): Snapped {
  const own = targetsOf(rect);
  const edge = (list: readonly SnapTarget[], which: "start" | "end" | undefined): readonly SnapTarget[] => {
    if (which === undefined) return [];
    return which === "start" ? list.slice(0, 1) : list.slice(2);
  };
  const dx = nearest(edge(own.x, edges.x), targets.x, reach);
  const dy = nearest(edge(own.y, edges.y), targets.y, reach);
  const placed = resized(rect, edges, dx, dy);
  const guides = guidesAt(placed, targets).filter(({ axis }) => edges[axis] !== undefined);
  return { dx, dy, guides };
}

function resized(
  rect: Rect,
  edges: { readonly x?: "start" | "end" | undefined; readonly y?: "start" | "end" | undefined },
  dx: number,
  dy: number,
): Rect {
  return {
    x: edges.x === "start" ? rect.x + dx : rect.x,
    y: edges.y === "start" ? rect.y + dy : rect.y,
    width: edges.x === "start" ? rect.width - dx : rect.width + dx,
    height: edges.y === "start" ? rect.height - dy : rect.height + dy,
  };
}

function nearest(own: readonly SnapTarget[], targets: readonly SnapTarget[], reach: number): number {
  let way = 0;
  let least = reach;
  for (const { at } of own) {
    for (const target of targets) {
      const distance = Math.abs(target.at - at);
      if (distance >= least) continue;
      least = distance;
      way = target.at - at;
    }
  }
  return way;
}

/** Rounding to thousandths of a millimetre may leave this much between a frame and what it rests on. */
const TOUCHING = 0.002;

function guidesAt(rect: Rect, targets: SnapTargets): readonly SmartGuide[] {
  const own = targetsOf(rect);
  const guides: SmartGuide[] = [];
  for (const axis of ["x", "y"] as const) {
    for (const edge of own[axis]) {
      const resting = targets[axis].filter(
        (target) => target.isQuiet !== true && Math.abs(target.at - edge.at) < TOUCHING,
      );
      if (resting.length === 0) continue;
      const from = Math.min(edge.from, ...resting.map((target) => target.from));
      const to = Math.max(edge.to, ...resting.map((target) => target.to));
      guides.push({ axis, at: edge.at, from, to });
    }
  }
  return guides;
}
