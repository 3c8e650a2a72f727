/** The Script and Script_Extensions properties of Unicode, which regular expressions test but do not tell. */

import { createCodePointTable } from "./code-point-table.ts";
import type { ScriptCode } from "./language.ts";

/** ISO 15924 codes, the scripts this project sets first so that the search is short for them. */
const SCRIPT_CODES = (
  "Zyyy Zinh Latn Khmr Laoo Tavt Cham Hmng Hmnp Hani Hira Kana Bopo Hang Thai Mymr Arab Grek Cyrl Armn Hebr Syrc Thaa " +
  "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Tibt Geor Ethi Cher Cans Ogam Runr Mong Tglg Hano Buhd Tagb Limb " +
  "Tale Talu Lana Bugi Bali Java Sund Batk Lepc Olck Kali Rjng Saur Mtei Yiii Lisu Vaii Bamu Nkoo Tfng Copt Goth Brah"
).split(" ");

export const COMMON = 0;
export const INHERITED = 1;
/** Scripts the list above lacks, and unassigned code points: told apart from all others, not from one another. */
const OTHER = 255;

const propertyTest = (property: string, code: ScriptCode): RegExp => new RegExp(`^\\p{${property}=${code}}$`, "u");
const scriptTests = SCRIPT_CODES.map((code) => propertyTest("Script", code));
const isUnknown = /^\p{Script=Unknown}$/u;

let lastFound = 0;

/** Index of a code point's script for `scriptCode`; unassigned and private code points count as `COMMON`. */
export const scriptIndex: (codePoint: number) => number = createCodePointTable((codePoint) => {
  const character = String.fromCodePoint(codePoint);
  if (scriptTests[lastFound]?.test(character)) return lastFound;
  if (isUnknown.test(character)) return COMMON;
  const found = scriptTests.findIndex((test) => test.test(character));
  if (found < 0) return OTHER;
  lastFound = found;
  return found;
});

/** ISO 15924 code of an index; `Zzzz` where the script is none of the listed. */
export const scriptCode = (index: number): ScriptCode => SCRIPT_CODES[index] ?? "Zzzz";

/** Index of an ISO 15924 code, where the code is one this file knows. */
export function indexOfScript(code: ScriptCode): number | undefined {
  const index = SCRIPT_CODES.indexOf(code === "Hans" || code === "Hant" ? "Hani" : code);
  return index < 0 ? undefined : index;
}

const extensions = new Map<number, readonly number[]>();
const extensionTests = SCRIPT_CODES.map((code) => propertyTest("Script_Extensions", code));

/** Scripts a common or inherited character is confined to, such as those of East Asia for 「; empty where it serves all. */
export function scriptExtensions(codePoint: number): readonly number[] {
  const known = extensions.get(codePoint);
  if (known) return known;
  const character = String.fromCodePoint(codePoint);
  const confined = extensionTests.flatMap((test, index) => (index > INHERITED && test.test(character) ? [index] : []));
  extensions.set(codePoint, confined);
  return confined;
}
