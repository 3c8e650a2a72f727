/** Writes the resolution into JPEG files, so that they open at the page's true size. */

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
