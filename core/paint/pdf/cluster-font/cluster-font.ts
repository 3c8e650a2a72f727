/**
 * A font of the PDF in which every grapheme cluster is one character: its glyph is the whole shaped cluster and its text the whole
 * source of it, so any viewer that knows `ToUnicode` copies and finds exactly what was written.
 * Codes are handed out as text is painted; the font itself is made at the end.
 */

import type { FontFace } from "../../../fonts/font-face.ts";
import type { ShapedCluster, ShapedSpan } from "../../../text/shaped-text.ts";
import { codeTexts } from "./code-texts.ts";
import { createGlyphSource, type GlyphComponent, type GlyphSource } from "./glyph-source.ts";
import type { OutlinePoints } from "./outline-points.ts";

/** A glyph of the embedded font, in its own units. */
export interface GlyphSlot {
  readonly components: readonly GlyphComponent[];
  readonly advance: number;
}

/** What one two-byte code of the PDF shows and says: a cluster, or the part of its text that its own code cannot say. */
export interface ClusterCode {
  /** Index into the slots; several codes may show one outline with different text. */
  readonly slot: number;
  readonly text: string;
}

/** A span as it goes into a `TJ` array. */
export interface EncodedSpan {
  /** Everything between the outermost parentheses: escaped codes with `)adjustment(` where the advance differs from `W`. */
  readonly bytes: Uint8Array;
  /** Where the pen is after it, thousandths of the font size from the span's origin. */
  readonly width: number;
}

/** Room within a line that is no space, in thousandths of the font size. */
export interface Widening {
  /** After every cluster. */
  readonly tracking: number;
  /** After the last cluster besides. */
  readonly stretch: number;
}

const AS_SHAPED: Widening = { tracking: 0, stretch: 0 };

export interface ClusterFont {
  readonly face: FontFace;
  readonly source: GlyphSource;
  /** Slot 0 is `.notdef`. */
  readonly slots: readonly GlyphSlot[];
  /** Code 0 is never used; the list begins with code 1. */
  readonly codes: readonly ClusterCode[];
  /** Thousandths of the font size by slot, as written in `W`: whole, since PDFium and MuPDF read no fractions there. */
  readonly widths: readonly number[];
  /** False where the span might need more codes than are left. */
  hasRoomFor(span: ShapedSpan): boolean;
  /**
   * Widening goes into the widths of the codes, each width with a code of its own: where a viewer finds a gap between two codes that is not
   * in their widths, it reads a space.
   */
  encode(span: ShapedSpan, widening?: Widening): EncodedSpan;
}

/** Codes and glyph ids are two bytes. */
const MOST_GLYPHS = 0xffff;
/**
 * Rounding of whole widths is let run up to this many thousandths of the size inside a span, 0.01 pt at 11 pt, before it is put right;
 * the next span starts in its exact place anyway.
 */
const LARGEST_DRIFT = 0.9;
/**
 * Justified lines all stretch differently, so codes are widened in steps of this many thousandths. Readers take a gap for a space from 100 on.
 * What is left of a step must be a gap: poppler sorts by place, and would put what overlaps in the wrong order.
 */
const STRETCH_STEP = 80;

/** `mostGlyphs` is for tests: a font is full when its codes and outlines together reach it. */
export function createClusterFont(face: FontFace, mostGlyphs = MOST_GLYPHS): ClusterFont {
  const source = createGlyphSource(face);
  const { scale } = source;
  const thousandth = 1000 / face.unitsPerEm;
  const continuationAdvance = Math.max(1, Math.round(face.unitsPerEm / 1000));
  const slots: GlyphSlot[] = [];
  const widths: number[] = [];
  const codes: ClusterCode[] = [];
  const slotByShape = new Map<string, number>();
  const codeByCluster = new Map<string, number>();
  const outlines = new Map<OutlinePoints, number>();

  const slotOf = (components: readonly GlyphComponent[], advance: number): number => {
    let shape = String(advance);
    for (const { outline, dx, dy } of components) {
      let index = outlines.get(outline);
      if (index === undefined) {
        index = outlines.size;
        outlines.set(outline, index);
      }
      shape += `;${index},${dx},${dy}`;
    }
    const known = slotByShape.get(shape);
    if (known !== undefined) return known;
    const slot = slots.length;
    slots.push({ components, advance: advance * scale });
    widths.push(Math.round(advance * thousandth));
    slotByShape.set(shape, slot);
    return slot;
  };

  const addCode = (cluster: ShapedCluster, text: string, continuations: number, widening: number): number => {
    const components: GlyphComponent[] = [];
    for (const glyph of cluster.glyphs) {
      const x = Math.round(glyph.x * scale);
      const y = Math.round(glyph.y * scale);
      for (const { outline, dx, dy } of source.components(glyph.id)) {
        components.push({ outline, dx: dx + x, dy: dy + y });
      }
    }
    // A lone glyph keeps the width it has without kerning; a stack of glyphs has none but the cluster's.
    const [first] = cluster.glyphs;
    const alone = cluster.glyphs.length === 1 && first?.x === 0 && components.length > 0;
    const advance = alone && first ? source.advance(first.id) : Math.max(0, Math.round(cluster.advance));
    const widened = advance + Math.round((widening * face.unitsPerEm) / 1000);
    const own = Math.max(0, widened - continuations * continuationAdvance);
    codes.push({ slot: slotOf(components, own), text });
    return codes.length;
  };

  const continuationOf = (text: string): number => {
    const key = `${text}\u0000continued`;
    let code = codeByCluster.get(key);
    if (code === undefined) {
      codes.push({ slot: slotOf([], continuationAdvance), text });
      code = codes.length;
      codeByCluster.set(key, code);
    }
    return code;
  };

  const codeOf = (cluster: ShapedCluster, text: string, continuations: number, widening: number): number => {
    const { glyphs } = cluster;
    let key = widening === 0 ? `${continuations}${text}` : `${continuations}${text}\u0000+${widening}`;
    let hasInk = false;
    for (const { id, x, y } of glyphs) {
      key += `\u0000${id},${x},${y}`;
      hasInk ||= source.components(id).length > 0;
    }
    // Glyphs without ink stand for spaces and for invisible characters of no width alike.
    if (!hasInk) key += `\u0000${cluster.advance}`;
    let code = codeByCluster.get(key);
    if (code === undefined) {
      code = addCode(cluster, text, continuations, widening);
      codeByCluster.set(key, code);
    }
    return code;
  };

  slotOf(source.components(0), source.advance(0));

  return {
    face,
    source,
    slots,
    codes,
    widths,
    hasRoomFor(span) {
      let needed = 0;
      for (const cluster of span.clusters) needed += 1 + cluster.text.length + 3 * cluster.glyphs.length;
      return slots.length + codes.length + outlines.size + needed < mostGlyphs;
    },
    encode(span, { tracking, stretch } = AS_SHAPED) {
      const bytes: number[] = [];
      const last = span.clusters.length - 1;
      // Numbers that come from points are not quite whole.
      const room = Math.floor(tracking + 0.001);
      const lastRoom = room + STRETCH_STEP * Math.floor(stretch / STRETCH_STEP);
      let target = 0;
      let pen = 0;
      const push = (code: number): number => {
        pushEscaped(bytes, code >> 8);
        pushEscaped(bytes, code & 0xff);
        return widths[codes[code - 1]?.slot ?? 0] ?? 0;
      };
      for (const [index, cluster] of span.clusters.entries()) {
        const shift = Math.round((target - pen) * 100) / 100;
        if (Math.abs(shift) > LARGEST_DRIFT) {
          pushAscii(bytes, `)${-shift}(`);
          pen += shift;
        }
        const [head = "", ...rest] = codeTexts(cluster.text);
        pen += push(codeOf(cluster, head, rest.length, index === last ? lastRoom : room));
        for (const text of rest) pen += push(continuationOf(text));
        target += cluster.advance * thousandth + tracking;
      }
      return { bytes: Uint8Array.from(bytes), width: pen };
    },
  };
}

/** In a literal string parentheses and backslashes are escaped, and a bare carriage return would be read as a line feed. */
function pushEscaped(bytes: number[], byte: number): void {
  if (byte === 0x28 || byte === 0x29 || byte === 0x5c) bytes.push(0x5c, byte);
  else if (byte === 0x0d) bytes.push(0x5c, 0x72);
  else bytes.push(byte);
}

function pushAscii(bytes: number[], text: string): void {
  for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at));
}
