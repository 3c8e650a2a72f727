/** Upright columns, grouped or stacked. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { layoutBarChart } from "./bar-chart.ts";
import { type BarMark, type BarMarks, barMarks, categoryTotal, reportTruncation } from "./bar-marks.ts";
import { axisGutter, categoryAxisHeight, levelGrid, placeCategoryAxis } from "./category-axis.ts";
import { labelColorOn } from "./chart-colors.ts";
import { BASELINE_WIDTH, boxes, rule } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
import { seriesLegend, tickCount, tickTexts } from "./chart-parts.ts";
import { type ValueAxis, valueAxis, valueExtent } from "./value-axis.ts";

/** Columns; where the categories' names do not fit beneath them, the same figures as bars, which is reported. */
export function layoutColumnChart(model: ChartModel): readonly DisplayItem[] {
  const { text } = model;
  const extent = valueExtent(model);
  if (!extent) return [];
  const legend = seriesLegend(model);
  const { area } = legend;
  const lines = { lowest: Math.min(0, extent.lowest), highest: Math.max(0, extent.highest) };
  const axis = valueAxis(model, lines, tickCount(area.height, text.size * 3.6));
  const texts = tickTexts(model, axis);
  const gutter = axisGutter(model, texts);
  const width = area.width - gutter;
  const labels = categoryAxisHeight(model, width / model.categories.length);
  if (labels === undefined) {
    model.report({ kind: "columns-as-bars" });
    return layoutBarChart(model);
  }
  reportTruncation(model, axis);
  const line = text.size * 1.2;
  const over = model.values || model.axis.shown ? line : 0;
  const under = model.values && lines.lowest < 0 ? line : 0;
  const plot: Rect = {
    x: area.x + gutter,
    y: area.y + over,
    width,
    height: Math.max(0, area.height - over - under - labels),
  };
  const marks = barMarks(model, axis, plot.width, text.size * 7);
  const y = (share: number) => plot.y + plot.height * (1 - share);
  const rectOf = (bar: BarMark): Rect => ({
    x: plot.x + bar.at,
    y: y(Math.max(bar.from, bar.to)),
    width: bar.thickness,
    height: plot.height * Math.abs(bar.to - bar.from),
  });
  const ground = y(marks.zero);
  return [
    ...legend.items,
    ...levelGrid(model, axis, texts, plot, area.x),
    ...model.series.flatMap(({ color }, series) => {
      const rects = marks.bars.filter((bar) => bar.series === series).map(rectOf);
      return rects.length > 0 ? [boxes(rects, color)] : [];
    }),
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
    ...(model.values ? valueLabels(model, axis, marks, rectOf) : []),
    ...placeCategoryAxis(
      model,
      marks.centers.map((center) => plot.x + center),
      marks.step,
      plot.y + plot.height + under,
    ),
  ];
}

function valueLabels(
  model: ChartModel,
  axis: ValueAxis,
  marks: BarMarks,
  rectOf: (bar: BarMark) => Rect,
): readonly DisplayItem[] {
  const { text } = model;
  const labelled = marks.bars.map((bar) => {
    const label = text.figures(model.formatValue(bar.value));
    return { bar, label, rect: rectOf(bar), width: text.measure(label, Number.POSITIVE_INFINITY).width };
  });
  const lanes = model.stacked ? 1 : model.series.length;
  const room = lanes > 1 ? marks.thickness + marks.step / 20 : marks.step * 0.98;
  if (!model.stacked && labelled.some(({ width }) => width > room)) {
    model.report({ kind: "values-hidden" });
    return [];
  }
  const gap = text.size * 0.2;
  const centred = (rect: Rect, width: number) =>
    ({ x: rect.x + rect.width / 2 - width / 2, width, align: "center" }) as const;
  if (!model.stacked) {
    return labelled.flatMap(({ bar, label, rect, width }) =>
      bar.value < 0
        ? text.place(label, { ...centred(rect, width), y: rect.y + rect.height + gap, anchor: "top" })
        : text.place(label, { ...centred(rect, width), y: rect.y - gap, anchor: "bottom" }),
    );
  }
  const inside = labelled
    .filter(({ rect, width }) => rect.height >= text.size * 1.3 && width <= rect.width - gap)
    .flatMap(({ bar, label, rect, width }) => {
      const ground = model.series[bar.series]?.color ?? text.color;
      const tone = labelColorOn(ground, text.color);
      return text.place(label, { ...centred(rect, width), y: rect.y + rect.height / 2, anchor: "middle", tone });
    });
  const totals = model.categories.flatMap((_, category) => {
    const rects = labelled.filter(({ bar }) => bar.category === category).map(({ rect }) => rect);
    const first = rects[0];
    if (!first || axis.minimum < 0) return [];
    const label = text.figures(model.formatValue(categoryTotal(model, category)), "strong");
    const { width } = text.measure(label, Number.POSITIVE_INFINITY);
    const top = Math.min(...rects.map((rect) => rect.y));
    return text.place(label, { ...centred(first, width), y: top - gap, anchor: "bottom" });
  });
  return [...inside, ...totals];
}
