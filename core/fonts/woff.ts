/** WOFF 1.0 (W3C Recommendation, 13 December 2012) unpacked to the sfnt it wraps. */

import { unzlibSync } from "fflate";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { damagedFont, type FontDamage } from "./font-diagnostics.ts";
import { MAX_TABLES, viewOf } from "./sfnt.ts";

const WOFF_SIGNATURE = 0x774f4646;
const WOFF2_SIGNATURE = 0x774f4632;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
/** Largest sfnt that is unpacked; the largest CJK fonts in use are about half of it. */
export const MAX_FONT_BYTES = 64 * 1024 * 1024;

const align4 = (length: number): number => Math.ceil(length / 4) * 4;

/** True where the bytes begin as WOFF 1 or 2. */
export const isWoff = (bytes: Uint8Array): boolean => {
  if (bytes.byteLength < 4) return false;
  const signature = viewOf(bytes).getUint32(0);
  return signature === WOFF_SIGNATURE || signature === WOFF2_SIGNATURE;
};

/** Unpacks WOFF 1 to an sfnt. Never allocates more than the header's sizes allow. Throws DiagnosticError naming `font`. */
export const unpackWoff = (bytes: Uint8Array, font: string): Uint8Array => {
  const fail = (damage: FontDamage, detail?: string) => new DiagnosticError([damagedFont(font, damage, detail)]);
  const view = viewOf(bytes);
  if (bytes.byteLength < WOFF_HEADER) throw fail("truncated");
  if (view.getUint32(0) === WOFF2_SIGNATURE) throw fail("woff2");
  if (view.getUint32(0) !== WOFF_SIGNATURE) throw fail("not-a-font");
  if (view.getUint32(8) !== bytes.byteLength) throw fail("truncated", "length");
  const count = view.getUint16(12);
  if (count === 0 || count > MAX_TABLES) throw fail("bad-table", `${count} tables`);
  if (bytes.byteLength < WOFF_HEADER + WOFF_ENTRY * count) throw fail("truncated");

  const directoryEnd = 12 + 16 * count;
  let total = directoryEnd;
  for (let index = 0; index < count; index += 1) {
    total += align4(view.getUint32(WOFF_HEADER + WOFF_ENTRY * index + 12));
    if (total > MAX_FONT_BYTES) throw fail("too-large", `> ${MAX_FONT_BYTES} bytes`);
  }
  const sfnt = new Uint8Array(total);
  const out = viewOf(sfnt);
  const power = 2 ** Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, count);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, count * 16 - power * 16);

  let position = directoryEnd;
  for (let index = 0; index < count; index += 1) {
    const entry = WOFF_HEADER + WOFF_ENTRY * index;
    const offset = view.getUint32(entry + 4);
    const packedLength = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (offset + packedLength > bytes.byteLength) throw fail("truncated", `table ${index + 1}`);
    if (packedLength > length) throw fail("bad-table", `table ${index + 1}`);
    const packed = bytes.subarray(offset, offset + packedLength);
    if (packedLength === length) {
      sfnt.set(packed, position);
    } else {
      inflateInto(packed, sfnt.subarray(position, position + length), () =>
        fail("bad-compression", `table ${index + 1}`),
      );
    }
    const record = 12 + 16 * index;
    out.setUint32(record, view.getUint32(entry));
    out.setUint32(record + 4, view.getUint32(entry + 16));
    out.setUint32(record + 8, position);
    out.setUint32(record + 12, length);
    position += align4(length);
  }
  return sfnt;
};

const inflateInto = (packed: Uint8Array, target: Uint8Array, failure: () => DiagnosticError): void => {
  let unpacked: Uint8Array;
  try {
    // One byte more than the directory states shows data that is longer; what goes beyond is dropped, not kept.
    unpacked = unzlibSync(packed, { out: new Uint8Array(target.byteLength + 1) });
  } catch {
    throw failure();
  }
  if (unpacked.byteLength !== target.byteLength) throw failure();
  target.set(unpacked);
};
