/** Text as the project keeps it: composed, well formed, with one sort of line end. */

import { foldMarkOrder, MAY_NEED_FOLDING } from "./mark-order.ts";

/** Nothing in it can need any repair: printable ASCII, Latin-1 letters, tab and line feed. */
const BEYOND_PLAIN = /[^\t\n\x20-\x7e\xa0-\xff]/;
const LINE_END = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
/** U+FFFE, U+FFFF and their like on every plane, which XML forbids. */
const NONCHARACTER =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;
const LEADING_MARKS_OF_ORDER = /^\uFEFF+/;
const INNER_MARK_OF_ORDER = /\uFEFF/g;

/**
 * NFC (never NFKC), with breve and circumflex in one order (`ĕ` + U+0302 becomes `ê` + U+0306); every line end, also
 * those of word processors (U+000B, U+000C, U+0085, U+2028, U+2029), becomes `\n`; unpaired surrogates and noncharacters
 * become U+FFFD; other control characters but tab go; a leading byte order mark goes, one inside becomes the word
 * joiner it stands for. Idempotent.
 */
export function normalizeText(text: string): string {
  if (!BEYOND_PLAIN.test(text)) return text;
  const clean = text
    .toWellFormed()
    .replace(LINE_END, "\n")
    .replace(CONTROL, "")
    .replace(NONCHARACTER, "\uFFFD")
    .replace(LEADING_MARKS_OF_ORDER, "")
    .replace(INNER_MARK_OF_ORDER, "\u2060")
    .normalize("NFC");
  return MAY_NEED_FOLDING.test(clean) ? foldMarkOrder(clean) : clean;
}
