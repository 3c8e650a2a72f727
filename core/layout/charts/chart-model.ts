/** A chart with its texts, colours and numbers resolved: what the kinds of charts draw from. */

import type { Color } from "../../color/color.ts";
import type { ChartFrame } from "../../document/schema/frames.ts";
import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem } from "../display-list.ts";
import type { ChartLabel, ChartText } from "./chart-text.ts";

/** A figure of pictograms. */
export type ChartIcon = NonNullable<ChartFrame["chart"]["icon"]>;

/** One series with its colour and its values by category. */
export interface ChartSeries {
  readonly name: ChartLabel;
  /** As many as there are categories; undefined where the value is missing. */
  readonly values: readonly (number | undefined)[];
  readonly color: Color;
}

/** Everything a painter of charts needs; lengths in points from the frame's top left corner. */
export interface ChartModel {
  readonly area: Rect;
  readonly categories: readonly ChartLabel[];
  /** True where every category is a plain number such as a year: some may then be left out of an axis. */
  readonly ordinal: boolean;
  readonly series: readonly ChartSeries[];
  /** Of categories, in pies. */
  readonly categoryColors: readonly Color[];
  readonly stacked: boolean;
  readonly legend: "none" | "top" | "right" | "bottom" | undefined;
  readonly values: boolean | undefined;
  readonly axis: {
    readonly minimum: number | undefined;
    readonly maximum: number | undefined;
    readonly grid: boolean;
    readonly shown: boolean;
  };
  readonly suffix: string;
  readonly icon: ChartIcon;
  readonly unit: number | undefined;
  readonly text: ChartText;
  /** The number as the language writes it, without the suffix. */
  format(value: number, decimals?: number): string;
  /** The number with the suffix after it, as value labels show it. */
  formatValue(value: number): string;
  report(problem: ChartProblem): void;
}

/** What is wrong or doubtful in a chart, before it is put into words. */
export type ChartProblem =
  | { readonly kind: "no-values" }
  | { readonly kind: "value-count"; readonly given: number; readonly expected: number }
  | { readonly kind: "negative-slices"; readonly count: number }
  | { readonly kind: "extra-series"; readonly used: number; readonly given: number }
  | { readonly kind: "columns-as-bars" }
  | { readonly kind: "too-dense" }
  | { readonly kind: "values-hidden" }
  | { readonly kind: "bad-axis" }
  | { readonly kind: "outside-axis"; readonly count: number }
  | { readonly kind: "truncated-axis"; readonly baseline: string };

/** Draws a chart into its area. */
export type ChartPainter = (model: ChartModel) => readonly DisplayItem[];
