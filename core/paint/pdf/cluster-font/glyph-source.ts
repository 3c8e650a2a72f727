/** Glyphs of a font as simple outlines at offsets: whatever way the font builds them, the PDF's font gets one flat form. */

import type { FontFace } from "../../../fonts/font-face.ts";
import { IDENTITY, type Matrix, multiply, transformPoint, translation } from "../../../units/geometry.ts";
import { type FontTables, readFontTables } from "./font-tables.ts";
import { decodeSimpleGlyph, type OutlinePoints, transformOutline } from "./outline-points.ts";
import { quadraticOutline } from "./quadratic-outline.ts";

/** A simple outline moved by whole units; the same outline is the same object wherever it is used. */
export interface GlyphComponent {
  readonly outline: OutlinePoints;
  readonly dx: number;
  readonly dy: number;
}

export interface GlyphSource {
  readonly tables: FontTables;
  /** Units of the embedded font per unit of the source font: more than 1 where curves had to be approximated. */
  readonly scale: number;
  /** Source units. */
  advance(glyphId: number): number;
  /** Embedded units; empty for a glyph without ink. */
  components(glyphId: number): readonly GlyphComponent[];
}

const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY = 0x0002;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_MATRIX = 0x0080;
const SCALED_OFFSET = 0x0800;
const DEEPEST_NESTING = 8;
const MAX_UNITS_PER_EM = 16384;
const CUBIC_REFINEMENT = 4;

export function createGlyphSource(face: FontFace): GlyphSource {
  const tables = readFontTables(face);
  const glyf = tables.table("glyf");
  const loca = tables.table("loca");
  if (face.outlines === "truetype" && glyf && loca) return trueTypeSource(tables, glyf, loca);

  const scale = face.unitsPerEm * CUBIC_REFINEMENT <= MAX_UNITS_PER_EM ? CUBIC_REFINEMENT : 1;
  const known = new Map<number, readonly GlyphComponent[]>();
  return {
    tables,
    scale,
    advance: tables.advance,
    components: (glyphId) =>
      remember(known, glyphId, () => {
        const outline = quadraticOutline(face.outlineOf(glyphId), scale);
        return outline.xs.length > 0 ? [{ outline, dx: 0, dy: 0 }] : [];
      }),
  };
}

/** A simple glyph of the source font under a transform. */
interface Placement {
  readonly glyphId: number;
  readonly matrix: Matrix;
}

function trueTypeSource(tables: FontTables, glyf: DataView, loca: DataView): GlyphSource {
  const longOffsets = (tables.table("head")?.getInt16(50) ?? 0) !== 0;
  const outlines = new Map<string, OutlinePoints>();
  const known = new Map<number, readonly GlyphComponent[]>();

  const glyphData = (glyphId: number): DataView | undefined => {
    const size = longOffsets ? 4 : 2;
    if (glyphId >= tables.glyphCount || (glyphId + 2) * size > loca.byteLength) return undefined;
    const offset = (index: number) => (longOffsets ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
    const start = offset(glyphId);
    const end = Math.min(offset(glyphId + 1), glyf.byteLength);
    return end - start >= 10 ? new DataView(glyf.buffer, glyf.byteOffset + start, end - start) : undefined;
  };

  const outlineOf = (glyphId: number, [a, b, c, d]: Matrix): OutlinePoints => {
    const plain = remember(outlines, String(glyphId), () => {
      const data = glyphData(glyphId);
      return decodeSimpleGlyph(data ?? new DataView(new ArrayBuffer(0)));
    });
    if (a === 1 && b === 0 && c === 0 && d === 1) return plain;
    return remember(outlines, `${glyphId}:${a}:${b}:${c}:${d}`, () => transformOutline(plain, [a, b, c, d, 0, 0]));
  };

  const pointAt = (placements: readonly Placement[], index: number): { x: number; y: number } => {
    let left = index;
    for (const { glyphId, matrix } of placements) {
      const { xs, ys } = outlineOf(glyphId, IDENTITY);
      if (left < xs.length) return transformPoint(matrix, { x: xs[left] ?? 0, y: ys[left] ?? 0 });
      left -= xs.length;
    }
    return { x: 0, y: 0 };
  };

  const place = (glyphId: number, depth: number): readonly Placement[] => {
    const data = glyphData(glyphId);
    if (!data) return [];
    if (data.getInt16(0) >= 0) return [{ glyphId, matrix: IDENTITY }];
    if (depth > DEEPEST_NESTING) return [];
    const placements: Placement[] = [];
    for (const part of readComponents(data)) {
      const inner = place(part.glyphId, depth + 1).map((one) => ({
        glyphId: one.glyphId,
        matrix: multiply(part.linear, one.matrix),
      }));
      let { x, y } = { x: part.first, y: part.second };
      if (!part.areOffsets) {
        const anchor = pointAt(placements, part.first);
        const point = pointAt(inner, part.second);
        [x, y] = [anchor.x - point.x, anchor.y - point.y];
      } else if (part.scaledOffset) {
        const [a, b, c, d] = part.linear;
        [x, y] = [x * Math.hypot(a, b), y * Math.hypot(c, d)];
      }
      for (const one of inner) {
        placements.push({ glyphId: one.glyphId, matrix: multiply(translation(x, y), one.matrix) });
      }
    }
    return placements;
  };

  return {
    tables,
    scale: 1,
    advance: tables.advance,
    components: (glyphId) =>
      remember(known, glyphId, () => {
        const data = glyphData(glyphId);
        if (!data) return [];
        // Rasterisers move a glyph so that its xMin lies at its left side bearing.
        const shift = tables.leftSideBearing(glyphId) - data.getInt16(2);
        return place(glyphId, 0)
          .map(({ glyphId: simple, matrix }) => ({
            outline: outlineOf(simple, matrix),
            dx: Math.round(matrix[4] + shift),
            dy: Math.round(matrix[5]),
          }))
          .filter(({ outline }) => outline.xs.length > 0);
      }),
  };
}

interface ComponentRecord {
  readonly glyphId: number;
  readonly areOffsets: boolean;
  readonly scaledOffset: boolean;
  readonly first: number;
  readonly second: number;
  readonly linear: Matrix;
}

function readComponents(glyph: DataView): readonly ComponentRecord[] {
  const records: ComponentRecord[] = [];
  let at = 10;
  let flags = MORE_COMPONENTS;
  const fixed2Dot14 = () => {
    const value = glyph.getInt16(at) / 16384;
    at += 2;
    return value;
  };
  while (flags & MORE_COMPONENTS && at + 6 <= glyph.byteLength) {
    flags = glyph.getUint16(at);
    const glyphId = glyph.getUint16(at + 2);
    at += 4;
    const areOffsets = (flags & ARGS_ARE_XY) !== 0;
    const size = flags & ARGS_ARE_WORDS ? 2 : 1;
    const argument = (offset: number) => {
      if (size === 2) return areOffsets ? glyph.getInt16(offset) : glyph.getUint16(offset);
      return areOffsets ? glyph.getInt8(offset) : glyph.getUint8(offset);
    };
    const first = argument(at);
    const second = argument(at + size);
    at += 2 * size;
    let linear: Matrix = IDENTITY;
    if (flags & HAS_SCALE) {
      const scale = fixed2Dot14();
      linear = [scale, 0, 0, scale, 0, 0];
    } else if (flags & HAS_XY_SCALE) {
      linear = [fixed2Dot14(), 0, 0, fixed2Dot14(), 0, 0];
    } else if (flags & HAS_MATRIX) {
      linear = [fixed2Dot14(), fixed2Dot14(), fixed2Dot14(), fixed2Dot14(), 0, 0];
    }
    records.push({ glyphId, areOffsets, scaledOffset: (flags & SCALED_OFFSET) !== 0, first, second, linear });
  }
  return records;
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
