/** Tab stops: where the text after a tab begins. */

import type { Language } from "../script/language.ts";
import type { TabStop } from "./paragraph-model.ts";

/** Distance of the stops that follow the last one a style sets, points. */
const DEFAULT_INTERVAL = 36;
/** A stop nearer than this to the pen is passed over. */
const LEAST_GAP = 0.01;

/** The first stop to the right of `x`, both measured from the left edge of the column. */
export function nextTabStop(tabs: readonly TabStop[], x: number): TabStop {
  let next: TabStop | undefined;
  for (const tab of tabs) {
    if (tab.position > x + LEAST_GAP && (!next || tab.position < next.position)) next = tab;
  }
  return (
    next ?? {
      position: (Math.floor((x + LEAST_GAP) / DEFAULT_INTERVAL) + 1) * DEFAULT_INTERVAL,
      align: "start",
      leader: "",
    }
  );
}

/**
 * Where the text after a tab begins, `width` points wide with its decimal sign at `decimal`. Text too wide for its
 * stop starts where the tab stood.
 */
export function tabbedStart(stop: TabStop, tabX: number, width: number, decimal: number): number {
  const before = { start: 0, center: width / 2, end: width, decimal }[stop.align];
  return Math.max(tabX, stop.position - before);
}

const separators = new Map<string, string>();

/** The sign between a whole number and its fraction in this language. */
function decimalSign(language: Language): string {
  let sign = separators.get(language.intl);
  if (sign === undefined) {
    const parts = new Intl.NumberFormat(language.intl).formatToParts(1.5);
    sign = parts.find((part) => part.type === "decimal")?.value ?? ",";
    separators.set(language.intl, sign);
  }
  return sign;
}

const LAST_DIGIT = /\p{Nd}(?=\P{Nd}*$)/u;

/** Offset in `text` that lies on a decimal stop: before the decimal sign, else after the last digit; −1 without digits. */
export function decimalOffset(text: string, language: Language): number {
  const sign = decimalSign(language);
  const at = text.lastIndexOf(sign);
  if (at > 0 && /^\p{Nd}/u.test(text.slice(at + 1)) && /\p{Nd}$/u.test(text.slice(0, at))) return at;
  const last = LAST_DIGIT.exec(text);
  return last ? last.index + last[0].length : -1;
}
