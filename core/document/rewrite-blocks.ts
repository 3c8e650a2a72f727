/** A text written anew in a field that shows its words only: what was not touched keeps its looks. */

import { plainTextOf } from "./plain-text.ts";
import type { Block } from "./schema/text.ts";
import { singleRunText } from "./slot-text.ts";
import { blockLength, flatText, replaceRange, type TextPlace, type TextRange, textInRange } from "./text-range.ts";
import { wordDiff } from "./word-diff.ts";

const FIELD = "\uFFFC";

/**
 * The blocks with their words changed to `value`, a line for each paragraph. The part that differs is replaced, paragraph by paragraph
 * in their order, and in each word by word: formats, styles, slots and page numbers of what stays in it stay. `value` is normalised, as
 * the blocks are.
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
    const put = isLast ? lines.slice(index) : [lines[index] ?? ""];
    const [line, ...more] = put;
    const isOneLine = range.from.block === range.to.block && line !== undefined && more.length === 0;
    edited = isOneLine ? rewriteLine(edited, range, line) : replaceRange(edited, range, put).blocks;
  }
  return edited;
}

/** Replaces the words of one paragraph that are not in `line`; what has no letter or figure is no reason to part a change in two. */
function rewriteLine(blocks: readonly Block[], { from, to }: TextRange, line: string): readonly Block[] {
  const edits: { at: number; gone: number; put: string }[] = [];
  let at = 0;
  let open: { at: number; gone: number; put: string } | undefined;
  for (const { kind, text } of wordDiff(textInRange(blocks, { from, to }), line)) {
    if (kind === "same" && /[\p{L}\p{N}]/u.test(text)) open = undefined;
    else {
      if (!open) {
        open = { at, gone: 0, put: "" };
        edits.push(open);
      }
      if (kind !== "new") open.gone += text.length;
      if (kind !== "gone") open.put += text;
    }
    if (kind !== "new") at += text.length;
  }
  const flat = flatText(blocks[from.block]);
  const places = placesOf(flat, from.offset, to.offset);
  let edited = blocks;
  for (const { at: start, gone, put } of edits.toReversed()) {
    // Slots and fields before what goes stay.
    const first = gone > 0 ? places.lastAt(start) : places.firstAt(start);
    const end = gone > 0 ? places.firstAt(start + gone) : first;
    const range = { from: { block: from.block, offset: first }, to: { block: from.block, offset: end } };
    edited = replaceRange(edited, range, [put]).blocks;
  }
  return edited;
}

/** Offsets in `flat`, between two of them, by how many units of words stand before them. */
function placesOf(flat: string, from: number, to: number) {
  const walk = (plain: number, passesFields: boolean): number => {
    let left = plain;
    let offset = from;
    while (offset < to && (left > 0 || (passesFields && flat[offset] === FIELD))) {
      if (flat[offset] !== FIELD) left -= 1;
      offset += 1;
    }
    return offset;
  };
  return { firstAt: (plain: number) => walk(plain, false), lastAt: (plain: number) => walk(plain, true) };
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
