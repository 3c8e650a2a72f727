/** The key of a chart: a patch of colour and a name for every series or slice. */

import type { Color } from "../../color/color.ts";
import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { roundedRectanglePath } from "../frames/path-shapes.ts";
import { filled } from "./chart-marks.ts";
import type { ChartLabel, ChartText } from "./chart-text.ts";

/** One name and its colour. */
export interface LegendEntry {
  readonly label: ChartLabel;
  readonly color: Color;
}

/** A placed legend. */
export interface LegendLayout {
  readonly items: readonly DisplayItem[];
  /** What is left of the area for the chart. */
  readonly rest: Rect;
}

/** Most of the width that a legend at the side may take. */
const SIDE_SHARE = 0.38;

/** The legend at its edge of the area: in rows above or below, in a column at the right. */
export function layoutLegend(
  entries: readonly LegendEntry[],
  position: "top" | "right" | "bottom",
  area: Rect,
  text: ChartText,
): LegendLayout {
  const patch = text.size * 0.8;
  const gap = text.size * 0.5;
  if (position === "right") return sideLegend(entries, area, text, patch, gap);
  const most = area.width - patch - gap;
  const rows: { entry: LegendEntry; x: number; width: number; height: number }[][] = [[]];
  let x = 0;
  for (const entry of entries) {
    const single = text.measure(entry.label, Number.POSITIVE_INFINITY);
    const { width, height } = single.width > most ? text.measure(entry.label, most) : single;
    const whole = patch + gap + width;
    if (x > 0 && x + whole > area.width + 0.01) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ entry, x, width, height });
    x += whole + text.size * 1.6;
  }
  const heights = rows.map((row) => Math.max(0, ...row.map((one) => one.height)));
  const total = heights.reduce((sum, height) => sum + height, 0);
  const items: DisplayItem[] = [];
  let y = position === "top" ? area.y : area.y + area.height - total;
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0;
    for (const one of row) items.push(...entryItems(one.entry, area.x + one.x, y, one.width, height, patch, gap, text));
    y += height;
  }
  const used = total + text.size * 0.9;
  const rest = { ...area, height: Math.max(0, area.height - used) };
  return { items, rest: position === "top" ? { ...rest, y: area.y + used } : rest };
}

function sideLegend(
  entries: readonly LegendEntry[],
  area: Rect,
  text: ChartText,
  patch: number,
  gap: number,
): LegendLayout {
  const most = area.width * SIDE_SHARE - patch - gap;
  const sizes = entries.map(({ label }) => {
    const single = text.measure(label, Number.POSITIVE_INFINITY);
    return single.width > most ? text.measure(label, most) : single;
  });
  const width = Math.min(most, Math.max(0, ...sizes.map((size) => size.width)));
  const between = text.size * 0.25;
  const total = sizes.reduce((sum, size) => sum + size.height + between, -between);
  const left = area.x + area.width - width - patch - gap;
  let y = area.y + Math.max(0, (area.height - total) / 2);
  const items: DisplayItem[] = [];
  for (const [index, entry] of entries.entries()) {
    const height = sizes[index]?.height ?? 0;
    items.push(...entryItems(entry, left, y, width, height, patch, gap, text));
    y += height + between;
  }
  return { items, rest: { ...area, width: Math.max(0, left - area.x - text.size * 1.6) } };
}

function entryItems(
  { label, color }: LegendEntry,
  x: number,
  y: number,
  width: number,
  height: number,
  patch: number,
  gap: number,
  text: ChartText,
): readonly DisplayItem[] {
  const lines = text.measure(label, width + 0.01).lineCount;
  const middle = y + height / Math.max(1, lines) / 2;
  const box = { x, y: middle - patch / 2, width: patch, height: patch };
  const radius = patch * 0.15;
  return [
    filled(roundedRectanglePath(box, [radius, radius, radius, radius]), color),
    ...text.place(label, { x: x + patch + gap, y, width, align: "start", anchor: "top" }),
  ];
}
