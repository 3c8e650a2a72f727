import type { Programme } from "../document/schema/programme.ts";
import { forLanguage } from "../layout/resolve-style.ts";
import { plainLatin } from "../script/plain-latin.ts";

/** Letters with their accents taken off: `Đắk Ơ` is `Dak O`. What is not of the Latin script goes. */
export const toAscii = (text: string): string =>
  plainLatin(text)
    .replace(/[–—]/g, "-")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[^\x20-\x7e]/g, "");

/** Whether it can be written in plain Latin letters and digits: there are some, and no letters of another script. */
export const isLatin = (text: string): boolean =>
  /[A-Za-z0-9]/.test(toAscii(text)) && !/(?!\p{Script=Latin})\p{L}/u.test(text);

/**
 * A programme's title in Latin letters: that of the language, or of another where its own is written otherwise; then `other` is true.
 * Undefined where there is none.
 */
export function latinTitle(
  { title }: Pick<Programme, "title">,
  language: string,
): { readonly title: string; readonly other: boolean } | undefined {
  const own = forLanguage(title, language);
  if (own !== undefined && isLatin(own)) return { title: own, other: false };
  const other = Object.values(title).find(isLatin);
  return other === undefined ? undefined : { title: other, other: own !== undefined };
}
