/** Values of spreadsheet cells as a Vietnamese reader writes them. */

/** Excel keeps fifteen digits; more are noise of the binary fraction, `0.30000000000000004`. */
const SIGNIFICANT_DIGITS = 15;
const PLAIN = new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: SIGNIFICANT_DIGITS });

/** A number as stored → `12`, `3,5`: no trailing zeros, no exponent, no grouping. What is no number stays as it is. */
export function numberText(raw: string, decimalMark: "," | "."): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  const text = PLAIN.format(value);
  return (text === "-0" ? "0" : text).replace(".", decimalMark);
}

/** Anything the reader of XLSX files gives for a cell. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** `02/09/2026`, with `14:30` where there is a time of day, and that alone where there is no date. Spreadsheets know no time zones: UTC stands for what they show. */
export function dateText(date: Date): string {
  // Times are fractions of a day and miss full seconds by a little.
  const seconds = new Date(Math.round(date.getTime() / 1_000) * 1_000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${two(seconds.getUTCDate())}/${two(seconds.getUTCMonth() + 1)}/${seconds.getUTCFullYear()}`;
  const withSeconds = seconds.getUTCSeconds() === 0 ? "" : `:${two(seconds.getUTCSeconds())}`;
  const time = `${two(seconds.getUTCHours())}:${two(seconds.getUTCMinutes())}${withSeconds}`;
  // Day 0 of Excel's calendar is the last of 1899: a time without a date.
  if (seconds.getUTCFullYear() < 1900) return time;
  return time === "00:00" ? day : `${day} ${time}`;
}
