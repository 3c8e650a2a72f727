/**
 * A font of the PDF in which every grapheme cluster is one character: its glyph is the whole shaped cluster and its text the whole
 * source of it, so any viewer that knows `ToUnicode` copies and finds exactly what was written.
 * Codes are handed out as text is painted; the font itself is made at the end.
 */

import type { FontFace } from "../../../fonts/font-face.ts";
import type { ShapedCluster, ShapedSpan } from "../../../text/shaped-text.ts";
import { createGlyphSource, type GlyphComponent, type GlyphSource } from "./glyph-source.ts";
import type { OutlinePoints } from "./outline-points.ts";

/** A glyph of the embedded font, in its own units. */
export interface GlyphSlot {
  readonly components: readonly GlyphComponent[];
  readonly advance: number;
}

/** What one two-byte code of the PDF shows and says. */
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
  readonly codeCount: number;
}

export interface ClusterFont {
  readonly face: FontFace;
  readonly source: GlyphSource;
  /** Slot 0 is `.notdef`. */
  readonly slots: readonly GlyphSlot[];
  /** Code 0 is never used; the list begins with code 1. */
  readonly codes: readonly ClusterCode[];
  /** Thousandths of the font size by slot, as written in `W`. */
  readonly widths: readonly number[];
  /** False where the span might need more codes than are left. */
  hasRoomFor(span: ShapedSpan): boolean;
  encode(span: ShapedSpan): EncodedSpan;
}

/** Codes and glyph ids are two bytes. */
const MOST_GLYPHS = 0xffff;
/** An adjustment below this, in thousandths of the size, is left to the next one: at 100 pt it is 0.005 pt. */
const SMALLEST_ADJUSTMENT = 0.05;

/** `mostGlyphs` is for tests: a font is full when its codes and outlines together reach it. */
export function createClusterFont(face: FontFace, mostGlyphs = MOST_GLYPHS): ClusterFont {
  const source = createGlyphSource(face);
  const { scale } = source;
  const thousandth = 1000 / face.unitsPerEm;
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
    widths.push(Math.round(advance * thousandth * 100) / 100);
    slotByShape.set(shape, slot);
    return slot;
  };

  const addCode = (cluster: ShapedCluster): number => {
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
    codes.push({ slot: slotOf(components, advance), text: cluster.text });
    return codes.length;
  };

  const codeOf = (cluster: ShapedCluster): number => {
    const { glyphs } = cluster;
    let key = cluster.text;
    let hasInk = false;
    for (const { id, x, y } of glyphs) {
      key += `\u0000${id},${x},${y}`;
      hasInk ||= source.components(id).length > 0;
    }
    // Glyphs without ink stand for spaces and for invisible characters of no width alike.
    if (!hasInk) key += `\u0000${cluster.advance}`;
    let code = codeByCluster.get(key);
    if (code === undefined) {
      code = addCode(cluster);
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
      for (const cluster of span.clusters) needed += 1 + 3 * cluster.glyphs.length;
      return slots.length + codes.length + outlines.size + needed < mostGlyphs;
    },
    encode(span) {
      const bytes: number[] = [];
      let target = 0;
      let pen = 0;
      for (const cluster of span.clusters) {
        const shift = Math.round((target - pen) * 100) / 100;
        if (Math.abs(shift) >= SMALLEST_ADJUSTMENT) {
          pushAscii(bytes, `)${-shift}(`);
          pen += shift;
        }
        const code = codeOf(cluster);
        pushEscaped(bytes, code >> 8);
        pushEscaped(bytes, code & 0xff);
        pen += widths[codes[code - 1]?.slot ?? 0] ?? 0;
        target += cluster.advance * thousandth;
      }
      return { bytes: Uint8Array.from(bytes), width: pen, codeCount: span.clusters.length };
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
