/** Numbers and dates as a language writes them. Languages `Intl` does not know take the Vietnamese forms. */

import { languageOr } from "./language-registry.ts";

export interface NumberOptions {
  /** Exact number of decimals; without it as many as the value has, three at most. */
  readonly decimals?: number;
}

/** A day of the Gregorian calendar; `month` and `day` from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const NUMBERING = /-u-(?:[a-z0-9-]+-)?nu-([a-z0-9]{3,8})/i;
const MOST_DECIMALS = 20;

/** Numbering systems with the digits of a registered language. */
const NATIVE_NUMBERING: Readonly<Record<string, string>> = {
  Khmr: "khmr",
  Laoo: "laoo",
  Cham: "cham",
  Hmng: "hmng",
  Hmnp: "hmnp",
};

interface Numerals {
  /** For `Intl`; Latin digits unless the tag asks for others, as in `km-u-nu-khmr`. */
  readonly locale: string;
  /** Digits to put where `Intl` leaves 0–9, as in the Vietnamese names of months. */
  readonly digits: readonly string[] | undefined;
}

const numeralsOf = (tag: string): Numerals => {
  const language = languageOr(tag);
  const native = NATIVE_NUMBERING[language.script];
  const asked = NUMBERING.exec(tag)?.[1]?.toLowerCase() ?? "latn";
  const numbering = asked === "native" ? (native ?? "latn") : asked;
  const digits = numbering === native && language.digits !== undefined ? Array.from(language.digits) : undefined;
  return { locale: `${language.intl}-u-ca-gregory-nu-${numbering}`, digits };
};

const withDigits = (text: string, digits: readonly string[] | undefined): string =>
  digits === undefined ? text : text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);

type Formatter<Value> = (value: Value) => string;
const numberFormats = new Map<string, Formatter<number>>();
const dateFormats = new Map<string, Formatter<Date>>();

/** `1.234.567,89` in Vietnamese; `language` may carry `-u-nu-khmr` and the like, or `-u-nu-native`. */
export const formatNumber = (value: number, language: string, options: NumberOptions = {}): string => {
  const decimals =
    options.decimals === undefined ? undefined : Math.min(MOST_DECIMALS, Math.max(0, Math.trunc(options.decimals)));
  const id = `${language} ${decimals}`;
  let format = numberFormats.get(id);
  if (format === undefined) {
    const { locale, digits } = numeralsOf(language);
    const intl = new Intl.NumberFormat(
      locale,
      decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
    );
    format = (number) => withDigits(intl.format(number), digits);
    numberFormats.set(id, format);
  }
  return format(value);
};

const DATE_STYLES = {
  short: { day: "numeric", month: "numeric", year: "numeric" },
  long: { dateStyle: "full" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * `2/9/2025` or `Thứ Ba, 2 tháng 9, 2025` in Vietnamese. Throws RangeError for a day that is not in the calendar.
 */
export const formatDate = (date: CalendarDate, language: string, style: "short" | "long"): string => {
  const { year, month, day } = date;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  const id = `${language} ${style}`;
  let format = dateFormats.get(id);
  if (format === undefined) {
    const { locale, digits } = numeralsOf(language);
    const intl = new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: "UTC" });
    format = (at) => withDigits(intl.format(at), digits);
    dateFormats.set(id, format);
  }
  return format(time);
};
