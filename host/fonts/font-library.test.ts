import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import { afterAll, describe, expect, it } from "vitest";
import type { FontFace, FontRequest } from "../../core/fonts/font-face.ts";
import { clusterBoundaries } from "../../core/script/clusters.ts";
import { languageOr, languages } from "../../core/script/language-registry.ts";
import { describeFonts, describeLanguages } from "./describe-fonts.ts";
import { folderOf } from "./font-files.ts";
import { openFontLibrary } from "./font-library.ts";

const require = createRequire(import.meta.url);
const CORPUS = new URL("../../test/fixtures/corpus/", import.meta.url);
const library = openFontLibrary();
const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

const folderWith = (files: Readonly<Record<string, Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "fonts-"));
  temporary.push(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
};

const request = (role: "text" | "heading", weight: number): FontRequest => ({
  family: { role },
  weight,
  italic: false,
});

const clustersOf = (text: string): readonly string[] => {
  const boundaries = clusterBoundaries(text);
  return [...new Set(boundaries.map((start, index) => text.slice(start, boundaries[index + 1] ?? text.length)))].filter(
    (cluster) => !/^[\s\u200b]*$/u.test(cluster),
  );
};

const glyphsOf = (face: FontFace, text: string): readonly number[] => {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(face.hb, buffer, []);
  return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
};

const faceFor = (cluster: string, wish: FontRequest, language: string): FontFace | undefined => {
  for (const key of library.chain(wish, language)) {
    const face = library.face(key);
    const covers = face && Array.from(cluster).every((character) => face.glyphOf(character.codePointAt(0) ?? 0) !== 0);
    if (covers && face.anchors(cluster)) return face;
  }
  return undefined;
};

describe("fonts of the corpus", () => {
  const texts = readdirSync(CORPUS).filter((file) => file.endsWith(".txt"));
  const cases = texts.map((file) => {
    const tag = file.split(".")[0] ?? "";
    return [file, tag === "xtra" ? "jra" : tag] as const;
  });

  it.each(cases)("shape %s without a missing glyph or a loose mark", (file, language) => {
    const text = readFileSync(new URL(file, CORPUS), "utf8").normalize("NFC");
    for (const wish of [request("text", 400), request("heading", 700)]) {
      const clusters = clustersOf(text);
      expect(clusters.length).toBeGreaterThan(10);
      for (const cluster of clusters) {
        const face = faceFor(cluster, wish, language);
        expect(face?.key, cluster).toBeDefined();
        if (face !== undefined) expect(glyphsOf(face, cluster), `${face.key} ${cluster}`).not.toContain(0);
      }
    }
  });

  it("write a corpus in the font of its language and not in fallbacks", () => {
    for (const [file, language] of cases) {
      const script = languageOr(language).script;
      const ofScript = new RegExp(`^\\p{Script=${script}}`, "u");
      const own = library.catalog.languages[language];
      const text = readFileSync(new URL(file, CORPUS), "utf8").normalize("NFC");
      const letters = clustersOf(text).filter((cluster) => ofScript.test(cluster));
      const foreign = letters.filter((cluster) => {
        const face = faceFor(cluster, request("text", 400), language);
        const family = face && library.catalog.faceByKey.get(face.key)?.family.id;
        return family !== own?.text;
      });
      expect(foreign, file).toEqual([]);
    }
  });

  it("have every letter and cluster of every language of the registry", () => {
    for (const { tag, letters, marks, clusters, digits } of languages) {
      const texts = [...letters, ...letters.map((letter) => letter.toUpperCase()), ...clusters, ...(digits ?? "")];
      for (const text of texts) {
        expect(faceFor(text.normalize("NFC"), request("text", 400), tag)?.key, `${tag} ${text}`).toBeDefined();
      }
      for (const mark of marks) {
        const keys = library.chain(request("text", 400), tag);
        expect(
          keys.some((key) => library.face(key)?.glyphOf(mark.codePointAt(0) ?? 0)),
          `${tag} ${mark}`,
        ).toBe(true);
      }
    }
  });
});

describe("font library", () => {
  it("has every file of the catalogue, and a licence for every family", () => {
    for (const family of library.catalog.families) {
      const folder = folderOf(family) ?? "";
      for (const { file } of family.faces) expect(readFileSync(join(folder, file)).length, file).toBeGreaterThan(1_000);
      const licence =
        "licenceFile" in family.origin && family.origin.licenceFile !== undefined
          ? join(folder, family.origin.licenceFile)
          : new URL(`../../fonts/licences/${family.licence}.txt`, import.meta.url);
      expect(readFileSync(licence, "utf8"), family.id).toMatch(/licen[sc]e/i);
    }
  });

  it("opens a face once and knows no face it does not have", () => {
    expect(library.face("noto-sans/400")).toBe(library.face("noto-sans/400"));
    expect(library.face("nothing/400")).toBeUndefined();
    expect(openFontLibrary().diagnostics).toEqual([]);
  });

  it("describes families and languages in plain data", () => {
    const fonts = describeFonts(library);
    const families = new Map(fonts.map((font) => [font.id, font]));
    expect(families.get("noto-sans")).toMatchObject({
      name: "Noto Sans",
      licence: "OFL-1.1",
      embeddable: true,
      source: "@expo-google-fonts/noto-sans",
    });
    expect(families.get("noto-sans")?.languages).toEqual(expect.arrayContaining(["vi", "jra", "tyz", "blt-Latn"]));
    expect(families.get("be-vietnam-pro")?.languages).toEqual(["vi", "en", "nut", "mww", "hmn-Latn-VN", "ium", "mji"]);
    expect(families.get("noto-sans-khmer")?.languages).toEqual(["km", "brb-Khmr"]);
    expect(fonts.every(({ version }) => version !== null)).toBe(true);

    const described = describeLanguages(library);
    expect(described.map(({ tag }) => tag)).toEqual(languages.map(({ tag }) => tag));
    expect(described.find(({ tag }) => tag === "km")?.fonts).toEqual({ text: "Noto Sans Khmer", heading: "Moul" });
    expect(JSON.parse(JSON.stringify([fonts, described]))).toEqual([fonts, described]);
  });
});

/** A font of the same length under another family name, so that it is not taken for the catalogue's own. */
const renamed = (file: string, from: string, to: string): Uint8Array => {
  const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
  const bytes = readFileSync(require.resolve(file));
  for (const [old, fresh] of [
    [utf16(from), utf16(to)],
    [Buffer.from(from, "latin1"), Buffer.from(to, "latin1")],
  ] as const) {
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) fresh.copy(bytes, at);
  }
  return new Uint8Array(bytes);
};

const withFsType = (bytes: Uint8Array, fsType: number): Uint8Array => {
  const copy = bytes.slice();
  const at = Buffer.from(copy).indexOf("OS/2");
  const view = new DataView(copy.buffer);
  view.setUint16(view.getUint32(at + 8) + 8, fsType);
  return copy;
};

describe("fonts of the user", () => {
  const be = renamed(
    "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
    "Be Vietnam Pro",
    "Tre Xanh Fonts",
  );
  const bold = renamed(
    "@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf",
    "Be Vietnam Pro",
    "Tre Xanh Fonts",
  );
  const tinos = renamed("@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf", "Tinos", "Times");

  it("are found by name, with the weights they have, and fall back like the language's own", () => {
    const own = openFontLibrary({ extraFolders: [folderWith({ "a.ttf": be, "b.TTF": bold, "notes.txt": be })] });
    const keys = own.chain({ family: { name: "tre xanh fonts" }, weight: 800, italic: false }, "jra");
    expect(keys.slice(0, 2)).toEqual(["user-tre-xanh-fonts/700", "noto-sans/800"]);
    expect(own.face("user-tre-xanh-fonts/700")?.family).toBe("Tre Xanh Fonts");
    expect(own.diagnostics).toEqual([]);
    expect(own.chain(request("text", 400), "vi")).toEqual(library.chain(request("text", 400), "vi"));
    expect(describeFonts(own).at(-1)).toMatchObject({
      name: "Tre Xanh Fonts",
      licence: "NOASSERTION",
      embeddable: true,
    });
  });

  it("win over a name the catalogue only lends, as Tinos lends Times", () => {
    const own = openFontLibrary({ extraFolders: [folderWith({ "times.ttf": tinos })] });
    const wish = { family: { name: "Times" }, weight: 400, italic: false };
    expect(library.chain(wish, "vi")[0]).toBe("tinos/400");
    expect(own.chain(wish, "vi").slice(0, 2)).toEqual(["user-times/400", "noto-sans/400"]);
  });

  it("that place the marks of the highlands wrongly are admitted with a word of warning", () => {
    const file = "@expo-google-fonts/charis-sil/400Regular/CharisSIL_400Regular.ttf";
    const broken = Buffer.from(renamed(file, "Charis SIL", "Broken SIL"));
    broken.write("XPOS", broken.indexOf("GPOS"), "latin1");
    const own = openFontLibrary({ extraFolders: [folderWith({ "broken.ttf": broken })] });
    expect(own.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["font.marks-misplaced", "info"]]);
    expect(own.diagnostics[0]?.message.vi).toMatch(/Phông “Broken SIL”.*ê̆.*tiếng Gia Rai/);
    expect(own.face("user-broken-sil/400")).toBeDefined();
  });

  it("are left out where they forbid embedding, repeat a face, or are damaged; the rest still come", () => {
    const noto = readFileSync(require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"));
    const folder = folderWith({
      "1-good.ttf": be,
      "2-again.ttf": be,
      "3-forbidden.ttf": withFsType(bold, 2),
      "4-noto.ttf": noto,
      "5-cut.ttf": bold,
      "6-text.otf": new TextEncoder().encode("not a font at all, only text"),
      "7-bold.ttf": bold,
    });
    truncateSync(join(folder, "5-cut.ttf"), 20_000);
    const own = openFontLibrary({ extraFolders: [folder, join(folder, "missing")] });
    expect(
      own.diagnostics.map(({ code, target }) => [code, (target.file ?? target.font ?? "").split(/[/\\]/).at(-1)]),
    ).toEqual([
      ["font.name-taken", "2-again.ttf"],
      ["font.embedding-forbidden", "3-forbidden.ttf"],
      ["font.name-taken", "4-noto.ttf"],
      ["font.truncated", "5-cut.ttf"],
      ["font.not-a-font", "6-text.otf"],
      ["font.folder-unreadable", "missing"],
    ]);
    expect(own.catalog.familyById.get("user-tre-xanh-fonts")?.faces.map(({ key }) => key)).toEqual([
      "user-tre-xanh-fonts/400",
      "user-tre-xanh-fonts/700",
    ]);
  });

  it("of one family may lie in two folders", () => {
    const own = openFontLibrary({ extraFolders: [folderWith({ "a.ttf": be }), folderWith({ "b.ttf": bold })] });
    expect(own.face("user-tre-xanh-fonts/400")?.weight).toBe(400);
    expect(own.face("user-tre-xanh-fonts/700")?.weight).toBe(700);
  });

  it("that vanish while the program runs leave a diagnostic, and the chain goes on", () => {
    const folder = folderWith({ "a.ttf": be });
    const own = openFontLibrary({ extraFolders: [folder] });
    rmSync(join(folder, "a.ttf"));
    cpSync(require.resolve("@expo-google-fonts/moul/400Regular/Moul_400Regular.ttf"), join(folder, "other.ttf"));
    const keys = own.chain({ family: { name: "Tre Xanh Fonts" }, weight: 400, italic: false }, "vi");
    expect(keys.find((key) => own.face(key) !== undefined)).toBe("noto-sans/400");
    expect(own.face("user-tre-xanh-fonts/400")).toBeUndefined();
    expect(own.diagnostics.map(({ code }) => code)).toEqual(["font.unreadable"]);
    expect(own.diagnostics[0]?.target).toMatchObject({ font: "user-tre-xanh-fonts/400", file: join(folder, "a.ttf") });
  });
});
