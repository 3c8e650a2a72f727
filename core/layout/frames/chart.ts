/** Charts: bars, columns, lines, pies, donuts and pictograms. */

import type { ChartFrame } from "../../document/schema/frames.ts";
import { formatNumber } from "../../script/numbers.ts";
import type { Rect } from "../../units/geometry.ts";
import { layoutBarChart } from "../charts/bar-chart.ts";
import { chartColor } from "../charts/chart-colors.ts";
import type { ChartModel, ChartPainter, ChartProblem } from "../charts/chart-model.ts";
import { createChartText } from "../charts/chart-text.ts";
import { layoutColumnChart } from "../charts/column-chart.ts";
import { layoutLineChart } from "../charts/line-chart.ts";
import { layoutPictogram } from "../charts/pictogram-chart.ts";
import { layoutDonutChart, layoutPieChart } from "../charts/pie-chart.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { chartProblem } from "./chart-diagnostics.ts";
import { frameRect } from "./frame-size.ts";

const painters: Readonly<Record<ChartFrame["chart"]["kind"], ChartPainter>> = {
  bar: layoutBarChart,
  column: layoutColumnChart,
  line: layoutLineChart,
  pie: layoutPieChart,
  donut: layoutDonutChart,
  pictogram: layoutPictogram,
};

/** A chart smaller than this many label heights across has no room to say anything. */
const LEAST_LABELS = 4;
/** Decimals shown where neither the chart nor its data ask for more. */
const MOST_OWN_DECIMALS = 2;

/** The chart from the frame's top left corner, in points; its box is drawn by `layoutBox`. What makes no sense is reported and left out. */
export function layoutChart(frame: ChartFrame, context: FrameContext): DisplayItem[] {
  const model = chartModel(frame, context);
  const { area, text } = model;
  if (Math.min(area.width, area.height) < text.size * LEAST_LABELS) {
    model.report({ kind: "too-dense" });
    return [];
  }
  if (model.series.every(({ values }) => values.every((value) => value === undefined))) {
    model.report({ kind: "no-values" });
    return [];
  }
  return [...painters[frame.chart.kind](model)];
}

function chartModel(frame: ChartFrame, context: FrameContext): ChartModel {
  const { chart } = frame;
  const count = chart.categories.length;
  const reported = new Set<string>();
  const report = (problem: ChartProblem) => {
    if (reported.has(problem.kind)) return;
    reported.add(problem.kind);
    context.report(chartProblem({ frame: frame.id }, problem));
  };
  const mismatched = chart.series.find(({ values }) => values.length !== count);
  if (mismatched) report({ kind: "value-count", given: mismatched.values.length, expected: count });

  const text = createChartText(context, chart.categories[0] ?? "", chart.labelStyle);
  const own = (chart.colors ?? []).map((reference) => context.color(reference));
  const decimals = chart.decimals ?? ownDecimals(chart.series.flatMap(({ values }) => values));
  const format = (value: number, places = Number.isInteger(value) && chart.decimals === undefined ? 0 : decimals) =>
    formatNumber(value, context.language, { decimals: places });
  const suffix = chart.suffix ?? "";
  const axisShown = chart.axis?.hidden === undefined ? chart.values !== true : !chart.axis.hidden;
  return {
    area: innerArea(frame, text.size),
    categories: chart.categories.map((id) => text.label(id)),
    ordinal: chart.categories.every((id) => /^[\p{Nd}\s./–-]+$/u.test(context.plainText(id))),
    series: chart.series.map((series, index) => ({
      name: text.label(series.name),
      values: Array.from({ length: count }, (_, at) => series.values[at]),
      color: series.color === undefined ? chartColor(own, index) : context.color(series.color),
    })),
    categoryColors: chart.categories.map((_, index) => chartColor(own, index)),
    stacked: chart.stacked === true && chart.series.length > 1,
    legend: chart.legend,
    values: chart.values,
    axis: {
      minimum: chart.axis?.minimum,
      maximum: chart.axis?.maximum,
      grid: chart.axis?.grid ?? axisShown,
      shown: axisShown,
    },
    suffix,
    icon: chart.icon ?? "person",
    unit: chart.unit,
    text,
    format,
    formatValue: (value) => format(value, decimals) + suffix,
    report,
  };
}

/** A visible box keeps the chart off its edges. */
function innerArea(frame: ChartFrame, size: number): Rect {
  const rect = frameRect(frame);
  const inset = frame.fill || frame.stroke ? size : 0;
  return {
    x: inset,
    y: inset,
    width: Math.max(0, rect.width - 2 * inset),
    height: Math.max(0, rect.height - 2 * inset),
  };
}

/** As many decimals as the most exact value has, within reason. */
function ownDecimals(values: readonly number[]): number {
  let decimals = 0;
  for (const value of values) {
    while (decimals < MOST_OWN_DECIMALS && Math.abs(value - Number(value.toFixed(decimals))) > 1e-9) decimals += 1;
  }
  return decimals;
}
