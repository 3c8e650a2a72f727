/**
 * Words of Khmer and Lao, found by dictionary as ICU finds them: the word that lets two more follow wins, and what no dictionary knows is
 * passed over to the next place a word may begin. It is done here rather than by `Intl.Segmenter`, whose dictionaries differ from one
 * runtime to the next: what is shown in a browser must break where Node prints it.
 */

import { decodeBase64 } from "./base64.ts";
import { createTrieWalk, TRIE, type TrieWalk } from "./bytes-trie.ts";
import { KHMER_DICTIONARY } from "./dictionaries/khmer.ts";
import { LAO_DICTIONARY } from "./dictionaries/lao.ts";

/** Words tried from one place on. */
const MOST_CANDIDATES = 20;
const LOOKAHEAD = 3;
/** A word of fewer letters takes in what follows it and is no word, … */
const ROOT_COMBINE = 3;
/** … unless that shares at least so many letters with a word. */
const PREFIX_COMBINE = 3;
/** Runs of fewer characters are not taken apart. */
const SHORTEST_RUN = 4;

const ZERO_WIDTH_JOINER = 0x200d;
const ZERO_WIDTH_NON_JOINER = 0x200c;

interface WordScript {
  /** Base64 of a trie over code points less `offset`. */
  readonly data: string;
  readonly offset: number;
  isMark(code: number): boolean;
  mayEnd(code: number): boolean;
  mayBegin(code: number): boolean;
}

const KHMER: WordScript = {
  data: KHMER_DICTIONARY,
  offset: 0x1780,
  isMark: (code) => (code >= 0x17b4 && code <= 0x17d3) || code === 0x17dd,
  // The coeng puts what follows below.
  mayEnd: (code) => code !== 0x17d2,
  mayBegin: (code) => code >= 0x1780 && code <= 0x17b3,
};

const LAO: WordScript = {
  data: LAO_DICTIONARY,
  offset: 0x0e80,
  isMark: (code) => code === 0x0eb1 || (code >= 0x0eb4 && code <= 0x0ebc) || (code >= 0x0ec8 && code <= 0x0ece),
  // Vowels written before their consonant.
  mayEnd: (code) => code < 0x0ec0 || code > 0x0ec4,
  mayBegin: (code) =>
    (code >= 0x0e81 && code <= 0x0eae) || code === 0x0edc || code === 0x0edd || (code >= 0x0ec0 && code <= 0x0ec4),
};

/** Marks 1 at every index between `start` and `end` of a run of Khmer or Lao letters at which a word begins; not at `start` itself. */
export function markDictionaryWords(
  text: string,
  start: number,
  end: number,
  script: "Khmr" | "Laoo",
  starts: Uint8Array,
): void {
  const own = script === "Khmr" ? KHMER : LAO;
  let first = start;
  // Marks without a letter belong to what stands before the run.
  while (first < end && own.isMark(text.charCodeAt(first))) first += 1;
  if (first > start && first < end) starts[first] = 1;
  if (end - first < SHORTEST_RUN) return;
  const search = searchOf(own);
  search.begin(text, end);
  for (let current = first; current < end; ) {
    current += search.wordLength(current);
    if (current < end) starts[current] = 1;
  }
}

/** Words that begin at one place. */
interface Candidates {
  at: number;
  count: number;
  /** Ascending. */
  readonly lengths: Int32Array;
  /** Letters that begin some word, and the one after them that does not. */
  prefix: number;
  current: number;
  mark: number;
}

interface WordSearch {
  begin(text: string, end: number): void;
  wordLength(current: number): number;
}

const searches = new Map<WordScript, WordSearch>();

function searchOf(script: WordScript): WordSearch {
  const known = searches.get(script);
  if (known) return known;
  const search = createWordSearch(script, createTrieWalk(decodeBase64(script.data)));
  searches.set(script, search);
  return search;
}

function createWordSearch(script: WordScript, trie: TrieWalk): WordSearch {
  let text = "";
  let end = 0;
  /** Where the next look into the dictionary begins. */
  let at = 0;
  let wordsFound = 0;
  const ring = Array.from({ length: LOOKAHEAD }, createCandidates);

  const byteOf = (code: number): number => {
    if (code === ZERO_WIDTH_JOINER) return 0xff;
    if (code === ZERO_WIDTH_NON_JOINER) return 0xfe;
    const distance = code - script.offset;
    return distance < 0 || distance > 0xfd ? 0xff : distance;
  };

  const match = (found: Candidates): void => {
    found.count = 0;
    let index = found.at;
    let result = trie.first(byteOf(text.charCodeAt(index)));
    for (;;) {
      index += 1;
      found.prefix = index - found.at;
      if (result === TRIE.NOTHING) return;
      if (result !== TRIE.INSIDE && found.count < MOST_CANDIDATES) found.lengths[found.count++] = index - found.at;
      if (result === TRIE.LAST || index >= end) return;
      result = trie.next(byteOf(text.charCodeAt(index)));
    }
  };

  const nth = (ahead: number): Candidates => ring[(wordsFound + ahead) % LOOKAHEAD] as Candidates;
  const lengthAt = (found: Candidates, which: number): number => found.lengths[which] ?? 0;

  /** Looks for words at `at`, and goes behind the longest. */
  const look = (found: Candidates): number => {
    if (found.at !== at) {
      found.at = at;
      match(found);
    }
    if (found.count > 0) at = found.at + lengthAt(found, found.count - 1);
    found.current = found.count - 1;
    found.mark = found.current;
    return found.count;
  };

  /** Goes behind the next shorter word. */
  const backUp = (found: Candidates): boolean => {
    if (found.current <= 0) return false;
    found.current -= 1;
    at = found.at + lengthAt(found, found.current);
    return true;
  };

  /** Marks the word after which most words follow, at most two. */
  const choose = (first: Candidates): void => {
    if (at >= end) return;
    const second = nth(1);
    const third = nth(2);
    do {
      if (look(second) === 0) continue;
      first.mark = first.current;
      if (at >= end) return;
      do {
        if (look(third) > 0) {
          first.mark = first.current;
          return;
        }
      } while (backUp(second));
    } while (backUp(first));
  };

  const accept = (found: Candidates): number => {
    const length = lengthAt(found, found.mark);
    at = found.at + length;
    wordsFound += 1;
    return length;
  };

  /** How far the next place lies at which one word may end and another, known one begin. */
  const passOver = (from: number): number => {
    let index = from;
    for (;;) {
      const last = text.charCodeAt(index);
      index += 1;
      at = index;
      if (index >= end) return index - from;
      if (!script.mayEnd(last) || !script.mayBegin(text.charCodeAt(index))) continue;
      const count = look(nth(1));
      at = index;
      if (count > 0) return index - from;
    }
  };

  return {
    begin(newText, newEnd) {
      text = newText;
      end = newEnd;
      wordsFound = 0;
      for (const found of ring) found.at = -1;
    },
    wordLength(current) {
      at = current;
      let length = 0;
      const first = nth(0);
      const count = look(first);
      if (count > 1) choose(first);
      if (count > 0) length = accept(first);
      else at = current;
      if (at < end && length < ROOT_COMBINE) {
        const next = nth(0);
        const isUnknown = look(next) === 0 && (length === 0 || next.prefix < PREFIX_COMBINE);
        if (isUnknown) {
          const passed = passOver(current + length);
          if (length === 0) wordsFound += 1;
          length += passed;
        } else at = current + length;
      }
      // Never before a mark, nor a space.
      while (at < end && script.isMark(text.charCodeAt(at))) {
        at += 1;
        length += 1;
      }
      return length;
    },
  };
}

const createCandidates = (): Candidates => ({
  at: -1,
  count: 0,
  lengths: new Int32Array(MOST_CANDIDATES),
  prefix: 0,
  current: -1,
  mark: -1,
});
