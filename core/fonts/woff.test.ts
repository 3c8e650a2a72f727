import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { openFont } from "./open-font.ts";
import { isWoff, MAX_FONT_BYTES, unpackWoff } from "./woff.ts";

const require = createRequire(import.meta.url);
const woff = new Uint8Array(
  readFileSync(require.resolve("@fontsource/tai-heritage-pro/files/tai-heritage-pro-tai-viet-400-normal.woff")),
);
const INFO = { family: "Tai Heritage Pro", weight: 400, italic: false };

const changed = (change: (view: DataView, bytes: Uint8Array) => void): Uint8Array => {
  const bytes = woff.slice();
  change(new DataView(bytes.buffer), bytes);
  return bytes;
};

const codesOf = (bytes: Uint8Array): readonly string[] => {
  try {
    openFont("broken.woff", bytes, INFO);
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    for (const { message, hints, target } of error.diagnostics) {
      expect(message.vi).toContain("broken.woff");
      expect(hints.length).toBeGreaterThan(0);
      expect(target.font).toBe("broken.woff");
    }
    return error.diagnostics.map(({ code }) => code);
  }
};

/** Directory entries begin after the header; an entry is tag, offset, packed length, length, checksum. */
const ENTRY = 44;

describe("WOFF", () => {
  it("unpacks to an sfnt that HarfBuzz shapes with", () => {
    const face = openFont("thai/400", woff, INFO);
    expect(isWoff(woff)).toBe(true);
    expect(isWoff(face.bytes)).toBe(false);
    expect(face.unitsPerEm).toBe(2048);
    expect(face.glyphOf(0xaa80)).toBeGreaterThan(0);
    expect(face.outlineOf(face.glyphOf(0xaa80))).toMatch(/^M/);
  });

  it("restores lengths and checksums of every table", () => {
    const sfnt = unpackWoff(woff, "thai");
    const view = new DataView(sfnt.buffer);
    for (let index = 0; index < view.getUint16(4); index += 1) {
      const record = 12 + 16 * index;
      const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
      const isHead = view.getUint32(record) === 0x68656164;
      let sum = 0;
      for (let at = 0; at < length; at += 4) {
        if (isHead && at === 8) continue;
        sum = (sum + view.getUint32(offset + at)) >>> 0;
      }
      expect(sum).toBe(view.getUint32(record + 4));
    }
  });

  it.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(0), "font.truncated"],
    ["a file of four bytes", woff.slice(0, 4), "font.truncated"],
    ["a header alone", woff.slice(0, 44), "font.truncated"],
    ["a file cut in half", woff.slice(0, woff.length / 2), "font.truncated"],
    ["WOFF 2", changed((view) => view.setUint32(0, 0x774f4632)), "font.woff2"],
    ["a collection", changed((view) => view.setUint32(0, 0x74746366)), "font.collection"],
    ["something else", changed((view) => view.setUint32(0, 0x25504446)), "font.not-a-font"],
    ["no tables", changed((view) => view.setUint16(12, 0)), "font.bad-table"],
    ["thousands of tables", changed((view) => view.setUint16(12, 65_535)), "font.bad-table"],
    ["a table beyond the end", changed((view) => view.setUint32(ENTRY + 4, 0x7fffffff)), "font.truncated"],
    ["a packed table larger than itself", changed((view) => view.setUint32(ENTRY + 12, 1)), "font.bad-table"],
    ["damaged compression", changed((_, bytes) => bytes.fill(0xff, 600, 4_000)), "font.bad-compression"],
    ["a bomb by its own account", changed((view) => view.setUint32(ENTRY + 12, 0xffffff00)), "font.too-large"],
  ])("refuses %s", (_, bytes, code) => {
    expect(codesOf(bytes)).toEqual([code]);
  });

  it("stops inflating at the length the directory states", () => {
    const packed = zlibSync(new Uint8Array(4_000_000), { level: 9 });
    const bomb = new Uint8Array(44 + 20 + packed.length);
    const view = new DataView(bomb.buffer);
    view.setUint32(0, 0x774f4646);
    view.setUint32(4, 0x00010000);
    view.setUint32(8, bomb.length);
    view.setUint16(12, 1);
    view.setUint32(ENTRY, 0x676c7966);
    view.setUint32(ENTRY + 4, 64);
    view.setUint32(ENTRY + 8, packed.length);
    view.setUint32(ENTRY + 12, packed.length + 1_000);
    bomb.set(packed, 64);
    expect(packed.length).toBeLessThan(MAX_FONT_BYTES / 1_000);
    expect(codesOf(bomb)).toEqual(["font.bad-compression"]);
  });

  it("answers any single damaged byte of the directory with a diagnostic or a font, never another error", () => {
    const tables = new DataView(woff.buffer).getUint16(12);
    let refused = 0;
    for (let at = 0; at < 44 + 20 * tables; at += 1) {
      const bytes = changed((_, raw) => raw.fill((raw[at] ?? 0) ^ 0xff, at, at + 1));
      if (codesOf(bytes).length > 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(50);
  });
});
