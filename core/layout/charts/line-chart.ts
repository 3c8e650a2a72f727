/** Lines over categories in order, usually time; series are named at the ends of their lines. */

import type { Point, Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { circlePath } from "../frames/path-shapes.ts";
import { axisGutter, categoryAxisHeight, levelGrid, placeCategoryAxis } from "./category-axis.ts";
import { BASELINE_WIDTH, filled, rule } from "./chart-marks.ts";
import type { ChartModel, ChartSeries } from "./chart-model.ts";
import { seriesLegend, tickCount, tickTexts } from "./chart-parts.ts";
import { spreadLabels } from "./spread-labels.ts";
import { type Extent, valueAxis, valueExtent } from "./value-axis.ts";

const LINE_WIDTH = 1.8;
const DOT_RADIUS = 2.1;
/** Most of the width that names at the ends of lines may take. */
const NAMES_SHARE = 0.3;
/** With more categories dots would hide the line. */
const MOST_DOTS = 16;

/** Lines with dots where there are few values; names at their ends unless a legend is asked for. */
export function layoutLineChart(source: ChartModel): readonly DisplayItem[] {
  const model = { ...source, stacked: false };
  const { text } = model;
  const extent = valueExtent(model);
  if (!extent) return [];
  const direct = model.legend === undefined && model.series.length > 1;
  const legend = direct ? { items: [], area: model.area } : seriesLegend(model);
  const { area } = legend;
  const axis = valueAxis(model, withZeroWhereNear(extent), tickCount(area.height, text.size * 3.6));
  const texts = tickTexts(model, axis);
  const single = Number.POSITIVE_INFINITY;
  const gutter = axisGutter(model, texts);
  const names = direct
    ? Math.min(area.width * NAMES_SHARE, Math.max(...model.series.map(({ name }) => text.measure(name, single).width)))
    : 0;
  const namesGap = direct ? text.size * 0.8 : 0;
  const columns = area.width - gutter - names - namesGap;
  const labels = categoryAxisHeight(model, columns / model.categories.length);
  if (labels === undefined) model.report({ kind: "too-dense" });
  const over = text.size * 1.3;
  const plot: Rect = {
    x: area.x + gutter,
    y: area.y + over,
    width: columns,
    height: Math.max(0, area.height - over - (labels ?? text.size * 2)),
  };
  const step = plot.width / model.categories.length;
  const x = (index: number) => plot.x + (index + 0.5) * step;
  const y = (value: number) => plot.y + plot.height * (1 - axis.share(value));
  const ground = axis.minimum <= 0 && axis.maximum >= 0 ? y(0) : plot.y + plot.height;
  const dots = model.categories.length <= MOST_DOTS;
  const lines = model.series.flatMap(({ values, color }): readonly DisplayItem[] => {
    const runs = unbroken(
      values.map((value, index) => (value === undefined ? undefined : { x: x(index), y: y(value) })),
    );
    const points = runs.flat();
    const longer = runs.filter((run) => run.length > 1);
    const shown = dots ? points : runs.filter((run) => run.length === 1).flat();
    return [
      ...(longer.length > 0 ? [rule(longer, color, LINE_WIDTH, true)] : []),
      ...(shown.length > 0
        ? [
            filled(
              shown.flatMap((point) => circlePath(point.x, point.y, DOT_RADIUS)),
              color,
            ),
          ]
        : []),
    ];
  });
  return [
    ...legend.items,
    ...levelGrid(model, axis, texts, plot, area.x),
    rule(
      [
        [
          { x: plot.x, y: ground },
          { x: plot.x + plot.width, y: ground },
        ],
      ],
      text.baselineColor,
      BASELINE_WIDTH,
    ),
    ...lines,
    ...(model.values ? valueLabels(model, x, y, step) : []),
    ...(direct ? lineNames(model, x, y, names, area) : []),
    ...placeCategoryAxis(
      model,
      model.categories.map((_, index) => x(index)),
      step,
      plot.y + plot.height,
    ),
  ];
}

/** Lines need not start at zero, but where zero is near it belongs in the picture. */
function withZeroWhereNear({ lowest, highest }: Extent): Extent {
  if (lowest > 0 && lowest < highest * 0.55) return { lowest: 0, highest };
  if (highest < 0 && highest > lowest * 0.55) return { lowest, highest: 0 };
  return { lowest, highest };
}

/** Stretches without a missing value. */
function unbroken(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Every value of a single line, where there is room; of several lines the last one. */
function valueLabels(
  model: ChartModel,
  x: (index: number) => number,
  y: (value: number) => number,
  step: number,
): readonly DisplayItem[] {
  const { text, series } = model;
  const all = series.length === 1;
  const labels = series.flatMap(({ values, color }) => {
    const last = lastIndex(values);
    return values.flatMap((value, index) => {
      if (value === undefined || (!all && index !== last)) return [];
      const label = text.figures(model.formatValue(value));
      const { width } = text.measure(label, Number.POSITIVE_INFINITY);
      return [{ label, width, color, x: x(index), y: y(value) }];
    });
  });
  if (all && labels.some(({ width }) => width > step * 0.96)) {
    model.report({ kind: "values-hidden" });
    return [];
  }
  return labels.flatMap(({ label, width, color, x: center, y: point }) =>
    text.place(label, {
      x: center - width / 2,
      y: point - DOT_RADIUS - text.size * 0.15,
      width,
      align: "center",
      anchor: "bottom",
      ...(!all && { tone: color }),
    }),
  );
}

function lineNames(
  model: ChartModel,
  x: (index: number) => number,
  y: (value: number) => number,
  width: number,
  area: Rect,
): readonly DisplayItem[] {
  const { text } = model;
  const named = model.series.flatMap((series: ChartSeries) => {
    const last = lastIndex(series.values);
    const value = series.values[last];
    if (value === undefined) return [];
    return [{ series, middle: y(value), height: text.measure(series.name, width).height, end: x(last) }];
  });
  const middles = spreadLabels(named, area.y, area.y + area.height);
  const start = Math.max(...named.map(({ end }) => end)) + text.size * 0.7;
  return named.flatMap(({ series }, index) =>
    text.place(series.name, {
      x: start,
      y: middles[index] ?? 0,
      width,
      align: "start",
      anchor: "middle",
      tone: series.color,
    }),
  );
}

function lastIndex(values: readonly (number | undefined)[]): number {
  for (let index = values.length - 1; index >= 0; index -= 1) if (values[index] !== undefined) return index;
  return -1;
}
