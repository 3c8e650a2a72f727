/** Big-endian and little-endian numbers of a byte array; reading past the end gives NaN, which no check accepts. */
export interface ByteReader {
  readonly length: number;
  u8(at: number): number;
  u16(at: number, littleEndian?: boolean): number;
  u32(at: number, littleEndian?: boolean): number;
  /** Bytes as Latin-1 characters; shorter where the array ends. */
  ascii(at: number, length: number): string;
}

/** A reader over the part of `bytes` from `start`. */
export function byteReader(bytes: Uint8Array, start = 0): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const within = (at: number, size: number): boolean => at >= 0 && at + size <= view.byteLength;
  return {
    length: view.byteLength,
    u8: (at) => (within(at, 1) ? view.getUint8(at) : Number.NaN),
    u16: (at, littleEndian = false) => (within(at, 2) ? view.getUint16(at, littleEndian) : Number.NaN),
    u32: (at, littleEndian = false) => (within(at, 4) ? view.getUint32(at, littleEndian) : Number.NaN),
    ascii: (at, length) => String.fromCharCode(...bytes.subarray(start + at, start + at + length)),
  };
}
