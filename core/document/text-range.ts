/**
 * Ranges in the blocks of a text, and what can be done to them. A place is a block and an offset in UTF-16 units into the block's
 * runs, in which a slot or a field counts as one unit and generated contents as none.
 */

import { normalizeText } from "../script/normalize.ts";
import type { Block, CharacterFormat, Inline, ParagraphBlock, ParagraphFormat } from "./schema/text.ts";

export interface TextPlace {
  readonly block: number;
  readonly offset: number;
}

/** `from` is not after `to`. */
export interface TextRange {
  readonly from: TextPlace;
  readonly to: TextPlace;
}

type FormattedInline = Exclude<Inline, string>;
type TextInline = Extract<FormattedInline, { text: string }>;

/** Units a run takes in an offset. */
export function inlineLength(inline: Inline): number {
  if (typeof inline === "string") return inline.length;
  return "text" in inline ? inline.text.length : 1;
}

/** Units in a block. */
export const blockLength = (block: Block | undefined): number =>
  block && "runs" in block ? block.runs.reduce((sum, inline) => sum + inlineLength(inline), 0) : 0;

/** The text of a block in which offsets hold: a slot or a field is one U+FFFC. */
export function flatText(block: Block | undefined): string {
  if (!block || !("runs" in block)) return "";
  return block.runs
    .map((inline) => (typeof inline === "string" ? inline : "text" in inline ? inline.text : "\uFFFC"))
    .join("");
}

/** The first and the last place of a text. */
export function wholeRange(blocks: readonly Block[]): TextRange {
  const last = Math.max(0, blocks.length - 1);
  return { from: { block: 0, offset: 0 }, to: { block: last, offset: blockLength(blocks[last]) } };
}

/** Negative where `one` is before `other`. */
export const comparePlaces = (one: TextPlace, other: TextPlace): number =>
  one.block - other.block || one.offset - other.offset;

/** The range between two places in whatever order. */
export const rangeBetween = (one: TextPlace, other: TextPlace): TextRange =>
  comparePlaces(one, other) <= 0 ? { from: one, to: other } : { from: other, to: one };

/** The text in a range, a line feed between blocks; slots and fields are left out. */
export function textInRange(blocks: readonly Block[], { from, to }: TextRange): string {
  return blocks
    .slice(from.block, to.block + 1)
    .map((block, index) => {
      if (!("runs" in block)) return "";
      const first = index === 0 ? from.offset : 0;
      const last = from.block + index === to.block ? to.offset : blockLength(block);
      return sliceRuns(block.runs, first, last).map(plainText).join("");
    })
    .join("\n");
}

/** The blocks of a range, cut at its ends, with the looks of their paragraphs. */
export const blocksInRange = (blocks: readonly Block[], { from, to }: TextRange): readonly Block[] =>
  blocks.slice(from.block, to.block + 1).map((block, index) => {
    if (!("runs" in block)) return block;
    const first = index === 0 ? from.offset : 0;
    const last = from.block + index === to.block ? to.offset : blockLength(block);
    return { ...block, runs: sliceRuns(block.runs, first, last) };
  });

const plainText = (inline: Inline): string => {
  if (typeof inline === "string") return inline;
  return "text" in inline ? inline.text : "";
};

/** The runs between two offsets, those cut through in part. */
function sliceRuns(runs: readonly Inline[], from: number, to: number): Inline[] {
  const slice: Inline[] = [];
  let start = 0;
  for (const inline of runs) {
    const end = start + inlineLength(inline);
    if (end > from && start < to)
      slice.push(cutInline(inline, Math.max(from, start) - start, Math.min(to, end) - start));
    start = end;
  }
  return slice;
}

function cutInline(inline: Inline, from: number, to: number): Inline {
  if (typeof inline === "string") return inline.slice(from, to);
  return "text" in inline ? { ...inline, text: inline.text.slice(from, to) } : inline;
}

/** Runs without empty ones, neighbours that look alike made one. */
function joinRuns(runs: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of runs) {
    if (inlineLength(inline) === 0) continue;
    const last = joined.at(-1);
    const together = last === undefined ? undefined : joinInlines(last, inline);
    if (together === undefined) joined.push(inline);
    else joined[joined.length - 1] = together;
  }
  return joined;
}

function joinInlines(one: Inline, other: Inline): Inline | undefined {
  if (typeof one === "string" || typeof other === "string") {
    return typeof one === "string" && typeof other === "string" ? one + other : undefined;
  }
  if (!("text" in one) || !("text" in other) || !looksAlike(one, other)) return undefined;
  return { ...one, text: one.text + other.text };
}

const looksAlike = (one: TextInline, other: TextInline): boolean =>
  one.style === other.style &&
  one.language === other.language &&
  (one.format === other.format || JSON.stringify(one.format) === JSON.stringify(other.format));

/** New text looks as what stands before it, at the start of a block as what stands after. */
function looksOf(runs: readonly Inline[], offset: number): Inline | undefined {
  let end = 0;
  for (const inline of runs) {
    end += inlineLength(inline);
    if (end >= offset && end > 0) return inline;
  }
  return runs.at(-1);
}

function inlineLike(text: string, like: Inline | undefined): Inline {
  if (like === undefined || typeof like === "string") return text;
  const { style, format } = like;
  const language = "text" in like ? like.language : undefined;
  if (style === undefined && format === undefined && language === undefined) return text;
  return {
    text,
    ...(style !== undefined && { style }),
    ...(format !== undefined && { format }),
    ...(language !== undefined && { language }),
  };
}

/** The blocks after an edit, and the place behind what was put in. */
export interface RangeEdit {
  readonly blocks: readonly Block[];
  readonly caret: TextPlace;
}

/**
 * The range replaced by `paragraphs`: one continues the block it is put into, each further one begins a new block that looks as the
 * block it was parted from.
 */
export function replaceRange(
  blocks: readonly Block[],
  { from, to }: TextRange,
  paragraphs: readonly string[],
): RangeEdit {
  const first = paragraphOf(blocks[from.block]);
  const last = paragraphOf(blocks[to.block]);
  const like = looksOf(first.runs, from.offset);
  const inserted = paragraphs.map((text) => (text === "" ? [] : [inlineLike(text, like)]));
  const head = sliceRuns(first.runs, 0, from.offset);
  const tail = sliceRuns(last.runs, to.offset, blockLength(last));
  const lines = inserted.length > 0 ? inserted : [[]];
  const edited = lines.map((line, index): Block => {
    const runs = [...(index === 0 ? head : []), ...line, ...(index === lines.length - 1 ? tail : [])];
    return { ...first, runs: joinRuns(runs) };
  });
  const atEnd = lines.length - 1;
  const caret = {
    block: from.block + atEnd,
    offset: (atEnd === 0 ? from.offset : 0) + (paragraphs.at(-1)?.length ?? 0),
  };
  return { blocks: [...blocks.slice(0, from.block), ...edited, ...blocks.slice(to.block + 1)], caret };
}

/**
 * The range replaced by blocks with looks of their own. The first and the last become one with what is left of the paragraphs they are
 * put into, which keep their looks; where nothing is left, those that come bring theirs.
 */
export function replaceRangeByBlocks(
  blocks: readonly Block[],
  { from, to }: TextRange,
  come: readonly ParagraphBlock[],
): RangeEdit {
  const first = paragraphOf(blocks[from.block]);
  const last = paragraphOf(blocks[to.block]);
  const head = sliceRuns(first.runs, 0, from.offset);
  const tail = sliceRuns(last.runs, to.offset, blockLength(last));
  const lines = come.length > 0 ? come : [{ runs: [] }];
  const atEnd = lines.length - 1;
  const edited = lines.map((line, index): Block => {
    const isInside = atEnd === 0 || (index === 0 && head.length > 0);
    const looks = isInside ? first : index === atEnd && tail.length > 0 ? last : line;
    const runs = [...(index === 0 ? head : []), ...line.runs, ...(index === atEnd ? tail : [])];
    return { ...looks, runs: joinRuns(runs) };
  });
  const caret = {
    block: from.block + atEnd,
    offset: (atEnd === 0 ? from.offset : 0) + blockLength(lines[atEnd]),
  };
  return { blocks: [...blocks.slice(0, from.block), ...edited, ...blocks.slice(to.block + 1)], caret };
}

/** Runs with `text` in place of two offsets, looking as the first letter it replaces. */
export function replaceInRuns(runs: readonly Inline[], from: number, to: number, text: string): Inline[] {
  const [like] = sliceRuns(runs, from, to);
  const length = runs.reduce((sum, inline) => sum + inlineLength(inline), 0);
  return joinRuns([...sliceRuns(runs, 0, from), inlineLike(text, like), ...sliceRuns(runs, to, length)]).map(
    normalized,
  );
}

/** A mark that came to stand behind its letter becomes one with it. */
function normalized(inline: Inline): Inline {
  if (typeof inline === "string") return normalizeText(inline);
  return "text" in inline ? { ...inline, text: normalizeText(inline.text) } : inline;
}

const paragraphOf = (block: Block | undefined): ParagraphBlock => (block && "runs" in block ? block : { runs: [] });

/** A format with some properties set, and taken away where they are undefined; undefined where nothing is left. */
export function mergeFormat<Format extends object>(
  format: Format | undefined,
  changes: Partial<Format>,
): Format | undefined {
  const kept = Object.entries({ ...format, ...changes }).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as Format);
}

/** Characters of a range looking otherwise. */
export function formatCharacters(
  blocks: readonly Block[],
  range: TextRange,
  changes: { readonly [Key in keyof CharacterFormat]: CharacterFormat[Key] | undefined },
): readonly Block[] {
  const change = changes as Partial<CharacterFormat>;
  return mapRuns(blocks, range, (inline) => withFormat(inline, mergeFormat(formatOf(inline), change)));
}

/** Characters of a range in another character style; `null` takes it away. */
export const styleCharacters = (blocks: readonly Block[], range: TextRange, style: string | null): readonly Block[] =>
  mapRuns(blocks, range, (inline) => {
    const { style: _old, ...rest } = typeof inline === "string" ? { text: inline } : inline;
    return plainest(style === null ? rest : { style, ...rest });
  });

/** Every run of a range changed, those at its ends in part. */
export function mapRuns(
  blocks: readonly Block[],
  { from, to }: TextRange,
  change: (inline: Inline) => Inline,
): readonly Block[] {
  return blocks.map((block, index) => {
    if (index < from.block || index > to.block || !("runs" in block)) return block;
    const length = blockLength(block);
    const first = index === from.block ? from.offset : 0;
    const last = index === to.block ? to.offset : length;
    if (first >= last) return block;
    const runs = [
      ...sliceRuns(block.runs, 0, first),
      ...sliceRuns(block.runs, first, last).map(change),
      ...sliceRuns(block.runs, last, length),
    ];
    return { ...block, runs: joinRuns(runs) };
  });
}

const formatOf = (inline: Inline): CharacterFormat | undefined =>
  typeof inline === "string" ? undefined : inline.format;

/** The run with another format of its own, or with none. */
export function withFormat(inline: Inline, format: CharacterFormat | undefined): Inline {
  const { format: _old, ...rest } = typeof inline === "string" ? { text: inline } : inline;
  return plainest(format === undefined ? rest : { ...rest, format });
}

/** A run with nothing but text is a string. */
const plainest = (inline: FormattedInline): Inline =>
  "text" in inline && Object.keys(inline).length === 1 ? inline.text : inline;

/** Blocks a range touches with another paragraph style or format; `style: null` takes the style away. */
export function formatParagraphs(
  blocks: readonly Block[],
  { from, to }: TextRange,
  changes: {
    readonly style?: string | null;
    readonly paragraph?: { readonly [Key in keyof ParagraphFormat]: ParagraphFormat[Key] | undefined };
  },
): readonly Block[] {
  return blocks.map((block, index) => {
    if (index < from.block || index > to.block || !("runs" in block)) return block;
    const { style: oldStyle, format: oldFormat, ...rest } = block;
    const style = changes.style === undefined ? oldStyle : (changes.style ?? undefined);
    const paragraph = mergeFormat(oldFormat?.paragraph, (changes.paragraph ?? {}) as Partial<ParagraphFormat>);
    const { paragraph: _old, ...otherFormat } = oldFormat ?? {};
    const format = { ...otherFormat, ...(paragraph && { paragraph }) };
    return {
      ...(style !== undefined && { style }),
      ...(Object.keys(format).length > 0 && { format }),
      ...rest,
    };
  });
}
