/** Keys by which paragraphs of equal content are recognised, whatever objects they come in. */

import type { Color } from "../color/color.ts";
import type { CharacterStyle, Paragraph, ParagraphStyle, StyledRun } from "./paragraph-model.ts";

const SEPARATOR = "\u0001";

const characterKeys = new WeakMap<CharacterStyle, string>();
const paragraphKeys = new WeakMap<ParagraphStyle, string>();

/** Equal for paragraphs that look alike in every respect; the paragraph's id is not part of it. */
export function paragraphKey(paragraph: Paragraph): string {
  let key = styleKey(paragraph.style);
  for (const run of paragraph.runs) key += SEPARATOR + runKey(run);
  return key;
}

const runKey = (run: StyledRun): string =>
  `${run.language}${SEPARATOR}${characterKey(run.style)}${SEPARATOR}${run.text}`;

function styleKey(style: ParagraphStyle): string {
  const known = paragraphKeys.get(style);
  if (known !== undefined) return known;
  const { marker, ...rest } = style;
  const key = JSON.stringify(rest) + (marker ? SEPARATOR + runKey(marker) : "");
  paragraphKeys.set(style, key);
  return key;
}

const colorKey = (color: Color | undefined): string =>
  color ? `${color.rgb.join()};${color.cmyk.join()};${color.alpha}` : "";

function characterKey(style: CharacterStyle): string {
  const known = characterKeys.get(style);
  if (known !== undefined) return known;
  const { family, weight, italic } = style.font;
  const key = [
    "role" in family ? `role ${family.role}` : `name ${family.name}`,
    weight,
    italic,
    style.size,
    colorKey(style.color),
    style.tracking,
    style.baselineShift,
    style.underline,
    style.strikethrough,
    colorKey(style.highlight),
    style.link ?? "",
    style.features.join(),
  ].join(" ");
  characterKeys.set(style, key);
  return key;
}
