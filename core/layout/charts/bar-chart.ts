/** Level bars, grouped or stacked: the kind with room for long names. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { type BarMark, barMarks, categoryTotal, reportTruncation } from "./bar-marks.ts";
import { labelColorOn } from "./chart-colors.ts";
import { BASELINE_WIDTH, boxes, GRID_WIDTH, rule } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
import { seriesLegend, tickCount, tickTexts } from "./chart-parts.ts";
import { type ValueAxis, valueAxis, valueExtent } from "./value-axis.ts";

/** Most of the width that names may take. */
const NAMES_SHARE = 0.42;

/** Bars from one line, names left of them; for a chart of bars, or of columns whose names do not fit. */
export function layoutBarChart(model: ChartModel): readonly DisplayItem[] {
  const { text, categories } = model;
  const extent = valueExtent(model);
  if (!extent) return [];
  const { items: legend, area } = seriesLegend(model);
  const sizes = categories.map((label) => text.measure(label, Number.POSITIVE_INFINITY));
  const names = Math.min(area.width * NAMES_SHARE, Math.max(...sizes.map((size) => size.width)));
  const lines = { lowest: Math.min(0, extent.lowest), highest: Math.max(0, extent.highest) };
  const valueWidths = model.values ? labelWidths(model) : { left: 0, right: 0 };
  const gap = text.size * 0.8;
  const left = lines.lowest < 0 ? valueWidths.left : 0;
  const width = Math.max(0, area.width - names - gap - left - valueWidths.right);
  const axis = valueAxis(model, lines, tickCount(width, text.size * 7));
  reportTruncation(model, axis);
  const foot = model.axis.shown ? text.size * 1.7 : 0;
  const plot: Rect = {
    x: area.x + names + gap + left,
    y: area.y,
    width,
    height: Math.max(0, area.height - foot),
  };
  const lanes = model.stacked ? 1 : model.series.length;
  const marks = barMarks(model, axis, plot.height, text.size * (lanes > 1 ? 1.8 : 2.6));
  const x = (share: number) => plot.x + plot.width * share;
  const rectOf = (bar: BarMark): Rect => ({
    x: x(Math.min(bar.from, bar.to)),
    y: plot.y + bar.at,
    width: plot.width * Math.abs(bar.to - bar.from),
    height: bar.thickness,
  });
  const tallest = Math.max(...categories.map((label) => text.measure(label, names).height));
  if (tallest > marks.step * 1.02) model.report({ kind: "too-dense" });
  return [
    ...legend,
    ...uprightGrid(model, axis, plot),
    ...model.series.flatMap(({ color }, series) => {
      const rects = marks.bars.filter((bar) => bar.series === series).map(rectOf);
      return rects.length > 0 ? [boxes(rects, color)] : [];
    }),
    rule(
      [
        [
          { x: x(marks.zero), y: plot.y },
          { x: x(marks.zero), y: plot.y + plot.height },
        ],
      ],
      text.baselineColor,
      BASELINE_WIDTH,
    ),
    ...categories.flatMap((label, index) =>
      text.place(label, {
        x: area.x,
        y: plot.y + (marks.centers[index] ?? 0),
        width: names,
        align: "start",
        anchor: "middle",
      }),
    ),
    ...(model.values ? valueLabels(model, marks.bars, rectOf) : []),
  ];
}

/** Room for the figures at the ends of bars. */
function labelWidths(model: ChartModel): { readonly left: number; readonly right: number } {
  const { text } = model;
  const width = (value: number) =>
    text.measure(text.figures(model.formatValue(value), "strong"), Number.POSITIVE_INFINITY).width + text.size * 0.7;
  const values = model.stacked
    ? model.categories.map((_, index) => categoryTotal(model, index))
    : model.series.flatMap((series) => series.values.flatMap((value) => value ?? []));
  return {
    left: Math.max(0, ...values.filter((value) => value < 0).map(width)),
    right: Math.max(0, ...values.filter((value) => value >= 0).map(width)),
  };
}

function valueLabels(
  model: ChartModel,
  bars: readonly BarMark[],
  rectOf: (bar: BarMark) => Rect,
): readonly DisplayItem[] {
  const { text } = model;
  const gap = text.size * 0.35;
  const atEnd = (value: number, rect: Rect, weight?: "strong") => {
    const label = text.figures(model.formatValue(value), weight);
    const { width } = text.measure(label, Number.POSITIVE_INFINITY);
    return text.place(label, {
      x: value < 0 ? rect.x - gap - width : rect.x + rect.width + gap,
      y: rect.y + rect.height / 2,
      width,
      align: value < 0 ? "end" : "start",
      anchor: "middle",
    });
  };
  if (!model.stacked) return bars.flatMap((bar) => atEnd(bar.value, rectOf(bar)));
  const inside = bars.flatMap((bar) => {
    const rect = rectOf(bar);
    const label = text.figures(model.formatValue(bar.value));
    const { width } = text.measure(label, Number.POSITIVE_INFINITY);
    if (width > rect.width - gap || rect.height < text.size * 1.1) return [];
    const tone = labelColorOn(model.series[bar.series]?.color ?? text.color, text.color);
    const place = { x: rect.x, y: rect.y + rect.height / 2, width: rect.width, tone } as const;
    return text.place(label, { ...place, align: "center", anchor: "middle" });
  });
  const mixed = bars.some((bar) => bar.value < 0);
  const totals = mixed
    ? []
    : model.categories.flatMap((_, category) => {
        const last = bars.filter((bar) => bar.category === category).at(-1);
        return last ? atEnd(categoryTotal(model, category), rectOf(last), "strong") : [];
      });
  return [...inside, ...totals];
}

function uprightGrid(model: ChartModel, axis: ValueAxis, plot: Rect): readonly DisplayItem[] {
  const { text } = model;
  const x = (tick: number) => plot.x + plot.width * axis.share(tick);
  const lines = axis.ticks.map((tick) => [
    { x: x(tick), y: plot.y },
    { x: x(tick), y: plot.y + plot.height },
  ]);
  const items: DisplayItem[] = model.axis.grid && lines.length > 0 ? [rule(lines, text.gridColor, GRID_WIDTH)] : [];
  if (!model.axis.shown) return items;
  for (const [index, figure] of tickTexts(model, axis).entries()) {
    const label = text.figures(figure);
    const { width } = text.measure(label, Number.POSITIVE_INFINITY);
    const center = x(axis.ticks[index] ?? 0);
    const start = Math.min(center - width / 2, model.area.x + model.area.width - width);
    const y = plot.y + plot.height + text.size * 0.45;
    items.push(...text.place(label, { x: start, y, width, align: "center", anchor: "top", tone: "muted" }));
  }
  return items;
}
