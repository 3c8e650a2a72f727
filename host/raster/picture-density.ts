/** Writes the resolution into encoded pictures, so that they open at the page's true size. */

import { crc32 } from "node:zlib";

const INCHES_PER_METRE = 1 / 0.0254;
const PNG_SIGNATURE_LENGTH = 8;

/** A PNG with a `pHYs` chunk of this resolution behind its `IHDR` (PNG 3rd edition, 11.3.4.3). The encoder writes none. */
export function withPngDensity(png: Uint8Array, ppi: number): Uint8Array {
  const perMetre = Math.round(ppi * INCHES_PER_METRE);
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const headerEnd =
    PNG_SIGNATURE_LENGTH + 12 + new DataView(png.buffer, png.byteOffset).getUint32(PNG_SIGNATURE_LENGTH);
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, headerEnd));
  result.set(chunk, headerEnd);
  result.set(png.subarray(headerEnd), headerEnd + chunk.length);
  return result;
}

/** A JPEG whose JFIF header, as the encoder writes it first, gives this resolution in dots per inch (JFIF 1.02). */
export function withJpegDensity(jpeg: Uint8Array, ppi: number): Uint8Array {
  const isJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0 && jpeg[6] === 0x4a && jpeg[7] === 0x46;
  if (!isJfif) throw new RangeError("not a JPEG that starts with a JFIF header");
  const result = new Uint8Array(jpeg);
  const view = new DataView(result.buffer);
  result[13] = 1;
  view.setUint16(14, Math.round(ppi));
  view.setUint16(16, Math.round(ppi));
  return result;
}
