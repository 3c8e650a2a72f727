/** The bars of bar and column charts, before they are laid level or upright. */

import { scaleBand } from "d3-scale";
import type { ChartModel } from "./chart-model.ts";
import type { ValueAxis } from "./value-axis.ts";

/** One bar, its category axis in points and its value axis as shares. */
export interface BarMark {
  readonly category: number;
  readonly series: number;
  readonly value: number;
  /** Along the axis of categories, points from its start. */
  readonly at: number;
  readonly thickness: number;
  /** Along the axis of values, 0–1: `from` is nearer to zero. */
  readonly from: number;
  readonly to: number;
}

/** All bars of a chart and the measures they share. */
export interface BarMarks {
  readonly bars: readonly BarMark[];
  /** Middle of every category. */
  readonly centers: readonly number[];
  /** Distance from one category to the next. */
  readonly step: number;
  readonly thickness: number;
  /** Where the value 0, or the end nearest to it, lies. */
  readonly zero: number;
}

/** Bars over `length` points of categories, none thicker than `thickest`. */
export function barMarks(model: ChartModel, axis: ValueAxis, length: number, thickest: number): BarMarks {
  const lanes = model.stacked ? 1 : model.series.length;
  const band = scaleBand<number>()
    .domain(model.categories.map((_, index) => index))
    .range([0, length])
    .paddingInner(lanes > 1 ? 0.28 : 0.34)
    .paddingOuter(lanes > 1 ? 0.14 : 0.17);
  const gap = lanes > 1 ? Math.min(1.5, band.bandwidth() / lanes / 8) : 0;
  const thickness = Math.min(thickest, (band.bandwidth() - gap * (lanes - 1)) / lanes);
  const width = thickness * lanes + gap * (lanes - 1);
  const centers = model.categories.map((_, index) => (band(index) ?? 0) + band.bandwidth() / 2);
  const zero = axis.share(0);
  const bars: BarMark[] = [];
  for (const [category, center] of centers.entries()) {
    let above = 0;
    let below = 0;
    for (const [series, { values }] of model.series.entries()) {
      const value = values[category];
      if (value === undefined) continue;
      const lane = model.stacked ? 0 : series;
      const base = !model.stacked ? 0 : value >= 0 ? above : below;
      if (value >= 0) above += value;
      else below += value;
      bars.push({
        category,
        series,
        value,
        at: center - width / 2 + lane * (thickness + gap),
        thickness,
        from: model.stacked ? axis.share(base) : zero,
        to: axis.share(base + value),
      });
    }
  }
  return { bars, centers, step: band.step(), thickness, zero };
}

/** A bar that starts elsewhere than at zero lies about its size. */
export function reportTruncation(model: ChartModel, axis: ValueAxis): void {
  const baseline = axis.minimum > 0 ? axis.minimum : axis.maximum < 0 ? axis.maximum : undefined;
  if (baseline !== undefined) model.report({ kind: "truncated-axis", baseline: model.format(baseline) });
}

/** Sum of a category's values where they are stacked. */
export const categoryTotal = (model: ChartModel, category: number): number =>
  model.series.reduce((sum, { values }) => sum + (values[category] ?? 0), 0);
