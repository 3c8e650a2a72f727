/** Where the caret goes by the keys that move it. */

import type { Block } from "../../../core/document/schema/text.ts";
import {
  blockLength,
  flatText,
  type TextPlace,
  type TextRange,
  wholeRange,
} from "../../../core/document/text-range.ts";
import { clusterBoundaries } from "../../../core/script/clusters.ts";
import { languageOr } from "../../../core/script/language-registry.ts";
import { findWords, type WordRange } from "../../../core/script/words.ts";
import type { CaretMap } from "./caret-map.ts";

/** A caret: `upper` at a wrap keeps it on the upper line, `goal` remembers its x while it moves up and down. */
export interface Caret {
  readonly place: TextPlace;
  readonly upper?: boolean;
  readonly goal?: number;
}

export type CaretMove =
  | "left"
  | "right"
  | "wordLeft"
  | "wordRight"
  | "up"
  | "down"
  | "lineStart"
  | "lineEnd"
  | "paragraphUp"
  | "paragraphDown"
  | "start"
  | "end";

/** The text a caret moves in. */
export interface CaretText {
  readonly blocks: readonly Block[];
  readonly language: string;
  readonly map: CaretMap;
}

export function moveCaret(caret: Caret, move: CaretMove, text: CaretText): Caret {
  const { place } = caret;
  const { blocks, language, map } = text;
  switch (move) {
    case "left":
      return { place: placeBefore(place, blocks) };
    case "right":
      return { place: placeAfter(place, blocks) };
    case "wordLeft":
      return { place: wordBefore(place, blocks, language) };
    case "wordRight":
      return { place: wordAfter(place, blocks, language) };
    case "up":
      return toLine(caret, -1, map);
    case "down":
      return toLine(caret, 1, map);
    case "lineStart": {
      const line = map.lineAt(place, caret.upper);
      return line ? { place: { block: line.block, offset: line.first } } : caret;
    }
    case "lineEnd": {
      const line = map.lineAt(place, caret.upper);
      return line ? { place: { block: line.block, offset: endOf(map, line) }, upper: true } : caret;
    }
    case "paragraphUp":
      return { place: place.offset > 0 ? { block: place.block, offset: 0 } : paragraphStart(place.block - 1, blocks) };
    case "paragraphDown":
      return { place: paragraphStart(place.block + 1, blocks) };
    case "start":
      return { place: wholeRange(blocks).from };
    case "end":
      return { place: wholeRange(blocks).to };
  }
}

/** The start of a paragraph; behind the last one, the end of the text. */
const paragraphStart = (block: number, blocks: readonly Block[]): TextPlace =>
  block < blocks.length ? { block: Math.max(0, block), offset: 0 } : wholeRange(blocks).to;

/** Before the space a line is broken at, where End is expected. */
function endOf(map: CaretMap, line: CaretMap["lines"][number]): number {
  const space = line.source.text.endsWith(" ") ? 1 : 0;
  const edges = map.edges(line);
  return edges.at(-1 - space)?.offset ?? line.last;
}

function toLine(caret: Caret, step: 1 | -1, map: CaretMap): Caret {
  const line = map.lineAt(caret.place, caret.upper);
  const index = line ? map.lines.indexOf(line) : -1;
  const next = map.lines[index + step];
  if (!line || !next) return caret;
  const goal = caret.goal ?? map.xOf(line, caret.place);
  return { ...map.placeOn(next, goal), goal };
}

/** One cluster to the left, or the end of the paragraph before. */
export function placeBefore({ block, offset }: TextPlace, blocks: readonly Block[]): TextPlace {
  if (offset > 0) {
    const boundary = clusterBoundaries(flatText(blocks[block])).findLast((one) => one < offset);
    return { block, offset: boundary ?? 0 };
  }
  return block > 0 ? { block: block - 1, offset: blockLength(blocks[block - 1]) } : { block, offset };
}

/** One cluster to the right, or the start of the next paragraph. */
export function placeAfter({ block, offset }: TextPlace, blocks: readonly Block[]): TextPlace {
  const length = blockLength(blocks[block]);
  if (offset < length) {
    const boundary = clusterBoundaries(flatText(blocks[block])).find((one) => one > offset);
    return { block, offset: boundary ?? length };
  }
  return block < blocks.length - 1 ? { block: block + 1, offset: 0 } : { block, offset };
}

const COENG = "\u17D2";

/** What Backspace takes away: the last sign typed, with the coeng that put it below. */
export function placeOfErasing({ block, offset }: TextPlace, blocks: readonly Block[]): TextPlace {
  if (offset === 0) return placeBefore({ block, offset }, blocks);
  const text = flatText(blocks[block]).slice(0, offset);
  const sign = [...text].at(-1) ?? "";
  const before = offset - sign.length;
  return { block, offset: text[before - 1] === COENG ? before - 1 : before };
}

const wordsOf = (block: Block | undefined, language: string): readonly WordRange[] =>
  findWords(flatText(block), languageOr(language));

function wordBefore(place: TextPlace, blocks: readonly Block[], language: string): TextPlace {
  if (place.offset === 0) return placeBefore(place, blocks);
  const word = wordsOf(blocks[place.block], language).findLast(({ start }) => start < place.offset);
  return { block: place.block, offset: word?.start ?? 0 };
}

function wordAfter(place: TextPlace, blocks: readonly Block[], language: string): TextPlace {
  const length = blockLength(blocks[place.block]);
  if (place.offset >= length) return placeAfter(place, blocks);
  const word = wordsOf(blocks[place.block], language).find(({ end }) => end > place.offset);
  return { block: place.block, offset: word?.end ?? length };
}

/** The word at a place, that after it rather than that before, or the place alone. */
export function wordAt({ block, offset }: TextPlace, blocks: readonly Block[], language: string): TextRange {
  const words = wordsOf(blocks[block], language).filter(({ start, end }) => start <= offset && offset <= end);
  const word = words.find(({ start }) => start === offset) ?? words[0];
  return { from: { block, offset: word?.start ?? offset }, to: { block, offset: word?.end ?? offset } };
}

/** The place itself, or the nearest one that is still there after the text has changed. */
export function keepInside({ block, offset }: TextPlace, blocks: readonly Block[]): TextPlace {
  const last = Math.max(0, blocks.length - 1);
  if (block > last) return { block: last, offset: blockLength(blocks[last]) };
  return { block, offset: Math.min(offset, blockLength(blocks[block])) };
}
