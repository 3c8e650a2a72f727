/** Names of categories beneath an upright plot, and the level grid behind it. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { GRID_WIDTH, rule } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
import { hasLongSuffix } from "./chart-parts.ts";
import type { ValueAxis } from "./value-axis.ts";

const MOST_LINES = 3;
/** Share of a category's width that its name may take. */
const NAME_SHARE = 0.94;

/** Height of the names when a category is `step` wide, the gap above them included; undefined where they do not fit. */
export function categoryAxisHeight(model: ChartModel, step: number): number | undefined {
  const { text, categories } = model;
  const room = step * NAME_SHARE * thinning(model, step);
  const sizes = categories.map((label) => text.measure(label, room));
  if (sizes.some((size) => size.lineCount > MOST_LINES)) return undefined;
  if (categories.some((label) => text.breaksWords(label, room))) return undefined;
  return Math.max(0, ...sizes.map((size) => size.height)) + text.size * 0.45;
}

/** Every how many-th category is named, counted from the last: years may be left out, names may not. */
function thinning(model: ChartModel, step: number): number {
  if (!model.ordinal) return 1;
  const widest = Math.max(
    ...model.categories.map((label) => model.text.measure(label, Number.POSITIVE_INFINITY).width),
  );
  return Math.max(1, Math.ceil((widest + model.text.size * 0.6) / (step * NAME_SHARE)));
}

/** The names, centred under `centers`. */
export function placeCategoryAxis(
  model: ChartModel,
  centers: readonly number[],
  step: number,
  y: number,
): readonly DisplayItem[] {
  const every = thinning(model, step);
  const width = step * NAME_SHARE * every;
  return model.categories.flatMap((label, index) => {
    const center = centers[index];
    if (center === undefined || (model.categories.length - 1 - index) % every !== 0) return [];
    return model.text.place(label, {
      x: center - width / 2,
      y: y + model.text.size * 0.45,
      width,
      align: "center",
      anchor: "top",
    });
  });
}

/** Distance of the figures of an axis from the plot, in sizes of type. */
const FIGURES_GAP = 0.6;

/** Width of the figures left of the plot, their gap included. */
export function axisGutter(model: ChartModel, texts: readonly string[]): number {
  const { text } = model;
  if (!model.axis.shown) return 0;
  const beside = hasLongSuffix(model) ? texts.slice(0, -1) : texts;
  const widths = beside.map((one) => text.measure(text.figures(one), Number.POSITIVE_INFINITY).width);
  return Math.max(0, ...widths) + text.size * FIGURES_GAP;
}

/**
 * Level lines at the ticks, with their figures left of the plot from `left`. A last tick that carries a long unit
 * lies above its line instead, where the unit has the whole width.
 */
export function levelGrid(
  model: ChartModel,
  axis: ValueAxis,
  texts: readonly string[],
  plot: Rect,
  left: number,
): readonly DisplayItem[] {
  const { text } = model;
  const y = (tick: number) => plot.y + plot.height * (1 - axis.share(tick));
  const above = hasLongSuffix(model) ? axis.ticks.length - 1 : -1;
  const lines = axis.ticks.map((tick, index) => [
    { x: index === above ? left : plot.x, y: y(tick) },
    { x: plot.x + plot.width, y: y(tick) },
  ]);
  const items: DisplayItem[] = model.axis.grid && lines.length > 0 ? [rule(lines, text.gridColor, GRID_WIDTH)] : [];
  if (!model.axis.shown) return items;
  for (const [index, tick] of axis.ticks.entries()) {
    const label = text.figures(texts[index] ?? "");
    const place =
      index === above
        ? ({ x: left, y: y(tick) - text.size * 0.1, width: plot.width, align: "start", anchor: "bottom" } as const)
        : ({
            x: left,
            y: y(tick),
            width: plot.x - left - text.size * FIGURES_GAP,
            align: "end",
            anchor: "middle",
          } as const);
    items.push(...text.place(label, { ...place, tone: "muted" }));
  }
  return items;
}
