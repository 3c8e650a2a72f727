/**
 * PNG files of opaque pages: three channels without alpha, which some print shops take for transparency, and with the page's resolution.
 * One filter for all rows suits pages, and makes smaller files in half the time of Skia's encoder, which tries all five.
 */

import { constants, crc32, createDeflate } from "node:zlib";

const INCHES_PER_METRE = 1 / 0.0254;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const TRUE_COLOUR = 2;
const FILTER_UP = 2;
/** Rendering intent of `sRGB`: perceptual. */
const PERCEPTUAL = 0;
const BAND_BYTES = 4_000_000;

/** A chunk with its length and checksum (PNG 3rd edition, 5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function header(width: number, height: number): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data[8] = 8;
  data[9] = TRUE_COLOUR;
  return chunk("IHDR", data);
}

function density(ppi: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, Math.round(ppi * INCHES_PER_METRE));
  view.setUint32(4, Math.round(ppi * INCHES_PER_METRE));
  data[8] = 1;
  return chunk("pHYs", data);
}

/** Rows `from` to `to` without alpha, each as its difference from the row above. */
function filterRows(pixels: Uint8Array, width: number, from: number, to: number): Uint8Array {
  const filtered = new Uint8Array((width * 3 + 1) * (to - from));
  let at = 0;
  for (let row = from; row < to; row++) {
    filtered[at++] = FILTER_UP;
    let pixel = row * width * 4;
    // The row above the first counts as zero.
    let above = row === 0 ? pixels.length : pixel - width * 4;
    for (let column = 0; column < width; column++, pixel += 4, above += 4) {
      filtered[at++] = (pixels[pixel] ?? 0) - (pixels[above] ?? 0);
      filtered[at++] = (pixels[pixel + 1] ?? 0) - (pixels[above + 1] ?? 0);
      filtered[at++] = (pixels[pixel + 2] ?? 0) - (pixels[above + 2] ?? 0);
    }
  }
  return filtered;
}

/** Encodes opaque RGBA pixels, row by row from the top; compresses on zlib's own threads. */
export async function encodePng(pixels: Uint8Array, width: number, height: number, ppi: number): Promise<Uint8Array> {
  const parts = [SIGNATURE, header(width, height), chunk("sRGB", Uint8Array.of(PERCEPTUAL)), density(ppi)];
  const deflate = createDeflate({ level: constants.Z_DEFAULT_COMPRESSION, chunkSize: 1 << 20 });
  const compressed = (async () => {
    for await (const piece of deflate) parts.push(chunk("IDAT", piece));
  })();
  const bandRows = Math.max(1, Math.floor(BAND_BYTES / (width * 3 + 1)));
  for (let row = 0; row < height; row += bandRows) {
    const band = filterRows(pixels, width, row, Math.min(row + bandRows, height));
    await new Promise<void>((resolve, reject) => {
      deflate.write(band, (error) => (error ? reject(error) : resolve()));
    });
  }
  deflate.end();
  await compressed;
  parts.push(chunk("IEND", new Uint8Array()));
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
