/** The table directory of a TrueType or OpenType file, and the few tables layout needs. */

import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { damagedFont, type FontDamage } from "./font-diagnostics.ts";

/** Tables of one font file by tag; views into the file, not copies. */
export interface Sfnt {
  readonly outlines: "truetype" | "cff";
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

/** Measures in font units, y up. */
export interface FontMeasures {
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly underline: { readonly position: number; readonly thickness: number };
  readonly glyphCount: number;
  readonly embeddable: boolean;
}

const TRUETYPE_SIGNATURE = 0x00010000;
const APPLE_TRUETYPE_SIGNATURE = 0x74727565;
const CFF_SIGNATURE = 0x4f54544f;
const COLLECTION_SIGNATURE = 0x74746366;
const HEAD_MAGIC = 0x5f0f3cf5;
/** More tables than any font has; a directory that claims more is damaged. */
export const MAX_TABLES = 256;

/** A big-endian view of a part of a file. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four characters of a table tag. */
const readTag = (view: DataView, offset: number): string =>
  String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );

const REQUIRED = ["head", "hhea", "hmtx", "maxp", "cmap"] as const;

/** Reads the directory and checks that every table lies inside the file. Throws DiagnosticError naming `font`. */
export const readSfnt = (bytes: Uint8Array, font: string): Sfnt => {
  const fail = (damage: FontDamage, detail?: string) => new DiagnosticError([damagedFont(font, damage, detail)]);
  if (bytes.byteLength < 12) throw fail("truncated");
  const view = viewOf(bytes);
  const signature = view.getUint32(0);
  if (signature === COLLECTION_SIGNATURE) throw fail("collection");
  if (signature !== TRUETYPE_SIGNATURE && signature !== APPLE_TRUETYPE_SIGNATURE && signature !== CFF_SIGNATURE) {
    throw fail("not-a-font");
  }
  const count = view.getUint16(4);
  if (count === 0 || count > MAX_TABLES) throw fail("bad-table", `${count} tables`);
  if (bytes.byteLength < 12 + 16 * count) throw fail("truncated");
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    const tag = readTag(view, record);
    const offset = view.getUint32(record + 8);
    const length = view.getUint32(record + 12);
    if (offset + length > bytes.byteLength) throw fail("truncated", tag);
    tables.set(tag, bytes.subarray(offset, offset + length));
  }
  for (const tag of REQUIRED) {
    if (!tables.has(tag)) throw fail("missing-table", tag);
  }
  const outlines = tables.has("glyf") && tables.has("loca") ? "truetype" : "cff";
  if (outlines === "cff" && !tables.has("CFF ") && !tables.has("CFF2")) throw fail("missing-table", "glyf");
  return { outlines, tables };
};

const RESTRICTED_LICENCE = 0x0002;
const ANY_WIDER_LICENCE = 0x000c;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/**
 * Whether a PDF may carry a subset of the outlines, by OpenType 1.9, OS/2 `fsType`. The least restrictive of several
 * bits holds; as only subsets are ever embedded, “no subsetting” counts as forbidden.
 */
export const permitsEmbedding = (fsType: number): boolean => {
  if ((fsType & (NO_SUBSETTING | BITMAP_ONLY)) !== 0) return false;
  return (fsType & RESTRICTED_LICENCE) === 0 || (fsType & ANY_WIDER_LICENCE) !== 0;
};

/** Reads head, hhea, OS/2, post and maxp. Throws DiagnosticError naming `font`. */
export const readMeasures = (sfnt: Sfnt, font: string): FontMeasures => {
  const table = (tag: string, least: number): DataView => {
    const found = sfnt.tables.get(tag);
    if (found === undefined || found.byteLength < least)
      throw new DiagnosticError([damagedFont(font, "bad-table", tag)]);
    return viewOf(found);
  };
  const head = table("head", 54);
  const unitsPerEm = head.getUint16(18);
  if (head.getUint32(12) !== HEAD_MAGIC || unitsPerEm < 16 || unitsPerEm > 16_384) {
    throw new DiagnosticError([damagedFont(font, "bad-table", "head")]);
  }
  const hhea = table("hhea", 36);
  const glyphCount = table("maxp", 6).getUint16(4);
  const os2Table = sfnt.tables.get("OS/2");
  const os2 = os2Table !== undefined && os2Table.byteLength >= 78 ? viewOf(os2Table) : undefined;
  const hasHeights = os2 !== undefined && os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  const postTable = sfnt.tables.get("post");
  const post = postTable !== undefined && postTable.byteLength >= 12 ? viewOf(postTable) : undefined;
  return {
    unitsPerEm,
    glyphCount,
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    capHeight: (hasHeights ? os2.getInt16(88) : 0) || Math.round(unitsPerEm * 0.7),
    xHeight: (hasHeights ? os2.getInt16(86) : 0) || Math.round(unitsPerEm * 0.5),
    underline: {
      position: post?.getInt16(8) || Math.round(unitsPerEm * -0.1),
      thickness: post?.getInt16(10) || Math.round(unitsPerEm * 0.05),
    },
    embeddable: os2 === undefined || permitsEmbedding(os2.getUint16(8)),
  };
};
