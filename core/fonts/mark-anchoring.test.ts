import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { languageOr } from "../script/language-registry.ts";

const library = openFontLibrary();
const faceOf = (key: string) => {
  const face = library.face(key);
  if (face === undefined) throw new Error(`no ${key}`);
  return face;
};
const bothCases = (clusters: readonly string[]): readonly string[] =>
  clusters.flatMap((cluster) => [cluster, cluster.toUpperCase().normalize("NFC")]);

const HIGHLAND = bothCases(["ê̆", "ô̆", "ơ̆", "ư̆", "ô̱̆", "a̱", "ŏ̱", "ư̱̆", "y̆"].map((text) => text.normalize("NFC")));
const HIGHLAND_FACES = library.catalog.families
  .filter(({ id }) => ["noto-sans", "noto-serif", "charis-sil"].includes(id))
  .flatMap(({ faces }) => faces.map(({ key }) => key));

describe("anchors", () => {
  it.each(HIGHLAND_FACES)("finds every mark of the highlands in place in %s", (key) => {
    const face = faceOf(key);
    expect(HIGHLAND.filter((cluster) => !face.anchors(cluster))).toEqual([]);
  });

  it("finds the marks of Tày in Noto Sans, and the macron that runs through the tail of y in Charis", () => {
    const clusters = bothCases(languageOr("tyz").clusters);
    expect(clusters.filter((cluster) => !faceOf("noto-sans/400").anchors(cluster))).toEqual([]);
    expect(clusters.filter((cluster) => !faceOf("charis-sil/400").anchors(cluster))).toEqual(["y̱"]);
  });

  it("does not take Be Vietnam Pro for a font of the highlands: the breve is off its letter, the macron missing", () => {
    const face = faceOf("be-vietnam-pro/700");
    for (const cluster of ["ê̆", "ô̆", "Ê̆", "Ô̆", "a̱", "ô̱̆"]) expect(face.anchors(cluster), cluster).toBe(false);
    for (const cluster of ["ệ", "ẫ", "ự", "ă", "A"]) expect(face.anchors(cluster), cluster).toBe(true);
  });

  it("does not take a fallback of the shaper for the font's own work", () => {
    const tinos = faceOf("tinos/400");
    expect(tinos.glyphOf(0x306)).toBeGreaterThan(0);
    expect(tinos.anchors("ê̆")).toBe(false);
    expect(tinos.anchors("ế")).toBe(true);
  });

  it("is false where a glyph is missing", () => {
    expect(faceOf("be-vietnam-pro/400").anchors("ƀ̆")).toBe(false);
    expect(faceOf("moul/400").anchors("ꪀꪲ")).toBe(false);
  });

  it("takes scripts whose fonts draw their marks in place as they come", () => {
    for (const key of ["moul/400", "noto-sans-khmer/400", "battambang/700", "noto-serif-khmer/700"]) {
      for (const cluster of ["ក្រុំ", "ស្ត្រី", "ដី", "ម៉ែ"]) expect(faceOf(key).anchors(cluster), cluster).toBe(true);
    }
    expect(faceOf("tai-heritage-pro/400-tai-viet").anchors("ꪀꪲ꪿")).toBe(true);
    expect(faceOf("noto-sans-lao/400").anchors("ທີ່")).toBe(true);
  });

  it("lets a cedilla touch its letter", () => {
    expect(faceOf("noto-sans/400").anchors("m̧")).toBe(true);
  });
});
