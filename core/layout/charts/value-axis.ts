/** The scale of values: a domain with round ends and the ticks on it. */

import { scaleLinear } from "d3-scale";
import type { ChartModel } from "./chart-model.ts";

/** A linear scale of values. */
export interface ValueAxis {
  readonly minimum: number;
  readonly maximum: number;
  readonly ticks: readonly number[];
  /** Decimals that tell neighbouring ticks apart. */
  readonly decimals: number;
  /** 0 at the minimum, 1 at the maximum; values outside are cut to the nearer end. */
  share(value: number): number;
}

/** The range of the values shown. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
}

/** Lowest and highest of the values, of their sums by sign where they are stacked; undefined where there are none. */
export function valueExtent(model: ChartModel): Extent | undefined {
  const sums = model.categories.map((_, index) => {
    const values = model.series.flatMap((series) => series.values[index] ?? []);
    if (!model.stacked) return values;
    return [
      values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
      values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
    ];
  });
  const all = sums.flat();
  if (all.length === 0) return undefined;
  return { lowest: Math.min(...all), highest: Math.max(...all) };
}

/** Round ends round the extent, save where the chart names its own; about `count` ticks. */
export function valueAxis(model: ChartModel, { lowest, highest }: Extent, count: number): ValueAxis {
  let { minimum: givenMinimum, maximum: givenMaximum } = model.axis;
  if ((givenMinimum ?? Math.min(lowest, 0)) >= (givenMaximum ?? Math.max(highest, 0, (givenMinimum ?? 0) + 1e-9))) {
    model.report({ kind: "bad-axis" });
    givenMinimum = undefined;
    givenMaximum = undefined;
  }
  const from = givenMinimum ?? lowest;
  const to = givenMaximum ?? highest;
  const flat = from === to;
  const domain = flat ? [Math.min(0, from), to > 0 ? to : from < 0 ? 0 : 1] : [from, to];
  // The number of ticks asked for is a wish only; a round step can give nearly twice as many.
  let wish = count;
  while (wish > 2 && scaleLinear().domain(domain).nice(wish).ticks(wish).length > count + 1) wish -= 1;
  const [niceMinimum = 0, niceMaximum = 1] = scaleLinear().domain(domain).nice(wish).domain();
  const minimum = givenMinimum ?? niceMinimum;
  const maximum = givenMaximum ?? niceMaximum;
  const ticks = scaleLinear().domain([minimum, maximum]).ticks(wish);
  const step = Math.abs((ticks[1] ?? maximum) - (ticks[0] ?? minimum));
  reportOutside(model, { lowest, highest }, minimum, maximum);
  return {
    minimum,
    maximum,
    ticks,
    decimals: step > 0 ? Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0,
    share: (value) => Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum))),
  };
}

function reportOutside(model: ChartModel, extent: Extent, minimum: number, maximum: number): void {
  const slack = (maximum - minimum) * 1e-9;
  if (extent.lowest >= minimum - slack && extent.highest <= maximum + slack) return;
  const outside = model.series
    .flatMap((series) => series.values)
    .filter((value) => value !== undefined && (value < minimum || value > maximum));
  model.report({ kind: "outside-axis", count: Math.max(1, outside.length) });
}
