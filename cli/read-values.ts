/** Option values that are more than text. Each throws a `UsageError` that names the accepted forms. */

import { DiagnosticError } from "../core/diagnostics/diagnostic.ts";
import { MAX_PROGRAMME_SECONDS } from "../core/document/schema/programme.ts";
import { parseRowRange, type RowRange } from "../core/merge/row-range.ts";
import { badValue } from "./usage-diagnostics.ts";

const MILLIMETRES: Readonly<Record<string, number>> = { mm: 1, cm: 10, pt: 25.4 / 72, in: 25.4 };

/** `3`, `3mm`, `0,5cm`, `9pt` → millimetres. */
export function readMillimetres(command: string, option: string, value: string, most: number): number {
  const match = /^(\d+(?:[.,]\d+)?)\s*(mm|cm|pt|in)?$/.exec(value);
  const [, digits = "", unit = "mm"] = match ?? [];
  const length = Number(digits.replace(",", ".")) * (MILLIMETRES[unit] ?? 1);
  if (!match || length > most) throw badValue(command, option, value, `0mm … ${most}mm`);
  return length;
}

export function readWholeNumber(
  command: string,
  option: string,
  value: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) throw badValue(command, option, value, `${least} … ${most}`);
  return number;
}

/** `12`, `1.5`, `1,5`: seconds, no more than a programme lasts. */
export function readSeconds(command: string, option: string, value: string): number {
  const seconds = /^\d+(?:[.,]\d+)?$/.test(value) ? Number(value.replace(",", ".")) : Number.NaN;
  if (!(seconds <= MAX_PROGRAMME_SECONDS)) throw badValue(command, option, value, "1, 2.5, 0,4");
  return seconds;
}

/** `15:00`, `1:00:00`, `900`: how long a programme lasts, in seconds. */
export function readLength(command: string, option: string, value: string): number {
  const [, hours = "0", minutes, seconds] = /^(?:(\d):(?=\d\d:))?(\d{1,3}):([0-5]\d)$/.exec(value) ?? [];
  const length =
    minutes === undefined || seconds === undefined
      ? readSeconds(command, option, value)
      : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  if (!(length >= 1 && length <= MAX_PROGRAMME_SECONDS)) throw badValue(command, option, value, "15:00, 1:00:00, 900");
  return length;
}

export function readChoice<const Choice extends string>(
  command: string,
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value.toLowerCase());
  if (found === undefined) throw badValue(command, option, value, choices.join(", "));
  return found;
}

/** `7`, `1-200`, `50-`, `1-10, 15` */
export function readRowRanges(command: string, value: string): readonly RowRange[] {
  try {
    return parseRowRange(value);
  } catch (error) {
    if (error instanceof DiagnosticError) throw badValue(command, "rows", value, "7, 1-200, 50-, 1-10,15");
    throw error;
  }
}

/** `2026-01-31` or with a time, in the zone of this machine where it names none. */
export function readDate(command: string, option: string, value: string): Date {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value;
  const date = /^\d{4}-\d{2}-\d{2}T/.test(iso) ? new Date(iso) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw badValue(command, option, value, "2026-01-31, 2026-01-31T08:00:00+07:00");
  return date;
}
