/**
 * Grapheme clusters: what a caret steps over and what must share a font. The extended grapheme clusters of UAX #29,
 * tailored so that a Khmer coeng keeps the consonant it puts below.
 */

import { createCodePointTable } from "./code-point-table.ts";

const BASE = 0;
/** Marks, joiners and everything else that stays with what precedes it. */
const EXTEND = 1;
/** Stands alone, and so does whatever comes after it: controls, U+200B, U+2060. */
const CONTROL = 2;
const COENG = 3;
const KHMER_LETTER = 4;
/** Needs the whole of UAX #29: emoji, flags, Hangul jamo, Indic conjuncts, prepended signs. */
const INTRICATE = 5;

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const COENG_SIGN = 0x17d2;

const isExtend = /^(?:\p{Grapheme_Extend}|\p{M}|\u200D|\u0E33|\u0EB3)$/u;
const isControl = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u;
/** Unassigned code points kept for controls. */
const isDefaultIgnorable = /^(?=\p{Default_Ignorable_Code_Point})\p{Cn}$/u;
const isIntricate =
  /^(?:[\u0600-\u08FF\u0900-\u0DFF\u1000-\u109F\u1100-\u11FF\u1A20-\u1AAF\uA960-\uA97F\uA9E0-\uA9FF\uAA60-\uAA7F\uAC00-\uD7FF]|\p{ExtPict}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{1F000}-\u{1FAFF}\u{11000}-\u{11FFF}\u{16D40}-\u{16D7F}])$/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The scripts this project sets, and plain symbols, are worked out here; a block listed as intricate goes to `Intl`. */
const kindOf: (codePoint: number) => number = createCodePointTable((codePoint) => {
  const character = String.fromCodePoint(codePoint);
  if (codePoint === COENG_SIGN) return COENG;
  if (codePoint >= 0x1780 && codePoint <= 0x17b3) return KHMER_LETTER;
  // Copyright and registered signs and the like are pictographs, yet nothing before U+2190 ever starts a sequence.
  if (codePoint >= 0xa9 && codePoint <= 0x2122 && /^\p{ExtPict}$/u.test(character)) return BASE;
  if (isIntricate.test(character)) return INTRICATE;
  if (isExtend.test(character)) return EXTEND;
  if (isControl.test(character) || isDefaultIgnorable.test(character)) return CONTROL;
  return BASE;
});

/**
 * Every UTF-16 index between two clusters of `text`, ascending, with 0 first and `text.length` last; `[0]` for an empty
 * text. Never inside a surrogate pair, never before a combining mark that has a base.
 */
export function clusterBoundaries(text: string): readonly number[] {
  const boundaries: number[] = [0];
  const length = text.length;
  let before = CONTROL;
  let beforeCode = 0;
  /** A coeng, perhaps with joiners after it, waits for its consonant. */
  let coeng = false;
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    // Printable ASCII and Latin without marks, by far the most common.
    if (code < 0x300 && code >= 0x20 && (code < 0x7f || code > 0xad)) {
      if (at > 0) boundaries.push(at);
      before = BASE;
      coeng = false;
      beforeCode = code;
      at++;
      continue;
    }
    const codePoint = text.codePointAt(at) ?? 0;
    const kind = kindOf(codePoint);
    if (kind === INTRICATE) return intricateBoundaries(text);
    const joins =
      kind === EXTEND || kind === COENG
        ? before !== CONTROL
        : (kind === KHMER_LETTER && coeng) || (codePoint === LINE_FEED && beforeCode === CARRIAGE_RETURN);
    if (!joins && at > 0) boundaries.push(at);
    coeng = kind === COENG || (coeng && (code === 0x200c || code === 0x200d));
    before = joins && kind === EXTEND ? EXTEND : kind;
    beforeCode = codePoint;
    at += codePoint > 0xffff ? 2 : 1;
  }
  if (length > 0) boundaries.push(length);
  return boundaries;
}

function intricateBoundaries(text: string): readonly number[] {
  const boundaries: number[] = [0];
  let coeng = false;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index > 0 && !(coeng && kindOf(text.codePointAt(index) ?? 0) === KHMER_LETTER)) boundaries.push(index);
    coeng = /\u17D2(?:\u200C|\u200D)*$/.test(segment);
  }
  boundaries.push(text.length);
  return boundaries;
}
