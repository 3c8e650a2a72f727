/** Charts of frames: their figures as a grid, categories down and series across, with the names of both at its edges. */

import type { ChartFrame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { withoutUnused } from "./drop-unused-texts.ts";
import { editFrames, findFrame } from "./edit-frames.ts";
import { setVariantText } from "./edit-text.ts";
import { textsOfFrames } from "./frame-texts.ts";
import { freshId } from "./fresh-id.ts";

export type Chart = ChartFrame["chart"];
/** Categories run down the grid, series across. */
export type ChartAxis = "category" | "series";

/** As many as the schema takes. */
export const MOST_CATEGORIES = 200;
export const MOST_SERIES = 20;

/** The chart of a frame changed; names of what is gone go with it. The same project where nothing changes. */
export function editChart(project: Project, frame: string, change: (chart: Chart) => Chart): Project {
  const before = findFrame(project, frame);
  if (before?.type !== "chart") return project;
  const chart = change(before.chart);
  if (chart === before.chart) return project;
  const changed = editFrames(project, new Set([frame]), (one) => (one.type === "chart" ? { ...one, chart } : one));
  return { ...changed, texts: withoutUnused(changed, changed.slots, textsOfFrames([before])) };
}

/** A property of the chart set, or taken away where `value` is undefined. */
export const setChartOption = <Key extends Exclude<keyof Chart, "kind" | "categories" | "series">>(
  project: Project,
  frame: string,
  key: Key,
  value: Chart[Key] | undefined,
): Project =>
  editChart(project, frame, (chart) => {
    const { [key]: _old, ...rest } = chart;
    return (value === undefined ? rest : { ...rest, [key]: value }) as Chart;
  });

/**
 * Lines of what was typed or pasted, from a place of the grid on: row 0 holds the series' names, column 0 the categories'. `read` makes a
 * number of a figure; what is none leaves the value as it is. Categories and series are added where they do not suffice.
 */
export function fillChart(
  project: Project,
  frame: string,
  at: { readonly row: number; readonly column: number },
  lines: readonly (readonly string[])[],
  language: string,
  read: (text: string) => number | undefined,
): Project {
  const categories = Math.min(MOST_CATEGORIES, at.row + lines.length - 1);
  const series = Math.min(MOST_SERIES, at.column + Math.max(0, ...lines.map((line) => line.length)) - 1);
  let edited = growChart(project, frame, categories, series);
  const values = new Map<string, number>();
  const chart = chartOf(edited, frame);
  if (!chart) return project;
  for (const [down, line] of lines.entries()) {
    for (const [across, text] of line.entries()) {
      const row = at.row + down;
      const column = at.column + across;
      const name = column === 0 ? chart.categories[row - 1] : chart.series[column - 1]?.name;
      if (row === 0 || column === 0) {
        if (row !== column && name !== undefined) edited = setVariantText(edited, { text: name, language }, text);
        continue;
      }
      const value = text.trim() === "" ? 0 : read(text);
      if (value !== undefined) values.set(`${row - 1} ${column - 1}`, value);
    }
  }
  if (values.size === 0) return edited;
  return editChart(edited, frame, (one) => ({
    ...one,
    series: one.series.map((series, column) => ({
      ...series,
      values: one.categories.map((_, row) => values.get(`${row} ${column}`) ?? series.values[row] ?? 0),
    })),
  }));
}

function growChart(project: Project, frame: string, categories: number, series: number): Project {
  const chart = chartOf(project, frame);
  if (!chart) return project;
  const more = insertChartLines(
    project,
    frame,
    "category",
    chart.categories.length,
    Math.max(0, categories - chart.categories.length),
  );
  return insertChartLines(more, frame, "series", chart.series.length, Math.max(0, series - chart.series.length));
}

/** New categories or series before `at`, without names, their values 0. */
export function insertChartLines(project: Project, frame: string, axis: ChartAxis, at: number, count: number): Project {
  const chart = chartOf(project, frame);
  const most = axis === "category" ? MOST_CATEGORIES : MOST_SERIES;
  const length = (axis === "category" ? chart?.categories : chart?.series)?.length ?? 0;
  const added = Math.min(count, most - length);
  if (!chart || added <= 0) return project;
  const taken = new Set(Object.keys(project.texts));
  const names = Array.from({ length: added }, () => freshId(`${frame}-${axis === "category" ? "muc" : "day"}`, taken));
  const texts = { ...project.texts, ...Object.fromEntries(names.map((name) => [name, { variants: {} }])) };
  return editChart({ ...project, texts }, frame, (one) =>
    axis === "category"
      ? {
          ...one,
          categories: one.categories.toSpliced(at, 0, ...names),
          series: one.series.map((series) => ({
            ...series,
            values: padded(series.values, one.categories.length).toSpliced(at, 0, ...names.map(() => 0)),
          })),
        }
      : {
          ...one,
          series: one.series.toSpliced(at, 0, ...names.map((name) => ({ name, values: one.categories.map(() => 0) }))),
        },
  );
}

/** Takes `count` categories or series away from `at` on; one of each stays. */
export const removeChartLines = (
  project: Project,
  frame: string,
  axis: ChartAxis,
  at: number,
  count: number,
): Project =>
  editChart(project, frame, (chart) => {
    const length = axis === "category" ? chart.categories.length : chart.series.length;
    const gone = Math.min(count, length - at, length - 1);
    if (gone <= 0) return chart;
    if (axis === "series") return { ...chart, series: chart.series.toSpliced(at, gone) };
    return {
      ...chart,
      categories: chart.categories.toSpliced(at, gone),
      series: chart.series.map((series) => ({ ...series, values: series.values.toSpliced(at, gone) })),
    };
  });

/** The categories or series from `at` to `last` changed over with their neighbour before or after. */
export const moveChartLines = (
  project: Project,
  frame: string,
  axis: ChartAxis,
  at: number,
  last: number,
  step: 1 | -1,
): Project =>
  editChart(project, frame, (chart) => {
    const length = axis === "category" ? chart.categories.length : chart.series.length;
    if (at + step < 0 || last + step >= length) return chart;
    const moved = <Line>(lines: readonly Line[]): Line[] => {
      const size = last - at + 1;
      return lines.toSpliced(at, size).toSpliced(at + step, 0, ...lines.slice(at, last + 1));
    };
    if (axis === "series") return { ...chart, series: moved(chart.series) };
    return {
      ...chart,
      categories: moved(chart.categories),
      series: chart.series.map((series) => ({
        ...series,
        values: moved(padded(series.values, chart.categories.length)),
      })),
    };
  });

const padded = (values: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, index) => values[index] ?? 0);

function chartOf(project: Project, frame: string): Chart | undefined {
  const found = findFrame(project, frame);
  return found?.type === "chart" ? found.chart : undefined;
}
