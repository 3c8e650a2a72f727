/** Where what somebody reads out may be cut into captions, and how good a place that is. */

import { breakOpportunities } from "../../script/break-opportunities.ts";
import { clusterBoundaries } from "../../script/clusters.ts";
import type { Language } from "../../script/language.ts";

/** From the best place for a caption to end to the worst. */
export type BreakKind = "paragraph" | "sentence" | "clause" | "word";

/** A piece of script that is never parted, and what it ends with. */
export interface ScriptPiece {
  /** With the white space after it. */
  readonly text: string;
  readonly end: BreakKind;
  /** How long it takes to say: see `spokenLength`. */
  readonly spoken: number;
}

const SENTENCE_END = /[.!?…。！？។៕၊။]["”’»)\]]*\s*$/u;
const CLAUSE_END = /(?:[,;:，、；：៖]["”’»)\]]*|\s[-–—])\s*$/u;
/** Titles, places and initials as offices write them: `TP. Hồ Chí Minh`, `PGS. TS. A. B.` */
const ABBREVIATION =
  /(?:^|[\s.(])(?:TP|Tp|TX|TT|Q|P|X|ThS|Ths|TS|PGS|GS|BS|ThS|CN|KS|LS|St|Dr|Mr|Mrs|v\.v|\p{Lu})\.\s*$/u;
/** Between words these scripts have no spaces: one of theirs ends a phrase. */
const PHRASE_SPACE = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}\p{Script=Myanmar}]\s+$/u;

/**
 * A script as pieces that lie between places where a line may break in its language. White space is made plain: single spaces, no empty
 * lines, none at the ends. Joined together the pieces are the whole script.
 */
export function scriptPieces(
  script: string,
  language: Pick<Language, "tag" | "script" | "breaking">,
): readonly ScriptPiece[] {
  const text = plainScript(script);
  if (text === "") return [];
  const breaks = breakOpportunities(text, language);
  const ends = [...breaks.map(({ at, mandatory }) => ({ at, mandatory })), { at: text.length, mandatory: true }];
  let from = 0;
  return ends.map(({ at, mandatory }) => {
    const piece = text.slice(from, at);
    const end = mandatory ? "paragraph" : kindOf(text.slice(Math.max(0, at - 24), at));
    from = at;
    return { text: piece, end, spoken: spokenLength(piece) };
  });
}

/** The script with single spaces and without empty lines. */
export const plainScript = (script: string): string =>
  script
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[ \t\u00A0\u3000]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

function kindOf(before: string): BreakKind {
  if (SENTENCE_END.test(before) && !ABBREVIATION.test(before)) return "sentence";
  return CLAUSE_END.test(before) || PHRASE_SPACE.test(before) ? "clause" : "word";
}

/** Figures are said as words: `1.200` is one thousand two hundred. */
const DIGIT_LENGTH = 3;
/** What parting words adds, in letters: Vietnamese says syllables of few letters as slowly as those of many. */
const WORD_LENGTH = 1.5;

/** How long words take to say, in letters of average length. */
export function spokenLength(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const letters = text.replace(/[^\p{L}\p{M}]/gu, "");
  const clusters = letters === "" ? 0 : clusterBoundaries(letters).length - 1;
  return clusters + digits * DIGIT_LENGTH + words * WORD_LENGTH;
}
