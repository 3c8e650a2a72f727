/** Words of a text as readers tell them apart: what a double click selects and what "whole word" means. */

import type { Language } from "./language.ts";
import { findWordStarts } from "./word-starts.ts";

/** A word's UTF-16 offsets. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** Letters, marks and digits, with joiners, and apostrophes and middle dots between letters. */
const WORD = /[\p{L}\p{M}\p{N}\u200C\u200D]+(?:['’\u00B7][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The words of `text`, ascending. Where a script writes no spaces they are told apart by dictionary (Khmer, Lao) or syllable (Tai Viet),
 * in every runtime alike.
 */
export function findWords(text: string, language: Pick<Language, "script" | "breaking">): readonly WordRange[] {
  const starts = findWordStarts(text, language);
  const words: WordRange[] = [];
  for (const { index, 0: run } of text.matchAll(WORD)) {
    let start = index;
    const end = index + run.length;
    if (starts) {
      for (let at = start + 1; at < end; at += 1) {
        if (starts[at] !== 1) continue;
        words.push({ start, end: at });
        start = at;
      }
    }
    words.push({ start, end });
  }
  return words;
}
