/** Numbers and letters in front of list paragraphs. */

import type { ParagraphFormat } from "../document/schema/text.ts";

type NumberedList = Extract<NonNullable<ParagraphFormat["list"]>, { number: unknown }>;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Lower-case Roman numeral; numbers below 1 stay in digits. */
export function romanNumeral(value: number): string {
  if (value < 1) return String(value);
  let rest = value;
  let numeral = "";
  for (const [amount, letters] of ROMAN) {
    while (rest >= amount) {
      numeral += letters;
      rest -= amount;
    }
  }
  return numeral;
}

/** a, b, … z, aa, ab, …; numbers below 1 stay in digits. */
export function alphabeticNumeral(value: number): string {
  if (value < 1) return String(value);
  let letters = "";
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The marker of item `value`: `%` in the list's pattern stands for the number. */
export function numberMarker(list: NumberedList, value: number): string {
  const numerals: Record<NumberedList["number"], string> = {
    "1": String(value),
    a: alphabeticNumeral(value),
    A: alphabeticNumeral(value).toUpperCase(),
    i: romanNumeral(value),
    I: romanNumeral(value).toUpperCase(),
  };
  return (list.pattern ?? "%.").replace("%", numerals[list.number]);
}
