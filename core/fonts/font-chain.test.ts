import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { languages } from "../script/language-registry.ts";
import { buildCatalog } from "./catalog.ts";
import { facesFor, weightDistance } from "./font-chain.ts";
import type { FontRequest } from "./font-face.ts";

const library = openFontLibrary();
const byRole = (role: "text" | "heading", weight = 400, italic = false): FontRequest => ({
  family: { role },
  weight,
  italic,
});
const byName = (name: string, weight = 400): FontRequest => ({ family: { name }, weight, italic: false });
const firstKeys = (request: FontRequest, language: string, count = 4): string =>
  library.chain(request, language).slice(0, count).join(" ");
const TAI_PARTS = ["tai-viet", "latin", "vietnamese", "latin-ext"];

describe("font chain", () => {
  it.each([
    ["vi", byRole("text"), "noto-sans/400 noto-serif/400"],
    ["vi", byRole("heading", 900), "be-vietnam-pro/900 noto-sans/900"],
    ["en", byRole("text", 400, true), "noto-sans/400i noto-serif/400i"],
    ["jra", byRole("heading", 800), "noto-sans/800 charis-sil/700"],
    ["tyz", byRole("heading", 700), "noto-sans/700 charis-sil/700"],
    ["mww", byRole("heading", 700), "be-vietnam-pro/700 noto-sans/700"],
    ["km", byRole("text"), "noto-sans-khmer/400 battambang/400"],
    ["km", byRole("heading", 700), "moul/400 noto-sans-khmer/700"],
    ["lo", byRole("heading", 700), "noto-sans-lao/700 noto-serif-lao/700-lao"],
    ["cjm", byRole("text"), "noto-sans-cham/400 noto-sans/400"],
    ["zh-Hans", byRole("text"), "noto-sans-sc/400 noto-sans-tc/400"],
    ["yue", byRole("text", 600), "noto-sans-tc/700 noto-sans-sc/700"],
    ["vi-Hani", byRole("text"), "hanazono-nom/400-basic hanazono-nom/400-supplement"],
    ["hmn-Hmng", byRole("text"), "noto-sans-pahawh-hmong/400 noto-sans/400"],
    ["jra", byName("Charis SIL", 700), "charis-sil/700 noto-sans/700"],
    ["vi", byName("times new roman"), "tinos/400 noto-sans/400"],
    ["km", byName("Battambang", 800), "battambang/900 noto-sans-khmer/800"],
    ["vi", byName("A font nobody has"), "noto-sans/400 noto-serif/400"],
    ["fr", byRole("heading"), "noto-sans/400 noto-serif/400"],
    ["jra-Khmr", byRole("text"), "noto-sans-khmer/400 battambang/400"],
  ])("for %s %o begins with %s", (language, request, expected) => {
    expect(firstKeys(request, language, 2)).toBe(expected);
  });

  it("brings all parts of a family that comes in parts", () => {
    expect(firstKeys(byRole("text", 700), "blt")).toBe(
      TAI_PARTS.map((part) => `tai-heritage-pro/700-${part}`).join(" "),
    );
  });

  it("goes on in serif after a serif", () => {
    const keys = library.chain(byName("Tinos"), "km");
    expect(keys.indexOf("noto-serif/400")).toBeLessThan(keys.indexOf("noto-sans/400"));
  });

  it("reaches every script for every language, Chinese characters last unless asked for", () => {
    for (const { tag, script } of languages) {
      const keys = library.chain(byRole("text"), tag);
      const families = keys.map((key) => library.catalog.faceByKey.get(key)?.family);
      const scripts = new Set(families.flatMap((family) => family?.scripts ?? []));
      expect([...scripts].sort(), tag).toEqual(["Cham", "Hani", "Hmng", "Hmnp", "Khmr", "Laoo", "Latn", "Tavt"]);
      expect(families.at(script === "Hani" ? 0 : -1)?.scripts, tag).toEqual(["Hani"]);
      expect(new Set(keys).size, tag).toBe(keys.length);
    }
  });

  it("is the same array when asked again", () => {
    expect(library.chain(byRole("text"), "vi")).toBe(library.chain(byRole("text"), "vi"));
  });

  it("knows fonts for every language of the registry", () => {
    expect(languages.map(({ tag }) => tag).filter((tag) => library.catalog.languages[tag] === undefined)).toEqual([]);
  });
});

describe("choice of weight", () => {
  const order = (wish: number): readonly number[] =>
    [100, 300, 400, 500, 600, 700, 900].sort((a, b) => weightDistance(a, wish) - weightDistance(b, wish));

  it("follows CSS Fonts", () => {
    expect(order(400)).toEqual([400, 500, 300, 100, 600, 700, 900]);
    expect(order(500)).toEqual([500, 400, 300, 100, 600, 700, 900]);
    expect(order(350)).toEqual([300, 100, 400, 500, 600, 700, 900]);
    expect(order(650)).toEqual([700, 900, 600, 500, 400, 300, 100]);
  });

  it("takes the upright face where there is no italic", () => {
    const lao = library.catalog.familyById.get("noto-sans-lao");
    expect(lao && facesFor(lao, 700, true).map(({ key }) => key)).toEqual(["noto-sans-lao/700"]);
  });
});

describe("catalogue", () => {
  const face = { key: "a/400", weight: 400, italic: false, file: "a.ttf" };
  const family = { id: "a", name: "A", style: "sans", scripts: ["Latn"], licence: "OFL-1.1", faces: [face] };
  const packaged = { ...family, origin: { package: "a", licenceFile: "L" } };
  const data = { families: [packaged], languages: {}, general: ["a"], everyScript: [], last: [] };

  it("refuses what would surprise later", () => {
    expect(buildCatalog(data).familyByName.get("a")?.id).toBe("a");
    expect(() => buildCatalog({ ...data, general: ["b"] })).toThrow("font family b");
    expect(() => buildCatalog({ ...data, families: [packaged, packaged] })).toThrow("listed twice");
    expect(() => buildCatalog({ ...data, families: [{ ...packaged, faces: [face, face] }] })).toThrow("a/400");
    expect(() => buildCatalog({ ...data, extra: 1 })).toThrow();
  });
});
