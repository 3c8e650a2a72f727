import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { markDictionaryWords } from "./dictionary-words.ts";

/** ICU 77, whose dictionaries these are, is in Node 24. */
const IS_SAME_ICU = process.versions.icu?.startsWith("77.") === true;

const SCRIPTS = [
  { tag: "km", script: "Khmr", run: /[\u1780-\u17D3\u17D7\u17DC\u17DD]+/g },
  { tag: "lo", script: "Laoo", run: /[\u0E81-\u0EBD\u0EC0-\u0ECE\u0EDC-\u0EDF]+/g },
] as const;

/** A run that begins with a mark is broken text, and no line breaks in it before its first letter. */
const runsOf = (text: string, runs: RegExp) => [...text.matchAll(runs)].filter(([run]) => !/^\p{M}/u.test(run));

function ownWords(text: string, script: "Khmr" | "Laoo", runs: RegExp): number[] {
  const starts = new Uint8Array(text.length + 1);
  for (const run of runsOf(text, runs)) markDictionaryWords(text, run.index, run.index + run[0].length, script, starts);
  return [...starts.keys()].filter((at) => starts[at] === 1);
}

/** Words of the runtime that begin inside a run. */
function runtimeWords(text: string, tag: string, runs: RegExp): number[] {
  const inside = new Set<number>();
  for (const run of runsOf(text, runs)) for (let at = 1; at < run[0].length; at += 1) inside.add(run.index + at);
  return [...new Intl.Segmenter(tag, { granularity: "word" }).segment(text)]
    .map(({ index }) => index)
    .filter((at) => inside.has(at));
}

describe.skipIf(!IS_SAME_ICU).each(SCRIPTS)("words of $tag", ({ tag, script, run }) => {
  test("are those ICU finds in the corpus", () => {
    for (const name of [tag, ...(tag === "km" ? ["brb-Khmr"] : [])]) {
      const text = readCorpus(name);
      const words = ownWords(text, script, run);
      expect(words).toEqual(runtimeWords(text, tag, run));
      expect(words.length).toBeGreaterThan(50);
    }
  });

  test("are those ICU finds in words put together, cut off and misspelled", () => {
    const text = readCorpus(tag);
    const words = [...new Intl.Segmenter(tag, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
    const letters = [...new Set([...text].filter((letter) => letter.match(run)))];
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...letters) },
      { weight: 1, arbitrary: fc.constantFrom(" ", "\u200b", "។", "a", "១") },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const joined = pieces.join("");
        expect(ownWords(joined, script, run)).toEqual(runtimeWords(joined, tag, run));
      }),
      { numRuns: 500 },
    );
  });
});
