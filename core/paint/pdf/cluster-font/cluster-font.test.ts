import { describe, expect, test } from "vitest";
import { openFontLibrary } from "../../../../host/fonts/font-library.ts";
import { corpusText } from "../../../../test/pdf/support/corpus-document.ts";
import type { FontKey } from "../../../fonts/font-face.ts";
import { createShaper, shapeText } from "../../../text/shape.ts";
import type { ShapedSpan } from "../../../text/shaped-text.ts";
import { type ClusterFont, createClusterFont, type EncodedSpan } from "./cluster-font.ts";
import { writeTrueTypeFile } from "./true-type-file.ts";

const library = openFontLibrary();

function shaped(key: FontKey, script: string, language: string, text: string) {
  const face = library.face(key);
  if (!face) throw new Error(`the test needs ${key}`);
  return { face, span: shapeText(createShaper(face, script, language, []), text) };
}

/** The parts of a span's bytes: strings of codes, and numbers between them. */
function parse({ bytes }: EncodedSpan): (readonly number[] | number)[] {
  const parts: (readonly number[] | number)[] = [];
  let string: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) {
      at += 1;
      string.push(bytes[at] === 0x72 ? 0x0d : (bytes[at] ?? 0));
    } else if (byte === 0x29) {
      parts.push(string);
      const end = bytes.indexOf(0x28, at);
      parts.push(Number(String.fromCharCode(...bytes.subarray(at + 1, end))));
      string = [];
      at = end;
    } else string.push(byte);
  }
  parts.push(string);
  return parts.map((part) =>
    typeof part === "number"
      ? part
      : Array.from(
          { length: part.length / 2 },
          (_, index) => (part[index * 2] ?? 0) * 256 + (part[index * 2 + 1] ?? 0),
        ),
  );
}

interface ShownCode {
  readonly text: string;
  /** Thousandths of the size from the span's origin. */
  readonly at: number;
  readonly width: number;
}

function show(font: ClusterFont, encoded: EncodedSpan): readonly ShownCode[] {
  const shown: ShownCode[] = [];
  let pen = 0;
  for (const part of parse(encoded)) {
    if (typeof part === "number") {
      pen -= part;
      continue;
    }
    for (const code of part) {
      const { slot = 0, text = "" } = font.codes[code - 1] ?? {};
      const width = font.widths[slot] ?? 0;
      shown.push({ text, at: pen, width });
      pen += width;
    }
  }
  return shown;
}

const textOf = (font: ClusterFont, encoded: EncodedSpan): string =>
  show(font, encoded)
    .map(({ text }) => text)
    .join("");

describe("a cluster of several glyphs", () => {
  test("is one composite whose components are the shaped glyphs at their offsets", () => {
    const { face, span } = shaped("noto-sans-khmer/400", "Khmr", "km", "ស្ត្រី");
    const font = createClusterFont(face);
    font.encode(span);
    expect(span.clusters).toHaveLength(1);
    const [cluster] = span.clusters;
    const slot = font.codes[0]?.slot ?? 0;
    const glyf = glyphOf(writeTrueTypeFile(font).bytes, slot);
    expect(glyf.getInt16(0)).toBe(-1);
    const inked = cluster?.glyphs.filter(({ id }) => face.inkOf(id)) ?? [];
    expect(inked.length).toBeGreaterThan(2);
    const records = inked.map((_, index) => {
      const at = 10 + index * 8;
      return { flags: glyf.getUint16(at), x: glyf.getInt16(at + 4), y: glyf.getInt16(at + 6) };
    });
    expect(records.map(({ x, y }) => [x, y])).toEqual(inked.map(({ x, y }) => [x, y]));
    // Words for arguments, which are offsets; one more component after all but the last.
    expect(records.map(({ flags }) => flags)).toEqual(
      inked.map((_, index) => (index < inked.length - 1 ? 0x23 : 0x03)),
    );
    const box = inked.map(({ id, x, y }) => {
      const ink = face.inkOf(id) ?? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
      return [ink.xMin + x, ink.yMin + y, ink.xMax + x, ink.yMax + y] as const;
    });
    const side = (index: 0 | 1 | 2 | 3) => box.map((one) => one[index]);
    const expected = [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
    expect([2, 4, 6, 8].map((at) => glyf.getInt16(at))).toEqual(expected);
  });

  test("says its base with its own code and the rest with a code a thousandth wide", () => {
    const { face, span } = shaped("noto-sans-khmer/400", "Khmr", "km", "ស្ត្រី");
    const font = createClusterFont(face);
    const shown = show(font, font.encode(span));
    expect(shown.map(({ text }) => text)).toEqual(["ស", "្ត្រី"]);
    expect(shown[1]?.width).toBe(1);
    expect((shown[0]?.width ?? 0) + 1).toBe(Math.round((span.advance * 1000) / face.unitsPerEm));
  });
});

describe("codes", () => {
  test("are shared by equal clusters and told apart by text", () => {
    const { face, span } = shaped("noto-sans/400", "Latn", "vi", "ba ba\u00a0ba");
    const font = createClusterFont(face);
    font.encode(span);
    expect(font.codes.map(({ text }) => text)).toEqual(["b", "a", " ", "\u00a0"]);
    const slots = font.codes.map(({ slot }) => slot);
    expect(slots[2]).toBe(slots[3]);
  });

  test("survive bytes that mean something in a string", () => {
    const { face, span } = shaped("noto-sans-tc/400", "Hani", "zh-Hant", corpusText("zh-Hant").replace(/\s/gu, ""));
    const font = createClusterFont(face);
    expect(textOf(font, font.encode(span))).toBe(span.text);
    // More than 0x5c codes: parentheses, backslash and carriage return were among the low bytes.
    expect(font.codes.length).toBeGreaterThan(0x5c);
  });

  test("run out where the font is full", () => {
    const { face, span } = shaped("noto-sans/400", "Latn", "vi", "đủ chỗ");
    const roomy = createClusterFont(face, 40);
    expect(roomy.hasRoomFor(span)).toBe(true);
    roomy.encode(span);
    expect(roomy.hasRoomFor(span)).toBe(false);
  });
});

describe("advances", () => {
  const cases: readonly [FontKey, string, string, string][] = [
    ["noto-sans/400", "Latn", "vi", "AVATAR Tôi To Yêu"],
    ["charis-sil/400", "Latn", "jra", corpusText("jra").split("\n")[0] ?? ""],
    ["tai-heritage-pro/400-tai-viet", "Tavt", "blt", (corpusText("blt").split("\n")[0] ?? "").repeat(4)],
    ["noto-sans-khmer/400", "Khmr", "km", corpusText("km").split("\n")[2] ?? ""],
  ];
  test.each(cases)(
    "in %s stay within a thousandth of the size of where shaping put them",
    (key, script, language, text) => {
      const { face, span } = shaped(key, script, language, text);
      const font = createClusterFont(face);
      const encoded = font.encode(span);
      const shown = show(font, encoded);
      let at = 0;
      let code = 0;
      for (const cluster of span.clusters) {
        expect(Math.abs((shown[code]?.at ?? Number.NaN) - (at * 1000) / face.unitsPerEm)).toBeLessThanOrEqual(0.91);
        at += cluster.advance;
        let left = cluster.text.length;
        while (left > 0) left -= shown[code++]?.text.length ?? Number.POSITIVE_INFINITY;
      }
      expect(code).toBe(shown.length);
      const end = (shown.at(-1)?.at ?? 0) + (shown.at(-1)?.width ?? 0);
      expect(encoded.width).toBeCloseTo(end, 6);
    },
  );

  test("hold the room of tracking and stretching, so that no gap looks like a space", () => {
    const { face, span } = shaped("noto-sans-khmer/400", "Khmr", "km", "ស្ត្រីខ្មែរ");
    const font = createClusterFont(face);
    const plain = show(font, font.encode(span));
    const encoded = font.encode(span, { tracking: 150.3, stretch: 370 });
    const wide = show(font, encoded);
    expect(wide.map(({ text }) => text)).toEqual(plain.map(({ text }) => text));
    // Codes that go on with a cluster's text stay as they are; the last cluster is stretched by whole steps.
    const heads = plain.flatMap(({ width }, index) => (width > 1 ? [index] : []));
    expect(heads).toHaveLength(3);
    for (const [index, { width }] of wide.entries()) {
      const room = !heads.includes(index) ? 0 : index === heads.at(-1) ? 470 : 150;
      expect(width - (plain[index]?.width ?? 0)).toBe(room);
    }
    for (const [index, { at }] of wide.entries()) {
      const before = heads.filter((head) => head < index).length;
      expect(Math.abs(at - (plain[index]?.at ?? 0) - before * 150.3)).toBeLessThanOrEqual(0.91);
    }
    expect(font.encode(span, { tracking: 150.3, stretch: 370 })).toEqual(encoded);
  });

  test("take tracking back from glyphs, but never below nothing", () => {
    const { face, span } = shaped("noto-sans/400", "Latn", "vi", "il");
    const font = createClusterFont(face);
    const tight = show(font, font.encode(span, { tracking: -400, stretch: 0 }));
    expect(tight.map(({ width }) => width)).toEqual([0, 0]);
    expect(tight[1]?.at).toBeCloseTo(
      (font.source.advance(span.clusters[0]?.glyphs[0]?.id ?? 0) * 1000) / face.unitsPerEm - 400,
      0,
    );
  });

  test("leave kerning out of the glyph's own width", () => {
    const { face, span } = shaped("noto-sans/400", "Latn", "vi", "AVA");
    const font = createClusterFont(face);
    const parts = parse(font.encode(span));
    const kerning = span.clusters.map(({ advance, glyphs }) => font.source.advance(glyphs[0]?.id ?? 0) - advance);
    expect(kerning[0]).toBeGreaterThan(0);
    expect(parts.filter((part) => typeof part === "number")).toEqual([kerning[0], kerning[1]]);
  });
});

test("ink that is nowhere keeps its text: ZWSP and word joiner have codes of no width", () => {
  const { face, span } = shaped("noto-sans-khmer/400", "Khmr", "km", "ក\u200bខ\u2060គ");
  const font = createClusterFont(face);
  const shown = show(font, font.encode(span as ShapedSpan));
  expect(shown.map(({ text }) => text).join("")).toBe("ក\u200bខ\u2060គ");
  expect(shown.filter(({ text }) => text === "\u200b" || text === "\u2060").map(({ width }) => width)).toEqual([0, 0]);
});

/** The `glyf` entry of a written font. */
function glyphOf(file: Uint8Array, glyphId: number): DataView {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (tag: string): number => {
    for (let at = 12; ; at += 16) {
      if (String.fromCharCode(...file.subarray(at, at + 4)) === tag) return view.getUint32(at + 8);
    }
  };
  const start = view.getUint32(table("loca") + glyphId * 4);
  const end = view.getUint32(table("loca") + (glyphId + 1) * 4);
  return new DataView(file.buffer, table("glyf") + start, end - start);
}
