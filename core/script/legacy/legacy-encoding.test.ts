import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../../test/support/corpus.ts";
import { convertLegacyText, encodeLegacyText, LEGACY_ENCODINGS, type LegacyEncoding } from "./legacy-encoding.ts";
import { SMALL_LETTERS, VIETNAMESE_LETTERS } from "./vietnamese-letters.ts";
import { WINDOWS_1252, writeWindows1252 } from "./windows-1252.ts";

const CAPITALS = VIETNAMESE_LETTERS.slice(SMALL_LETTERS);
const SMALL = VIETNAMESE_LETTERS.slice(0, SMALL_LETTERS);
const hasTone = (letter: string): boolean => /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize("NFD"));
/** Plain TCVN3 has Ă Â Đ Ê Ô Ơ Ư and no toned capital; its capitals' font has no small letter at all. */
const HELD: Readonly<Record<LegacyEncoding, readonly string[]>> = {
  tcvn3: [...SMALL, ...CAPITALS.filter((letter) => !hasTone(letter))],
  "tcvn3-capitals": CAPITALS,
  vni: VIETNAMESE_LETTERS,
  viqr: VIETNAMESE_LETTERS,
  viscii: VIETNAMESE_LETTERS,
  cp1258: VIETNAMESE_LETTERS,
  vps: VIETNAMESE_LETTERS,
};

/** Bytes checked against iconv (TCVN5712-1, VISCII, CP1258), RFC 1456 and published tables of VNI and VPS. */
const KNOWN: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "54 69 D5 6E 67 20 56 69 D6 74 20 A7 AD EA 6E 67 20 F7 20 F1 20 DF 20 FE",
  "tcvn3-capitals": "54 49 D5 4E 47 20 56 49 D6 54 20 A7 A6 EA 4E 47 20 F7 20 F1 20 DF 20 FE",
  vni: "54 69 65 E1 6E 67 20 56 69 65 E4 74 20 D1 F6 F4 F8 6E 67 20 F6 F5 20 75 FB 20 6F F8 20 EE",
  viscii: "54 69 AA 6E 67 20 56 69 AE 74 20 D0 DF B6 6E 67 20 E6 20 FC 20 F2 20 DC",
  vps: "54 69 89 6E 67 20 56 69 8C 74 20 F1 DC A9 6E 67 20 BB 20 FB 20 F2 20 9C",
  cp1258: "54 69 EA EC 6E 67 20 56 69 EA F2 74 20 D0 FD F5 CC 6E 67 20 FD DE 20 75 D2 20 6F CC 20 79 F2",
  viqr: "54 69 65 5E 27 6E 67 20 56 69 65 5E 2E 74 20 44 44 75 2B 6F 2B 60 6E 67 20 75 2B 7E 20 75 3F 20 6F 60 20 79 2E",
};
const SENTENCE = "Tiếng Việt Đường ữ ủ ò ỵ";

describe.each(LEGACY_ENCODINGS)("%s", (encoding) => {
  test("gives back every letter it can hold, from text and from bytes", () => {
    for (const letter of HELD[encoding]) {
      const encoded = encodeLegacyText(letter, encoding);
      expect(encoded.lost).toEqual([]);
      expect(convertLegacyText(encoded.text, encoding)).toEqual({ text: letter, unknown: [] });
      expect(convertLegacyText(writeWindows1252(encoded.text), encoding)).toEqual({ text: letter, unknown: [] });
      const latin1 = String.fromCharCode(...writeWindows1252(encoded.text));
      expect(convertLegacyText(latin1, encoding).text).toBe(letter);
    }
  });

  test("says which letters it cannot hold", () => {
    for (const letter of VIETNAMESE_LETTERS.filter((one) => !HELD[encoding].includes(one))) {
      expect(encodeLegacyText(letter, encoding)).toEqual({ text: "?", lost: [0] });
    }
  });

  test("gives every letter a code of its own", () => {
    const codes = HELD[encoding].map((letter) => encodeLegacyText(letter, encoding).text);
    expect(new Set(codes).size).toBe(HELD[encoding].length);
  });

  test("uses the bytes of the standard", () => {
    const bytes = Uint8Array.from(KNOWN[encoding].split(" "), (hex) => Number.parseInt(hex, 16));
    const wanted = encoding === "tcvn3-capitals" ? SENTENCE.toUpperCase() : SENTENCE;
    expect(convertLegacyText(bytes, encoding)).toEqual({ text: wanted, unknown: [] });
    expect([...writeWindows1252(encodeLegacyText(wanted, encoding).text)]).toEqual([...bytes]);
  });

  test("gives back the declaration", () => {
    const text = encoding === "tcvn3-capitals" ? readCorpus("vi").toUpperCase() : readCorpus("vi");
    const encoded = encodeLegacyText(text, encoding);
    expect(encoded.lost).toEqual([]);
    expect(convertLegacyText(encoded.text, encoding)).toEqual({ text, unknown: [] });
  });

  test("gives back any row of letters, digits and signs", () => {
    const signs = encoding === "tcvn3-capitals" ? [..." 0129.,?'(^+`~\\-DA"] : [..." 0129.,?'(^+`~\\-dDaou"];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...HELD[encoding], ...signs) }), (text) => {
        expect(convertLegacyText(encodeLegacyText(text, encoding).text, encoding)).toEqual({ text, unknown: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("convertLegacyText", () => {
  test.each<[LegacyEncoding, string, string]>([
    ["tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    ["tcvn3-capitals", "céng hoµ", "CỘNG HOÀ"],
    ["vni", "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    ["vni", "ÑOÄC LAÄP Töï do Aù", "ĐỘC LẬP Tự do Á"],
    ["viqr", "Co^.ng hoa` xa~ ho^.i chu? nghi~a Vie^.t Nam\\.", "Cộng hoà xã hội chủ nghĩa Việt Nam."],
    ["viscii", "Cµng hoà xã hµi chü nghîa Vi®t Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    ["cp1258", "Côòng hoaÌ xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
    ["vps", "C¶ng hoà xã h¶i chû nghïa ViŒt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
  ])("reads %s as pasted: %s", (encoding, pasted, wanted) => {
    expect(convertLegacyText(pasted, encoding)).toEqual({ text: wanted, unknown: [] });
  });

  test("keeps and points out what the encoding does not have", () => {
    expect(convertLegacyText("ViÖt “Nam” 漢€", "tcvn3")).toEqual({ text: "Việt “Nam” 漢€", unknown: [11] });
    expect(convertLegacyText(new Uint8Array([0x56, 0x80]), "tcvn3")).toEqual({ text: "V€", unknown: [1] });
    expect(convertLegacyText("a漢", "viqr").unknown).toEqual([1]);
    expect(convertLegacyText("Vieät ß", "vni")).toEqual({ text: "Việt ß", unknown: [6] });
  });

  test("reads windows-1252 as a word processor shows it", () => {
    expect(new Set(WINDOWS_1252).size).toBe(256);
    expect([0x41, 0x80, 0x8e, 0x93, 0x99, 0x9f, 0xe9].map((byte) => WINDOWS_1252.charAt(byte)).join("")).toBe(
      "A€Ž“™Ÿé",
    );
  });
});
