/**
 * Finding words in a text as readers see them: cluster by cluster, so that no match begins or ends inside a letter with its marks, in
 * whatever way the text was typed.
 */

import { clusterBoundaries } from "../../script/clusters.ts";
import { languageOr } from "../../script/language-registry.ts";
import { normalizeText } from "../../script/normalize.ts";
import { findWords } from "../../script/words.ts";

export interface FindOptions {
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** `a` finds `ắ`, `d` finds `đ`; signs of other scripts are letters and count all the same. */
  readonly ignoreAccents: boolean;
}

/** UTF-16 offsets. */
export interface FoundRange {
  readonly start: number;
  readonly end: number;
}

/** Finds every place in a text of that language, ascending, none overlapping another. */
export type Finder = (text: string, language: string) => readonly FoundRange[];

type Fold = Pick<FindOptions, "matchCase" | "ignoreAccents"> & { readonly keepsInvisible: boolean };

interface Token {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /[\u00A0\u2007\u202F]/g;
/** Soft hyphens and the zero-width signs that only say where a line may break. */
const INVISIBLE = /[\u00AD\u200B\u2060]/;
const INVISIBLES = /[\u00AD\u200B\u2060]/g;
const LATIN_MARKS = /[\u0300-\u036f]/g;

/** A finder of `query`; an empty one finds nothing. */
export function createFinder({ query, matchCase, wholeWord, ignoreAccents }: FindOptions): Finder {
  const wanted = normalizeText(query);
  const fold: Fold = { matchCase, ignoreAccents, keepsInvisible: INVISIBLE.test(wanted) };
  const pattern = tokensOf(wanted, fold).map(({ folded }) => folded);
  const [first] = pattern;
  if (first === undefined) return () => [];
  const table = failures(pattern);

  return (text, language) => {
    const tokens = tokensOf(text, fold);
    const found: FoundRange[] = [];
    let bounds: { readonly starts: ReadonlySet<number>; readonly ends: ReadonlySet<number> } | undefined;
    const isWord = ({ start, end }: FoundRange): boolean => {
      bounds ??= wordBounds(text, language);
      return !splitsWord(text, start, bounds.starts, bounds.ends) && !splitsWord(text, end, bounds.starts, bounds.ends);
    };
    let matched = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      while (matched > 0 && token?.folded !== pattern[matched]) matched = table[matched - 1] ?? 0;
      if (token?.folded === pattern[matched]) matched += 1;
      if (matched < pattern.length || !token) continue;
      const range = { start: tokens[at - pattern.length + 1]?.start ?? 0, end: token.end };
      const isTaken = !wholeWord || isWord(range);
      if (isTaken) found.push(range);
      matched = isTaken ? 0 : (table[matched - 1] ?? 0);
    }
    return found;
  };
}

/** Knuth, Morris and Pratt: the longest end of each beginning of the pattern that begins the pattern too. */
function failures(pattern: readonly string[]): readonly number[] {
  const table = [0];
  for (let at = 1, length = 0; at < pattern.length; at += 1) {
    while (length > 0 && pattern[at] !== pattern[length]) length = table[length - 1] ?? 0;
    if (pattern[at] === pattern[length]) length += 1;
    table.push(length);
  }
  return table;
}

/** The clusters of a text as they are compared; invisible ones are passed over. */
function tokensOf(text: string, fold: Fold): readonly Token[] {
  const boundaries = clusterBoundaries(text);
  const tokens: Token[] = [];
  for (let index = 1; index < boundaries.length; index += 1) {
    const start = boundaries[index - 1] ?? 0;
    const end = boundaries[index] ?? start;
    const folded = foldCluster(text.slice(start, end), fold);
    if (folded !== "") tokens.push({ folded, start, end });
  }
  return tokens;
}

function foldCluster(cluster: string, { matchCase, ignoreAccents, keepsInvisible }: Fold): string {
  let folded = cluster.replace(SPACE, " ");
  if (!keepsInvisible) folded = folded.replace(INVISIBLES, "");
  if (!matchCase) folded = folded.toLowerCase();
  if (ignoreAccents && folded > "\u007f") {
    const bare = folded.normalize("NFD").replace(LATIN_MARKS, "").normalize("NFC");
    // A mark on its own is what is looked for, not an accent of something.
    if (bare !== "") folded = bare.replaceAll("đ", "d").replaceAll("Đ", "D");
  }
  return folded;
}

function wordBounds(text: string, language: string) {
  const words = findWords(text, languageOr(language));
  return { starts: new Set(words.map(({ start }) => start)), ends: new Set(words.map(({ end }) => end)) };
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether an offset lies inside a word: letters on both sides, and no word begins or ends there. */
function splitsWord(text: string, at: number, starts: ReadonlySet<number>, ends: ReadonlySet<number>): boolean {
  if (at === 0 || at === text.length || starts.has(at) || ends.has(at)) return false;
  return IN_WORD.test(codePointBefore(text, at)) && IN_WORD.test(codePointAt(text, at));
}

const codePointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);
const codePointBefore = (text: string, at: number): string =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? "";
