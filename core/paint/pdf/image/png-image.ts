/** PNG files: opaque ones go into a PDF with their compressed rows untouched, others are split into colour and alpha. */

import { type DecodedPng, decode } from "fast-png";
import type { Deflate } from "../file/pdf-file.ts";
import { type EncodedImage, ImageFormatError } from "./encoded-image.ts";
import { encodeRows } from "./png-rows.ts";

const GRAY = 0;
const RGB = 2;
const PALETTE = 3;
const GRAY_ALPHA = 4;
const RGB_ALPHA = 6;

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly transparency: Uint8Array | undefined;
  readonly data: readonly Uint8Array[];
}

/** Throws ImageFormatError where the file cannot be read. 16-bit samples are reduced to 8. */
export function encodePng(bytes: Uint8Array, deflate: Deflate): EncodedImage {
  const png = readChunks(bytes);
  const hasAlphaChannel = png.colorType === GRAY_ALPHA || png.colorType === RGB_ALPHA;
  if (hasAlphaChannel || png.interlaced || png.depth === 16) return encodeSamples(bytes, png, deflate);

  const { width, height, depth: bitsPerComponent, transparency } = png;
  const image = {
    width,
    height,
    bitsPerComponent,
    inverted: false,
    data: { kind: "png-rows" as const, bytes: concatenate(png.data) },
  };
  if (png.colorType === PALETTE) {
    const indexed = { ...image, colors: { palette: paletteOf(png) } };
    if (!transparency?.some((alpha) => alpha < 255)) return indexed;
    const indexes = unpackSamples(decodePng(bytes));
    return { ...indexed, alpha: indexes.map((index) => transparency[index] ?? 255) };
  }
  const colorKey = transparency && transparentColor(transparency);
  return { ...image, colors: png.colorType === GRAY ? "gray" : "rgb", ...(colorKey ? { colorKey } : {}) };
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
function encodeSamples(bytes: Uint8Array, png: PngHeader, deflate: Deflate): EncodedImage {
  if (png.interlaced && png.depth < 8) {
    throw new ImageFormatError({
      vi: "ảnh PNG xen kẽ (interlaced) ít bit không đọc được; hãy lưu lại ở dạng không xen kẽ",
      en: "an interlaced PNG of few bits cannot be read; save it again without interlacing",
    });
  }
  const decoded = decodePng(bytes);
  const samples = unpackSamples(decoded);
  const { width, height } = png;
  const image = { width, height, bitsPerComponent: 8, inverted: false };
  const hasAlpha = png.colorType === GRAY_ALPHA || png.colorType === RGB_ALPHA;
  const colorChannels = png.colorType === RGB || png.colorType === RGB_ALPHA ? 3 : 1;
  const { colors, alpha } = hasAlpha
    ? splitAlpha(samples, width * height, colorChannels)
    : { colors: samples, alpha: keyedAlpha(decoded, png, colorChannels) };
  return {
    ...image,
    colors: png.colorType === PALETTE ? { palette: paletteOf(png) } : colorChannels === 3 ? "rgb" : "gray",
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
function keyedAlpha(decoded: DecodedPng, png: PngHeader, channels: number): Uint8Array | undefined {
  const { transparency } = png;
  if (!transparency) return undefined;
  const pixels = png.width * png.height;
  const { data } = decoded;
  if (png.colorType === PALETTE) {
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

function paletteOf(png: PngHeader): Uint8Array {
  if (!png.palette || png.palette.length < 3) throw damaged();
  return png.palette;
}

function decodePng(bytes: Uint8Array): DecodedPng {
  try {
    return decode(bytes);
  } catch {
    throw damaged();
  }
}

function readChunks(bytes: Uint8Array): PngHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) throw damaged();
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const contents = bytes.subarray(at + 8, at + 8 + length);
    if (contents.length < length) throw damaged();
    if (type === "PLTE") palette = contents;
    else if (type === "tRNS") transparency = contents;
    else if (type === "IDAT") data.push(contents);
    else if (type === "IEND") break;
    at += 12 + length;
  }
  if (data.length === 0) throw damaged();
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colorType: view.getUint8(25),
    interlaced: view.getUint8(28) !== 0,
    palette,
    transparency,
    data,
  };
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

const damaged = () => new ImageFormatError({ vi: "tệp PNG bị hỏng", en: "the PNG file is damaged" });
