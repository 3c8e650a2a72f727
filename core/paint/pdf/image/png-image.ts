/** PNG files: opaque ones go into a PDF with their compressed rows untouched, others are split into colour and alpha. */

import { type DecodedPng, decode } from "fast-png";
import { crc32 } from "../../../assets/crc32.ts";
import { imageCorrupt } from "../../../assets/image-diagnostics.ts";
import type { PngHeader } from "../../../assets/png-header.ts";
import { type Bilingual, DiagnosticError } from "../../../diagnostics/diagnostic.ts";
import type { Deflate } from "../file/pdf-file.ts";
import type { EncodedImage } from "./encoded-image.ts";
import { encodeRows } from "./png-rows.ts";

/** A file whose header was read, with the parts that are needed; `fail` throws naming the picture. */
interface Png {
  readonly bytes: Uint8Array;
  readonly header: PngHeader;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array | undefined;
  readonly rows: Uint8Array;
  readonly fail: (reason: Bilingual) => never;
}

/** `header` is what `readPngHeader` made of `bytes`. Throws DiagnosticError naming `asset` where the picture data is damaged. */
export function encodePng(bytes: Uint8Array, header: PngHeader, asset: string, deflate: Deflate): EncodedImage {
  const png = readParts(bytes, header, asset);
  const { width, height, bitDepth, color } = header;
  const hasAlphaChannel = color === "grey-alpha" || color === "rgb-alpha";
  if (hasAlphaChannel || header.interlaced || bitDepth === 16) return encodeSamples(png, deflate);

  const image = {
    width,
    height,
    bitsPerComponent: bitDepth,
    inverted: false,
    data: { kind: "png-rows" as const, bytes: png.rows },
  };
  const { palette, transparency } = png;
  if (color === "palette") {
    const indexed = { ...image, colors: { palette } };
    if (!transparency?.some((alpha) => alpha < 255)) return indexed;
    const indexes = unpackSamples(decodePng(png));
    return { ...indexed, alpha: indexes.map((index) => transparency[index] ?? 255) };
  }
  const colorKey = transparency && transparentColor(transparency);
  return { ...image, colors: color === "grey" ? "gray" : "rgb", ...(colorKey ? { colorKey } : {}) };
}

/** The one colour that `tRNS` makes transparent, as a `Mask` array. */
function transparentColor(transparency: Uint8Array): readonly number[] {
  const range: number[] = [];
  for (let at = 0; at + 2 <= transparency.length; at += 2) {
    const value = ((transparency[at] ?? 0) << 8) | (transparency[at + 1] ?? 0);
    range.push(value, value);
  }
  return range;
}

/** Files that must be unpacked: with an alpha channel, interlaced, or of 16 bits. */
function encodeSamples(png: Png, deflate: Deflate): EncodedImage {
  const { width, height, bitDepth, color, interlaced } = png.header;
  if (interlaced && bitDepth < 8) {
    png.fail({
      vi: "ảnh xen kẽ (interlaced) ít bit; hãy lưu lại ở dạng không xen kẽ",
      en: "it is interlaced with few bits; save it again without interlacing",
    });
  }
  const decoded = decodePng(png);
  const samples = unpackSamples(decoded);
  const hasAlphaChannel = color === "grey-alpha" || color === "rgb-alpha";
  const colorChannels = color === "rgb" || color === "rgb-alpha" ? 3 : 1;
  const { colors, alpha } = hasAlphaChannel
    ? splitAlpha(samples, width * height, colorChannels)
    : { colors: samples, alpha: keyedAlpha(decoded, png, colorChannels) };
  return {
    width,
    height,
    bitsPerComponent: 8,
    inverted: false,
    colors: color === "palette" ? { palette: png.palette } : colorChannels === 3 ? "rgb" : "gray",
    data: { kind: "png-rows", bytes: encodeRows(colors, width, height, colorChannels, deflate) },
    ...(alpha?.some((value) => value < 255) ? { alpha } : {}),
  };
}

function splitAlpha(samples: Uint8Array, pixels: number, colorChannels: number) {
  const colors = new Uint8Array(pixels * colorChannels);
  const alpha = new Uint8Array(pixels);
  let from = 0;
  let to = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < colorChannels; channel++) colors[to++] = samples[from++] ?? 0;
    alpha[pixel] = samples[from++] ?? 255;
  }
  return { colors, alpha };
}

/** `tRNS` of an interlaced or 16-bit file, compared at the file's own depth. */
function keyedAlpha(decoded: DecodedPng, png: Png, channels: number): Uint8Array | undefined {
  const { transparency } = png;
  if (!transparency) return undefined;
  const { data, width, height } = decoded;
  const pixels = width * height;
  if (png.header.color === "palette") {
    return Uint8Array.from({ length: pixels }, (_, pixel) => transparency[data[pixel] ?? 0] ?? 255);
  }
  const key = transparentColor(transparency);
  return Uint8Array.from({ length: pixels }, (_, pixel) => {
    for (let channel = 0; channel < channels; channel++) {
      if (data[pixel * channels + channel] !== key[channel * 2]) return 255;
    }
    return 0;
  });
}

/** One byte per sample: palette indexes as they are, 16 bits cut to the upper 8. */
function unpackSamples({ data, depth, width, height, channels }: DecodedPng): Uint8Array {
  if (depth === 16) return Uint8Array.from(data, (value) => value >> 8);
  if (depth === 8) return data instanceof Uint8Array ? data : Uint8Array.from(data);
  const samples = new Uint8Array(width * height * channels);
  const rowLength = Math.ceil((width * channels * depth) / 8);
  const mask = (1 << depth) - 1;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width * channels; column++) {
      const bit = column * depth;
      const byte = data[row * rowLength + (bit >> 3)] ?? 0;
      samples[row * width * channels + column] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}

function decodePng({ bytes, fail }: Png): DecodedPng {
  try {
    return decode(bytes);
  } catch {
    return fail(UNREADABLE);
  }
}

const UNREADABLE: Bilingual = { vi: "dữ liệu hình không đọc được", en: "its picture data cannot be read" };

/** The picture data goes into the file unseen, so its checksums are the one chance to find damage. */
function readParts(bytes: Uint8Array, header: PngHeader, asset: string): Png {
  const fail = (reason: Bilingual): never => {
    throw new DiagnosticError([imageCorrupt({ asset, name: asset }, "PNG", reason)]);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let palette = new Uint8Array();
  let transparency: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const contents = bytes.subarray(at + 8, at + 8 + length);
    if (type === "PLTE") palette = contents.slice();
    else if (type === "tRNS") transparency = contents;
    else if (type === "IDAT") {
      if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) fail(UNREADABLE);
      data.push(contents);
    } else if (type === "IEND") break;
    at += 12 + length;
  }
  return { bytes, header, palette, transparency, rows: concatenate(data), fail };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
