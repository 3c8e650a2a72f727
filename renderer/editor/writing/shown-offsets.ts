/** Between places in a text as the project keeps it and offsets in what is shown of it: slots and fields show as words. */

import type { Block } from "../../../core/document/schema/text.ts";
import { inlineLength } from "../../../core/document/text-range.ts";
import { normalizeText } from "../../../core/script/normalize.ts";
import type { Paragraph } from "../../../core/text/paragraph-model.ts";

/** Offset in the block of an offset in its shown paragraph; inside what a slot shows, the nearer of its ends. */
export function keptOffset(block: Block, paragraph: Paragraph, shown: number): number {
  let kept = 0;
  let start = 0;
  for (const { length, shownLength } of pairs(block, paragraph)) {
    if (shown < start + shownLength) return kept + within(shown - start, shownLength, length);
    start += shownLength;
    kept += length;
  }
  return kept;
}

/** Offset in the shown paragraph of an offset in its block. */
export function shownOffset(block: Block, paragraph: Paragraph, kept: number): number {
  let shown = 0;
  let start = 0;
  for (const { length, shownLength } of pairs(block, paragraph)) {
    if (kept < start + length) return shown + within(kept - start, length, shownLength);
    start += length;
    shown += shownLength;
  }
  return shown;
}

const within = (offset: number, length: number, otherLength: number): number => {
  if (length === otherLength) return offset;
  return offset * 2 <= length ? 0 : otherLength;
};

interface RunLengths {
  readonly length: number;
  readonly shownLength: number;
}

const NO_RUNS: readonly RunLengths[] = [];
const known = new WeakMap<Paragraph, { readonly block: Block; readonly runs: readonly RunLengths[] }>();

/** Every run with its length kept and shown; generated contents are nothing one could stand in. */
function pairs(block: Block, paragraph: Paragraph): readonly RunLengths[] {
  if (!("runs" in block)) return NO_RUNS;
  const cached = known.get(paragraph);
  if (cached?.block === block) return cached.runs;
  const runs = block.runs.map((inline, index) => ({
    length: inlineLength(inline),
    shownLength: normalizeText(paragraph.runs[index]?.text ?? "").length,
  }));
  known.set(paragraph, { block, runs });
  return runs;
}
