/** Chunks: stretches of text without spaces, or spaces alone, shaped once for every size and colour they are set in. */

import { clusterBoundaries } from "../script/clusters.ts";
import { itemizeScripts } from "../script/itemize.ts";
import type { ScriptCode } from "../script/language.ts";
import { coversCluster, pickFont } from "./choose-font.ts";
import type { RunContext } from "./run-context.ts";
import { clusterAt, type MeasuredSpan, partOfSpan, type Shaper, shapeText } from "./shape.ts";
import type { TextCaches } from "./text-caches.ts";

/** One font's share of a fragment. */
export interface FragmentPart {
  readonly shaper: Shaper;
  readonly span: MeasuredSpan;
}

/** Shaped text independent of size. Measures are ems; ink is undefined where nothing shows. */
export interface Fragment {
  readonly text: string;
  readonly parts: readonly FragmentPart[];
  readonly width: number;
  readonly clusterCount: number;
  /** Furthest ink above and below the baseline. */
  readonly inkAbove: number;
  readonly inkBelow: number;
}

export interface ChunkProblem {
  readonly kind: "missing-glyph" | "unanchored-mark";
  readonly text: string;
  readonly font: string;
}

export interface Chunk extends Fragment {
  /** Script of its last letter, which spaces and numbers after it join. */
  readonly script: ScriptCode;
  /** True where no character belongs to one script: digits, punctuation. */
  readonly common: boolean;
  readonly problems: readonly ChunkProblem[];
  /** Offsets inside it before which a line may begin, by the rules of its own language. */
  readonly breaks: readonly number[];
  /** True where the first character is a letter or digit, before which any space may break. */
  readonly startsPlain: boolean;
  /** True where the last character may forbid a break even after spaces, such as an opening bracket or quote. */
  readonly endsOpen: boolean;
  /** Parts cut from it so far, by their offsets. */
  slices: Map<number, Fragment> | undefined;
}

const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
const STARTS_PLAIN = /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}]/u;
const ENDS_OPEN = /[\p{Ps}\p{Pi}\p{Pf}"'\u00a1\u00bf\u2014\u200b]\p{M}*$/u;
const SLICES_KEPT = 512;
/** Longer than any chunk, so that two offsets make one number. */
const OFFSET_RADIX = 65_536;

/** The chunk of `text` in this context; `after` is the chunk before it, whose script and font digits and spaces join. */
export function chunkOf(caches: TextCaches, context: RunContext, text: string, after: Chunk | undefined): Chunk {
  let chunk = context.chunks.get(text);
  if (!chunk) {
    const own = detach(text);
    chunk = shapeChunk(caches, context, own, undefined);
    context.chunks.set(own, chunk);
  }
  if (!chunk.common || !after) return chunk;
  const neighbour = after.parts.at(-1);
  const own = chunk.parts[0];
  if (!neighbour || !own) return chunk;
  if (neighbour.shaper.face === own.shaper.face && neighbour.shaper.script === own.shaper.script) return chunk;
  if (!context.chain.has(neighbour.shaper.face.key)) return chunk;
  const key = `${neighbour.shaper.face.key}\n${after.script}\n${text}`;
  const joined = context.chunks.get(key);
  if (joined) return joined;
  const fresh = shapeChunk(caches, context, text, { script: after.script, shaper: neighbour.shaper });
  context.chunks.set(key, fresh);
  return fresh;
}

/** A copy with characters of its own: engines keep the whole text alive behind a substring of it. */
const detach = (text: string): string => ` ${text}`.slice(1);

function shapeChunk(
  caches: TextCaches,
  context: RunContext,
  text: string,
  joins: { readonly script: ScriptCode; readonly shaper: Shaper } | undefined,
): Chunk {
  const { parts, script, problems } = fontRuns(caches, context, text, joins);
  return {
    ...fragmentOf(text, parts),
    script,
    common: COMMON.test(text),
    problems,
    breaks: caches.breaks.within(text, context.language),
    startsPlain: STARTS_PLAIN.test(text),
    endsOpen: ENDS_OPEN.test(text),
    slices: undefined,
  };
}

function fontRuns(
  caches: TextCaches,
  context: RunContext,
  text: string,
  joins: { readonly script: ScriptCode; readonly shaper: Shaper } | undefined,
): { parts: FragmentPart[]; script: ScriptCode; problems: ChunkProblem[] } {
  const items = joins ? [{ start: 0, end: text.length, script: joins.script }] : itemizeScripts(text, context.language);
  const clusters = clustersOf(text);
  const faces = clusters.map(({ text: cluster }) => pickFont(context.chain, cluster));
  const shared = clusters.map(({ text: cluster }) => COMMON.test(cluster));

  // Characters of no script stay in the font of the letters before them, or failing those after them, so that runs do not flip.
  let current = joins?.shaper.face;
  for (let index = 0; index < clusters.length; index += 1) {
    const pick = faces[index];
    const cluster = clusters[index];
    if (!pick || !cluster) continue;
    if (!shared[index]) current = pick.face;
    else if (current && current !== pick.face && coversCluster(current, cluster.text)) {
      faces[index] = { face: current, problem: undefined };
    }
  }
  const firstLetter = shared.indexOf(false);
  const letterFace = joins ? undefined : faces[firstLetter]?.face;
  for (let index = 0; letterFace && index < firstLetter; index += 1) {
    const cluster = clusters[index];
    if (cluster && coversCluster(letterFace, cluster.text)) faces[index] = { face: letterFace, problem: undefined };
  }

  const parts: FragmentPart[] = [];
  const problems: ChunkProblem[] = [];
  let item = 0;
  let partStart = 0;
  let partFace = faces[0]?.face;
  let partScript = items[0]?.script ?? context.language.script;
  const close = (end: number): void => {
    if (!partFace || end <= partStart) return;
    const shaper = caches.shaper(partFace, partScript, context);
    parts.push({ shaper, span: shapeText(shaper, text.slice(partStart, end)) });
    partStart = end;
  };
  for (const [index, cluster] of clusters.entries()) {
    const pick = faces[index];
    if (!pick) continue;
    while ((items[item]?.end ?? Infinity) <= cluster.start) item += 1;
    const script = items[item]?.script ?? partScript;
    if (pick.face !== partFace || script !== partScript) {
      close(cluster.start);
      partFace = pick.face;
      partScript = script;
    }
    if (pick.problem) problems.push({ kind: pick.problem, text: cluster.text, font: pick.face.family });
  }
  close(text.length);
  return { parts, script: partScript, problems };
}

function clustersOf(text: string): { readonly start: number; readonly text: string }[] {
  const clusters: { start: number; text: string }[] = [];
  let start = 0;
  for (const boundary of clusterBoundaries(text)) {
    if (boundary > start) clusters.push({ start, text: text.slice(start, boundary) });
    start = boundary;
  }
  if (start < text.length) clusters.push({ start, text: text.slice(start) });
  return clusters;
}

/** Sums the measures of `parts`. */
export function fragmentOf(text: string, parts: readonly FragmentPart[]): Fragment {
  let width = 0;
  let clusterCount = 0;
  let inkAbove = -Infinity;
  let inkBelow = -Infinity;
  for (const { shaper, span } of parts) {
    const em = shaper.face.unitsPerEm;
    width += span.advance / em;
    clusterCount += span.clusters.length;
    if (span.ink) {
      inkAbove = Math.max(inkAbove, span.ink.yMax / em);
      inkBelow = Math.max(inkBelow, -span.ink.yMin / em);
    }
  }
  return { text, parts, width, clusterCount, inkAbove, inkBelow };
}

/** The part of a chunk between two offsets. */
export function sliceChunk(chunk: Chunk, from: number, to: number): Fragment {
  if (from <= 0 && to >= chunk.text.length) return chunk;
  const key = from * OFFSET_RADIX + to;
  const known = chunk.slices?.get(key);
  if (known) return known;
  const parts: FragmentPart[] = [];
  let start = 0;
  for (const { shaper, span } of chunk.parts) {
    const end = start + span.text.length;
    if (end > from && start < to) {
      const cut = partOfSpan(shaper, span, Math.max(0, from - start), Math.min(span.text.length, to - start));
      parts.push({ shaper, span: cut });
    }
    start = end;
  }
  const fragment = fragmentOf(chunk.text.slice(from, to), parts);
  if (!chunk.slices || chunk.slices.size >= SLICES_KEPT) chunk.slices = new Map();
  chunk.slices.set(key, fragment);
  return fragment;
}

/**
 * Distance from the chunk's start to `offset` at this size and tracking, as shaped in one piece. Exact where
 * `isSafeCut`, else an estimate.
 */
export function penAt(chunk: Chunk, offset: number, size: number, tracking: number): number {
  if (offset <= 0) return 0;
  let start = 0;
  let pen = 0;
  for (const { shaper, span } of chunk.parts) {
    const inside = offset - start;
    if (inside < span.text.length) {
      const cluster = Math.max(0, clusterAt(span, inside));
      return pen + ((span.edges[cluster] ?? 0) * size) / shaper.face.unitsPerEm + cluster * tracking;
    }
    pen += (span.advance * size) / shaper.face.unitsPerEm + span.clusters.length * tracking;
    start += span.text.length;
  }
  return pen;
}

/** True where cutting at `offset` leaves all glyphs as they are. */
export function isSafeCut(chunk: Chunk, offset: number): boolean {
  let start = 0;
  for (const { span } of chunk.parts) {
    const inside = offset - start;
    if (inside <= 0) return true;
    if (inside < span.text.length) {
      const cluster = clusterAt(span, inside);
      return cluster >= 0 && span.unsafe?.[cluster] !== true;
    }
    start += span.text.length;
  }
  return true;
}

const clusterOffsetsOf = new WeakMap<Chunk, readonly number[]>();

/** Offsets between the chunk's clusters, and its length: where a word too wide for its line may be cut. */
export function clusterOffsets(chunk: Chunk): readonly number[] {
  const known = clusterOffsetsOf.get(chunk);
  if (known) return known;
  const offsets: number[] = [];
  let start = 0;
  for (const { span } of chunk.parts) {
    for (const offset of span.offsets) if (offset > 0) offsets.push(start + offset);
    start += span.text.length;
  }
  clusterOffsetsOf.set(chunk, offsets);
  return offsets;
}
