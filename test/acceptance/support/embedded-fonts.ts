/** The fonts inside a PDF, as poppler and MuPDF find them. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../../pdf/support/pdf-tools.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export interface ListedFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly toUnicode: boolean;
}

/** The table of `pdffonts`. */
export function listFonts(pdf: Uint8Array): readonly ListedFont[] {
  const [, , ...rows] = runTool("pdffonts", pdf, ["$pdf"]).trimEnd().split("\n");
  return rows.map((row) => {
    const found = /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row);
    if (!found) throw new Error(`pdffonts wrote “${row}”`);
    const [, name = "", embedded, subset, toUnicode] = found;
    return { name, embedded: embedded === "yes", subset: subset === "yes", toUnicode: toUnicode === "yes" };
  });
}

/** Every glyph id MuPDF paints, as often as it paints it. */
export function paintedGlyphs(pdf: Uint8Array): readonly number[] {
  const trace = runTool("mutool", pdf, ["draw", "-q", "-F", "trace", "$pdf"]);
  return [...trace.matchAll(/<g [^>]*\bglyph="(-?\d+)"/g)].map(([, glyph]) => Number(glyph));
}

/** Glyph ids that other glyphs of each embedded TrueType font are put together from. */
export function componentGlyphs(pdf: Uint8Array): readonly (readonly number[])[] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "test.pdf"), pdf);
  execFileSync("mutool", ["extract", "test.pdf"], { cwd: folder, stdio: "ignore" });
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ttf"))
    .map((name) => componentsIn(readFileSync(join(folder, name)), name));
}

const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

function componentsIn(font: Buffer, name: string): readonly number[] {
  const table = (tag: string): DataView => {
    for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
      if (font.toString("latin1", entry, entry + 4) !== tag) continue;
      const [start, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
      return new DataView(font.buffer, font.byteOffset + start, length);
    }
    throw new Error(`${name} has no ${tag}`);
  };
  const glyf = table("glyf");
  const loca = table("loca");
  const long = table("head").getInt16(50) === 1;
  const count = table("maxp").getUint16(4);
  const offset = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const components: number[] = [];
  for (let glyph = 0; glyph < count; glyph += 1) {
    if (offset(glyph + 1) <= offset(glyph) || glyf.getInt16(offset(glyph)) >= 0) continue;
    let at = offset(glyph) + 10;
    for (let flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0; ) {
      flags = glyf.getUint16(at);
      components.push(glyf.getUint16(at + 2));
      at += (flags & ARGUMENTS_ARE_WORDS) !== 0 ? 8 : 6;
      if ((flags & HAS_SCALE) !== 0) at += 2;
      else if ((flags & HAS_TWO_SCALES) !== 0) at += 4;
      else if ((flags & HAS_MATRIX) !== 0) at += 8;
    }
  }
  return components;
}
