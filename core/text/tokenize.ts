/** Text as tokens: where words, spaces, tabs and forced lines are, and where lines may begin. */

import { clusterBoundaries } from "../script/clusters.ts";
import type { Language } from "../script/language.ts";
import { type Chunk, chunkOf } from "./chunk.ts";
import { joinNeighbours } from "./join-neighbours.ts";
import type { PreparedRun, Token, TokenKind } from "./prepared-paragraph.ts";
import type { Shaper } from "./shape.ts";
import type { TextCaches } from "./text-caches.ts";

/** Longest stretch looked at in one piece; longer ones are cut where a line may break. */
const STRETCH_LIMIT = 4_096;
/** Text looked at beyond a cut, so that a dictionary sees whole words on both sides. */
const STRETCH_CONTEXT = 512;
const NONE: readonly number[] = [];
const SPACE = 0x20;
const TAB = 0x09;

const isNewline = (code: number): boolean =>
  (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;

const isDelimiter = (code: number): boolean => code === SPACE || code === TAB || isNewline(code);

/** The tokens of `text`, which is the text of all `runs`. */
export function tokenize(caches: TextCaches, runs: readonly PreparedRun[], text: string): readonly Token[] {
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

/** Where to cut a stretch longer than the limit: the last place before it that may break, or between clusters, or inside a monstrous one. */
function cutStretch(caches: TextCaches, stretch: string, language: Language): number {
  const isNear = (offset: number): boolean => offset > 0 && offset <= STRETCH_LIMIT;
  const inside = isLowSurrogate(stretch.charCodeAt(STRETCH_LIMIT)) ? STRETCH_LIMIT - 1 : STRETCH_LIMIT;
  return (
    caches.breaks.within(stretch, language).findLast(isNear) ?? clusterBoundaries(stretch).findLast(isNear) ?? inside
  );
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
