/** Highlights, underlines, strikethroughs and links of a line. */

import type { Color } from "../color/color.ts";
import { linkAddress } from "../document/link-address.ts";
import type { DisplayItem, PlacedPath } from "../layout/display-list.ts";
import { sameColor } from "./compare-colors.ts";
import type { Segment } from "./line-segments.ts";
import type { PreparedRun } from "./prepared-paragraph.ts";

export interface Decorations {
  readonly behind: readonly DisplayItem[];
  readonly inFront: readonly DisplayItem[];
}

const NOTHING: Decorations = { behind: [], inFront: [] };

/** Decorations of the segments that show, relative to the baseline. */
export function decorateLine(segments: readonly Segment[]): Decorations {
  if (!segments.some(({ run }) => isDecorated(run))) return NOTHING;
  const behind: DisplayItem[] = [];
  const inFront: DisplayItem[] = [];
  for (const { run, left, right } of stretches(segments, ({ style }) => style.highlight, sameColor)) {
    if (run.style.highlight) behind.push(bar(left, -reachAbove(run), right, reachBelow(run), run.style.highlight));
  }
  for (const { run, left, right } of stretches(segments, underlined, alike)) {
    const { unitsPerEm, underline } = run.context.face;
    const top = -run.shift - (underline.position * run.size) / unitsPerEm;
    const thickness = (underline.thickness * run.size) / unitsPerEm;
    inFront.push(bar(left, top, right, top + thickness, run.style.color));
  }
  for (const { run, left, right } of stretches(segments, struck, alike)) {
    const { unitsPerEm, underline, xHeight } = run.context.face;
    const middle = -run.shift - (xHeight * run.size) / unitsPerEm / 2;
    const thickness = (underline.thickness * run.size) / unitsPerEm;
    inFront.push(bar(left, middle - thickness / 2, right, middle + thickness / 2, run.style.color));
  }
  for (const { run, left, right } of stretches(segments, ({ style }) => style.link, Object.is)) {
    const uri = run.style.link === undefined ? undefined : linkAddress(run.style.link);
    if (uri === undefined) continue;
    const rect = { x: left, y: -reachAbove(run), width: right - left, height: reachAbove(run) + reachBelow(run) };
    inFront.push({ kind: "link", rect, target: { uri } });
  }
  return { behind, inFront };
}

const isDecorated = ({ style }: PreparedRun): boolean =>
  style.underline || style.strikethrough || style.highlight !== undefined || style.link !== undefined;

/** Lines of one colour, size and font join across runs. */
const alike = (one: PreparedRun, other: PreparedRun): boolean =>
  one.context.face === other.context.face &&
  one.size === other.size &&
  one.shift === other.shift &&
  sameColor(one.style.color, other.style.color);

const underlined = (run: PreparedRun): PreparedRun | undefined => (run.style.underline ? run : undefined);
const struck = (run: PreparedRun): PreparedRun | undefined => (run.style.strikethrough ? run : undefined);

const reachAbove = (run: PreparedRun): number => run.context.band.above * run.size + run.shift;
const reachBelow = (run: PreparedRun): number => run.context.band.below * run.size - run.shift;

interface Stretch {
  readonly run: PreparedRun;
  readonly left: number;
  right: number;
}

/** Neighbouring segments for which `valueIn` gives equal values, other than undefined, from end to end. */
function stretches<Value>(
  segments: readonly Segment[],
  valueIn: (run: PreparedRun) => Value | undefined,
  equal: (one: Value, other: Value) => boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let current: Stretch | undefined;
  let value: Value | undefined;
  for (const segment of segments) {
    const own = valueIn(segment.run);
    const right = segment.x + segment.width;
    if (own !== undefined && value !== undefined && current && equal(own, value)) {
      current.right = right;
    } else {
      current = own === undefined ? undefined : { run: segment.run, left: segment.x, right };
      if (current) found.push(current);
      value = own;
    }
  }
  return found;
}

const bar = (left: number, top: number, right: number, bottom: number, color: Color): PlacedPath => ({
  kind: "path",
  path: [["M", left, top], ["L", right, top], ["L", right, bottom], ["L", left, bottom], ["Z"]],
  fill: { kind: "solid", color },
});
