/** Rows of figures, each standing for a round number; the last one is cut to what is left. */

import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import { transformPath } from "../frames/path-geometry.ts";
import { rectanglePath } from "../frames/path-shapes.ts";
import { filled } from "./chart-marks.ts";
import type { ChartModel } from "./chart-model.ts";
import { type PictogramIcon, pictogramIcons } from "./pictogram-icons.ts";

const NAMES_SHARE = 0.34;
/** Distance of figures as a share of their height. */
const ICON_GAP = 0.14;
const LINE_GAP = 0.1;
/** Figures the longest row has where the chart does not say what one stands for. */
const WISHED_COUNT = 10;
/** More are a texture, not a count. */
const MOST_FIGURES = 2_000;
const MOST_LINES = 8;
/** Smaller numbers count nothing, and a tenth of the smallest there are is zero. */
const LEAST_VALUE = 1e-12;

/** A row of figures for every category of the first series, and a key that says what one figure stands for. */
export function layoutPictogram(model: ChartModel): readonly DisplayItem[] {
  const { text, area, categories } = model;
  if (model.series.length > 1) model.report({ kind: "extra-series", used: 1, given: model.series.length });
  const values = categories.map((_, index) => model.series[0]?.values[index] ?? 0);
  const negative = values.filter((value) => value < 0).length;
  if (negative > 0) model.report({ kind: "negative-slices", count: negative });
  const highest = Math.max(...values);
  if (highest < LEAST_VALUE) {
    model.report({ kind: "no-values" });
    return [];
  }
  const unit = figureUnit(model, values);
  const single = Number.POSITIVE_INFINITY;
  const figures = values.map((value) => text.figures(model.formatValue(value), "strong"));
  const shown = model.values !== false;
  const figureWidth = shown
    ? Math.max(...figures.map((label) => text.measure(label, single).width)) + text.size * 0.9
    : 0;
  const widest = Math.max(...categories.map((label) => text.measure(label, single).width));
  const names = Math.min(area.width * NAMES_SHARE, widest);
  const left = area.x + names + text.size * 0.9;
  const row = (area.height - text.size * 2.6) / categories.length;
  const icon = pictogramIcons[model.icon];
  const grid = iconGrid(area.x + area.width - left - figureWidth, row, countOf(highest, unit), icon, text.size * 1.6);
  const items = categories.flatMap((label, index) => {
    const middle = area.y + (index + 0.5) * row;
    const count = Math.max(0, (values[index] ?? 0) / unit);
    const used = Math.min(grid.perLine, Math.ceil(count - 1e-9));
    const figure = figures[index];
    const place = { y: middle, anchor: "middle", align: "start" } as const;
    const end = left + used * grid.advance + text.size * 0.3;
    return [
      ...text.place(label, { ...place, x: area.x, width: names }),
      ...iconRow(model, icon, grid, count, left, middle),
      ...(shown && figure ? text.place(figure, { ...place, x: end, width: figureWidth }) : []),
    ];
  });
  return [...items, ...keyItems(model, icon, unit)];
}

const countOf = (value: number, unit: number): number => Math.max(1, Math.ceil(value / unit - 1e-9));

/** What one figure stands for: as the chart says, unless that would be beyond counting. */
function figureUnit(model: ChartModel, values: readonly number[]): number {
  const highest = Math.max(...values);
  const round = roundUnit(highest / WISHED_COUNT);
  if (model.unit === undefined) return round;
  const figures = values.reduce((sum, value) => sum + Math.max(0, value), 0) / model.unit;
  if (figures <= MOST_FIGURES) return model.unit;
  model.report({ kind: "too-dense" });
  return round;
}

/** The nearest of 1, 2, 5, 10, 20 … from below. */
function roundUnit(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const share = value / power;
  return (share >= 5 ? 5 : share >= 2 ? 2 : 1) * power;
}

interface IconGrid {
  readonly size: number;
  readonly perLine: number;
  readonly advance: number;
}

/** `count` figures in `width` × `height`: on one line where they are `enough` high there, else on the lines that make them largest. */
function iconGrid(width: number, height: number, count: number, icon: PictogramIcon, enough: number): IconGrid {
  let best: IconGrid = { size: 0, perLine: count, advance: 0 };
  for (let lines = 1; lines <= Math.min(MOST_LINES, count); lines += 1) {
    const perLine = Math.ceil(count / lines);
    const size = Math.max(
      0,
      Math.min((height * 0.84) / (lines * (1 + LINE_GAP) - LINE_GAP), width / (perLine * (icon.width + ICON_GAP))),
    );
    if (size > best.size) best = { size, perLine, advance: size * (icon.width + ICON_GAP) };
    if (best.size >= enough) break;
  }
  return best;
}

function iconRow(
  model: ChartModel,
  icon: PictogramIcon,
  { size, perLine, advance }: IconGrid,
  count: number,
  left: number,
  middle: number,
): readonly DisplayItem[] {
  const color = model.series[0]?.color;
  if (!color || size <= 0) return [];
  const pitch = size * (1 + LINE_GAP);
  const lines = Math.max(1, Math.ceil(count / perLine - 1e-9));
  const top = middle - (lines * pitch - size * LINE_GAP) / 2;
  const at = (index: number): Rect => ({
    x: left + (index % perLine) * advance,
    y: top + Math.floor(index / perLine) * pitch,
    width: icon.width * size,
    height: size,
  });
  const figure = ({ x, y }: Rect) => transformPath([size, 0, 0, size, x, y], icon.path);
  const whole = Math.floor(count + 1e-9);
  const part = count - whole;
  const items: DisplayItem[] = [];
  if (whole > 0) items.push(filled(Array.from({ length: whole }, (_, index) => figure(at(index))).flat(), color));
  if (part > 0.01) {
    const place = at(whole);
    const clip = rectanglePath({ ...place, width: place.width * part });
    items.push({ kind: "group", clip, items: [filled(figure(place), color)] });
  }
  return items;
}

/** What one figure stands for, beneath the rows. */
function keyItems(model: ChartModel, icon: PictogramIcon, unit: number): readonly DisplayItem[] {
  const { text, area } = model;
  const color = model.series[0]?.color;
  if (!color) return [];
  const size = text.size * 1.3;
  const label = text.figures(`= ${model.format(unit)}${model.suffix}`);
  const { width } = text.measure(label, Number.POSITIVE_INFINITY);
  const middle = area.y + area.height - size * 0.55;
  const x = area.x + icon.width * size + text.size * 0.4;
  return [
    filled(transformPath([size, 0, 0, size, area.x, middle - size / 2], icon.path), color),
    ...text.place(label, { x, y: middle, width, align: "start", anchor: "middle", tone: "muted" }),
  ];
}
