/** The PDF objects of a finished cluster font: Type0 font, CIDFontType2, descriptor, file, maps. */

import { type PDFRef, PDFString } from "pdf-lib";
import { createContentHash } from "../file/content-hash.ts";
import type { PdfEntries, PdfFile, PdfValue } from "../file/pdf-file.ts";
import type { ClusterFont } from "./cluster-font.ts";
import { toUnicodeCMap } from "./to-unicode.ts";
import { type TrueTypeFile, writeTrueTypeFile } from "./true-type-file.ts";
import { widthArray } from "./width-array.ts";

const FIXED_PITCH = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

/** Writes the font under the number its pages already refer to. */
export function writeClusterFont(file: PdfFile, font: ClusterFont, ref: PDFRef): void {
  const trueType = writeTrueTypeFile(font);
  const toUnicode = new TextEncoder().encode(toUnicodeCMap(font.codes.map(({ text }) => text)));
  const name = `${subsetTag(trueType.bytes, toUnicode)}+${font.source.tables.postScriptName}`;
  const { defaultWidth, entries } = widthArray(font.codes.map(({ slot }) => font.widths[slot] ?? 0));
  const fontFile = file.writeStream({ Length1: trueType.bytes.length }, trueType.bytes);
  const descriptor = file.write(fontDescriptor(name, font, trueType, fontFile));
  const descendant = file.write({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: defaultWidth,
    W: entries,
    CIDToGIDMap: cidToGidMap(file, font),
  });
  file.write(
    {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: file.writeStream({}, toUnicode),
    },
    ref,
  );
}

/** Identity where every code has the glyph of its own number, else a table. */
function cidToGidMap(file: PdfFile, font: ClusterFont): PdfValue {
  if (font.codes.every(({ slot }, index) => slot === index + 1)) return "Identity";
  const map = new DataView(new ArrayBuffer((font.codes.length + 1) * 2));
  font.codes.forEach(({ slot }, index) => {
    map.setUint16((index + 1) * 2, slot);
  });
  return file.writeStream({}, new Uint8Array(map.buffer));
}

function fontDescriptor(name: string, font: ClusterFont, trueType: TrueTypeFile, fontFile: PDFRef): PdfEntries {
  const { face } = font;
  const { tables } = font.source;
  const { box } = trueType;
  const fromFile = (value: number) => Math.round((value * 1000) / trueType.unitsPerEm);
  const fromSource = (value: number) => Math.round((value * 1000) / face.unitsPerEm);
  return {
    Type: "FontDescriptor",
    FontName: name,
    Flags:
      SYMBOLIC |
      (tables.fixedPitch ? FIXED_PITCH : 0) |
      (tables.serif ? SERIF : 0) |
      (tables.script ? SCRIPT : 0) |
      (face.italic ? ITALIC : 0),
    FontBBox: [fromFile(box.xMin), fromFile(box.yMin), fromFile(box.xMax), fromFile(box.yMax)],
    ItalicAngle: tables.italicAngle,
    Ascent: fromSource(face.ascender),
    Descent: fromSource(face.descender),
    CapHeight: fromSource(face.capHeight),
    StemV: stemWidth(face.weight),
    FontFile2: fontFile,
  };
}

/** Width of a vertical stem in thousandths by weight: about 84 for regular and 140 for bold, as in most text faces. */
const stemWidth = (weight: number): number => Math.round(47 + (weight / 66) ** 2);

/** Six capitals that depend only on what the font holds. */
function subsetTag(...contents: readonly Uint8Array[]): string {
  const hash = createContentHash();
  for (const bytes of contents) hash.add(bytes);
  return Array.from(hash.digest().subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join("");
}
