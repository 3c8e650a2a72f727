/**
 * Line breaking classes of UAX #14, resolved by LB1 and split where a rule looks at more than the class.
 * The data are those of `@cto.af/linebreak`.
 */

import { EastAsianWidth, LineBreak } from "@cto.af/linebreak";
import { createCodePointTable } from "./code-point-table.ts";

/**
 * Names as in UAX #14, and: `QI` `QF` initial and final quotation marks; `OW` `CW` wide opening and closing
 * parentheses; `SA` letters of scripts without spaces; `DC` the dotted circle; `IX` unassigned pictographs;
 * `HU` the hyphen U+2010; `SOT` start of text.
 */
export const LB = {
  SOT: 0,
  AL: 1,
  SP: 2,
  CM: 3,
  ZWJ: 4,
  SA: 5,
  NU: 6,
  IS: 7,
  SY: 8,
  HY: 9,
  HU: 10,
  BA: 11,
  BB: 12,
  B2: 13,
  QU: 14,
  QI: 15,
  QF: 16,
  OP: 17,
  OW: 18,
  CL: 19,
  CP: 20,
  CW: 21,
  EX: 22,
  NS: 23,
  IN: 24,
  ID: 25,
  IX: 26,
  EB: 27,
  EM: 28,
  PR: 29,
  PO: 30,
  GL: 31,
  WJ: 32,
  ZW: 33,
  CB: 34,
  HL: 35,
  RI: 36,
  JL: 37,
  JV: 38,
  JT: 39,
  H2: 40,
  H3: 41,
  AK: 42,
  AP: 43,
  AS: 44,
  VF: 45,
  VI: 46,
  DC: 47,
  BK: 48,
  CR: 49,
  LF: 50,
  NL: 51,
} as const;

const DOTTED_CIRCLE = 0x25cc;
const HYPHEN = 0x2010;
const isMark = /^[\p{Mn}\p{Mc}]$/u;
/** Thai and Lao vowels am: letters by category, yet parts of the cluster before them. */
const isAm = (codePoint: number): boolean => codePoint === 0xe33 || codePoint === 0xeb3;
const isInitialQuote = /^\p{Pi}$/u;
const isFinalQuote = /^\p{Pf}$/u;
const isUnassignedPictograph = /^(?=\p{ExtPict})\p{Cn}$/u;

const classNames: readonly string[] = LineBreak.values;
const numbers: Readonly<Record<string, number>> = LB;

/**
 * Cham breaks at white space alone: its letters, final consonants and digits must never offer a break of their own,
 * and a danda stays with the word before it and with what follows without a space.
 */
function chamClass(codePoint: number, name: string): number {
  if (name === "CM") return LB.CM;
  if (codePoint >= 0xaa50 && codePoint <= 0xaa59) return LB.NU;
  if (codePoint >= 0xaa5d) return LB.CP;
  return LB.AL;
}

function classOf(codePoint: number): number {
  const name = classNames[LineBreak.get(codePoint)] ?? "XX";
  const character = String.fromCodePoint(codePoint);
  if (codePoint >= 0xaa00 && codePoint <= 0xaa5f) return chamClass(codePoint, name);
  if (codePoint === DOTTED_CIRCLE) return LB.DC;
  if (codePoint === HYPHEN) return LB.HU;
  switch (name) {
    case "AI":
    case "SG":
    case "XX":
      return LB.AL;
    case "SA":
      return isMark.test(character) || isAm(codePoint) ? LB.CM : LB.SA;
    case "CJ":
      return LB.NS;
    case "QU":
      return isInitialQuote.test(character) ? LB.QI : isFinalQuote.test(character) ? LB.QF : LB.QU;
    case "OP":
      return isEastAsian(codePoint) ? LB.OW : LB.OP;
    case "CP":
      return isEastAsian(codePoint) ? LB.CW : LB.CP;
    case "ID":
      return isUnassignedPictograph.test(character) ? LB.IX : LB.ID;
    default:
      return numbers[name] ?? LB.AL;
  }
}

/** Whether the code point is full-width, half-width or wide (UAX #11). */
export const isEastAsian = (codePoint: number): boolean => EastAsianWidth.get(codePoint) === 1;

/** The class of a code point, one of `LB`; surrogates on their own are `AL`. */
export const lineBreakClass: (codePoint: number) => number = createCodePointTable(classOf);
