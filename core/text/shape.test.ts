import { expect, test } from "vitest";
import { engine, library, paragraph } from "../../test/support/text-setting.ts";
import { flowText } from "./flow-text.ts";
import { createShaper, partOfSpan, shapeText } from "./shape.ts";
import type { ShapedSpan } from "./shaped-text.ts";

const faceOf = (key: string) => {
  const face = library.face(key);
  if (!face) throw new Error(`no ${key}`);
  return face;
};

/** Glyph id, x and y from the text's origin, as `hb-shape` prints them for the whole text. */
const REFERENCE: readonly {
  readonly font: string;
  readonly language: string;
  readonly text: string;
  readonly glyphs: readonly (readonly [number, number, number])[];
  readonly advance: number;
}[] = [
  // biome-ignore format: one text a line
  { font: "noto-sans/400", language: "vi", text: "Nhân quyền Ẵ", glyphs: [[49, 0, 0], [75, 760, 0], [164, 1378, 0], [81, 1939, 0], [3, 2557, 0], [84, 2817, 0], [88, 3432, 0], [92, 4050, 0], [791, 4560, 0], [81, 5124, 0], [3, 5742, 0], [778, 6002, 0]], advance: 6641 },
  // biome-ignore format: one text a line
  { font: "noto-sans/400", language: "jra", text: "mơdơ̆ ô̱̆", glyphs: [[80, 0, 0], [578, 935, 0], [71, 1551, 0], [578, 2166, 0], [2669, 2468, 0], [3, 2782, 0], [182, 3042, 0], [2709, 3343, 0], [2669, 3344, 230]], advance: 3647 },
  // biome-ignore format: one text a line
  { font: "noto-sans-khmer/400", language: "km", text: "ស្ត្រីខ្ញុំ", glyphs: [[220, 0, 0], [83, 287, 0], [204, 1229, -26], [109, 1183, -29], [50, 1215, 0], [194, 1846, -26], [115, 1839, -282], [137, 1830, -29]], advance: 1850 },
  // biome-ignore format: one text a line
  { font: "noto-sans-lao/400", language: "lo", text: "ນ້ຳໃຫ້", glyphs: [[30, 0, 0], [109, 280, 0], [60, 614, 0], [84, 938, 0], [48, 1218, 0], [92, 1543, 0]], advance: 1944 },
  // biome-ignore format: one text a line
  { font: "tai-heritage-pro/400-tai-viet", language: "blt", text: "ꪹꪕꪸꪉ ꪀꪳ꪿", glyphs: [[63, 0, 0], [26, 983, 0], [62, 2683, 0], [13, 2812, 0], [3, 3945, 0], [4, 4536, 0], [56, 6136, 0], [70, 6176, 250]], advance: 6027 },
  // biome-ignore format: one text a line
  { font: "noto-sans-cham/400", language: "cjm", text: "ꨀꨆꨯꨱꩀ", glyphs: [[68, 0, 0], [87, 1121, 0], [21, 1621, 0], [94, 2469, 0], [56, 2452, 0]], advance: 3350 },
  // Charis kerns across spaces.
  // biome-ignore format: one text a line
  { font: "charis-sil/400", language: "vi", text: "To Việt AV", glyphs: [[55, 0, 0], [82, 1227, 0], [3, 2341, 0], [57, 2941, 0], [76, 4305, 0], [627, 4926, 0], [87, 5930, 0], [3, 6626, 0], [36, 7226, 0], [57, 8606, 0]], advance: 9970 },
];

function glyphsOf(spans: readonly ShapedSpan[]): { glyphs: number[][]; advance: number } {
  const glyphs: number[][] = [];
  let advance = 0;
  for (const { clusters } of spans) {
    for (const cluster of clusters) {
      for (const { id, x, y } of cluster.glyphs) glyphs.push([id, advance + x, y]);
      advance += cluster.advance;
    }
  }
  return { glyphs, advance };
}

test.each(REFERENCE)(
  "a line of $language in $font has the glyphs of hb-shape",
  ({ font, language, text, ...expected }) => {
    const family = library.face(font)?.family ?? "";
    const style = { font: { family: { name: family }, weight: 400, italic: false } };
    const { lines } = flowText(engine, [paragraph(text, language, {}, style)], () => ({
      x: 0,
      y: 0,
      width: 500,
      height: 100,
      page: 0,
    }));
    const runs = (lines[0]?.items ?? []).flatMap((item) => (item.kind === "glyphs" ? [item] : []));
    expect(runs.map((run) => run.font)).toEqual([font]);
    expect(glyphsOf(runs.flatMap((run) => run.spans.map(({ span }) => span)))).toEqual(expected);
  },
);

test("the same text is the same span, also as part of a longer one", () => {
  const shaper = createShaper(faceOf("noto-sans-khmer/400"), "Khmr", "km", []);
  const whole = shapeText(shaper, "សិទ្ធិមនុស្ស");
  expect(shapeText(shaper, "សិទ្ធិមនុស្ស")).toBe(whole);
  const part = partOfSpan(shaper, whole, 0, "សិទ្ធិ".length);
  expect(part.text).toBe("សិទ្ធិ");
  expect(shapeText(shaper, "សិទ្ធិ")).toBe(part);
  expect(partOfSpan(shaper, whole, 0, whole.text.length)).toBe(whole);
});

test("a part cut where glyphs depend on each other is shaped anew", () => {
  const shaper = createShaper(faceOf("noto-sans/400"), "Latn", "vi", []);
  const whole = shapeText(shaper, "AVAT");
  expect(whole.unsafe).toContain(true);
  for (let cut = 1; cut < 4; cut += 1) {
    const left = partOfSpan(shaper, whole, 0, cut);
    const fresh = shapeText(createShaper(shaper.face, "Latn", "vi", []), "AVAT".slice(0, cut));
    expect(glyphsOf([left])).toEqual(glyphsOf([fresh]));
  }
});

test("clusters keep a coeng stack, a mark and its base, a split vowel together", () => {
  const khmer = shapeText(createShaper(faceOf("noto-sans-khmer/400"), "Khmr", "km", []), "ស្ត្រីគោ");
  expect(khmer.clusters.map(({ text }) => text)).toEqual(["ស្ត្រី", "គោ"]);
  const jarai = shapeText(createShaper(faceOf("noto-sans/400"), "Latn", "jra", []), "ô̱̆h");
  expect(jarai.clusters.map(({ text }) => text)).toEqual(["ô̱̆", "h"]);
  expect(jarai.clusters[0]?.glyphs).toHaveLength(3);
});

test("ink is what the glyphs cover", () => {
  const face = faceOf("noto-sans/400");
  const span = shapeText(createShaper(face, "Latn", "vi", []), "Ậ");
  const ink = face.inkOf(span.clusters[0]?.glyphs[0]?.id ?? 0);
  expect(span.ink).toEqual(ink);
  expect(shapeText(createShaper(face, "Latn", "vi", []), " ").ink).toBeUndefined();
});
