/** Old encodings that give every letter one byte. */

import { SMALL_LETTERS, VIETNAMESE_LETTERS } from "./vietnamese-letters.ts";

/** TCVN 5712:1993 VN3, known as TCVN3 or ABC, as fonts named `.VnTime` hold it: no toned capitals. */
const TCVN3_SMALL = `
  61 B8 B5 B6 B7 B9  A8 BE BB BC BD C6  A9 CA C7 C8 C9 CB  65 D0 CC CE CF D1  AA D5 D2 D3 D4 D6  69 DD D7 D8 DC DE
  6F E3 DF E1 E2 E4  AB E8 E5 E6 E7 E9  AC ED EA EB EC EE  75 F3 EF F1 F2 F4  AD F8 F5 F6 F7 F9  79 FD FA FB FC FE  AE`;
const TCVN3_CAPITALS = `
  41 -- -- -- -- --  A1 -- -- -- -- --  A2 -- -- -- -- --  45 -- -- -- -- --  A3 -- -- -- -- --  49 -- -- -- -- --
  4F -- -- -- -- --  A4 -- -- -- -- --  A5 -- -- -- -- --  55 -- -- -- -- --  A6 -- -- -- -- --  59 -- -- -- -- --  A7`;

/** RFC 1456. */
const VISCII = `
  61 E1 E0 E4 E3 D5  E5 A1 A2 C6 C7 A3  E2 A4 A5 A6 E7 A7  65 E9 E8 EB A8 A9  EA AA AB AC AD AE  69 ED EC EF EE B8
  6F F3 F2 F6 F5 F7  F4 AF B0 B1 B2 B5  BD BE B6 B7 DE FE  75 FA F9 FC FB F8  DF D1 D7 D8 E6 F1  79 FD CF D6 DB DC  F0
  41 C1 C0 C4 C3 80  C5 81 82 02 05 83  C2 84 85 86 06 87  45 C9 C8 CB 88 89  CA 8A 8B 8C 8D 8E  49 CD CC 9B CE 98
  4F D3 D2 99 A0 9A  D4 8F 90 91 92 93  B4 95 96 97 B3 94  55 DA D9 9C 9D 9E  BF BA BB BC FF B9  59 DD 9F 14 19 1E  D0`;

/** Vietnamese Professionals Society. */
const VPS = `
  61 E1 E0 E4 E3 E5  E6 A1 A2 A3 A4 A5  E2 C3 C0 C4 C5 C6  65 E9 E8 C8 EB CB  EA 89 8A 8B CD 8C  69 ED EC CC EF CE
  6F F3 F2 D5 F5 86  F4 D3 D2 B0 87 B6  D6 A7 A9 AA AB AE  75 FA F9 FB DB F8  DC D9 D8 BA BB BF  79 9A FF 9B CF 9C  C7
  41 C1 80 81 82 02  88 8D 8E 8F F0 04  C2 83 84 85 1C 03  45 C9 D7 DE FE 05  CA 90 93 94 95 06  49 B4 B5 B7 B8 10
  4F B9 BC BD BE 11  D4 96 97 98 99 12  F7 9D 9E 9F A6 13  55 DA A8 D1 AC 14  D0 AD AF B1 1D 15  59 DD B2 FD B3 19  F1`;

/** Bytes that stand for letters, by byte; and back. */
export interface ByteTable {
  readonly letterOf: ReadonlyMap<number, string>;
  readonly byteOf: ReadonlyMap<string, number>;
}

function readTable(hex: string): ByteTable {
  const letterOf = new Map<number, string>();
  const byteOf = new Map<string, number>();
  for (const [index, digits] of hex.trim().split(/\s+/).entries()) {
    const letter = VIETNAMESE_LETTERS[index];
    if (digits === "--" || letter === undefined) continue;
    const byte = Number.parseInt(digits, 16);
    letterOf.set(byte, letter);
    byteOf.set(letter, byte);
  }
  return { letterOf, byteOf };
}

/** TCVN3 in fonts whose name ends in H, `.VnTimeH`: the same bytes, drawn as capitals. */
function capitalsOf(plain: ByteTable): ByteTable {
  const letterOf = new Map<number, string>();
  const byteOf = new Map<string, number>();
  for (const [byte, letter] of plain.letterOf) letterOf.set(byte, letter.toUpperCase());
  for (let code = 0x61; code <= 0x7a; code++) letterOf.set(code, String.fromCharCode(code).toUpperCase());
  for (let code = 0x41; code <= 0x5a; code++) byteOf.set(String.fromCharCode(code), code);
  for (const letter of VIETNAMESE_LETTERS.slice(0, SMALL_LETTERS)) {
    const capital = letter.toUpperCase();
    const byte = plain.byteOf.get(capital) ?? plain.byteOf.get(letter);
    if (byte !== undefined) byteOf.set(capital, byte);
  }
  return { letterOf, byteOf };
}

const tcvn3 = readTable(TCVN3_SMALL + TCVN3_CAPITALS);

/** Tables by the name of the encoding. */
export const BYTE_TABLES = {
  tcvn3,
  "tcvn3-capitals": capitalsOf(tcvn3),
  viscii: readTable(VISCII),
  vps: readTable(VPS),
} as const;
