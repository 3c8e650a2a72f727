/** A text written anew in a field that shows its words only: what was not touched keeps its looks. */

import { plainTextOf } from "./plain-text.ts";
import type { Block } from "./schema/text.ts";
import { singleRunText } from "./slot-text.ts";
import { blockLength, flatText, replaceRange, type TextPlace } from "./text-range.ts";

const FIELD = "\uFFFC";

/**
 * The blocks with their words changed to `value`, a line for each paragraph. The part that differs is replaced, paragraph by paragraph:
 * formats, styles, slots and page numbers before and behind it stay. `value` is normalised, as the blocks are.
 */
export function rewriteBlocks(blocks: readonly Block[], value: string, multiline: boolean): readonly Block[] {
  const old = plainTextOf(blocks);
  const wanted = multiline ? value : singleRunText(value, false);
  if (old === wanted) return blocks;
  const { start, end } = differingPart(old, wanted);
  const lines = wanted.slice(start, wanted.length - (old.length - end)).split("\n");
  const from = placeOf(blocks, start);
  const to = placeOf(blocks, end);
  // Paragraphs that were there before keep their places as long as there are lines for them.
  const paired = Math.min(lines.length, to.block - from.block + 1);
  let edited: readonly Block[] = blocks;
  for (let index = paired - 1; index >= 0; index -= 1) {
    const block = from.block + index;
    const isLast = index === paired - 1;
    const range = {
      from: index === 0 ? from : { block, offset: 0 },
      to: isLast ? to : { block, offset: blockLength(blocks[block]) },
    };
    edited = replaceRange(edited, range, isLast ? lines.slice(index) : [lines[index] ?? ""]).blocks;
  }
  return edited;
}

/** Where the two first and last differ, as offsets in `old`; never inside a pair of surrogates. */
function differingPart(old: string, wanted: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && old[start] === wanted[start]) start += 1;
  if (isInsidePair(old, start) || isInsidePair(wanted, start)) start -= 1;
  let tail = 0;
  while (tail < shorter - start && old.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  if (isInsidePair(old, old.length - tail) || isInsidePair(wanted, wanted.length - tail)) tail -= 1;
  return { start, end: old.length - tail };
}

const isInsidePair = (text: string, offset: number): boolean =>
  /^[\uDC00-\uDFFF]$/.test(text.charAt(offset)) && /^[\uD800-\uDBFF]$/.test(text.charAt(offset - 1));

/** The first place at an offset of the plain text, in which slots and fields take no room. */
function placeOf(blocks: readonly Block[], plain: number): TextPlace {
  let left = plain;
  for (const [block, content] of blocks.entries()) {
    const flat = flatText(content);
    let offset = 0;
    while (offset < flat.length && left > 0) {
      if (flat[offset] !== FIELD) left -= 1;
      offset += 1;
    }
    if (left === 0) return { block, offset };
    // The line feed between this block and the next.
    left -= 1;
  }
  const last = Math.max(0, blocks.length - 1);
  return { block: last, offset: blockLength(blocks[last]) };
}
