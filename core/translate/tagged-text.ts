/**
 * A text as translators handle it: words with numbered tags where something looks different or is filled in. The numbers are the
 * source's; a translation uses the same ones, so that its bold words are bold whatever order they come in.
 */

import type { Block, Inline, ParagraphBlock } from "../document/schema/text.ts";
import { normalizeText } from "../script/normalize.ts";

type TextInline = Extract<Inline, { text: string }>;
/** All of a run but its words. */
type Looks = Omit<TextInline, "text">;

/** What a tag stands for: looks that a span of words takes, or a thing without words. */
export type Tag =
  | ({ readonly kind: "looks" } & Looks)
  | { readonly kind: "thing"; readonly inline: Exclude<Inline, string> }
  | { readonly kind: "block"; readonly block: Block };

/** Tags by number, from 1. */
export type Tags = ReadonlyMap<number, Tag>;

export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "open" | "close" | "thing"; readonly tag: number }
  /** A forced line within a paragraph. */
  | { readonly kind: "line" }
  | { readonly kind: "paragraph" };

/** Pieces with what their tags stand for. */
export interface TaggedText {
  readonly pieces: readonly Piece[];
  readonly tags: Tags;
}

/** The source's blocks; tags are numbered in order. */
export const tagSource = (blocks: readonly Block[]): TaggedText => tagBlocks(blocks, new Map());

/** A translation's blocks with the source's tags; looks and things of its own get the numbers after them. */
export const tagTarget = (blocks: readonly Block[], source: Tags): TaggedText => tagBlocks(blocks, source);

function tagBlocks(blocks: readonly Block[], source: Tags): TaggedText {
  const tags = new Map(source);
  const given = new Set<number>();
  const numberOf = (tag: Tag): number => {
    const same = [...tags].filter(([, one]) => sameTag(one, tag)).map(([number]) => number);
    // In the source every span has a number of its own; in a translation one that is used up is used again.
    const number = same.find((one) => !given.has(one)) ?? (source.size > 0 ? same.at(-1) : undefined) ?? tags.size + 1;
    tags.set(number, tag);
    given.add(number);
    return number;
  };
  const pieces: Piece[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index > 0) pieces.push({ kind: "paragraph" });
    if (!("runs" in block)) {
      pieces.push({ kind: "thing", tag: numberOf({ kind: "block", block }) });
      continue;
    }
    for (const inline of block.runs) {
      if (typeof inline === "string") pushWords(pieces, inline);
      else if (!("text" in inline)) pieces.push({ kind: "thing", tag: numberOf({ kind: "thing", inline }) });
      else {
        const { text, ...looks } = inline;
        if (normalizeText(text) === "") continue;
        if (Object.keys(looks).length === 0) {
          pushWords(pieces, text);
          continue;
        }
        const tag = numberOf({ kind: "looks", ...looks });
        pieces.push({ kind: "open", tag });
        pushWords(pieces, text);
        pieces.push({ kind: "close", tag });
      }
    }
  }
  return { pieces, tags };
}

function pushWords(pieces: Piece[], text: string): void {
  for (const [index, line] of normalizeText(text).split("\n").entries()) {
    if (index > 0) pieces.push({ kind: "line" });
    if (line === "") continue;
    const last = pieces.at(-1);
    if (last?.kind === "words") pieces[pieces.length - 1] = { kind: "words", text: normalizeText(last.text + line) };
    else pieces.push({ kind: "words", text: line });
  }
}

const sameTag = (one: Tag, other: Tag): boolean => one === other || tagKey(one) === tagKey(other);
const tagKey = (tag: Tag): string => JSON.stringify(tag, (_key, value) => sortedKeys(value));

function sortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The blocks pieces make. Paragraphs look as those of `like` in the same place, past its end as the last of them. Tags nobody knows
 * are passed over; a span left open ends with the text.
 */
export function blocksOfPieces(pieces: readonly Piece[], tags: Tags, like: readonly Block[]): Block[] {
  const patterns = like.filter((block): block is ParagraphBlock => "runs" in block);
  const blocks: Block[] = [];
  const open: number[] = [];
  let paragraphs = 0;
  let runs: Inline[] = [];
  let alone: Block | undefined;

  const end = (): void => {
    if (alone && runs.length === 0) blocks.push(alone);
    else {
      const pattern = patterns[Math.min(paragraphs, patterns.length - 1)];
      blocks.push({
        ...(pattern?.style !== undefined && { style: pattern.style }),
        ...(pattern?.format !== undefined && { format: pattern.format }),
        runs,
      });
      paragraphs += 1;
      // Generated contents take a paragraph of their own, wherever in a line a translator has put them.
      if (alone) blocks.push(alone);
    }
    runs = [];
    alone = undefined;
  };
  const write = (text: string): void => {
    const clean = normalizeText(text);
    if (clean === "") return;
    const tag = tags.get(open.at(-1) ?? 0);
    const inline: Inline = tag?.kind === "looks" ? { text: clean, ...looksOf(tag) } : clean;
    const last = runs.at(-1);
    if (typeof last === "string" && typeof inline === "string") runs[runs.length - 1] = last + inline;
    else if (isJoined(last, inline)) runs[runs.length - 1] = { ...last, text: last.text + clean };
    else runs.push(inline);
  };

  for (const [index, piece] of pieces.entries()) {
    switch (piece.kind) {
      case "words":
        write(piece.text);
        break;
      case "line":
        write("\n");
        break;
      case "paragraph":
        end();
        break;
      case "open":
        if (tags.get(piece.tag)?.kind === "looks") open.push(piece.tag);
        // Two spans that touch stay two.
        if (pieces[index - 1]?.kind === "close") runs.push("");
        break;
      case "close": {
        const at = open.lastIndexOf(piece.tag);
        if (at >= 0) open.splice(at, 1);
        break;
      }
      case "thing": {
        const tag = tags.get(piece.tag);
        if (tag?.kind === "thing") runs.push(tag.inline);
        else if (tag?.kind === "block") alone = tag.block;
        break;
      }
    }
  }
  end();
  return blocks.map((block) => ("runs" in block ? { ...block, runs: block.runs.filter((run) => run !== "") } : block));
}

const isJoined = (last: Inline | undefined, next: Inline): last is TextInline =>
  typeof last === "object" &&
  typeof next === "object" &&
  "text" in last &&
  "text" in next &&
  last.style === next.style &&
  last.format === next.format &&
  last.language === next.language;

const looksOf = ({ style, format, language }: Looks): Looks => ({
  ...(style !== undefined && { style }),
  ...(format !== undefined && { format }),
  ...(language !== undefined && { language }),
});

/** What paragraphs of a translation look like: as they do in it, and past its end as in the source. */
export function likeBlocks(target: readonly Block[], source: readonly Block[]): readonly Block[] {
  const own = target.filter((block) => "runs" in block);
  return [...own, ...source.filter((block) => "runs" in block).slice(own.length)];
}

/** Numbers of the tags in pieces. */
export const tagsIn = (pieces: readonly Piece[]): ReadonlySet<number> =>
  new Set(pieces.flatMap((piece) => ("tag" in piece ? [piece.tag] : [])));

/** Tags of the source that a translation has lost. */
export function missingTags(source: readonly Piece[], target: readonly Piece[]): readonly number[] {
  const there = tagsIn(target);
  return [...tagsIn(source)].filter((tag) => !there.has(tag));
}

/** The words without tags, a line per paragraph or forced line. */
export const wordsOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === "words" ? piece.text : "tag" in piece ? "" : "\n")).join("");
