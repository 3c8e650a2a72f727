import { Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import type { FontFace } from "./font-face.ts";

const library = openFontLibrary();
const faceOf = (key: string): FontFace => {
  const face = library.face(key);
  if (face === undefined) throw new Error(`no ${key}`);
  return face;
};

const advances = (face: FontFace, text: string): readonly number[] => {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(face.hb, buffer, []);
  return buffer.getGlyphInfosAndPositions().map(({ xAdvance = 0 }) => xAdvance);
};

describe("an open font", () => {
  it("knows ink, outlines and glyphs", () => {
    const face = faceOf("noto-sans/400");
    const ink = face.inkOf(face.glyphOf(0x48));
    expect(ink).toEqual({ xMin: 97, yMin: 0, xMax: 643, yMax: 714 });
    expect(face.inkOf(face.glyphOf(0x20))).toBeUndefined();
    expect(face.outlineOf(face.glyphOf(0x20))).toBe("");
    expect(face.outlineOf(face.glyphOf(0x48))).toMatch(/^M[\d., -]+L.*Z$/);
    expect(face.glyphOf(0xaa80)).toBe(0);
  });

  it("tells fonts that shape the space with its neighbours", () => {
    expect(faceOf("charis-sil/400").shapesSpaces).toBe(true);
    expect(faceOf("noto-sans/400").shapesSpaces).toBe(false);
    expect(faceOf("noto-sans-khmer/400").shapesSpaces).toBe(false);
  });

  it.each([
    ["noto-sans/400", "AV To Yê VA. T, Wa L’ ‘A “V” F. 11 7/4"],
    ["be-vietnam-pro/700", "AV To Yê VA. T, Wa L’ ‘A “V” F. 11 7/4"],
    ["noto-sans-lao/400", "ຂໍ້ ທີ່ ໜັງສື 11"],
    ["noto-sans-cham/400", "ꨀꨆꨯꨱꩀ ꨌꨮꩀ ꨀꨋꨪꩆ"],
  ])("measures words of %s one by one as it measures the line", (key, line) => {
    const face = faceOf(key);
    expect(face.shapesSpaces).toBe(false);
    const words = line.split(" ");
    for (const [index, word] of words.entries()) {
      const next = words[index + 1] ?? words[0];
      expect(advances(face, `${word} ${next}`)).toEqual([
        ...advances(face, word),
        ...advances(face, " "),
        ...advances(face, next ?? ""),
      ]);
    }
  });

  it("passes over the Latin letters of a family that is for another script, but not its digits and signs", () => {
    const moul = faceOf("moul/400");
    expect(moul.hb.nominalGlyph(0x56)).toBeGreaterThan(0);
    expect(moul.glyphOf(0x56)).toBe(0);
    expect(moul.glyphOf(0x31)).toBeGreaterThan(0);
    expect(moul.glyphOf(0x1780)).toBeGreaterThan(0);
    expect(faceOf("tai-heritage-pro/400-latin").glyphOf(0x56)).toBeGreaterThan(0);
  });

  it("has TrueType outlines that may be embedded throughout the catalogue", () => {
    for (const { faces } of library.catalog.families) {
      const first = faceOf(faces[0]?.key ?? "");
      expect([first.outlines, first.embeddable], first.key).toEqual(["truetype", true]);
    }
  });
});
