/** How figures are told: the distribution, what was promised, and what the same run could have reached at best. */

import type { Spread } from "./statistics.ts";

export interface Figure {
  readonly what: string;
  /** Milliseconds, or megabytes where `unit` says so. */
  readonly spread: Spread;
  /** What `judged` must stay below. */
  readonly bar?: number;
  readonly judged?: "p50" | "p95" | "max";
  readonly unit?: "ms" | "MB" | "";
  readonly note?: string;
  /** Name of a figure that tells the best this machine could do in the same run. */
  readonly floor?: string;
}

export const holds = ({ spread, bar, judged = "p95" }: Figure): boolean => bar === undefined || spread[judged] < bar;

const number = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(value < 100 ? 1 : 0)).padStart(9);

/** `floors` are the spreads told so far, by name. */
export function figureLine(figure: Figure, floors: ReadonlyMap<string, Spread>): string {
  const { what, spread, bar, judged = "p95", unit = "ms", note } = figure;
  const promise = bar === undefined ? "" : `  ${holds(figure) ? "holds" : "MISSES"} ${judged} < ${bar} ${unit}`;
  const floor = figure.floor === undefined ? undefined : floors.get(figure.floor);
  const ratio = floor ? `  ${(spread.p50 / floor.p50).toFixed(1)} × floor` : "";
  return `${what.padEnd(58)}${number(spread.p50)}${number(spread.p95)}${number(spread.max)} ${unit.padEnd(3)}${String(spread.count).padStart(5)}×${promise}${ratio}${note === undefined ? "" : `  (${note})`}\n`;
}

export const headLine = (): string => `${"".padEnd(58)}${"p50".padStart(9)}${"p95".padStart(9)}${"max".padStart(9)}\n`;
