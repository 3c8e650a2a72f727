import type { InterfaceLanguage } from "./setup.ts";

const locale: Readonly<Record<InterfaceLanguage, string>> = { vi: "vi-VN", en: "en-GB" };

export const formatTime = (date: Date, language: InterfaceLanguage): string =>
  new Intl.DateTimeFormat(locale[language], { hour: "2-digit", minute: "2-digit" }).format(date);

// Making one takes a hundred times as long as using it.
const numbers: Readonly<Record<InterfaceLanguage, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat(locale.vi),
  en: new Intl.NumberFormat(locale.en),
};

export const formatNumber = (value: number, language: InterfaceLanguage): string => numbers[language].format(value);

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
/** Longer ago, the date says more. */
const LONGEST_RELATIVE = 7 * 86_400;

/** `5 phút trước`, the date where it was more than a week ago, or undefined where it was less than a minute ago. */
export function formatAgo(date: Date, now: Date, language: InterfaceLanguage): string | undefined {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000);
  if (seconds > LONGEST_RELATIVE) {
    return new Intl.DateTimeFormat(locale[language], { dateStyle: "medium" }).format(date);
  }
  const step = STEPS.find(([, length]) => seconds >= length);
  if (!step) return undefined;
  const [unit, size] = step;
  return new Intl.RelativeTimeFormat(locale[language], { numeric: "auto" }).format(-Math.floor(seconds / size), unit);
}

const KILOBYTE = 1_000;

export function formatBytes(bytes: number, language: InterfaceLanguage): string {
  const [unit, size] =
    bytes < KILOBYTE ** 2 ? (["kilobyte", KILOBYTE] as const) : (["megabyte", KILOBYTE ** 2] as const);
  const format = new Intl.NumberFormat(locale[language], { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / size);
}

/** `14:20 hôm nay`, `14:20, 22 thg 11, 2026`: when something was, to the minute. */
export function formatMoment(date: Date, now: Date, language: InterfaceLanguage): string {
  const time = formatTime(date, language);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(locale[language], { numeric: "auto" }).format(-days, "day");
    // Some of them begin with a capital, as if they stood alone.
    return `${time} ${day.toLocaleLowerCase(locale[language])}`;
  }
  return `${time}, ${new Intl.DateTimeFormat(locale[language], { dateStyle: "medium" }).format(date)}`;
}

const DAY = 86_400_000;
const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
