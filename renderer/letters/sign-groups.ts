/** Signs that stand on no keyboard of an office. */

import type { Language } from "../../core/script/language.ts";
import type { lettersVi } from "../i18n/letters-vi.ts";

export interface SignGroup {
  readonly name: keyof typeof lettersVi.group;
  readonly signs: readonly string[];
}

export type SpaceName = keyof typeof lettersVi.space;

/** Spaces and joiners nobody sees, with the names they go by. */
export const SPACES: readonly (readonly [string, SpaceName])[] = [
  ["\u00A0", "noBreak"],
  ["\u202F", "narrowNoBreak"],
  ["\u2009", "thin"],
  ["\u2002", "en"],
  ["\u2003", "em"],
  ["\u200B", "zeroWidth"],
  ["\u2060", "wordJoiner"],
  ["\u200C", "nonJoiner"],
  ["\u200D", "joiner"],
  ["\u00AD", "softHyphen"],
  ["\u2011", "noBreakHyphen"],
];

const PUNCTUATION = Array.from("“”‘’«»–—…•·§°′″†‡¿¡");
const FIGURES = Array.from("×÷±−≤≥≈≠½¼¾²³⁰¹⁺⁻‰%№");
const MONEY = Array.from("₫$€£¥៛₭฿");
const MARKS = Array.from("→←↑↓⇒✓✗★☆●○■□▪◆❖☎✉©®™");
/** Punctuation of scripts that have their own. */
const OF_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  Khmr: Array.from("។៕៖ៗ៘៙៚៛"),
  Laoo: Array.from("ໆຯ₭"),
  Tavt: Array.from("ꫛꫜꫝ꫞꫟"),
  Cham: Array.from("꩜꩝꩞꩟"),
  Hani: Array.from("、。，；：？！「」『』（）《》〈〉·…—"),
};

/** What the panel shows beside letters, the language's own first. */
export function signGroups({ script, digits }: Pick<Language, "script" | "digits">): readonly SignGroup[] {
  const own = OF_SCRIPT[script];
  return [
    ...(digits === undefined ? [] : [{ name: "digits" as const, signs: Array.from(digits) }]),
    ...(own ? [{ name: "own" as const, signs: own }] : []),
    { name: "punctuation", signs: PUNCTUATION },
    { name: "figures", signs: FIGURES },
    { name: "money", signs: MONEY },
    { name: "marks", signs: MARKS },
  ];
}

/** A mark on its own is shown on a dotted circle. */
export const shownSign = (sign: string): string => (/^\p{M}/u.test(sign) ? `\u25CC${sign}` : sign);
