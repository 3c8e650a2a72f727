/** What a PDF needs to know of a font beyond what layout does: horizontal metrics of glyphs, style bits, PostScript name. */

import type { FontFace } from "../../../fonts/font-face.ts";
import { readSfnt, viewOf } from "../../../fonts/sfnt.ts";

/** Measures in font units, y up. */
export interface FontTables {
  readonly glyphCount: number;
  readonly serif: boolean;
  readonly script: boolean;
  readonly fixedPitch: boolean;
  /** Degrees anticlockwise from upright: negative for a slant to the right. */
  readonly italicAngle: number;
  /** Name ID 6, only with characters a PDF name may show plainly. */
  readonly postScriptName: string;
  table(tag: string): DataView | undefined;
  advance(glyphId: number): number;
  leftSideBearing(glyphId: number): number;
}

const POSTSCRIPT_NAME_ID = 6;
const WINDOWS_PLATFORM = 3;
const MACINTOSH_PLATFORM = 1;

/** Reads `hhea hmtx maxp OS/2 post name`; the face was opened, so its directory is known to be sound. */
export function readFontTables(face: FontFace): FontTables {
  const { tables } = readSfnt(face.bytes, face.key);
  const table = (tag: string): DataView | undefined => {
    const bytes = tables.get(tag);
    return bytes && viewOf(bytes);
  };
  const metricCount = table("hhea")?.getUint16(34) ?? 0;
  const hmtx = table("hmtx") ?? new DataView(new ArrayBuffer(0));
  const longMetrics = Math.min(metricCount, Math.floor(hmtx.byteLength / 4));
  const os2 = table("OS/2");
  const post = table("post");
  const familyClass = os2 && os2.byteLength >= 42 ? os2.getUint8(30) : 0;

  return {
    glyphCount: table("maxp")?.getUint16(4) ?? 0,
    // sFamilyClass: 1–5 and 7 are kinds of serifs, 10 is scripts.
    serif: (familyClass >= 1 && familyClass <= 5) || familyClass === 7 || hasPanoseSerif(os2),
    script: familyClass === 10,
    fixedPitch: post !== undefined && post.byteLength >= 16 && post.getUint32(12) !== 0,
    italicAngle: post !== undefined && post.byteLength >= 8 ? post.getInt32(4) / 65536 : 0,
    postScriptName: readPostScriptName(table("name")) || plainName(face.family) || "Font",
    table,
    advance(glyphId) {
      if (longMetrics === 0) return 0;
      return hmtx.getUint16(Math.min(glyphId, longMetrics - 1) * 4);
    },
    leftSideBearing(glyphId) {
      const at = glyphId < longMetrics ? glyphId * 4 + 2 : longMetrics * 4 + (glyphId - longMetrics) * 2;
      return at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0;
    },
  };
}

/** PANOSE of a Latin text face: bSerifStyle 2–10 has serifs, 11–15 has none. */
function hasPanoseSerif(os2: DataView | undefined): boolean {
  if (!os2 || os2.byteLength < 42) return false;
  const isLatinText = os2.getUint8(32) === 2;
  const serifStyle = os2.getUint8(33);
  return isLatinText && serifStyle >= 2 && serifStyle <= 10;
}

function readPostScriptName(name: DataView | undefined): string {
  if (!name || name.byteLength < 6) return "";
  const storage = name.getUint16(4);
  for (let index = 0; index < name.getUint16(2); index++) {
    const record = 6 + index * 12;
    if (record + 12 > name.byteLength) break;
    const platform = name.getUint16(record);
    if (name.getUint16(record + 6) !== POSTSCRIPT_NAME_ID) continue;
    if (platform !== WINDOWS_PLATFORM && platform !== MACINTOSH_PLATFORM) continue;
    const start = storage + name.getUint16(record + 10);
    const end = start + name.getUint16(record + 8);
    if (end > name.byteLength) continue;
    // Windows names are UTF-16BE; a PostScript name has nothing but ASCII in its low bytes.
    const step = platform === WINDOWS_PLATFORM ? 2 : 1;
    let text = "";
    for (let at = start + step - 1; at < end; at += step) text += String.fromCharCode(name.getUint8(at));
    const plain = plainName(text);
    if (plain) return plain;
  }
  return "";
}

/** PostScript names allow printable ASCII without delimiters, at most 63 characters. */
const plainName = (text: string): string => text.replace(/[^A-Za-z0-9_.-]/g, "").slice(0, 63);
