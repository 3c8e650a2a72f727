/**
 * The Unicode line breaking algorithm, UAX #14 with the rules of Unicode 16: one pass, a fixed amount of looking ahead
 * and no allocation. Rule numbers in the comments are those of the standard.
 */

import { isEastAsian, LB, lineBreakClass } from "./line-break-classes.ts";

// biome-ignore format: one name per line would hide the rules below
const { SOT, AL, SP, CM, ZWJ, SA, NU, IS, SY, HY, HU, BA, BB, B2, QU, QI, QF, OP, OW, CL, CP, CW, EX, NS, IN } = LB;
// biome-ignore format: as above
const { ID, IX, EB, EM, PR, PO, GL, WJ, ZW, CB, HL, RI, JL, JV, JT, H2, H3, AK, AP, AS, VF, VI, DC, BK, CR, LF } = LB;

export interface LineBreakTailoring {
  /** Hyphens belong to the word, as in Dao: none of them offers a break. */
  readonly hyphensJoin: boolean;
  /** 1 at each index where a word of a script without spaces starts; undefined where the text has no such script. */
  readonly wordStarts: Uint8Array | undefined;
}

const isHardBreak = (one: number): boolean => one >= BK;
const isQuote = (one: number): boolean => one >= QU && one <= QF;
const isLetter = (one: number): boolean => one === AL || one === SA || one === HL || one === DC;
const isAksara = (one: number): boolean => one === AK || one === AS || one === DC;
const isClosing = (one: number): boolean => one === CL || one === CP || one === CW;
const isOpening = (one: number): boolean => one === OP || one === OW;
const isIdeographLike = (one: number): boolean => one === ID || one === IX || one === EB || one === EM;
const isHangul = (one: number): boolean => one >= JL && one <= H3;

/** What may precede an opening quotation mark: LB15a, and a word-initial hyphen: LB20a. */
const beginsAfter = (one: number): boolean => one === SOT || one === SP || one === ZW || one === GL || isHardBreak(one);

/** What may follow a closing quotation mark: LB15b. */
const closesBefore = (one: number): boolean =>
  one === SOT ||
  one === SP ||
  one === GL ||
  one === WJ ||
  one === IS ||
  one === SY ||
  one === EX ||
  one === ZW ||
  isClosing(one) ||
  isQuote(one) ||
  isHardBreak(one);

/**
 * Calls `emit` at every index at which a line may or must start, ascending, between the first and the last character.
 */
export function forEachLineBreak(
  text: string,
  tailoring: LineBreakTailoring,
  emit: (at: number, mandatory: boolean) => void,
): void {
  const { hyphensJoin, wordStarts } = tailoring;
  const length = text.length;

  const classAt = (codePoint: number): number => {
    const found = lineBreakClass(codePoint);
    return hyphensJoin && (found === HY || found === HU) ? AL : found;
  };
  /** The code point of the next base after `index`, its marks passed over (LB9); -1 at the end. */
  const baseFrom = (index: number): number => {
    for (let at = index; at < length; ) {
      const codePoint = text.codePointAt(at) ?? 0;
      const found = lineBreakClass(codePoint);
      if (found !== CM && found !== ZWJ) return codePoint;
      at += codePoint > 0xffff ? 2 : 1;
    }
    return -1;
  };
  const classFrom = (index: number): number => {
    const codePoint = baseFrom(index);
    return codePoint < 0 ? SOT : classAt(codePoint);
  };

  /** Classes with marks folded into their bases; `solid` is the last one that is not a space. */
  let before: number = SOT;
  let current: number = SOT;
  let solid: number = SOT;
  /** Code points that go with `before` and `current`, for widths. */
  let beforeCodePoint = -1;
  let currentCodePoint = -1;
  let afterJoiner = false;
  /** `solid` is an opening quotation mark by LB15a. */
  let quoteOpens = false;
  /** 1 inside NU (NU | SY | IS)*, 2 after the CL or CP that may follow it. */
  let number = 0;
  let regionalIndicators = 0;
  /** The boundary looked at stands before `next`, the character from `at` to `end`. */
  let at = 0;
  let end = 0;
  let next: number = SOT;
  let codePoint = -1;

  function mayBreak(): boolean {
    if (isLetter(current) && isLetter(next)) {
      // LB28, or the words found where both letters belong to a script without spaces.
      return current === SA && next === SA && !afterJoiner && wordStarts !== undefined && wordStarts[at] === 1;
    }
    if (isHardBreak(next) || next === SP || next === ZW) return false; // LB6, LB7
    if (solid === ZW) return true; // LB8
    if (afterJoiner) return false; // LB8a
    if (current === WJ || next === WJ) return false; // LB11
    if (current === GL) return false; // LB12
    if (next === GL && current !== SP && current !== BA && current !== HY && current !== HU) return false; // LB12a
    if (isClosing(next) || next === EX || next === SY) return false; // LB13
    if (isOpening(solid)) return false; // LB14
    if (solid === QI && quoteOpens) return false; // LB15a
    if (next === QF && closesBefore(classFrom(end))) return false; // LB15b
    if (next === IS) return current === SP && classFrom(end) === NU; // LB15c, LB15d
    if (next === NS && isClosing(solid)) return false; // LB16
    if (next === B2 && solid === B2) return false; // LB17
    if (current === SP) return true; // LB18
    if (isQuote(current) || isQuote(next)) return mayBreakAtQuote();
    if (current === CB || next === CB) return true; // LB20
    if ((current === HY || current === HU) && (beginsAfter(before) || before === CB) && isLetter(next)) return false; // LB20a
    if (next === BA || next === HY || next === HU || next === NS || current === BB) return false; // LB21
    if (before === HL && next !== HL && (current === HY || current === HU || current === BA)) {
      if (current !== BA || !isEastAsian(currentCodePoint)) return false; // LB21a
    }
    if (current === SY && next === HL) return false; // LB21b
    if (next === IN) return false; // LB22
    if (isLetter(current) && next === NU) return false; // LB23
    if (current === NU && isLetter(next)) return false; // LB23
    if (current === PR && isIdeographLike(next)) return false; // LB23a
    if (next === PO && isIdeographLike(current)) return false; // LB23a
    if ((current === PR || current === PO) && isLetter(next)) return false; // LB24
    if (isLetter(current) && (next === PR || next === PO)) return false; // LB24
    if (staysInNumber()) return false; // LB25
    if (isHangul(current) || isHangul(next)) return mayBreakAtHangul();
    if (staysInAksara()) return false; // LB28a
    if (current === IS && isLetter(next)) return false; // LB29
    if ((isLetter(current) || current === NU) && next === OP) return false; // LB30
    if (current === CP && (isLetter(next) || next === NU)) return false; // LB30
    if (current === RI && next === RI) return regionalIndicators % 2 === 0; // LB30a
    if (next === EM && (current === EB || current === IX)) return false; // LB30b
    return true; // LB31
  }

  /** LB19 and LB19a: quotation marks cling to both sides unless East Asian characters stand there. */
  function mayBreakAtQuote(): boolean {
    if (next === QU || next === QF || current === QU || current === QI) return false;
    if (next === QI) {
      if (!isEastAsian(currentCodePoint)) return false;
      const following = baseFrom(end);
      if (following < 0 || !isEastAsian(following)) return false;
    }
    if (current === QF) {
      if (!isEastAsian(codePoint)) return false;
      if (before === SOT || !isEastAsian(beforeCodePoint)) return false;
    }
    return true;
  }

  function staysInNumber(): boolean {
    if (next === PO || next === PR) return number !== 0;
    if (next === NU) return current === PO || current === PR || current === HY || current === IS || number === 1;
    if ((current === PO || current === PR) && isOpening(next)) {
      const first = classFrom(end);
      if (first === NU) return true;
      if (first !== IS) return false;
      return classFrom(end + 1) === NU;
    }
    return false;
  }

  /** LB26 and LB27, and LB31 for what they leave. */
  function mayBreakAtHangul(): boolean {
    if (current === JL && (next === JL || next === JV || next === H2 || next === H3)) return false;
    if ((current === JV || current === H2) && (next === JV || next === JT)) return false;
    if ((current === JT || current === H3) && next === JT) return false;
    if (isHangul(current) && next === PO) return false;
    return !(current === PR && isHangul(next));
  }

  function staysInAksara(): boolean {
    if (current === AP && isAksara(next)) return true;
    if (isAksara(current) && (next === VF || next === VI)) return true;
    if (isAksara(before) && current === VI && (next === AK || next === DC)) return true;
    return isAksara(current) && isAksara(next) && classFrom(end) === VF;
  }

  while (at < length) {
    codePoint = text.codePointAt(at) ?? 0;
    next = classAt(codePoint);
    end = at + (codePoint > 0xffff ? 2 : 1);

    if (next === CM || next === ZWJ) {
      const attaches = current !== SOT && current !== SP && current !== ZW && !isHardBreak(current);
      if (attaches) {
        // LB9
        afterJoiner = next === ZWJ;
        at = end;
        continue;
      }
    }
    const joinerFollows = next === ZWJ;
    if (next === CM || next === ZWJ) next = AL; // LB10

    if (current !== SOT) {
      if (isHardBreak(current)) {
        if (!(current === CR && next === LF)) emit(at, true); // LB4, LB5
      } else if (mayBreak()) emit(at, false);
    }

    if (next === NU) number = 1;
    else if (number === 1 && isClosing(next)) number = 2;
    else if (!(number === 1 && (next === SY || next === IS))) number = 0;
    regionalIndicators = next === RI ? regionalIndicators + 1 : 0;
    if (next === QI) quoteOpens = beginsAfter(current) || isOpening(current) || isQuote(current); // LB15a
    if (next !== SP) solid = next;
    before = current;
    beforeCodePoint = currentCodePoint;
    current = next;
    currentCodePoint = codePoint;
    afterJoiner = joinerFollows;
    at = end;
  }
}
