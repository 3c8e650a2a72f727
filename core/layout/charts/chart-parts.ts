/** What bar, column and line charts share. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import type { ChartModel } from "./chart-model.ts";
import { layoutLegend } from "./legend.ts";
import type { ValueAxis } from "./value-axis.ts";

/** What is drawn already, and the area left for the rest. */
export interface ChartGround {
  readonly items: readonly DisplayItem[];
  readonly area: Rect;
}

/** The legend of the series where one is wanted: above the chart unless told, none for a single series. */
export function seriesLegend(model: ChartModel): ChartGround {
  const position = model.legend ?? (model.series.length > 1 ? "top" : "none");
  if (position === "none") return { items: [], area: model.area };
  const entries = model.series.map(({ name, color }) => ({ label: name, color }));
  const { items, rest } = layoutLegend(entries, position, model.area, model.text);
  return { items, area: rest };
}

/** How many ticks suit an axis of this length. */
export const tickCount = (length: number, spacing: number): number =>
  Math.max(2, Math.min(6, Math.round(length / spacing)));

/** Longer suffixes stand at the last tick only, as a unit written once. */
const SHORT_SUFFIX = 2;

/** True where the unit is a word or two rather than a sign. */
export const hasLongSuffix = ({ suffix }: ChartModel): boolean => suffix.trim().length > SHORT_SUFFIX;

/** Tick labels; a short suffix such as `%` is on each, a long one on the last only. */
export function tickTexts(model: ChartModel, axis: ValueAxis): readonly string[] {
  return axis.ticks.map((tick, index) => {
    const figure = model.format(tick, axis.decimals);
    const last = index === axis.ticks.length - 1;
    return last || !hasLongSuffix(model) ? figure + model.suffix : figure;
  });
}
