/** Runs of one script, UAX #24: characters without a script of their own join a neighbour. */

import type { Language, ScriptCode } from "./language.ts";
import { COMMON, INHERITED, indexOfScript, scriptCode, scriptExtensions, scriptIndex } from "./script-property.ts";

/** A stretch of text in one script; offsets are UTF-16. */
export interface ScriptRun {
  readonly start: number;
  readonly end: number;
  /** ISO 15924. */
  readonly script: ScriptCode;
}

// biome-ignore lint/suspicious/noMisleadingCharacterClass: marks are meant as characters of their own
const BEYOND_LATIN = /[^\0-\u02FF\u0300-\u036F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]/;

const OPENING = /^\p{Ps}$/u;
const CLOSING = /^\p{Pe}$/u;
const MARK = /^\p{M}$/u;
const MARK_OF_BASE = 0;
const DIGIT = 1;
const SPACE = 2;
const SIGN = 3;
/** Brackets nested deeper than this are left unpaired. */
const DEEPEST_NESTING = 32;
const MIRRORS: ReadonlyMap<string, string> = new Map(
  ["()", "[]", "{}", "（）", "［］", "｛｝", "〈〉", "《》", "「」", "『』", "【】", "〔〕", "⟨⟩"].map((pair) => [
    pair.slice(1),
    pair.slice(0, 1),
  ]),
);

const isWhiteSpace = (codePoint: number): boolean =>
  codePoint === 0x20 ||
  (codePoint >= 0x09 && codePoint <= 0x0d) ||
  codePoint === 0xa0 ||
  codePoint === 0x200b ||
  (codePoint >= 0x2000 && codePoint <= 0x200a) ||
  codePoint === 0x202f ||
  codePoint === 0x3000;

const isGlue = (codePoint: number): boolean =>
  (codePoint >= 0x30 && codePoint <= 0x39) || codePoint === 0x2e || codePoint === 0x2c || codePoint === 0x25;

const kindOf = (codePoint: number): number => (isWhiteSpace(codePoint) ? SPACE : isGlue(codePoint) ? DIGIT : SIGN);

/** One code point without a script of its own, waiting for the letters after it. */
interface Neutral {
  readonly at: number;
  readonly codePoint: number;
  readonly kind: number;
}

/**
 * The runs of `text`, in order and without gaps; none for an empty text. Digits and points touching a letter take its
 * script; other characters between two scripts take the language's where one of the two is that, else that of the
 * letters before; a closing bracket takes the script of its opening one. The edges of the text count as the language's script.
 */
export function itemizeScripts(text: string, language: Pick<Language, "script">): readonly ScriptRun[] {
  const length = text.length;
  if (length === 0) return [];
  if (language.script === "Latn" && !BEYOND_LATIN.test(text)) return [{ start: 0, end: length, script: "Latn" }];
  const own = indexOfScript(language.script) ?? indexOfScript("Latn") ?? COMMON;
  const runs: { start: number; end: number; script: ScriptCode }[] = [];
  let runScript = -1;
  const put = (at: number, script: number): void => {
    if (script === runScript) return;
    const last = runs.at(-1);
    if (last) last.end = at;
    runs.push({ start: at, end: length, script: scriptCode(script) });
    runScript = script;
  };

  const open: { bracket: string; script: number }[] = [];
  let pending: Neutral[] = [];
  let before = own;
  /** Letters came before the waiting characters, so that digits may cling to them. */
  let lettersBefore = false;
  const settle = (after: number | undefined): void => {
    if (pending.length === 0) return;
    const edges = { before, after: after ?? own, lettersBefore, lettersAfter: after !== undefined };
    for (const { neutral, script } of resolveNeutrals(pending, edges, own)) {
      put(neutral.at, bracketScript(open, neutral, script));
    }
    pending = [];
  };

  for (let at = 0; at < length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const script = scriptIndex(codePoint);
    if (script === COMMON) {
      pending.push({ at, codePoint, kind: kindOf(codePoint) });
    } else if (script === INHERITED) {
      // A mark goes with its base, whichever way that is resolved.
      if (pending.length > 0 || runs.length === 0) pending.push({ at, codePoint, kind: MARK_OF_BASE });
    } else if (pending.length > 0 && MARK.test(String.fromCodePoint(codePoint))) {
      // A mark upon a base without script, such as the dotted circle, brings the base into its script.
      const base = pending.findLastIndex((one) => one.kind !== MARK_OF_BASE);
      const held = pending.slice(Math.max(0, base));
      pending = pending.slice(0, Math.max(0, base));
      settle(script);
      for (const one of held) put(one.at, script);
      put(at, script);
      before = script;
      lettersBefore = true;
    } else {
      settle(script);
      put(at, script);
      before = script;
      lettersBefore = true;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  settle(undefined);
  return runs;
}

function bracketScript(open: { bracket: string; script: number }[], neutral: Neutral, script: number): number {
  if (neutral.kind !== SIGN) return script;
  const character = String.fromCodePoint(neutral.codePoint);
  if (OPENING.test(character)) {
    if (open.length < DEEPEST_NESTING) open.push({ bracket: character, script });
    return script;
  }
  if (!CLOSING.test(character)) return script;
  const pair = open.findLastIndex((one) => one.bracket === MIRRORS.get(character));
  if (pair < 0) return script;
  const opened = open[pair]?.script ?? script;
  open.length = pair;
  return opened;
}

function* resolveNeutrals(
  neutrals: readonly Neutral[],
  edges: { before: number; after: number; lettersBefore: boolean; lettersAfter: boolean },
  own: number,
): Generator<{ neutral: Neutral; script: number }> {
  const { before, after } = edges;
  const between = after === own ? own : before;
  const gluedBefore = edges.lettersBefore ? countGlued(neutrals, 0, 1) : 0;
  const gluedAfter = neutrals.length - (edges.lettersAfter ? countGlued(neutrals, neutrals.length - 1, -1) : 0);
  let latest = between;
  for (const [index, neutral] of neutrals.entries()) {
    if (neutral.kind !== MARK_OF_BASE) {
      latest = index < gluedBefore ? before : index >= gluedAfter ? after : between;
      if (neutral.kind === SIGN) latest = confine(neutral.codePoint, latest, before, after);
    }
    yield { neutral, script: latest };
  }
}

/** How many characters from one end are digits and points with at least one digit, thus part of the word there. */
function countGlued(neutrals: readonly Neutral[], from: number, step: 1 | -1): number {
  let count = 0;
  let lastDigit = 0;
  for (let index = from; neutrals[index]?.kind === DIGIT; index += step) {
    count++;
    const codePoint = neutrals[index]?.codePoint ?? 0;
    if (codePoint >= 0x30 && codePoint <= 0x39) lastDigit = count;
  }
  return lastDigit;
}

/** Keeps a character that serves some scripts only, such as 、, with one of them where it can. */
function confine(codePoint: number, script: number, before: number, after: number): number {
  if (codePoint < 0x300) return script;
  const allowed = scriptExtensions(codePoint);
  if (allowed.length === 0 || allowed.includes(script)) return script;
  if (allowed.includes(before)) return before;
  if (allowed.includes(after)) return after;
  return script;
}
