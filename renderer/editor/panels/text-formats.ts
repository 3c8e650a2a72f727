/** How the text of a range looks, for the fields that change it. */

import type { Block, CharacterFormat, ParagraphFormat } from "../../../core/document/schema/text.ts";
import { inlineLength, type TextRange } from "../../../core/document/text-range.ts";
import type { StyleResolver } from "../../../core/layout/resolve-style.ts";
import { sharedValue } from "./shared-value.ts";

/** Undefined where the range has several. */
export interface RangeFormats {
  /** A character style's id, `""` where the letters have none. */
  readonly characterStyle: string | undefined;
  readonly align: ParagraphFormat["align"];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly size: number | undefined;
  /** A swatch's id. */
  readonly color: string | undefined;
}

/** From here on a weight counts as bold. */
const BOLD = 600;
/** What layout sets where no style says otherwise. */
const DEFAULT_SIZE_PT = 10;

export function formatsInRange(
  blocks: readonly Block[],
  { from, to }: TextRange,
  frameStyle: string | undefined,
  styles: StyleResolver,
): RangeFormats {
  const characters: CharacterFormat[] = [];
  const characterStyles: string[] = [];
  const paragraphs: ParagraphFormat[] = [];
  for (const [index, block] of blocks.slice(from.block, to.block + 1).entries()) {
    if (!("runs" in block)) continue;
    const base = styles.paragraphFormat(block.style ?? frameStyle);
    const character = { ...base.character, ...block.format?.character };
    paragraphs.push({ ...base.paragraph, ...block.format?.paragraph });
    const first = index === 0 ? from.offset : 0;
    const last = from.block + index === to.block ? to.offset : Number.POSITIVE_INFINITY;
    let start = 0;
    const touched = block.runs.filter((inline) => {
      const end = start + inlineLength(inline);
      const touches = first === last ? start < first && end >= first : end > first && start < last;
      start = end;
      return touches;
    });
    for (const inline of touched) characterStyles.push(typeof inline === "string" ? "" : (inline.style ?? ""));
    const looks = touched.map((inline) =>
      typeof inline === "string"
        ? character
        : { ...character, ...styles.characterFormat(inline.style), ...inline.format },
    );
    characters.push(...(looks.length > 0 ? looks : [character]));
  }
  const color = sharedValue(characters, (format) => format.color);
  return {
    characterStyle: characterStyles.length === 0 ? "" : sharedValue(characterStyles, (style) => style),
    align: sharedValue(paragraphs, (format) => format.align ?? "start"),
    isBold: characters.length > 0 && characters.every(({ weight = 400 }) => weight >= BOLD),
    isItalic: characters.length > 0 && characters.every(({ italic }) => italic === true),
    isUnderlined: characters.length > 0 && characters.every(({ underline }) => underline === true),
    size: sharedValue(characters, ({ size = DEFAULT_SIZE_PT }) => size),
    color: typeof color === "string" ? color : undefined,
  };
}
