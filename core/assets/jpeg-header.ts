/** What a JPEG file says of itself in its markers. ITU-T T.81, annex B; EXIF 2.32 for the orientation. */

import { type ByteReader, byteReader } from "./byte-reader.ts";
import { damaged, type HeaderResult, read, TRUNCATED } from "./header-result.ts";

export interface JpegHeader {
  /** As stored, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 four inks. */
  readonly components: number;
  readonly progressive: boolean;
  /** EXIF, 1–8. */
  readonly orientation: number;
  /** How three or four components are to be understood, from Adobe's marker: 0 as they are, 1 YCbCr, 2 YCCK. */
  readonly adobeTransform: number | undefined;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** SOF0–SOF15 without DHT, JPG and DAC, which share their range. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Baseline, extended and progressive Huffman: what every decoder reads. */
const DECODABLE = new Set([0xc0, 0xc1, 0xc2]);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= SOI);

/** Reads the markers up to the picture data. */
export function readJpegHeader(bytes: Uint8Array): HeaderResult<JpegHeader> {
  const reader = byteReader(bytes);
  let orientation = 1;
  let adobeTransform: number | undefined;
  let frame: Pick<JpegHeader, "width" | "height" | "components" | "progressive"> | undefined;

  for (let at = 2; ; ) {
    if (at >= reader.length) return TRUNCATED;
    if (reader.u8(at) !== 0xff) return damaged("dấu mốc đặt sai chỗ", "a marker is out of place");
    while (reader.u8(at) === 0xff) at += 1;
    const marker = reader.u8(at);
    at += 1;
    if (Number.isNaN(marker)) return TRUNCATED;
    if (standsAlone(marker)) continue;
    if (marker === EOI) return damaged("không có dữ liệu hình", "it has no picture data");
    const size = reader.u16(at);
    if (Number.isNaN(size) || at + size > reader.length) return TRUNCATED;
    if (size < 2) return damaged("độ dài một đoạn sai", "the length of a segment is wrong");

    if (isFrameHeader(marker)) {
      if (!DECODABLE.has(marker)) return damaged("kiểu nén hiếm gặp", "it is compressed in an uncommon way");
      const [precision, height, width, components] = [
        reader.u8(at + 2),
        reader.u16(at + 3),
        reader.u16(at + 5),
        reader.u8(at + 7),
      ];
      if (precision !== 8) return damaged(`${precision} bit mỗi kênh`, `it has ${precision} bits per component`);
      if (width === 0 || height === 0) return damaged("kích thước bằng không", "its size is zero");
      if (![1, 3, 4].includes(components) || size !== 8 + 3 * components) {
        return damaged("phần mô tả màu sai", "its colour description is wrong");
      }
      frame = { width, height, components, progressive: marker === 0xc2 };
    } else if (marker === APP1 && reader.ascii(at + 2, 6) === "Exif\0\0") {
      orientation = readExifOrientation(byteReader(bytes.subarray(at + 8, at + size)));
    } else if (marker === APP14 && reader.ascii(at + 2, 5) === "Adobe" && size >= 14) {
      adobeTransform = reader.u8(at + 13);
    } else if (marker === SOS) {
      if (!frame) return damaged("thiếu phần mô tả hình", "its frame header is missing");
      if (!endsProperly(bytes, at)) return TRUNCATED;
      return read({ ...frame, orientation, adobeTransform });
    }
    at += size;
  }
}

/** Some cameras add padding after the end marker; anything beyond this many bytes is taken for a picture cut short. */
const MAX_TRAILER = 65_536;

/** `scan` is where the picture data starts: a thumbnail before it has an end marker of its own. */
function endsProperly(bytes: Uint8Array, scan: number): boolean {
  const last = Math.max(scan, bytes.length - MAX_TRAILER);
  for (let at = bytes.length - 2; at >= last; at -= 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === EOI) return true;
  }
  return false;
}

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** `reader` starts at the TIFF header. 1 where there is none or it makes no sense: such pictures are shown as stored everywhere. */
function readExifOrientation(reader: ByteReader): number {
  const order = reader.ascii(0, 2);
  if (order !== "II" && order !== "MM") return 1;
  const little = order === "II";
  const directory = reader.u32(4, little);
  const count = reader.u16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (reader.u16(entry, little) !== ORIENTATION_TAG) continue;
    const value = reader.u16(entry + 8, little);
    return reader.u16(entry + 2, little) === SHORT && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
