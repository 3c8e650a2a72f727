/** Khmer spellings that look right or nearly so and are not: other code points, or the right ones in a wrong order. */

export type KhmerSpellingKind =
  /** Two vowel signs typed for one: េ + ី for ើ, េ + ា for ោ. */
  | "split-vowel"
  /** Coeng ro before another coeng. */
  | "coeng-order"
  /** A coeng typed after a vowel or sign. */
  | "coeng-after-vowel"
  /** A coeng without a consonant to put below. */
  | "dangling-coeng"
  /** ៉ or ៊ after the vowel. */
  | "shifter-after-vowel"
  /** A sign such as ំ before the vowel it follows. */
  | "sign-before-vowel"
  /** The same mark twice. */
  | "double-mark"
  /** A code point Unicode advises against. */
  | "deprecated"
  /** ្ដ and ្ត look alike; dictionaries differ. */
  | "variant";

export interface KhmerSpelling {
  /** UTF-16 offset of `found`. */
  readonly at: number;
  readonly kind: KhmerSpellingKind;
  readonly severity: "warning" | "info";
  readonly found: string;
  /** What is proposed in its place; empty where it should go. */
  readonly repair: string;
}

const SHIFTERS = "\u17C9\u17CA";
const VOWELS = "\u17B6-\u17C5";
/** A letter and everything that hangs on it, joiners too. */
const SYLLABLE = /[\u1780-\u17B3\u25CC](?:\u17D2[\u1780-\u17B3]?|[\u17B4-\u17D1\u17D3\u17DD\u200C\u200D])*/g;

interface Rule {
  readonly kind: KhmerSpellingKind;
  readonly pattern: RegExp;
  readonly repair: string;
}

/** Applied in this order, again and again until none applies; every rule moves a mark forward or drops one, so that ends. */
const RULES: readonly Rule[] = [
  { kind: "deprecated", pattern: /\u17A3/, repair: "\u17A2" },
  { kind: "deprecated", pattern: /\u17A4/, repair: "\u17A2\u17B6" },
  { kind: "deprecated", pattern: /\u17A8/, repair: "\u17A7\u1780" },
  { kind: "deprecated", pattern: /[\u17B4\u17B5\u17D3]/, repair: "" },
  { kind: "double-mark", pattern: /([\u17B6-\u17D1\u17DD])\1/, repair: "$1" },
  { kind: "double-mark", pattern: /\u17D2{2,}/, repair: "\u17D2" },
  { kind: "dangling-coeng", pattern: /\u17D2(?![\u1780-\u17B3\u17D2])/, repair: "" },
  {
    kind: "coeng-after-vowel",
    pattern: /([\u17B6-\u17C8\u17CB\u17CD-\u17D1\u17DD])(\u17D2[\u1780-\u17B3])/,
    repair: "$2$1",
  },
  { kind: "coeng-order", pattern: /\u17D2\u179A(\u17D2[\u1780-\u1799\u179B-\u17B3])/, repair: "$1\u17D2\u179A" },
  { kind: "shifter-after-vowel", pattern: new RegExp(`([${VOWELS}\u17C6-\u17C8])([${SHIFTERS}])`), repair: "$2$1" },
  { kind: "sign-before-vowel", pattern: new RegExp(`([\u17C6-\u17C8])([${VOWELS}])`), repair: "$2$1" },
  { kind: "split-vowel", pattern: /\u17C1\u17B8|\u17B8\u17C1/, repair: "\u17BE" },
  { kind: "split-vowel", pattern: /\u17C1\u17B6|\u17B6\u17C1/, repair: "\u17C4" },
];

/** ៘, which the standard spells out. */
const BEYYAL = /\u17D8/g;
const BEYYAL_REPAIR = "\u17D4\u179B\u17D4";
const COENG_DA = /\u17D2\u178A/g;
const KHMER = /[\u1780-\u17DD]/;

/** Longer heaps of marks are no syllable of any text, and mending them could take long. */
const LONGEST_SYLLABLE = 40;

function mend(syllable: string): { readonly kind: KhmerSpellingKind; readonly repair: string } | undefined {
  if (syllable.length > LONGEST_SYLLABLE) return undefined;
  let repair = syllable;
  let kind: KhmerSpellingKind | undefined;
  for (let rule = ruleFor(repair); rule; rule = ruleFor(repair)) {
    kind ??= rule.kind;
    repair = repair.replace(rule.pattern, rule.repair);
  }
  return kind === undefined ? undefined : { kind, repair };
}

const ruleFor = (syllable: string): Rule | undefined => RULES.find((rule) => rule.pattern.test(syllable));

/**
 * Suspicious spellings in the order of the text, a syllable each, named for the first thing wrong with it. Warnings are
 * wrong in any text; `info` marks what is a matter of choice.
 */
export function findKhmerSpellings(text: string): readonly KhmerSpelling[] {
  if (!KHMER.test(text)) return [];
  const found: KhmerSpelling[] = [];
  for (const match of text.matchAll(SYLLABLE)) {
    if (match[0].length === 1 && !/[\u17A3\u17A4\u17A8]/.test(match[0])) continue;
    const mended = mend(match[0]);
    if (mended) found.push({ at: match.index, severity: "warning", found: match[0], ...mended });
  }
  for (const match of text.matchAll(BEYYAL)) {
    found.push({ at: match.index, kind: "deprecated", severity: "warning", found: match[0], repair: BEYYAL_REPAIR });
  }
  for (const match of text.matchAll(COENG_DA)) {
    found.push({ at: match.index, kind: "variant", severity: "info", found: match[0], repair: "\u17D2\u178F" });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** `text` with every warning mended and every variant left as it is. Idempotent. */
export function repairKhmerSpellings(text: string): string {
  if (!KHMER.test(text)) return text;
  return text.replace(SYLLABLE, (syllable) => mend(syllable)?.repair ?? syllable).replace(BEYYAL, BEYYAL_REPAIR);
}
