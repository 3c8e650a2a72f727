/** The embedded TrueType file of a cluster font: simple outlines, and composites that stack them. */

import type { ClusterFont, GlyphSlot } from "./cluster-font.ts";
import { encodeSimpleGlyph, type OutlineBox, type OutlinePoints, outlineBox } from "./outline-points.ts";
import { writeSfnt } from "./write-sfnt.ts";

export interface TrueTypeFile {
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  /** Around all glyphs, font units. */
  readonly box: OutlineBox;
  /** Slots first, each at its own glyph id, then outlines that are only parts of composites. */
  readonly glyphCount: number;
}

const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY = 0x0002;
const MORE_COMPONENTS = 0x0020;
const MAGIC = 0x5f0f3cf5;

interface Glyph {
  readonly data: Uint8Array;
  readonly box: OutlineBox;
  readonly advance: number;
}

/** Hinting is left out: instructions written for single glyphs mean nothing in a stack, and printers do not need them. */
export function writeTrueTypeFile(font: ClusterFont): TrueTypeFile {
  const { face } = font;
  const { tables, scale } = font.source;
  const unitsPerEm = face.unitsPerEm * scale;
  const { glyphs, limits } = collectGlyphs(font.slots);

  const glyf = new Uint8Array(glyphs.reduce((sum, { data }) => sum + ((data.length + 3) & ~3), 0));
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let offset = 0;
  glyphs.forEach(({ data, box, advance }, index) => {
    glyf.set(data, offset);
    hmtx.setUint16(index * 4, advance);
    hmtx.setInt16(index * 4 + 2, box.xMin);
    offset += (data.length + 3) & ~3;
    loca.setUint32((index + 1) * 4, offset);
  });

  const inked = glyphs.filter(({ data }) => data.length > 0);
  const box = unionBox(inked.map((glyph) => glyph.box));
  const bytes = writeSfnt({
    glyf,
    head: headTable(tables.table("head"), unitsPerEm, box),
    hhea: hheaTable(face.ascender * scale, face.descender * scale, glyphs, inked, box),
    hmtx: new Uint8Array(hmtx.buffer),
    loca: new Uint8Array(loca.buffer),
    maxp: maxpTable(glyphs.length, limits),
  });
  return { bytes, unitsPerEm, box, glyphCount: glyphs.length };
}

interface Limits {
  points: number;
  contours: number;
  compositePoints: number;
  compositeContours: number;
  components: number;
}

function collectGlyphs(slots: readonly GlyphSlot[]): { readonly glyphs: readonly Glyph[]; readonly limits: Limits } {
  const limits: Limits = { points: 0, contours: 0, compositePoints: 0, compositeContours: 0, components: 0 };
  const ids = new Map<OutlinePoints, number>();
  slots.forEach(({ components }, slot) => {
    const outline = loneOutline(components);
    if (outline && !ids.has(outline)) ids.set(outline, slot);
  });
  const parts: OutlinePoints[] = [];
  for (const { components } of slots) {
    for (const { outline } of components) {
      if (ids.has(outline)) continue;
      ids.set(outline, slots.length + parts.length);
      parts.push(outline);
    }
  }
  for (const outline of ids.keys()) {
    limits.points = Math.max(limits.points, outline.xs.length);
    limits.contours = Math.max(limits.contours, outline.contourEnds.length);
  }

  const glyphs: Glyph[] = slots.map(({ components, advance }, slot) => {
    const outline = loneOutline(components);
    if (components.length === 0) return { data: new Uint8Array(), box: unionBox([]), advance };
    if (outline && ids.get(outline) === slot) return simpleGlyph(outline, advance);
    limits.components = Math.max(limits.components, components.length);
    const sum = (count: (outline: OutlinePoints) => number) =>
      components.reduce((total, component) => total + count(component.outline), 0);
    limits.compositePoints = Math.max(
      limits.compositePoints,
      sum(({ xs }) => xs.length),
    );
    limits.compositeContours = Math.max(
      limits.compositeContours,
      sum(({ contourEnds }) => contourEnds.length),
    );
    return compositeGlyph(components, advance, ids);
  });
  return { glyphs: [...glyphs, ...parts.map((outline) => simpleGlyph(outline, 0))], limits };
}

/** The outline of a slot that is nothing but one outline in its own place. */
function loneOutline(components: GlyphSlot["components"]): OutlinePoints | undefined {
  const [first] = components;
  return components.length === 1 && first?.dx === 0 && first.dy === 0 ? first.outline : undefined;
}

const simpleGlyph = (outline: OutlinePoints, advance: number): Glyph => ({
  data: encodeSimpleGlyph(outline),
  box: outlineBox(outline),
  advance,
});

function compositeGlyph(
  components: GlyphSlot["components"],
  advance: number,
  ids: ReadonlyMap<OutlinePoints, number>,
): Glyph {
  const box = unionBox(
    components.map(({ outline, dx, dy }) => {
      const { xMin, yMin, xMax, yMax } = outlineBox(outline);
      return { xMin: xMin + dx, yMin: yMin + dy, xMax: xMax + dx, yMax: yMax + dy };
    }),
  );
  const data = new DataView(new ArrayBuffer(10 + components.length * 8));
  data.setInt16(0, -1);
  [box.xMin, box.yMin, box.xMax, box.yMax].forEach((value, index) => {
    data.setInt16(2 + index * 2, value);
  });
  components.forEach(({ outline, dx, dy }, index) => {
    const at = 10 + index * 8;
    const more = index < components.length - 1 ? MORE_COMPONENTS : 0;
    data.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_XY | more);
    data.setUint16(at + 2, ids.get(outline) ?? 0);
    data.setInt16(at + 4, dx);
    data.setInt16(at + 6, dy);
  });
  return { data: new Uint8Array(data.buffer), box, advance };
}

function unionBox(boxes: readonly OutlineBox[]): OutlineBox {
  if (boxes.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  const union = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  for (const box of boxes) {
    union.xMin = Math.min(union.xMin, box.xMin);
    union.yMin = Math.min(union.yMin, box.yMin);
    union.xMax = Math.max(union.xMax, box.xMax);
    union.yMax = Math.max(union.yMax, box.yMax);
  }
  return union;
}

function headTable(source: DataView | undefined, unitsPerEm: number, box: OutlineBox): Uint8Array {
  const head = new DataView(new ArrayBuffer(54));
  head.setUint32(0, 0x00010000);
  head.setUint32(4, source?.getUint32(4) ?? 0x00010000);
  head.setUint32(12, MAGIC);
  // Baseline at y = 0, left side bearing at x = 0.
  head.setUint16(16, 0x0003);
  head.setUint16(18, unitsPerEm);
  if (source) for (let at = 20; at < 36; at++) head.setUint8(at, source.getUint8(at));
  head.setInt16(36, box.xMin);
  head.setInt16(38, box.yMin);
  head.setInt16(40, box.xMax);
  head.setInt16(42, box.yMax);
  head.setUint16(44, source?.getUint16(44) ?? 0);
  head.setUint16(46, 8);
  head.setInt16(48, 2);
  head.setInt16(50, 1);
  return new Uint8Array(head.buffer);
}

function hheaTable(
  ascender: number,
  descender: number,
  glyphs: readonly Glyph[],
  inked: readonly Glyph[],
  box: OutlineBox,
): Uint8Array {
  const hhea = new DataView(new ArrayBuffer(36));
  const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), 0x7fff);
  hhea.setUint32(0, 0x00010000);
  hhea.setInt16(4, ascender);
  hhea.setInt16(6, descender);
  hhea.setUint16(
    10,
    glyphs.reduce((widest, { advance }) => Math.max(widest, advance), 0),
  );
  hhea.setInt16(12, inked.length > 0 ? least(inked.map((glyph) => glyph.box.xMin)) : 0);
  hhea.setInt16(14, inked.length > 0 ? least(inked.map((glyph) => glyph.advance - glyph.box.xMax)) : 0);
  hhea.setInt16(16, box.xMax);
  hhea.setInt16(18, 1);
  hhea.setUint16(34, glyphs.length);
  return new Uint8Array(hhea.buffer);
}

function maxpTable(glyphCount: number, limits: Limits): Uint8Array {
  const maxp = new DataView(new ArrayBuffer(32));
  maxp.setUint32(0, 0x00010000);
  maxp.setUint16(4, glyphCount);
  maxp.setUint16(6, limits.points);
  maxp.setUint16(8, limits.contours);
  maxp.setUint16(10, limits.compositePoints);
  maxp.setUint16(12, limits.compositeContours);
  maxp.setUint16(14, 2);
  maxp.setUint16(28, limits.components);
  maxp.setUint16(30, limits.components > 0 ? 1 : 0);
  return new Uint8Array(maxp.buffer);
}
