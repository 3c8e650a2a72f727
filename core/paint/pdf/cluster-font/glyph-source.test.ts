import { describe, expect, test } from "vitest";
import { openFontLibrary } from "../../../../host/fonts/font-library.ts";
import type { FontFace } from "../../../fonts/font-face.ts";
import { openFont } from "../../../fonts/open-font.ts";
import { createGlyphSource, type GlyphSource } from "./glyph-source.ts";
import { encodeSimpleGlyph, outlineBox } from "./outline-points.ts";
import { writeSfnt } from "./write-sfnt.ts";

const library = openFontLibrary();

function inkBox(source: GlyphSource, glyphId: number) {
  const boxes = source.components(glyphId).map(({ outline, dx, dy }) => {
    const { xMin, yMin, xMax, yMax } = outlineBox(outline);
    return [xMin + dx, yMin + dy, xMax + dx, yMax + dy] as const;
  });
  if (boxes.length === 0) return undefined;
  const side = (index: 0 | 1 | 2 | 3) => boxes.map((box) => box[index]);
  return {
    xMin: Math.min(...side(0)),
    yMin: Math.min(...side(1)),
    xMax: Math.max(...side(2)),
    yMax: Math.max(...side(3)),
  };
}

describe("every glyph of a font of the catalogue", () => {
  const keys = [
    "noto-sans/400",
    "noto-sans-khmer/400",
    "charis-sil/400",
    "tai-heritage-pro/400-tai-viet",
    "be-vietnam-pro/400",
    "battambang/400",
    "noto-sans-cham/400",
  ];
  test.each(keys)("has the ink HarfBuzz gives it: %s", (key) => {
    const face = library.face(key);
    if (!face) throw new Error(`the test needs ${key}`);
    const source = createGlyphSource(face);
    expect(source.tables.glyphCount).toBeGreaterThan(50);
    for (let glyphId = 0; glyphId < source.tables.glyphCount; glyphId++) {
      const ink = face.inkOf(glyphId);
      const ours = inkBox(source, glyphId);
      expect([glyphId, ours]).toEqual([glyphId, ink && sorted(ink)]);
    }
  });
});

const sorted = ({ xMin, yMin, xMax, yMax }: { xMin: number; yMin: number; xMax: number; yMax: number }) => ({
  xMin,
  yMin,
  xMax,
  yMax,
});

describe("composites built in unusual ways", () => {
  /** A square from (0, 0) to (100, 100), then composites of it given as component records. */
  function fontOf(...composites: readonly (readonly number[])[]): FontFace {
    const square = encodeSimpleGlyph({
      contourEnds: [3],
      xs: [0, 100, 100, 0],
      ys: [0, 0, 100, 100],
      onCurve: [true, true, true, true],
    });
    const glyphs = [
      new Uint8Array(),
      square,
      ...composites.map((records) => Uint8Array.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, ...records.flatMap(word)])),
    ];
    const glyf: number[] = [];
    const loca = [0];
    for (const glyph of glyphs) {
      glyf.push(...glyph);
      while (glyf.length % 4 !== 0) glyf.push(0);
      loca.push(glyf.length / 2);
    }
    const head = new DataView(new ArrayBuffer(54));
    head.setUint32(12, 0x5f0f3cf5);
    head.setUint16(18, 1000);
    const hhea = new DataView(new ArrayBuffer(36));
    hhea.setUint16(34, 1);
    const maxp = new DataView(new ArrayBuffer(32));
    maxp.setUint32(0, 0x00010000);
    maxp.setUint16(4, glyphs.length);
    const bytes = writeSfnt({
      glyf: Uint8Array.from(glyf),
      loca: Uint8Array.from(loca.flatMap(word)),
      head: new Uint8Array(head.buffer),
      hhea: new Uint8Array(hhea.buffer),
      hmtx: Uint8Array.from([500, 0, ...glyphs.slice(1).map(() => 0)].flatMap(word)),
      maxp: new Uint8Array(maxp.buffer),
      cmap: Uint8Array.from([0, 0].flatMap(word)),
    });
    return openFont("test", bytes, { family: "Test", weight: 400, italic: false });
  }
  const word = (value: number) => [(value >> 8) & 0xff, value & 0xff];
  const fixed = (value: number) => Math.round(value * 16384) & 0xffff;
  const boxOf = (records: readonly number[], ...more: readonly (readonly number[])[]) =>
    inkBox(createGlyphSource(fontOf(records, ...more)), 2);

  test("scaled", () => {
    expect(boxOf([0x0003 | 0x0008, 1, 10, 20, fixed(0.5)])).toEqual({ xMin: 10, yMin: 20, xMax: 60, yMax: 70 });
  });
  test("scaled by axis and mirrored", () => {
    expect(boxOf([0x0003 | 0x0040, 1, 200, 0, fixed(-1), fixed(1.5)])).toEqual({
      xMin: 100,
      yMin: 0,
      xMax: 200,
      yMax: 150,
    });
  });
  test("turned by a quarter, with its offset scaled along", () => {
    const quarter = [fixed(0), fixed(0.5), fixed(-0.5), fixed(0)];
    expect(boxOf([0x0003 | 0x0080 | 0x0800, 1, 100, 0, ...quarter])).toEqual({ xMin: 0, yMin: 0, xMax: 50, yMax: 50 });
  });
  test("placed by matching points: corner 2 of the first on corner 0 of the second", () => {
    const first = [0x0003 | 0x0020, 1, 0, 0];
    const second = [0x0001, 1, 2, 0];
    expect(boxOf([...first, ...second])).toEqual({ xMin: 0, yMin: 0, xMax: 200, yMax: 200 });
  });
  test("nested, and one that contains itself", () => {
    const nested = fontOf([0x0003, 1, 5, 5], [0x0003, 2, 10, 10]);
    expect(inkBox(createGlyphSource(nested), 3)).toEqual({ xMin: 15, yMin: 15, xMax: 115, yMax: 115 });
    const endless = fontOf([0x0003, 2, 1, 1]);
    expect(inkBox(createGlyphSource(endless), 2)).toBeUndefined();
  });
});
