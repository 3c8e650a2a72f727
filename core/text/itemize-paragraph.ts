/** A paragraph as tokens: shaped chunks, spaces, tabs and forced lines, ready to be filled into lines of any width. */

import { clusterBoundaries } from "../script/clusters.ts";
import type { Language } from "../script/language.ts";
import { normalizeText } from "../script/normalize.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { joinNeighbours } from "./join-neighbours.ts";
import type { LineSequence } from "./line-sequence.ts";
import { paragraphKey } from "./paragraph-key.ts";
import type { CharacterStyle, Paragraph, StyledRun } from "./paragraph-model.ts";
import type { RunContext } from "./run-context.ts";
import type { Shaper } from "./shape.ts";
import type { TextCaches } from "./text-caches.ts";

/** A run after normalising, with its measures worked out in points. */
export interface PreparedRun {
  readonly style: CharacterStyle;
  readonly language: Language;
  readonly languageTag: string;
  readonly context: RunContext;
  readonly text: string;
  /** Place of the run in the paragraph's text. */
  readonly start: number;
  readonly size: number;
  /** Added after every cluster. */
  readonly tracking: number;
  /** Up is positive. */
  readonly shift: number;
  /** True where lines may be justified between words that no space parts. */
  readonly stretchesInside: boolean;
}

export type TokenKind = "text" | "space" | "tab" | "newline";

export interface Token {
  readonly kind: TokenKind;
  readonly run: PreparedRun;
  /** Undefined for tabs and forced lines. */
  readonly chunk: Chunk | undefined;
  /** Place in the paragraph's text. */
  readonly start: number;
  readonly length: number;
  /** Whether a line may begin with this token. */
  readonly breakBefore: boolean;
  /** Offsets inside it at which a line may begin. */
  readonly breaks: readonly number[];
}

export interface PreparedParagraph {
  readonly paragraph: Paragraph;
  /** The normalised text of all runs. */
  readonly text: string;
  readonly runs: readonly PreparedRun[];
  readonly tokens: readonly Token[];
  readonly marker: PreparedMarker | undefined;
  /** Clusters that miss glyphs or anchors, each told once. */
  readonly fontProblems: readonly FontProblem[];
  /** Lines filled so far, by width; only lines that begin with the paragraph. */
  readonly sequences: Map<number, LineSequence>;
}

export type FontProblem =
  | { readonly kind: "missing-glyph"; readonly text: string; readonly language: string }
  | { readonly kind: "unanchored-mark"; readonly text: string; readonly font: string };

export interface PreparedMarker {
  readonly run: PreparedRun;
  readonly tokens: readonly Token[];
}

/** Longest stretch looked at in one piece; longer ones are cut where a line may break. */
const STRETCH_LIMIT = 4_096;
/** Text looked at beyond a cut, so that a dictionary sees whole words on both sides. */
const STRETCH_CONTEXT = 512;
/** What an empty paragraph weighs in the cache, in characters. */
const PARAGRAPH_OVERHEAD = 200;
const NONE: readonly number[] = [];
const NO_PROBLEMS: readonly FontProblem[] = [];

/** The prepared form of a paragraph; remembered by content once it has been asked for a second time, and the latest few at once. */
export function prepareParagraph(caches: TextCaches, paragraph: Paragraph): PreparedParagraph {
  const key = paragraphKey(paragraph);
  const known = caches.paragraphs.get(key);
  if (known) return known;
  const recent = caches.recentParagraphs.get(key);
  const prepared = recent ?? itemizeParagraph(caches, paragraph);
  if (recent || caches.paragraphsSeen.get(key)) {
    caches.paragraphs.set(key, prepared, prepared.text.length + PARAGRAPH_OVERHEAD);
  } else {
    caches.paragraphsSeen.set(key, true, key.length);
    caches.recentParagraphs.set(key, prepared);
  }
  return prepared;
}

function itemizeParagraph(caches: TextCaches, paragraph: Paragraph): PreparedParagraph {
  const runs = prepareRuns(caches, paragraph.runs);
  const text = runs.length === 1 ? (runs[0]?.text ?? "") : runs.map((run) => run.text).join("");
  const marker = paragraph.style.marker && prepareMarker(caches, paragraph.style.marker);
  const tokens = tokenize(caches, runs, text);
  return {
    paragraph,
    text,
    runs,
    tokens,
    marker,
    fontProblems: fontProblemsOf(marker ? [...marker.tokens, ...tokens] : tokens),
    sequences: new Map(),
  };
}

function fontProblemsOf(tokens: readonly Token[]): readonly FontProblem[] {
  const problems = new Map<string, FontProblem>();
  for (const { chunk, run } of tokens) {
    for (const { kind, text, font } of chunk?.problems ?? []) {
      const language = run.languageTag;
      problems.set(
        `${kind} ${text} ${language}`,
        kind === "missing-glyph" ? { kind, text, language } : { kind, text, font },
      );
    }
  }
  return problems.size === 0 ? NO_PROBLEMS : [...problems.values()];
}

function prepareMarker(caches: TextCaches, marker: StyledRun): PreparedMarker | undefined {
  const runs = prepareRuns(caches, [marker]);
  const run = runs[0];
  return run && { run, tokens: tokenize(caches, runs, run.text) };
}

/** A run of its own, for text the engine adds such as tab leaders. */
export function prepareExtraRun(caches: TextCaches, like: PreparedRun, text: string): readonly Token[] {
  const run = { ...like, text, start: 0 };
  return tokenize(caches, [run], text);
}

/** Runs that begin inside a cluster leave its rest to the run before, which is normalised again with it. */
function prepareRuns(caches: TextCaches, runs: readonly StyledRun[]): PreparedRun[] {
  const texts = runs.map((run) => normalizeText(run.text));
  for (let index = 1; index < texts.length; index += 1) {
    const before = texts[index - 1] ?? "";
    const after = texts[index] ?? "";
    const overlap = overlapAt(before, after);
    if (overlap > 0) {
      texts[index - 1] = normalizeText(before + after.slice(0, overlap));
      texts[index] = after.slice(overlap);
    }
  }
  const prepared: PreparedRun[] = [];
  let start = 0;
  for (const [index, run] of runs.entries()) {
    const text = texts[index] ?? "";
    const context = caches.context(run.style, run.language);
    const { size, tracking, baselineShift } = run.style;
    prepared.push({
      style: run.style,
      language: context.language,
      languageTag: run.language,
      context,
      text,
      start,
      size,
      tracking: (tracking * size) / 1000,
      shift: (baselineShift * size) / 1000,
      stretchesInside: context.language.breaking === "dictionary" || context.language.breaking === "ideographs",
    });
    start += text.length;
  }
  return prepared;
}

/** How many characters at the start of `after` belong to the cluster that ends `before`. */
function overlapAt(before: string, after: string): number {
  if (before === "" || after === "" || after.charCodeAt(0) < 0x80) return 0;
  const left = before.slice(-32);
  const boundaries = clusterBoundaries(left + after.slice(0, 32));
  const next = boundaries.find((boundary) => boundary >= left.length) ?? left.length;
  return next - left.length;
}

const SPACE = 0x20;
const TAB = 0x09;

const isNewline = (code: number): boolean =>
  (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;

const isDelimiter = (code: number): boolean => code === SPACE || code === TAB || isNewline(code);

function tokenize(caches: TextCaches, runs: readonly PreparedRun[], text: string): readonly Token[] {
  const tokens: Token[] = [];
  let runIndex = 0;
  let at = 0;
  let lastChunk: Chunk | undefined;
  let spacesBefore: string | undefined;
  let contextual = false;

  const push = (
    kind: TokenKind,
    run: PreparedRun,
    chunk: Chunk | undefined,
    start: number,
    length: number,
    breakBefore: boolean,
    breaks: readonly number[],
  ): void => {
    tokens.push({ kind, run, chunk, start, length, breakBefore, breaks });
  };

  const pushText = (
    run: PreparedRun,
    start: number,
    end: number,
    joint: boolean,
    breaks: readonly number[] | undefined,
  ): void => {
    const piece = text.slice(start, end);
    const chunk = chunkOf(caches, run.context, piece, lastChunk);
    let breakBefore = joint;
    if (spacesBefore !== undefined && lastChunk) {
      breakBefore = caches.breaks.afterSpaces(lastChunk, spacesBefore, chunk, run.language);
    } else if (spacesBefore !== undefined) {
      breakBefore = true;
    }
    push("text", run, chunk, start, end - start, breakBefore, breaks ?? chunk.breaks);
    contextual ||= chunk.parts.some(({ shaper }) => shaper.face.shapesSpaces);
    lastChunk = chunk;
    spacesBefore = undefined;
  };

  /** One space is like another after words in the same font. */
  let latestSpace:
    | { readonly run: PreparedRun; readonly text: string; readonly after: Shaper | undefined; readonly chunk: Chunk }
    | undefined;
  const spaceChunk = (run: PreparedRun, spaces: string): Chunk => {
    const after = lastChunk?.parts.at(-1)?.shaper;
    if (latestSpace?.run === run && latestSpace.text === spaces && latestSpace.after === after)
      return latestSpace.chunk;
    const chunk = chunkOf(caches, run.context, spaces, lastChunk);
    latestSpace = { run, text: spaces, after, chunk };
    return chunk;
  };

  /** A stretch that crosses runs is broken as one text, each part by the rules of its own language. */
  const pushMixed = (start: number, end: number, joint: boolean): void => {
    const stretch = text.slice(start, end);
    let first = true;
    for (let from = start; from < end; ) {
      const run = runAt(from);
      const to = Math.min(end, run.start + run.text.length);
      const breaks = caches.breaks.within(stretch, run.language);
      const inside = breaks.filter((offset) => offset + start > from && offset + start < to);
      pushText(
        run,
        from,
        to,
        first ? joint : breaks.includes(from - start),
        inside.map((offset) => offset + start - from),
      );
      first = false;
      from = to;
    }
  };

  const runAt = (offset: number): PreparedRun => {
    let run = runs[runIndex];
    while (run && offset >= run.start + run.text.length && runIndex < runs.length - 1) {
      runIndex += 1;
      run = runs[runIndex];
    }
    if (!run) throw new RangeError("text without a run");
    return run;
  };

  while (at < text.length) {
    const run = runAt(at);
    const runEnd = run.start + run.text.length;
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      let end = at + 1;
      while (end < runEnd && text.charCodeAt(end) === SPACE) end += 1;
      const spaces = text.slice(at, end);
      push("space", run, spaceChunk(run, spaces), at, end - at, false, NONE);
      spacesBefore = (spacesBefore ?? "") + spaces;
      at = end;
    } else if (code === TAB || isNewline(code)) {
      const length = code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
      push(code === TAB ? "tab" : "newline", run, undefined, at, length, code === TAB, NONE);
      lastChunk = undefined;
      spacesBefore = code === TAB ? "" : undefined;
      at += length;
    } else {
      let end = at + 1;
      const limit = Math.min(text.length, at + STRETCH_LIMIT + STRETCH_CONTEXT);
      while (end < limit && !isDelimiter(text.charCodeAt(end))) end += 1;
      const previous = tokens.at(-1);
      const joint = previous?.kind === "text";
      if (end - at > STRETCH_LIMIT) end = cutStretch(caches, text.slice(at, end), run.language) + at;
      if (end <= runEnd) pushText(run, at, end, joint, undefined);
      else pushMixed(at, end, joint);
      at = end;
    }
  }
  return contextual ? joinNeighbours(tokens) : tokens;
}

/** Where to cut a stretch longer than the limit: the last place before it that may break, or between clusters. */
function cutStretch(caches: TextCaches, stretch: string, language: Language): number {
  const breaks = caches.breaks.within(stretch, language);
  const cut = breaks.findLast((offset) => offset <= STRETCH_LIMIT);
  return cut ?? clusterBoundaries(stretch).findLast((offset) => offset <= STRETCH_LIMIT) ?? STRETCH_LIMIT;
}
