/**
 * Syllables of Tai Viet text written without spaces. The text is in visual order:
 * [left vowel] consonant [medial ꪫ] {vowel mark, tone} [right vowel] [final consonant].
 */

const FIRST = 0xaa80;
const LAST = 0xaadf;

const OTHER = 0;
const CONSONANT = 1;
/** ꪮ: a consonant at the start of a syllable, the vowel o after a consonant. */
const O = 2;
/** ꪫ: an initial, a final, and the second of two initials after a velar. */
const W = 3;
const LEFT_VOWEL = 4;
const VOWEL_MARK = 5;
const TONE = 6;
const RIGHT_VOWEL = 7;
/** ꪽ: the whole rhyme an, also a word by itself. */
const AN = 8;
/** ꫛ ꫜ: a sign that is a word. */
const WORD_SIGN = 9;
/** ꫝ: says the word before it again. */
const REPEAT = 10;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (!(code >= FIRST && code <= LAST)) return OTHER;
  if (code === 0xaaae) return O;
  if (code === 0xaaab) return W;
  if (code <= 0xaaaf) return CONSONANT;
  switch (code) {
    case 0xaab5:
    case 0xaab6:
    case 0xaab9:
    case 0xaabb:
    case 0xaabc:
      return LEFT_VOWEL;
    case 0xaab0:
    case 0xaab2:
    case 0xaab3:
    case 0xaab4:
    case 0xaab7:
    case 0xaab8:
    case 0xaabe:
      return VOWEL_MARK;
    case 0xaabf:
    case 0xaac0:
    case 0xaac1:
    case 0xaac2:
      return TONE;
    case 0xaab1:
    case 0xaaba:
      return RIGHT_VOWEL;
    case 0xaabd:
      return AN;
    case 0xaadb:
    case 0xaadc:
      return WORD_SIGN;
    case 0xaadd:
      return REPEAT;
    default:
      return OTHER;
  }
}

/** ꪀ ꪉ ꪒ ꪙ ꪚ ꪣ ꪥ ꪫ, the eight letters that close a syllable. */
const FINALS = new Set([0xaa80, 0xaa89, 0xaa92, 0xaa99, 0xaa9a, 0xaaa3, 0xaaa5, 0xaaab]);
/** Velars, after which ꪫ may be the second initial: ꪀ to ꪉ. */
const LAST_VELAR = 0xaa89;

const isInitial = (kind: number): boolean => kind === CONSONANT || kind === O || kind === W;

/** Ends of every syllable that can start at `start` and does not pass `limit`. */
function syllableEnds(text: string, start: number, limit: number): readonly number[] {
  const ends: number[] = [];
  const kind = (at: number): number => (at < limit ? kindAt(text, at) : OTHER);
  const skipTones = (from: number): number => {
    let at = from;
    while (kind(at) === TONE) at++;
    return at;
  };
  const end = (at: number, mayClose: boolean): void => {
    ends.push(at);
    if (!mayClose || at >= limit || !FINALS.has(text.charCodeAt(at))) return;
    const after = kind(at + 1);
    if (after === VOWEL_MARK || after === RIGHT_VOWEL) return;
    ends.push(skipTones(at + 1));
  };
  const rhyme = (from: number, leftVowel: boolean): void => {
    let at = from;
    let vowel = leftVowel;
    for (let mark = kind(at); mark === VOWEL_MARK || mark === TONE; mark = kind(at)) {
      vowel ||= mark === VOWEL_MARK;
      at++;
    }
    const next = kind(at);
    if (next === RIGHT_VOWEL) end(skipTones(at + 1), true);
    else {
      if (next === AN) end(skipTones(at + 1), false);
      if (next === O && !vowel) end(skipTones(at + 1), true);
      if (vowel) end(at, true);
    }
  };

  let at = start;
  const leftVowel = kind(at) === LEFT_VOWEL;
  if (leftVowel) at++;
  const initial = kind(at);
  if (initial === AN && !leftVowel) end(skipTones(at + 1), false);
  if (initial === WORD_SIGN && !leftVowel) end(skipTones(at + 1), false);
  if (isInitial(initial)) {
    rhyme(at + 1, leftVowel);
    if (text.charCodeAt(at) <= LAST_VELAR && kind(at + 1) === W) rhyme(at + 2, leftVowel);
  }
  // The sign that repeats a word belongs to it.
  return ends.map((one) => {
    let after = one;
    while (kind(after) === REPEAT) after++;
    return after;
  });
}

/**
 * Writes 1 into `starts` at every index of `text` from `from` to `to` (a run of Tai Viet characters) at which a syllable
 * surely starts. Where two readings differ, or a stretch cannot be read at all, it marks nothing: a break inside a
 * syllable is worse than a missing one.
 */
export function markSyllableStarts(text: string, from: number, to: number, starts: Uint8Array): void {
  let piece = from;
  for (let at = from; at <= to; at++) {
    const boundary =
      at === to || (kindAt(text, at) === LEFT_VOWEL && at > piece && kindAt(text, at - 1) !== LEFT_VOWEL);
    if (!boundary) continue;
    // A left vowel always opens a syllable.
    if (piece > from) starts[piece] = 1;
    markWithin(text, piece, at, starts);
    piece = at;
  }
}

/** Marks the boundaries all readings of one piece share. */
function markWithin(text: string, from: number, to: number, starts: Uint8Array): void {
  const length = to - from;
  const ends: (readonly number[] | undefined)[] = [];
  const reached = new Uint8Array(length + 1);
  reached[0] = 1;
  for (let at = 0; at < length; at++) {
    if (reached[at] !== 1) {
      ends.push(undefined);
      continue;
    }
    const found = syllableEnds(text, from + at, to);
    ends.push(found);
    for (const end of found) reached[end - from] = 1;
  }
  if (reached[length] !== 1) return;

  const completes = new Uint8Array(length + 1);
  completes[length] = 1;
  /** 1 where a syllable of some complete reading lies across the index. */
  const crossed = new Uint8Array(length + 1);
  for (let at = length - 1; at >= 0; at--) {
    for (const absolute of ends[at] ?? []) {
      const end = absolute - from;
      if (completes[end] !== 1) continue;
      completes[at] = 1;
      crossed.fill(1, at + 1, end);
    }
  }
  for (let at = 1; at < length; at++) {
    if (completes[at] === 1 && reached[at] === 1 && crossed[at] === 0) starts[from + at] = 1;
  }
}
