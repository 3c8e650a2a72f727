/** The `hb-shape` program: HarfBuzz as its authors call it, as a second opinion on our use of the library. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { FontFace } from "../../../core/fonts/font-face.ts";

/** Glyph id, and its place from the origin of the text in font units, y up. */
export type PlacedGlyph = readonly [id: number, x: number, y: number];

export interface ReferenceText {
  readonly glyphs: readonly PlacedGlyph[];
  readonly advance: number;
}

const folder = mkdtempSync(join(tmpdir(), "xuongtin-hb-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface PrintedGlyph {
  readonly g: number;
  readonly dx: number;
  readonly dy: number;
  readonly ax: number;
}

/** Shapes every text on its own. The texts hold no line feeds. */
export function shapeByProgram(
  face: FontFace,
  script: string,
  language: string,
  texts: readonly string[],
): readonly ReferenceText[] {
  mkdirSync(folder, { recursive: true });
  const font = join(folder, `${createHash("sha256").update(face.key).digest("hex")}.ttf`);
  if (!existsSync(font)) writeFileSync(font, face.bytes);
  const input = join(folder, "texts.txt");
  writeFileSync(input, `${texts.join("\n")}\n`);
  const printed = execFileSync(
    "hb-shape",
    [
      "--shaper=ot",
      "--no-glyph-names",
      "--output-format=json",
      "--direction=ltr",
      `--script=${script}`,
      `--language=${language}`,
      `--text-file=${input}`,
      font,
    ],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const lines = printed.trimEnd().split("\n");
  if (lines.length !== texts.length) throw new Error(`hb-shape shaped ${lines.length} of ${texts.length} texts`);
  return lines.map((line) => {
    const printedGlyphs: readonly PrintedGlyph[] = JSON.parse(line);
    let pen = 0;
    const glyphs = printedGlyphs.map(({ g, dx, dy, ax }): PlacedGlyph => {
      const glyph: PlacedGlyph = [g, pen + dx, dy];
      pen += ax;
      return glyph;
    });
    return { glyphs, advance: pen };
  });
}
