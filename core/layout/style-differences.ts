/** In what a text differs from its styles. */

import type { Block, CharacterFormat, ParagraphFormat } from "../document/schema/text.ts";
import { inlineLength, type TextRange } from "../document/text-range.ts";
import type { StyleResolver } from "./resolve-style.ts";

/** A property a paragraph or some of its characters have of their own. */
export type DifferingProperty = keyof ParagraphFormat | keyof CharacterFormat;

/** What layout takes where neither a style nor the text says anything. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  align: "start",
  leading: "language",
  indentStart: 0,
  indentEnd: 0,
  indentFirst: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  keepWithNext: false,
  keepTogether: false,
  orphans: 2,
  widows: 2,
  balance: false,
  tabs: [],
  list: "none",
  breakBefore: "none",
  outlineLevel: 0,
  font: { role: "text" },
  weight: 400,
  italic: false,
  size: 10,
  tracking: 0,
  underline: false,
  strikethrough: false,
  position: "normal",
  uppercase: false,
  features: [],
};

/** No style can say where words lead to. */
const OF_THE_WORDS: ReadonlySet<string> = new Set(["link"]);

/**
 * The properties in which paragraphs and characters of a range look otherwise than their styles say, each once. What is said again
 * just as the style has it is no difference.
 */
export function styleDifferences(
  blocks: readonly Block[],
  { from, to }: TextRange,
  frameStyle: string | undefined,
  styles: StyleResolver,
): readonly DifferingProperty[] {
  const differing = new Set<string>();
  const compare = (own: object | undefined, base: object): void => {
    for (const [key, value] of Object.entries(own ?? {})) {
      if (OF_THE_WORDS.has(key)) continue;
      const expected: unknown = Reflect.get(base, key) ?? DEFAULTS[key];
      if (JSON.stringify(value) !== JSON.stringify(expected)) differing.add(key);
    }
  };
  for (const [index, block] of blocks.slice(from.block, to.block + 1).entries()) {
    if (!("runs" in block)) continue;
    const base = styles.paragraphFormat(block.style ?? frameStyle);
    compare(block.format?.paragraph, base.paragraph);
    compare(block.format?.character, base.character);
    const first = index === 0 ? from.offset : 0;
    const last = from.block + index === to.block ? to.offset : Number.POSITIVE_INFINITY;
    let start = 0;
    for (const inline of block.runs) {
      const end = start + inlineLength(inline);
      const touches = first === last ? start <= first && end >= first : end > first && start < last;
      start = end;
      if (!touches || typeof inline === "string") continue;
      compare(inline.format, {
        ...base.character,
        ...block.format?.character,
        ...styles.characterFormat(inline.style),
      });
    }
  }
  return [...differing] as DifferingProperty[];
}
