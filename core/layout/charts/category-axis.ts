/** Names of categories beneath an upright plot, and the level grid behind it. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { GRID_WIDTH, rule } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
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

/** Every how many-th category is named: years may be left out, names may not. */
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
    if (center === undefined || index % every !== 0) return [];
    return model.text.place(label, {
      x: center - width / 2,
      y: y + model.text.size * 0.45,
      width,
      align: "center",
      anchor: "top",
    });
  });
}

/** Level lines at the ticks, with their figures left of the plot from `left`. */
export function levelGrid(
  model: ChartModel,
  axis: ValueAxis,
  texts: readonly string[],
  plot: Rect,
  left: number,
): readonly DisplayItem[] {
  const { text } = model;
  const y = (tick: number) => plot.y + plot.height * (1 - axis.share(tick));
  const lines = axis.ticks.map((tick) => [
    { x: plot.x, y: y(tick) },
    { x: plot.x + plot.width, y: y(tick) },
  ]);
  const items: DisplayItem[] = model.axis.grid && lines.length > 0 ? [rule(lines, text.gridColor, GRID_WIDTH)] : [];
  if (!model.axis.shown) return items;
  for (const [index, tick] of axis.ticks.entries()) {
    items.push(
      ...text.place(text.figures(texts[index] ?? ""), {
        x: left,
        y: y(tick),
        width: plot.x - left - text.size * 0.6,
        align: "end",
        anchor: "middle",
        tone: "muted",
      }),
    );
  }
  return items;
}
