/** Text as plain as it comes, for labels and marks that have no style of the project's. */

import { BLACK } from "../color/color.ts";
import type { CharacterStyle, ParagraphStyle } from "./paragraph-model.ts";

/** Ten points of the text font in black. */
export const PLAIN_CHARACTER: CharacterStyle = {
  font: { family: { role: "text" }, weight: 400, italic: false },
  size: 10,
  color: BLACK,
  tracking: 0,
  baselineShift: 0,
  underline: false,
  strikethrough: false,
  features: [],
};

/** Ragged, in the language's own leading, without indents, spaces or keep rules. */
export const PLAIN_PARAGRAPH: ParagraphStyle = {
  align: "start",
  leading: undefined,
  indentStart: 0,
  indentEnd: 0,
  indentFirst: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
  keepTogether: false,
  orphans: 1,
  widows: 1,
  balance: false,
  tabs: [],
  breakBefore: "none",
};
