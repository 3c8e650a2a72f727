import { expect, test } from "vitest";
import { plainText, sampleProject } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import {
  type Chart,
  fillChart,
  insertChartLines,
  MOST_SERIES,
  moveChartLines,
  removeChartLines,
  setChartOption,
} from "./edit-chart.ts";
import { findFrame } from "./edit-frames.ts";

const frame: Frame = {
  type: "chart",
  id: "bieu-do",
  x: 0,
  y: 0,
  width: 90,
  height: 40,
  chart: {
    kind: "column",
    categories: ["c1", "c2"],
    series: [{ name: "s1", values: [3, 5] }],
  },
};
const project = sampleProject({
  pages: [{ id: "p1", frames: [frame] }],
  texts: { c1: plainText("Ia Kha"), c2: plainText("Ia Grai"), s1: plainText("2024") },
});
const chartOf = (one: Project): Chart => {
  const found = findFrame(one, "bieu-do");
  if (found?.type !== "chart") throw new Error("no chart");
  return found.chart;
};
const name = (one: Project, id: string | undefined, language = "vi"): unknown => {
  const block = one.texts[id ?? ""]?.variants[language]?.blocks[0];
  return block && "runs" in block ? block.runs[0] : undefined;
};
const number = (text: string): number | undefined => (Number.isFinite(Number(text)) ? Number(text) : undefined);

test("a pasted table becomes categories, series and values; what is no number leaves the value alone", () => {
  const lines = [
    ["", "2024", "2025"],
    ["Ia Kha", "12", "14.5"],
    ["Ia Grai", "không rõ", "9"],
    ["Ia Der", "", "7"],
  ];
  const filled = fillChart(project, "bieu-do", { row: 0, column: 0 }, lines, "vi", number);
  const chart = chartOf(filled);
  expect(chart.series.map(({ values }) => values)).toEqual([
    [12, 5, 0],
    [14.5, 9, 7],
  ]);
  expect(chart.categories.map((id) => name(filled, id))).toEqual(["Ia Kha", "Ia Grai", "Ia Der"]);
  expect(chart.series.map((series) => name(filled, series.name))).toEqual(["2024", "2025"]);
  expect(checkReferences(filled, "")).toEqual([]);
  const lao = fillChart(filled, "bieu-do", { row: 1, column: 0 }, [["ອຽກາ"]], "km", number);
  expect(name(lao, chart.categories[0], "km")).toBe("ອຽກາ");
  expect(name(lao, chart.categories[0])).toBe("Ia Kha");
});

test("lines come, go and change places with their values, and names go with them", () => {
  const more = insertChartLines(project, "bieu-do", "category", 1, 1);
  expect(chartOf(more).series[0]?.values).toEqual([3, 0, 5]);
  const moved = moveChartLines(more, "bieu-do", "category", 0, 0, 1);
  expect(chartOf(moved).series[0]?.values).toEqual([0, 3, 5]);
  expect(moveChartLines(moved, "bieu-do", "category", 0, 0, -1)).toBe(moved);
  const fewer = removeChartLines(more, "bieu-do", "category", 0, 2);
  expect(chartOf(fewer).categories).toEqual(["c2"]);
  expect(Object.keys(fewer.texts).sort()).toEqual(["c2", "s1"]);
  expect(removeChartLines(project, "bieu-do", "series", 0, 1)).toBe(project);
  expect(chartOf(insertChartLines(project, "bieu-do", "series", 1, 99)).series).toHaveLength(MOST_SERIES);
});

test("an option is set and taken away", () => {
  const stacked = setChartOption(project, "bieu-do", "stacked", true);
  expect(chartOf(stacked).stacked).toBe(true);
  expect(chartOf(setChartOption(stacked, "bieu-do", "stacked", undefined))).not.toHaveProperty("stacked");
});
