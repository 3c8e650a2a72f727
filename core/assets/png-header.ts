/** What a PNG file says of itself. W3C PNG specification, third edition, chapter 11. */

import { byteReader } from "./byte-reader.ts";
import { crc32 } from "./crc32.ts";
import { damaged, type HeaderResult, read, TRUNCATED } from "./header-result.ts";

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly color: "grey" | "rgb" | "palette" | "grey-alpha" | "rgb-alpha";
  readonly interlaced: boolean;
  /** It has an alpha channel or a transparent colour. */
  readonly transparent: boolean;
}

const COLORS = new Map<number, { readonly color: PngHeader["color"]; readonly depths: readonly number[] }>([
  [0, { color: "grey", depths: [1, 2, 4, 8, 16] }],
  [2, { color: "rgb", depths: [8, 16] }],
  [3, { color: "palette", depths: [1, 2, 4, 8] }],
  [4, { color: "grey-alpha", depths: [8, 16] }],
  [6, { color: "rgb-alpha", depths: [8, 16] }],
]);
const SIGNATURE_LENGTH = 8;
/** Type, length and checksum around a chunk's data. */
const CHUNK_OVERHEAD = 12;
/** Chunks before the picture data are small; a checksum is worth its time there. */
const MAX_CHECKED_CHUNK = 4_000_000;

/** Walks over the chunks to the end of the file; the picture data itself is not decoded. */
export function readPngHeader(bytes: Uint8Array): HeaderResult<PngHeader> {
  const reader = byteReader(bytes);
  let header: Omit<PngHeader, "transparent"> | undefined;
  let transparent = false;
  let hasPalette = false;
  let hasData = false;

  for (let at = SIGNATURE_LENGTH; ; ) {
    const size = reader.u32(at);
    const type = reader.ascii(at + 4, 4);
    if (Number.isNaN(size) || type.length < 4 || at + CHUNK_OVERHEAD + size > reader.length) return TRUNCATED;
    if (!/^[A-Za-z]{4}$/.test(type)) return damaged("tên một khối dữ liệu sai", "the name of a chunk is wrong");
    if (!header && type !== "IHDR") return damaged("thiếu phần đầu IHDR", "its IHDR header is missing");
    if (type !== "IDAT" && size <= MAX_CHECKED_CHUNK) {
      const stored = reader.u32(at + 8 + size);
      if (crc32(bytes.subarray(at + 4, at + 8 + size)) !== stored) {
        return damaged(`mã kiểm tra của khối ${type} sai`, `the checksum of its ${type} chunk is wrong`);
      }
    }
    if (type === "IHDR") {
      const result = readImageHeader(bytes.subarray(at + 8, at + 8 + size));
      if (result.state !== "read") return result;
      header = result.header;
    }
    if (type === "PLTE") hasPalette = true;
    if (type === "tRNS") transparent = true;
    if (type === "IDAT") hasData = true;
    if (type === "IEND" && header) {
      if (!hasData) return damaged("không có dữ liệu hình", "it has no picture data");
      if (header.color === "palette" && !hasPalette) return damaged("thiếu bảng màu", "its palette is missing");
      const alpha = header.color === "grey-alpha" || header.color === "rgb-alpha";
      return read({ ...header, transparent: transparent || alpha });
    }
    at += CHUNK_OVERHEAD + size;
  }
}

function readImageHeader(data: Uint8Array): HeaderResult<Omit<PngHeader, "transparent">> {
  const reader = byteReader(data);
  if (reader.length !== 13) return damaged("phần đầu IHDR sai độ dài", "its IHDR header has the wrong length");
  const width = reader.u32(0);
  const height = reader.u32(4);
  if (width === 0 || height === 0) return damaged("kích thước bằng không", "its size is zero");
  const bitDepth = reader.u8(8);
  const kind = COLORS.get(reader.u8(9));
  const interlace = reader.u8(12);
  if (!kind?.depths.includes(bitDepth)) return damaged("kiểu màu không hợp lệ", "its colour type is not valid");
  if (reader.u8(10) !== 0 || reader.u8(11) !== 0 || interlace > 1) {
    return damaged("cách nén không hợp lệ", "its compression method is not valid");
  }
  return read({ width, height, bitDepth, color: kind.color, interlaced: interlace === 1 });
}
