/** Keys by which paragraphs of equal content are recognised, whatever objects they come in. */

import type { Color } from "../color/color.ts";
import { createBoundedCache } from "./bounded-cache.ts";
import type { CharacterStyle, Paragraph, ParagraphStyle, StyledRun } from "./paragraph-model.ts";

const SEPARATOR = "\u0001";
const STYLES_KEPT = 5_000;

/** Styles by identity and by content; equal styles share a number, and a number never comes to mean another style. */
const numbers = new WeakMap<CharacterStyle | ParagraphStyle, number>();
const numbersByContent = createBoundedCache<string, number>(STYLES_KEPT);
let lastNumber = 0;

/** Equal only for paragraphs that look alike in every respect; the paragraph's id is not part of it. */
export function paragraphKey(paragraph: Paragraph): string {
  let key = String(numberOf(paragraph.style, paragraphContent));
  for (const run of paragraph.runs) key += runKey(run);
  return key;
}

const runKey = (run: StyledRun): string =>
  `${SEPARATOR}${run.language} ${numberOf(run.style, characterContent)} ${run.text}`;

function numberOf<Style extends CharacterStyle | ParagraphStyle>(
  style: Style,
  contentOf: (style: Style) => string,
): number {
  const known = numbers.get(style);
  if (known !== undefined) return known;
  const content = contentOf(style);
  let number = numbersByContent.get(content);
  if (number === undefined) {
    lastNumber += 1;
    number = lastNumber;
    numbersByContent.set(content, number);
  }
  numbers.set(style, number);
  return number;
}

function paragraphContent(style: ParagraphStyle): string {
  const { marker, ...rest } = style;
  return JSON.stringify(rest) + (marker ? runKey(marker) : "");
}

const colorKey = (color: Color | undefined): string =>
  color ? `${color.rgb.join()};${color.cmyk.join()};${color.alpha}` : "";

function characterContent(style: CharacterStyle): string {
  const { family, weight, italic } = style.font;
  return [
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
  ].join(SEPARATOR);
}
