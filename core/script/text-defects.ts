/** What `normalizeText` mends, with the places, so that the user can be told. */

import { foldMarkOrder } from "./mark-order.ts";

export type TextDefectKind =
  /** Half of a character of two UTF-16 units; replaced. */
  | "unpaired-surrogate"
  /** A code point that is never a character; replaced. */
  | "noncharacter"
  /** Removed. */
  | "control-character"
  | "byte-order-mark"
  /** Carriage return, line separator and the like; became a line feed. */
  | "line-end"
  /** Base and marks that have one code point together; composed. */
  | "decomposed"
  /** Breve written before circumflex; put in order. */
  | "mark-order";

export interface TextDefect {
  readonly kind: TextDefectKind;
  /** UTF-16 offset in the text as given. */
  readonly at: number;
  readonly text: string;
  /** What stands there after the repair. */
  readonly repair: string;
}

const DEFECT =
  /(?<lineEnd>\r\n?|[\v\f\x85\u2028\u2029])|(?<control>(?![\t\n])\p{Cc})|(?<order>\uFEFF)|(?<half>\p{Cs})|(?<never>\p{Noncharacter_Code_Point})/gu;
/** Before the first character that stays. */
const LEADING = /^(?:\uFEFF|(?![\t\n\v\f\r\x85])\p{Cc})*/u;
/** What composes together: a character with its marks, and Hangul letters. */
const COMPOSING = /[\u1100-\u11FF\uAC00-\uD7A3]+|[\s\S]\p{M}*/gu;

/** Everything normalising changes in `text`, in the order of the text. */
export function textDefects(text: string): readonly TextDefect[] {
  const defects: TextDefect[] = [];
  const leading = LEADING.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(DEFECT)) {
    const groups = match.groups ?? {};
    const found = match[0];
    if (groups.lineEnd !== undefined) defects.push({ kind: "line-end", at: match.index, text: found, repair: "\n" });
    else if (groups.control !== undefined) {
      defects.push({ kind: "control-character", at: match.index, text: found, repair: "" });
    } else if (groups.order !== undefined) {
      defects.push({
        kind: "byte-order-mark",
        at: match.index,
        text: found,
        repair: match.index < leading ? "" : "\u2060",
      });
    } else {
      const kind = groups.half === undefined ? "noncharacter" : "unpaired-surrogate";
      defects.push({ kind, at: match.index, text: found, repair: "\uFFFD" });
    }
  }
  if (foldMarkOrder(text.normalize("NFC")) !== text) defects.push(...composingDefects(text));
  return defects.sort((one, other) => one.at - other.at);
}

function* composingDefects(text: string): Generator<TextDefect> {
  for (const match of text.matchAll(COMPOSING)) {
    const composed = match[0].normalize("NFC");
    const repair = foldMarkOrder(composed);
    if (repair === match[0]) continue;
    yield { kind: repair === composed ? "decomposed" : "mark-order", at: match.index, text: match[0], repair };
  }
}
