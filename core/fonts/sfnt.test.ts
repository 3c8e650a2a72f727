import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { permitsEmbedding, readMeasures, readSfnt } from "./sfnt.ts";

const require = createRequire(import.meta.url);
const font = new Uint8Array(
  readFileSync(require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf")),
);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return error instanceof DiagnosticError ? (error.diagnostics[0]?.code ?? "") : String(error);
  }
};

const recordOf = (bytes: Uint8Array, tag: string): number => {
  const view = new DataView(bytes.buffer);
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    if (String.fromCharCode(...bytes.subarray(record, record + 4)) === tag) return record;
  }
  throw new Error(`no ${tag}`);
};

describe("sfnt", () => {
  it("reads the measures of Noto Sans", () => {
    const sfnt = readSfnt(font, "Noto Sans");
    expect(sfnt.outlines).toBe("truetype");
    expect(readMeasures(sfnt, "Noto Sans")).toMatchObject({
      unitsPerEm: 1000,
      ascender: 1069,
      descender: -293,
      capHeight: 714,
      xHeight: 536,
      underline: { position: -100, thickness: 50 },
      embeddable: true,
    });
  });

  it.each(["head", "hhea", "hmtx", "maxp", "cmap", "glyf"])("refuses a font without %s", (tag) => {
    const bytes = font.slice();
    bytes[recordOf(bytes, tag)] = 0x7a;
    expect(codeOf(() => readSfnt(bytes, "f"))).toBe("font.missing-table");
  });

  it("refuses a table beyond the end and a head that is none", () => {
    const beyond = font.slice();
    new DataView(beyond.buffer).setUint32(recordOf(beyond, "cmap") + 12, 0xffffffff);
    expect(codeOf(() => readSfnt(beyond, "f"))).toBe("font.truncated");

    const headless = font.slice();
    const view = new DataView(headless.buffer);
    view.setUint32(view.getUint32(recordOf(headless, "head") + 8) + 12, 0);
    expect(codeOf(() => readMeasures(readSfnt(headless, "f"), "f"))).toBe("font.bad-table");
  });

  it.each([
    [0x0000, true],
    [0x0004, true],
    [0x0008, true],
    [0x0002, false],
    [0x0006, true],
    [0x0100, false],
    [0x0200, false],
    [0x0108, false],
  ])("takes fsType %i for embeddable: %s", (fsType, expected) => {
    expect(permitsEmbedding(fsType)).toBe(expected);
  });
});
