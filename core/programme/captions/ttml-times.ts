/** Times of TTML (W3C, Timed Text Markup Language 1, 10.3.1): clock times, frames and offsets with a unit. */

import { parseClock } from "./caption-times.ts";

/** What frames and ticks of a file are. */
export interface TtmlRates {
  /** Frames a second. */
  readonly frames: number;
  /** Ticks a second. */
  readonly ticks: number;
}

/** Attributes of the outermost element, by the names they have in the file. */
type Attributes = Readonly<Record<string, { readonly local: string; readonly value: string }>>;

/** Without a word of it a second has 30 frames and one tick. */
export function readTtmlRates(attributes: Attributes): TtmlRates {
  const value = (name: string): string | undefined =>
    Object.values(attributes).find(({ local }) => local === name)?.value;
  const [numerator = 1, denominator = 1] = (value("frameRateMultiplier") ?? "1 1").split(/[\s:]+/).map(Number);
  const frames = positive(Number(value("frameRate") ?? 30) * (numerator / denominator), 30);
  return { frames, ticks: positive(Number(value("tickRate") ?? 1), 1) };
}

const positive = (value: number, otherwise: number): number =>
  Number.isFinite(value) && value > 0 ? value : otherwise;

/** Seconds of `00:00:01.5`, `00:00:01:12` (frames), `1.5s`, `300ms`, `12f` or `90000t`; undefined for anything else. */
export function readTtmlTime(text: string, { frames, ticks }: TtmlRates): number | undefined {
  const plain = text.trim();
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t)$/.exec(plain) ?? [];
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / frames, t: 1 / ticks };
  if (amount !== undefined) return Number(amount) * (units[unit] ?? 1);
  const [, clock, frame] = /^(\d+:\d+:\d+):(\d+)$/.exec(plain) ?? [];
  if (clock === undefined) return parseClock(plain);
  const seconds = parseClock(clock);
  return seconds === undefined ? undefined : seconds + Number(frame) / frames;
}
