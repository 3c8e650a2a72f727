/** Where lines may break: UAX #14, dictionaries, syllables and the habits of each language joined. */

import type { Language } from "./language.ts";
import { LB, lineBreakClass } from "./line-break-classes.ts";
import { forEachLineBreak } from "./unicode-line-breaks.ts";
import { findWordStarts } from "./word-starts.ts";

export interface BreakOpportunity {
  /** UTF-16 index of the first character of the new line. */
  readonly at: number;
  /** True after a line feed and its like. */
  readonly mandatory: boolean;
}

/** Cham breaks at white space alone, also beside hyphens, dashes and slashes. */
const CHAM = /[\uAA00-\uAA5F]/;
const SPACE = 0x20;
const COENG = 0x17d2;
const NON_JOINER = 0x200c;
const NO_BREAK_SPACE = /[\u00A0\u2007\u202F]/;
const WHITE_SPACE = /[\s\u200B]/;

/** Iu Mien and Kim Mun join syllables of one word by hyphens. */
const HYPHENS_IN_WORDS: ReadonlySet<string> = new Set(["ium", "mji"]);

/**
 * Every index at which a new line may or must start, ascending; neither 0 nor `text.length` is ever among them, so a
 * line feed at the very end gives none.
 *
 * By script, whatever the language: Khmer, Lao, Thai and Burmese break at the words of a dictionary, Tai Viet at
 * syllables that are certain, Cham at white space alone, everything else by UAX #14. U+200B always breaks, U+2060 and
 * U+00A0 never. By language: Khmer letters of a language without dictionary break at spaces and U+200B alone; hyphens
 * of Dao never break.
 */
export function breakOpportunities(
  text: string,
  language: Pick<Language, "tag" | "script" | "breaking">,
): readonly BreakOpportunity[] {
  const found: BreakOpportunity[] = [];
  const tailoring = {
    hyphensJoin: HYPHENS_IN_WORDS.has(language.tag.split("-", 1)[0] ?? ""),
    wordStarts: findWordStarts(text, language),
  };
  const holdsCham = CHAM.test(text);
  forEachLineBreak(text, tailoring, (at, mandatory) => {
    if (!mandatory && (isHeld(text, at) || splitsCluster(text, at) || (holdsCham && isInChamWord(text, at)))) return;
    found.push({ at, mandatory });
  });
  return found;
}

/** A no-break space holds on to what stands before it, also to a hyphen, where UAX #14 lets go. */
const isHeld = (text: string, at: number): boolean =>
  NO_BREAK_SPACE.test(text.charAt(at)) && !WHITE_SPACE.test(text.charAt(at - 1));

/** Whether UAX #14 would part what is one cluster: a stray mark on a space, or a coeng on a sign and its consonant. */
function splitsCluster(text: string, at: number): boolean {
  const previous = text.charCodeAt(at - 1);
  if (previous === COENG || (previous === NON_JOINER && text.charCodeAt(at - 2) === COENG)) return true;
  if (previous !== SPACE || text.charCodeAt(at) < 0x300) return false;
  const found = lineBreakClass(text.codePointAt(at) ?? 0);
  return found === LB.CM || found === LB.ZWJ;
}

/** Whether the index stands without white space beside a Cham letter, or behind one sign that follows such a letter. */
const isInChamWord = (text: string, at: number): boolean =>
  !WHITE_SPACE.test(text.charAt(at - 1)) && CHAM.test(text.slice(Math.max(0, at - 2), at + 1));
