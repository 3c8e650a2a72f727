/** What a font file says of itself: names, weight, slope. Used for fonts the catalogue does not describe. */

import type { FontFace } from "./font-face.ts";
import { readSfnt, viewOf } from "./sfnt.ts";

export interface FontSelfDescription {
  readonly family: string;
  /** 100–900. */
  readonly weight: number;
  readonly italic: boolean;
  /** By PANOSE; false where the font does not say. */
  readonly serif: boolean;
}

const FAMILY_NAME = 1;
const TYPOGRAPHIC_FAMILY_NAME = 16;
const PANOSE_LATIN_TEXT = 2;
/** PANOSE serif styles from cove to triangle; sans serif begins after them. */
const PANOSE_SERIFS = { first: 2, last: 10 };
const SELECTION_ITALIC = 0x0001;
const SELECTION_OBLIQUE = 0x0200;

/** Reads `name` and `OS/2`; `fallbackName` serves where the font has no family name. */
export const describeFace = (face: FontFace, fallbackName: string): FontSelfDescription => {
  const names = face.hb.face;
  const language = names.listNames().find((entry) => entry.nameId === FAMILY_NAME)?.language ?? "en";
  const nameOf = (id: number): string => names.getName(id, "en") || names.getName(id, language);
  const family = (nameOf(TYPOGRAPHIC_FAMILY_NAME) || nameOf(FAMILY_NAME) || fallbackName).trim();
  const table = readSfnt(face.bytes, face.key).tables.get("OS/2");
  if (table === undefined || table.byteLength < 64) return { family, weight: 400, italic: false, serif: false };
  const os2 = viewOf(table);
  const weight = os2.getUint16(4);
  const serifStyle = os2.getUint8(33);
  return {
    family,
    weight: weight >= 100 && weight <= 900 ? weight : 400,
    serif:
      os2.getUint8(32) === PANOSE_LATIN_TEXT && serifStyle >= PANOSE_SERIFS.first && serifStyle <= PANOSE_SERIFS.last,
    italic: (os2.getUint16(62) & (SELECTION_ITALIC | SELECTION_OBLIQUE)) !== 0,
  };
};
