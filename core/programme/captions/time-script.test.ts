import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterBoundaries } from "../../script/clusters.ts";
import { languageOr } from "../../script/language-registry.ts";
import { followCaptions } from "./follow-captions.ts";
import { type Narration, readNarration } from "./narration.ts";
import { plainScript, scriptPieces, spokenLength } from "./script-breaks.ts";
import { CAPTION_LINES, LINE_WIDTH, LONGEST_CAPTION, timeScript } from "./time-script.ts";

const corpus = (language: string): string =>
  readFileSync(new URL(`../../../test/fixtures/corpus/${language}.txt`, import.meta.url), "utf8");
const measure = (text: string): number => (text === "" ? 0 : clusterBoundaries(text).length - 1);
const inLanguage = (tag: string) => ({ language: languageOr(tag), measure });
const LANGUAGES = ["vi", "km", "lo", "blt", "cjm", "jra", "en", "zh-Hans"];
const letters = (text: string): string => text.replace(/\s/gu, "");

/** Somebody who says so many letters a second and rests after sentences and clauses; where each sentence ends. */
function narrate(script: string, tag: string, perSecond: number) {
  const pieces = scriptPieces(script, languageOr(tag));
  const speech: { from: number; to: number }[] = [];
  const sentenceEnds: number[] = [];
  let [at, open] = [0.4, 0.4];
  for (const { spoken, end } of pieces) {
    at += spoken / perSecond;
    if (end === "word") continue;
    speech.push({ from: open, to: at });
    if (end !== "clause") sentenceEnds.push(at);
    at += end === "clause" ? 0.25 : 0.7;
    open = at;
  }
  return { narration: { duration: at + 0.5, speech }, sentenceEnds };
}

const narrations = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0.16, max: 3, noNaN: true }),
      length: fc.double({ min: 0.1, max: 8, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((list): Narration => {
    let at = 0;
    const speech = list.map(({ gap, length }) => {
      const from = at + gap;
      at = from + length;
      return { from, to: at };
    });
    return { duration: at + 1, speech };
  });
const scripts = fc.record({
  tag: fc.constantFrom(...LANGUAGES),
  from: fc.nat(40),
  count: fc.integer({ min: 1, max: 12 }),
});
const scriptOf = ({ tag, from, count }: { tag: string; from: number; count: number }): string => {
  const lines = corpus(tag)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.slice(from % lines.length, (from % lines.length) + count).join("\n");
};

describe("captions timed by a narration", () => {
  it("hold every letter once, in order, one after the other, from its first word to its last", () => {
    fc.assert(
      fc.property(scripts, narrations, (choice, narration) => {
        const script = scriptOf(choice);
        const cues = timeScript(script, narration, inLanguage(choice.tag));
        expect(letters(cues.map(({ text }) => text).join(""))).toBe(letters(plainScript(script)));
        let before = 0;
        for (const { from, to } of cues) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          before = to;
        }
        if (cues.length === 0) return;
        expect(cues[0]?.from ?? 9).toBeLessThanOrEqual(narration.speech[0]?.from ?? 0);
        // As long as there is room for each.
        if (narration.duration > cues.length) {
          expect(cues.at(-1)?.to ?? 0).toBeGreaterThanOrEqual((narration.speech.at(-1)?.to ?? 0) - 0.001);
          expect(cues.at(-1)?.to ?? 0).toBeLessThanOrEqual(narration.duration + 0.001);
        }
        for (const { from, to } of narration.speech) {
          const middle = (from + to) / 2;
          if (narration.duration > cues.length)
            expect(cues.some((cue) => cue.from <= middle && cue.to >= middle)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(["vi", "km", "lo", "en"])("of %s change where sentences end, in lines that can be read", (tag) => {
    const script = scriptOf({ tag, from: 0, count: 12 });
    const { narration, sentenceEnds } = narrate(script, tag, 15);
    const cues = timeScript(script, narration, inLanguage(tag));
    for (const end of sentenceEnds.slice(0, -1)) {
      const nearest = Math.min(...cues.map(({ to }) => Math.abs(to - end)));
      expect(nearest, `at ${end}`).toBeLessThan(0.75);
    }
    for (const { from, to, text } of cues) {
      expect(measure(text)).toBeLessThanOrEqual(LINE_WIDTH * CAPTION_LINES);
      expect(to - from, text).toBeLessThanOrEqual(LONGEST_CAPTION);
    }
  });

  it("follow a reader who is slow in one half and quick in the other", () => {
    const script = scriptOf({ tag: "vi", from: 0, count: 10 });
    const { narration, sentenceEnds } = narrate(script, "vi", 15);
    const middle = narration.duration / 2;
    const bent = (time: number): number => (time < middle ? time * 0.9 : middle * 0.9 + (time - middle) * 1.12);
    const cues = timeScript(
      script,
      {
        duration: bent(narration.duration),
        speech: narration.speech.map(({ from, to }) => ({ from: bent(from), to: bent(to) })),
      },
      inLanguage("vi"),
    );
    for (const end of sentenceEnds.slice(0, -1)) {
      expect(Math.min(...cues.map(({ to }) => Math.abs(to - bent(end))))).toBeLessThan(0.85);
    }
  });

  it("never part a word of a script that has no spaces", () => {
    const script = scriptOf({ tag: "km", from: 0, count: 10 });
    const { narration } = narrate(script, "km", 14);
    const cues = timeScript(script, narration, inLanguage("km"));
    const ends = new Set<string>();
    let said = "";
    for (const piece of scriptPieces(script, languageOr("km"))) {
      said += letters(piece.text);
      ends.add(said);
    }
    let shown = "";
    for (const { text } of cues) {
      shown += letters(text);
      expect(ends.has(shown)).toBe(true);
    }
  });

  it("take abbreviations and figures for what they are", () => {
    const kinds = scriptPieces("PGS. TS. Lê Văn A. ở TP. Huế nói 1.200 người, cả 3,5 triệu. Hết!", languageOr("vi"));
    expect(kinds.filter(({ end }) => end === "sentence").map(({ text }) => text.trim())).toEqual(["triệu."]);
    expect(spokenLength("1.200")).toBeGreaterThan(spokenLength("người"));
  });

  it("are none for a script without words", () => {
    expect(timeScript(" \n\n ", { duration: 3, speech: [{ from: 0, to: 3 }] }, inLanguage("vi"))).toEqual([]);
  });
});

describe("a narration", () => {
  const levels = (parts: readonly (readonly [number, number])[]): number[] =>
    parts.flatMap(([seconds, level]) => Array.from({ length: Math.round(seconds * 100) }, () => level));

  it("is parted at breaths, not within words", () => {
    const heard = levels([
      [0.5, -70],
      [2, -20],
      [0.3, -58],
      [1.5, -22],
      [0.1, -58],
      [1, -20],
      [1.2, -70],
      [1, -20],
      [0.5, -70],
    ]);
    const { duration, speech } = readNarration(heard);
    expect(duration).toBeCloseTo(8.1, 6);
    expect(speech.map(({ from, to }) => [from, to].map((time) => Math.round(time * 10) / 10))).toEqual([
      [0.5, 2.5],
      [2.8, 5.4],
      [6.6, 7.6],
    ]);
  });

  it("of silence is taken as a whole", () => {
    expect(readNarration(levels([[2, Number.NEGATIVE_INFINITY]])).speech).toEqual([{ from: 0, to: 2 }]);
  });
});

describe("captions of a translation", () => {
  const source = [
    { from: 0.4, to: 3, text: "Bà con nhớ ngủ màn," },
    { from: 3, to: 5.5, text: "kể cả ban ngày." },
    { from: 6, to: 9, text: "Lật úp dụng cụ chứa nước." },
  ];

  it("take over the times of what they translate, sentence by sentence", () => {
    const cues = followCaptions(
      source,
      "vi",
      "Sleep under a net, by day too. Turn over what holds water.",
      inLanguage("en"),
    );
    expect(cues).toEqual([
      { from: 0.4, to: 3, text: "Sleep under a net," },
      { from: 3, to: 5.5, text: "by day too." },
      { from: 6, to: 9, text: "Turn over what holds water." },
    ]);
  });

  it("hold every letter once and stay within the times of the source", () => {
    const { narration } = narrate(scriptOf({ tag: "vi", from: 0, count: 8 }), "vi", 15);
    const vi = timeScript(scriptOf({ tag: "vi", from: 0, count: 8 }), narration, inLanguage("vi"));
    fc.assert(
      fc.property(scripts, (choice) => {
        const script = scriptOf(choice);
        const cues = followCaptions(vi, "vi", script, inLanguage(choice.tag));
        expect(letters(cues.map(({ text }) => text).join(""))).toBe(letters(plainScript(script)));
        let before = vi[0]?.from ?? 0;
        for (const { from, to } of cues) {
          expect(from).toBeGreaterThanOrEqual(before - 1e-9);
          expect(to).toBeGreaterThan(from);
          before = to;
        }
        if (cues.length > 0) expect(before).toBeLessThanOrEqual((vi.at(-1)?.to ?? 0) + 0.04 * cues.length);
      }),
      { numRuns: 60 },
    );
  });

  it("are none without captions or without words", () => {
    expect(followCaptions([], "vi", "x", inLanguage("km"))).toEqual([]);
    expect(followCaptions(source, "vi", " ", inLanguage("km"))).toEqual([]);
  });
});
