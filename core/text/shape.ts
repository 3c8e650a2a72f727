/** Shaping with HarfBuzz: text in one font, script and language becomes clusters of glyphs. */

import { ClusterLevel, Direction, type Feature, GlyphFlag, Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import type { FontFace } from "../fonts/font-face.ts";
import { clusterBoundaries } from "../script/clusters.ts";
import type { ScriptCode } from "../script/language.ts";
import { type BoundedCache, createBoundedCache } from "./bounded-cache.ts";
import type { ShapedCluster, ShapedGlyph, ShapedSpan } from "./shaped-text.ts";

/** Spans kept per font, script, language and features; about 30 MB of words at most. */
const SPANS_KEPT = 30_000;

/** Everything that decides how a text is shaped, with the spans shaped so before. */
export interface Shaper {
  readonly face: FontFace;
  readonly script: ScriptCode;
  /** Tag for HarfBuzz. */
  readonly language: string;
  readonly features: readonly Feature[];
  readonly spans: BoundedCache<string, MeasuredSpan>;
  /** Clusters of one glyph on its origin, by glyph and advance: most of all text, and so shared between spans. */
  readonly plainClusters: Map<number, ShapedCluster>;
}

/** A span that also knows where its clusters begin, so that it can be cut. */
export interface MeasuredSpan extends ShapedSpan {
  /** UTF-16 offset of every cluster in the span's text, and the text's length. */
  readonly offsets: readonly number[];
  /** Distance of every cluster from the span's origin in font units, and the whole advance. */
  readonly edges: readonly number[];
  /** Whether glyphs would change if the text were cut before a cluster; undefined where no place is unsafe. */
  readonly unsafe: readonly boolean[] | undefined;
}

export function createShaper(
  face: FontFace,
  script: ScriptCode,
  language: string,
  features: readonly Feature[],
): Shaper {
  return { face, script, language, features, spans: createBoundedCache(SPANS_KEPT), plainClusters: new Map() };
}

/** The span of `text`; the same object as long as it is remembered. */
export function shapeText(shaper: Shaper, text: string): MeasuredSpan {
  const known = shaper.spans.get(text);
  if (known) return known;
  const span = runHarfBuzz(shaper, text);
  shaper.spans.set(text, span);
  return span;
}

/** The part of `span` between two offsets of its text, shaped anew only where HarfBuzz says that the cut changes glyphs. */
export function partOfSpan(shaper: Shaper, span: MeasuredSpan, from: number, to: number): MeasuredSpan {
  if (from <= 0 && to >= span.text.length) return span;
  const text = span.text.slice(from, to);
  const known = shaper.spans.get(text);
  if (known) return known;
  const first = clusterAt(span, from);
  const end = clusterAt(span, to);
  const safe =
    first >= 0 &&
    end >= 0 &&
    !(span.unsafe?.[first] && first > 0) &&
    !(span.unsafe?.[end] && end < span.clusters.length);
  const part = safe ? sliceSpan(shaper.face, span, first, end) : runHarfBuzz(shaper, text);
  shaper.spans.set(text, part);
  return part;
}

/** Index of the cluster that begins at `offset`, or −1 where none does; the text's end counts as one. */
export function clusterAt(span: MeasuredSpan, offset: number): number {
  const { offsets } = span;
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset ? low : -1;
}

/** The clusters `first` to `end` of a span as a span of their own, glyphs and advances as they stand. */
export function sliceSpan(face: FontFace, span: MeasuredSpan, first: number, end: number): MeasuredSpan {
  const start = span.offsets[first] ?? 0;
  const origin = span.edges[first] ?? 0;
  const clusters = span.clusters.slice(first, end);
  const unsafe = span.unsafe?.slice(first, end);
  return {
    font: span.font,
    text: span.text.slice(start, span.offsets[end]),
    clusters,
    advance: (span.edges[end] ?? 0) - origin,
    ink: inkOfClusters(face, clusters),
    offsets: span.offsets.slice(first, end + 1).map((offset) => offset - start),
    edges: span.edges.slice(first, end + 1).map((edge) => edge - origin),
    unsafe: unsafe?.includes(true) ? unsafe : undefined,
  };
}

let sharedBuffer: ShapingBuffer | undefined;

function runHarfBuzz(shaper: Shaper, text: string): MeasuredSpan {
  const { face } = shaper;
  sharedBuffer ??= new ShapingBuffer();
  const buffer = sharedBuffer;
  buffer.clearContents();
  buffer.setClusterLevel(ClusterLevel.MONOTONE_GRAPHEMES);
  buffer.addText(text);
  buffer.setDirection(Direction.LTR);
  buffer.setScript(shaper.script);
  buffer.setLanguage(shaper.language);
  shape(face.hb, buffer, shaper.features as Feature[]);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();

  const graphemes = clusterBoundaries(text);
  let grapheme = 0;
  const clusters: ShapedCluster[] = [];
  const offsets: number[] = [];
  const edges: number[] = [];
  let unsafe: boolean[] | undefined;
  let glyphs: ShapedGlyph[] = [];
  let start = 0;
  let advance = 0;
  let total = 0;

  const finish = (end: number): void => {
    clusters.push(shareCluster(shaper, { text: text.slice(start, end), glyphs, advance }));
    offsets.push(start);
    edges.push(total);
    total += advance;
  };
  for (let index = 0; index < infos.length; index += 1) {
    const info = infos[index];
    const position = positions[index];
    if (!info || !position) break;
    if (index > 0 && info.cluster > start) {
      while ((graphemes[grapheme] ?? text.length) < info.cluster) grapheme += 1;
      if (graphemes[grapheme] === info.cluster) {
        finish(info.cluster);
        glyphs = [];
        advance = 0;
        start = info.cluster;
        if ((info.flags & GlyphFlag.UNSAFE_TO_BREAK) !== 0) {
          unsafe ??= [];
          unsafe[clusters.length] = true;
        }
      }
    }
    glyphs.push({ id: info.codepoint, x: advance + position.xOffset, y: position.yOffset });
    advance += position.xAdvance;
  }
  if (text.length > 0) finish(text.length);
  offsets.push(text.length);
  edges.push(total);
  return { font: face.key, text, clusters, advance: total, ink: inkOfClusters(face, clusters), offsets, edges, unsafe };
}

/** Room for any advance beside a glyph id in one number. */
const ADVANCE_RADIX = 1_048_576;

function shareCluster(shaper: Shaper, cluster: ShapedCluster): ShapedCluster {
  const [glyph, second] = cluster.glyphs;
  if (!glyph || second || glyph.x !== 0 || glyph.y !== 0) return cluster;
  const key = glyph.id * ADVANCE_RADIX + cluster.advance;
  const shared = shaper.plainClusters.get(key);
  if (shared) return shared.text === cluster.text ? shared : cluster;
  shaper.plainClusters.set(key, cluster);
  return cluster;
}

function inkOfClusters(face: FontFace, clusters: readonly ShapedCluster[]): ShapedSpan["ink"] {
  let xMin = Infinity;
  let yMin = Infinity;
  let xMax = -Infinity;
  let yMax = -Infinity;
  let pen = 0;
  for (const cluster of clusters) {
    for (const glyph of cluster.glyphs) {
      const ink = face.inkOf(glyph.id);
      if (!ink) continue;
      xMin = Math.min(xMin, pen + glyph.x + ink.xMin);
      xMax = Math.max(xMax, pen + glyph.x + ink.xMax);
      yMin = Math.min(yMin, glyph.y + ink.yMin);
      yMax = Math.max(yMax, glyph.y + ink.yMax);
    }
    pen += cluster.advance;
  }
  return xMin === Infinity ? undefined : { xMin, yMin, xMax, yMax };
}
