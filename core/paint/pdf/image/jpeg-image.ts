/** JPEG files go into a PDF as they are; only their header is read. */

import { type EncodedImage, ImageFormatError } from "./encoded-image.ts";

const START_OF_SCAN = 0xda;
const ADOBE_SEGMENT = 0xee;
const BASELINE = 0xc0;
const PROGRESSIVE = 0xc2;

/** Baseline, extended and progressive files of 8 bits with 1, 3 or 4 components; throws ImageFormatError for others. */
export function encodeJpeg(bytes: Uint8Array): EncodedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let isAdobe = false;
  let at = 2;
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw damaged();
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) break;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (end > bytes.length) throw damaged();
    if (marker === ADOBE_SEGMENT && length >= 14) {
      isAdobe = String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe";
    }
    if (isFrameHeader(marker)) {
      if (length < 8) throw damaged();
      if (marker > PROGRESSIVE || marker < BASELINE) {
        throw new ImageFormatError({
          vi: "kiểu nén JPEG này (không mất dữ liệu hoặc số học) không dùng được trong PDF",
          en: "this kind of JPEG (lossless or arithmetic) cannot be used in a PDF",
        });
      }
      return describe(bytes, view, at, isAdobe || hasAdobeSegmentLater(bytes, view, end));
    }
    at = end;
  }
  throw damaged();
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function describe(bytes: Uint8Array, view: DataView, frame: number, isAdobe: boolean): EncodedImage {
  const bitsPerComponent = view.getUint8(frame + 4);
  const height = view.getUint16(frame + 5);
  const width = view.getUint16(frame + 7);
  const components = view.getUint8(frame + 9);
  const colors = ({ 1: "gray", 3: "rgb", 4: "cmyk" } as const)[components];
  if (!colors || bitsPerComponent !== 8 || width === 0 || height === 0) {
    throw new ImageFormatError({
      vi: `ảnh JPEG có ${components} kênh màu, ${bitsPerComponent} bit, ${width} × ${height} điểm ảnh`,
      en: `the JPEG has ${components} components of ${bitsPerComponent} bits, ${width} × ${height} pixels`,
    });
  }
  const inverted = colors === "cmyk" && isAdobe;
  return { width, height, bitsPerComponent, colors, inverted, data: { kind: "jpeg", bytes } };
}

/** The Adobe segment mostly comes before the frame header, but nothing says it must. */
function hasAdobeSegmentLater(bytes: Uint8Array, view: DataView, from: number): boolean {
  for (let at = from; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1];
    if (marker === START_OF_SCAN) return false;
    if (marker === ADOBE_SEGMENT && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === "Adobe") return true;
  }
  return false;
}

const damaged = () => new ImageFormatError({ vi: "tệp JPEG bị hỏng", en: "the JPEG file is damaged" });
