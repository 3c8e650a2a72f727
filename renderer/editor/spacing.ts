/** Even spacing: what is moved comes to rest where gaps become equal, what is resized where it becomes as large as another. */

import type { Rect } from "../../core/units/geometry.ts";

type Axis = "x" | "y";
const SIZE = { x: "width", y: "height" } as const;
const ACROSS = { x: "y", y: "x" } as const;

/** A distance shown with its length: from `from` to `to` along `axis`, `at` on the other axis. */
export interface GapMark {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

export interface Spaced {
  /** How far it goes along the axis. */
  readonly way: number;
  readonly marks: readonly GapMark[];
}

/** The nearest place along the axis, no further than `reach`, where gaps between neighbours in one row become equal. */
export function evenGaps(axis: Axis, moved: Rect, others: readonly Rect[], reach: number): Spaced | undefined {
  const row = others.filter((other) => overlaps(ACROSS[axis], moved, other)).sort((a, b) => a[axis] - b[axis]);
  const length = moved[SIZE[axis]];
  const middle = moved[axis] + length / 2;
  const before = row.filter((other) => other[axis] + other[SIZE[axis]] / 2 < middle);
  const after = row.filter((other) => other[axis] + other[SIZE[axis]] / 2 >= middle);
  const left = last(axis, before);
  const right = after[0];
  const places: number[] = [];
  if (left && right) places.push((endOf(axis, left) + right[axis] - length) / 2);
  const [second] = after.slice(1);
  if (right && second) places.push(right[axis] - (second[axis] - endOf(axis, right)) - length);
  const beforeLeft = last(
    axis,
    before.filter((other) => other !== left),
  );
  if (left && beforeLeft) places.push(2 * endOf(axis, left) - endOf(axis, beforeLeft) - left[SIZE[axis]]);
  let best: number | undefined;
  for (const place of places) {
    const distance = Math.abs(place - moved[axis]);
    if (distance < reach && (best === undefined || distance < Math.abs(best - moved[axis]))) best = place;
  }
  if (best === undefined) return undefined;
  const marks = gapsAround(axis, { ...moved, [axis]: best }, row);
  return marks.length < 2 ? undefined : { way: best - moved[axis], marks };
}

const endOf = (axis: Axis, rect: Rect): number => rect[axis] + rect[SIZE[axis]];

const overlaps = (axis: Axis, one: Rect, other: Rect): boolean =>
  one[axis] < endOf(axis, other) && other[axis] < endOf(axis, one);

/** The one that reaches furthest. */
const last = (axis: Axis, rects: readonly Rect[]): Rect | undefined =>
  rects.reduce<Rect | undefined>((far, rect) => (far && endOf(axis, far) >= endOf(axis, rect) ? far : rect), undefined);

/** Rounding may leave this much between gaps that are meant to be equal. Millimetres. */
const SAME = 0.01;

/** Gaps of the row that are as wide as one beside the rectangle, and positive. */
function gapsAround(axis: Axis, placed: Rect, row: readonly Rect[]): readonly GapMark[] {
  const line = [...row, placed].sort((a, b) => a[axis] - b[axis]);
  const gaps = line.slice(1).flatMap((rect, index) => {
    const before = line[index];
    if (!before) return [];
    const from = endOf(axis, before);
    return rect[axis] > from
      ? [{ axis, from, to: rect[axis], at: crossing(axis, before, rect), pair: [before, rect] }]
      : [];
  });
  const own = gaps.filter(({ pair }) => pair.includes(placed)).map(({ from, to }) => to - from);
  return own
    .flatMap((width) => {
      const equal = gaps.filter(({ from, to }) => Math.abs(to - from - width) < SAME);
      return equal.length < 2 ? [] : equal.map(({ from, to, at }) => ({ axis, from, to, at }));
    })
    .filter((mark, index, all) => all.findIndex((other) => other.from === mark.from) === index);
}

/** The middle of what two neighbours have in common across. */
function crossing(axis: Axis, one: Rect, other: Rect): number {
  const across = ACROSS[axis];
  return (Math.max(one[across], other[across]) + Math.min(endOf(across, one), endOf(across, other))) / 2;
}

/** How much a side grows to be as long as the like side of the nearest other rectangle, and the sides that are then equal. */
export function evenSize(axis: Axis, resized: Rect, others: readonly Rect[], reach: number): Spaced | undefined {
  const length = resized[SIZE[axis]];
  let twin: Rect | undefined;
  for (const other of others) {
    const distance = Math.abs(other[SIZE[axis]] - length);
    if (distance < reach && (!twin || distance < Math.abs(twin[SIZE[axis]] - length))) twin = other;
  }
  if (!twin) return undefined;
  return { way: twin[SIZE[axis]] - length, marks: [sideOf(axis, twin)] };
}

/** The side of a rectangle along the axis, as a mark through its middle. */
export const sideOf = (axis: Axis, rect: Rect): GapMark => ({
  axis,
  from: rect[axis],
  to: endOf(axis, rect),
  at: rect[ACROSS[axis]] + rect[SIZE[ACROSS[axis]]] / 2,
});
