/** Word starts in scripts that write no spaces (class SA of UAX #14): by dictionary, or by syllable for Tai Viet. */

import { markDictionaryWords } from "./dictionary-words.ts";
import type { Language, ScriptCode } from "./language.ts";
import { markSyllableStarts } from "./tai-viet-syllables.ts";

const WITHOUT_SPACES = /[\u0E01-\u0EDF\u1000-\u109F\u1780-\u17FF\uA9E0-\uA9FF\uAA60-\uAADF]/;
const DICTIONARY_SCRIPTS = /[\u0E01-\u0EDF\u1000-\u109F\u1780-\u17FF\uA9E0-\uA9FF\uAA60-\uAA7F]/;
/** Letters and marks of class SA. */
const KHMER_OR_LAO_RUN = /[\u1780-\u17D3\u17D7\u17DC\u17DD]+|[\u0E81-\u0EBD\u0EC0-\u0ECE\u0EDC-\u0EDF]+/g;
const OTHER_DICTIONARY_SCRIPTS = /[\u0E01-\u0E5B\u1000-\u109F\uA9E0-\uA9FF\uAA60-\uAA7F]/;
const TAI_VIET_RUN = /[\uAA80-\uAADF]+/g;

const COENG = 0x17d2;
/** Two spellings of one sound; the dictionary knows the second of most words, and official texts use both. */
const COENG_DA = "\u17D2\u178A";
const COENG_TA = "\u17D2\u178F";
/** Vowels written before the consonant they follow in speech (Thai, Lao). */
const LEFT_VOWEL = /[\u0E40-\u0E44\u0EC0-\u0EC4]/;
/** Never first in a line: vowels after their consonant, repetition and abbreviation marks. */
const NEVER_FIRST = /[\u0E2F\u0E30\u0E32\u0E33\u0E45\u0E46\u0EAF\u0EB0\u0EB2\u0EB3\u0EBD\u0EC6\u17D7]/;

/** Characters handed to the segmenter at once, where white space allows a cut. */
const CHUNK = 32_768;

let segmenter: Intl.Segmenter | undefined;

function scriptOf(code: number): ScriptCode {
  if (code < 0x0e80) return "Thai";
  if (code < 0x0f00) return "Laoo";
  return code >= 0x1780 && code < 0x1800 ? "Khmr" : "Mymr";
}

/**
 * 1 at each UTF-16 index at which a word or, in Tai Viet, a syllable starts; undefined for text in other scripts alone.
 * A language that writes such a script with words the dictionary does not know (Brao in Khmer letters) gets no word
 * starts in it: there only spaces and U+200B tell words apart.
 */
export function findWordStarts(text: string, language: Pick<Language, "script" | "breaking">): Uint8Array | undefined {
  if (!WITHOUT_SPACES.test(text)) return undefined;
  const starts = new Uint8Array(text.length + 1);
  for (const run of text.matchAll(TAI_VIET_RUN)) {
    markSyllableStarts(text, run.index, run.index + run[0].length, starts);
  }
  if (DICTIONARY_SCRIPTS.test(text)) markWords(text, language, starts);
  return starts;
}

function markWords(text: string, language: Pick<Language, "script" | "breaking">, starts: Uint8Array): void {
  const untold = language.breaking === "dictionary" ? undefined : language.script;
  const found = new Uint8Array(text.length + 1);
  const folded = text.replaceAll(COENG_DA, COENG_TA);
  for (const run of folded.matchAll(KHMER_OR_LAO_RUN)) {
    const script = run[0].charCodeAt(0) < 0x1000 ? "Laoo" : "Khmr";
    found[run.index] = 1;
    markDictionaryWords(folded, run.index, run.index + run[0].length, script, found);
  }
  if (OTHER_DICTIONARY_SCRIPTS.test(text)) markByRuntime(text, found);
  for (let at = 1; at < text.length; at += 1) {
    if (found[at] === 1 && mayStartWord(text, at, untold)) starts[at] = 1;
  }
}

/** Thai and Burmese, which no language of this program is written in, by the runtime's own dictionaries. */
function markByRuntime(text: string, found: Uint8Array): void {
  for (let from = 0; from < text.length; ) {
    const to = chunkEnd(text, from);
    const chunk = text.slice(from, to);
    if (OTHER_DICTIONARY_SCRIPTS.test(chunk)) {
      segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
      for (const { index } of segmenter.segment(chunk)) {
        if (OTHER_DICTIONARY_SCRIPTS.test(chunk.charAt(index))) found[from + index] = 1;
      }
    }
    from = to;
  }
}

/** The dictionaries look at words alone, so that a cut at white space changes nothing. */
function chunkEnd(text: string, from: number): number {
  let to = from + CHUNK;
  while (to < text.length && text.charCodeAt(to) > 0x20) to++;
  return Math.min(to, text.length);
}

function mayStartWord(text: string, at: number, untold: ScriptCode | undefined): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at);
  if (code < 0x0e00 || (code >= 0xaa80 && code <= 0xaadf)) return false;
  if (text.charCodeAt(at - 1) === COENG || NEVER_FIRST.test(text.charAt(at))) return false;
  if (LEFT_VOWEL.test(text.charAt(at - 1))) return false;
  return untold === undefined || scriptOf(code) !== untold;
}
