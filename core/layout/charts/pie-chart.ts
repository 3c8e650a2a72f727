/** Pies and donuts: parts of one whole, each named beside its slice. */

import type { Color } from "../../color/color.ts";
import type { Point, Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { pointAt, ringSectorPath } from "../frames/path-shapes.ts";
import { labelColorOn } from "./chart-colors.ts";
import { filled, GRID_WIDTH, rule } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
import type { ChartLabel } from "./chart-text.ts";
import { layoutLegend } from "./legend.ts";
import { spreadLabels } from "./spread-labels.ts";

interface Slice {
  readonly label: ChartLabel;
  readonly color: Color;
  readonly value: number;
  readonly share: number;
  /** Degrees clockwise from twelve o'clock. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
}

const DONUT_HOLE = 0.58;
/** White between slices, points. */
const SEAM = 0.8;
/** Below this share a figure finds no room in its slice. */
const LEAST_LABELLED = 0.045;
/** With more slices, or with several slivers, names beside them crowd, and a legend is clearer. */
const MOST_NAMED = 9;
const SLIVER = 0.035;
const MOST_SLIVERS = 1;
const NAMES_SHARE = 0.31;

/** A full pie of the first series. */
export const layoutPieChart = (model: ChartModel): readonly DisplayItem[] => layoutRound(model, 0);
/** A ring of the first series, the sum of shown values in its middle. */
export const layoutDonutChart = (model: ChartModel): readonly DisplayItem[] => layoutRound(model, DONUT_HOLE);

function layoutRound(model: ChartModel, hole: number): readonly DisplayItem[] {
  const slices = slicesOf(model);
  if (slices.length === 0) {
    model.report({ kind: "no-values" });
    return [];
  }
  const slivers = slices.filter(({ share }) => share < SLIVER).length;
  const crowded = slices.length > MOST_NAMED || slivers > MOST_SLIVERS;
  const beside = model.area.width > model.area.height * 1.25 ? "right" : "bottom";
  const position = model.legend ?? (crowded ? beside : undefined);
  if (position === undefined || position === "none") return namedSlices(model, slices, hole, position === undefined);
  // Sizes do not depend on the legend's words, so slices too small for their figures can be told before.
  const guess = Math.min(model.area.width, model.area.height) / 2;
  const entries = slices.map((slice) => ({ ...slice, label: fullName(model, slice, guess * 0.8, hole) }));
  const legend = layoutLegend(entries, position, model.area, model.text);
  const radius = Math.min(legend.rest.width, legend.rest.height) / 2;
  return [...legend.items, ...sliceItems(model, slices, middleOf(legend.rest), radius, hole)];
}

/** The figure in a slice, or undefined where it has no room there. */
function figureInside(model: ChartModel, slice: Slice, radius: number, hole: number): ChartLabel | undefined {
  const { text } = model;
  if (slice.share < LEAST_LABELLED) return undefined;
  const label = text.figures(figureOf(model, slice));
  const { width, height } = text.measure(label, Number.POSITIVE_INFINITY);
  const inner = radius * hole;
  const room = hole > 0 ? (radius - inner) * 0.96 : radius * 0.7;
  const chord = 2 * figureRadius(radius, hole) * Math.sin(Math.min(Math.PI / 2, slice.share * Math.PI));
  const angle = (slice.middle * Math.PI) / 180;
  const needed = Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * height * 0.8;
  return width > room || needed > chord ? undefined : label;
}

const figureRadius = (radius: number, hole: number): number => (hole > 0 ? (radius * (1 + hole)) / 2 : radius * 0.66);

const figureOf = (model: ChartModel, { value, share }: Slice): string =>
  model.values ? model.formatValue(value) : `${model.format(share * 100, share < 0.0195 ? 1 : 0)}%`;

/** The slice's name, with its figure where the slice itself has no room for it. */
function fullName(model: ChartModel, slice: Slice, radius: number, hole: number): ChartLabel {
  if (figureInside(model, slice, radius, hole)) return slice.label;
  return model.text.withFigures(slice.label, figureOf(model, slice));
}

function slicesOf(model: ChartModel): readonly Slice[] {
  const { series, categories, categoryColors } = model;
  if (series.length > 1) model.report({ kind: "extra-series", used: 1, given: series.length });
  const values = categories.map((_, index) => series[0]?.values[index] ?? 0);
  const negative = values.filter((value) => value < 0).length;
  if (negative > 0) model.report({ kind: "negative-slices", count: negative });
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (total <= 0) return [];
  let reached = 0;
  return categories.flatMap((label, index) => {
    const value = values[index] ?? 0;
    const color = categoryColors[index];
    if (value <= 0 || !color) return [];
    const from = (reached / total) * 360;
    reached += value;
    const to = (reached / total) * 360;
    return [{ label, color, value, share: value / total, from, to, middle: (from + to) / 2 }];
  });
}

/** Names in a column at either side, tied to their slices by thin lines. */
function namedSlices(
  model: ChartModel,
  slices: readonly Slice[],
  hole: number,
  named: boolean,
): readonly DisplayItem[] {
  const { area, text } = model;
  const center = middleOf(area);
  if (!named) return sliceItems(model, slices, center, Math.min(area.width, area.height) / 2, hole);
  const single = Number.POSITIVE_INFINITY;
  const widest = Math.max(...slices.map(({ label }) => text.measure(label, single).width));
  const limit = area.width * NAMES_SHARE;
  const reach = text.size * 2;
  // Names above and below the pie need their own height there.
  const tallest = Math.max(...slices.map(({ label }) => text.measure(label, limit).height));
  const radiusFor = (names: number) =>
    Math.max(0, Math.min(area.height / 2 - tallest * 0.8, area.width / 2 - names - reach));
  const guess = radiusFor(Math.min(limit, widest));
  const full = slices.map((slice) => ({ ...slice, label: fullName(model, slice, guess, hole) }));
  const names = Math.min(limit, Math.max(...full.map(({ label }) => text.measure(label, single).width)));
  const radius = radiusFor(names);
  const items = [...sliceItems(model, slices, center, radius, hole)];
  for (const side of ["left", "right"] as const) {
    const mine = full.filter(({ middle }) => (side === "right") === middle < 180);
    const wishes = mine.map(({ label, middle }) => ({
      middle: pointAt(center, radius + reach * 0.5, middle).y,
      height: text.measure(label, names).height,
    }));
    const middles = spreadLabels(wishes, area.y, area.y + area.height);
    for (const [index, slice] of mine.entries()) {
      items.push(...nameItems(model, slice, center, radius, middles[index] ?? 0, names, side));
    }
  }
  return items;
}

function nameItems(
  model: ChartModel,
  slice: Slice,
  center: Point,
  radius: number,
  y: number,
  width: number,
  side: "left" | "right",
): readonly DisplayItem[] {
  const { text } = model;
  const sign = side === "right" ? 1 : -1;
  const edge = pointAt(center, radius + text.size * 0.15, slice.middle);
  const elbow = pointAt(center, radius + text.size * 0.75, slice.middle);
  const near = center.x + sign * (radius + text.size * 1.55);
  // The line runs out from the slice first and then level to the name, never back over the pie.
  const turn = {
    x: sign > 0 ? Math.min(Math.max(elbow.x, center.x), near) : Math.max(Math.min(elbow.x, center.x), near),
    y,
  };
  const x = sign > 0 ? near + text.size * 0.35 : near - text.size * 0.35 - width;
  return [
    rule([[edge, turn, { x: near, y }]], text.baselineColor, GRID_WIDTH),
    ...text.place(slice.label, {
      x,
      y,
      width,
      align: side === "right" ? "start" : "end",
      anchor: "middle",
    }),
  ];
}

function sliceItems(
  model: ChartModel,
  slices: readonly Slice[],
  center: Point,
  radius: number,
  hole: number,
): readonly DisplayItem[] {
  if (radius <= 0) return [];
  const { text } = model;
  const inner = radius * hole;
  const items: DisplayItem[] = slices.map(({ from, to, color }) => {
    // The seam is cut from the slices themselves, so that whatever lies behind the chart shows in it.
    const cut = slices.length > 1 ? Math.min((to - from) / 3, ((SEAM / 2 / radius) * 180) / Math.PI) : 0;
    return filled(ringSectorPath(center, inner, radius, from + cut, to - cut), color);
  });
  for (const slice of slices) {
    const label = figureInside(model, slice, radius, hole);
    if (!label) continue;
    const { width } = text.measure(label, Number.POSITIVE_INFINITY);
    const at = pointAt(center, figureRadius(radius, hole), slice.middle);
    const tone = labelColorOn(slice.color, text.color);
    items.push(...text.place(label, { x: at.x - width / 2, y: at.y, width, align: "center", anchor: "middle", tone }));
  }
  return hole > 0 && model.values ? [...items, ...totalItems(model, slices, center, inner)] : items;
}

/** The whole in the hole of a donut. */
function totalItems(model: ChartModel, slices: readonly Slice[], center: Point, inner: number): readonly DisplayItem[] {
  const total = slices.reduce((sum, { value }) => sum + value, 0);
  const label = model.text.figures(model.formatValue(total), "strong");
  const { width } = model.text.measure(label, Number.POSITIVE_INFINITY);
  if (width > inner * 1.7) return [];
  const place = { x: center.x - width / 2, y: center.y, width, align: "center", anchor: "middle" } as const;
  return model.text.place(label, place);
}

const middleOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
