/** Writing ZIP archives, with the extensions for more than 4 GB (ZIP64) where they are needed: PKWARE APPNOTE 6.3.10, 4.3–4.5. */

import { crc32, deflateRawSync } from "node:zlib";
import { deflateSync } from "fflate";
import { MAX_RATIO, RATIO_MATTERS_FROM } from "./package-layout.ts";

/** A file of the archive that is in memory. */
export interface ZipBytes {
  /** ASCII, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pictures are packed already; packing them again takes time and gains nothing. */
  readonly stored: boolean;
}

/** A file of the archive that is too large for memory; it is stored as it is. */
export interface ZipStream {
  /** ASCII, with forward slashes. */
  readonly name: string;
  readonly size: number;
  readonly crc32: number;
  stream(): AsyncIterable<Uint8Array>;
  /** What came is as long as `size` but has another checksum. Throws where the archive must not be written then. */
  changed(): void;
  /** What came has another length. Throws. */
  wrongLength(): never;
}

/** 1 January 1980, the first day ZIP knows: archives say nothing of when they were made. */
const NO_DATE = 0x21;
const PACK_LEVEL = 6;
/** The quickest packing packs at most some five times less than ours. */
const QUICK = { level: 1 };
const QUICK_GAP = 6;

/** Sizes and places from this on do not fit into the plain fields. */
const PLAIN_LIMIT = 0xffff_ffff;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;

interface Written {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly size: number;
  readonly packedSize: number;
  readonly start: number;
}

/** A ZIP archive with entries in the order given; equal entries give equal bytes on every machine and at any time. */
export const writeZip = (entries: readonly ZipBytes[]): Uint8Array =>
  Buffer.concat([...zipPieces(entries)].map((piece) => (piece instanceof Uint8Array ? piece : new Uint8Array())));

/** The same piece by piece, with entries that are read while they are written. `plainLimit` is lower in tests. */
export async function* streamZip(
  entries: readonly (ZipBytes | ZipStream)[],
  plainLimit = PLAIN_LIMIT,
): AsyncGenerator<Uint8Array> {
  for (const piece of zipPieces(entries, plainLimit)) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* checked(piece);
  }
}

async function* checked(entry: ZipStream): AsyncGenerator<Uint8Array> {
  let [size, checksum] = [0, 0];
  for await (const piece of entry.stream()) {
    size += piece.length;
    if (size > entry.size) entry.wrongLength();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.size) entry.wrongLength();
  if (checksum !== entry.crc32) entry.changed();
}

/** Headers and files in memory as bytes; the others stand where their bytes belong. */
function* zipPieces(
  entries: readonly (ZipBytes | ZipStream)[],
  plainLimit = PLAIN_LIMIT,
): Generator<Uint8Array | ZipStream> {
  const written: Written[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = "bytes" in entry ? pack(entry) : undefined;
    const one: Written = {
      name: Buffer.from(entry.name, "latin1"),
      method: packed?.method ?? 0,
      crc32: "bytes" in entry ? crc32(entry.bytes) : entry.crc32,
      size: "bytes" in entry ? entry.bytes.length : entry.size,
      packedSize: packed ? packed.bytes.length : "bytes" in entry ? entry.bytes.length : entry.size,
      start: at,
    };
    const header = localHeader(one, plainLimit);
    yield header;
    if (packed) yield packed.bytes;
    else if (!("bytes" in entry)) yield entry;
    at += header.length + one.packedSize;
    written.push(one);
  }
  const directory = Buffer.concat(written.map((one) => directoryEntry(one, plainLimit)));
  yield directory;
  yield archiveEnd(written.length, at, directory.length, plainLimit);
}

function pack({ bytes, stored }: ZipBytes): { readonly method: 0 | 8; readonly bytes: Uint8Array } {
  if (stored || looksLikeBomb(bytes)) return { method: 0, bytes };
  return { method: 8, bytes: deflateSync(bytes, { level: PACK_LEVEL }) };
}

/** Text that says the same over and over is packed so far that a reader would refuse it; so it is stored as it is. */
const looksLikeBomb = (bytes: Uint8Array): boolean =>
  bytes.length > RATIO_MATTERS_FROM && bytes.length * QUICK_GAP > deflateRawSync(bytes, QUICK).length * MAX_RATIO;

function localHeader({ name, method, crc32: checksum, size, packedSize }: Written, plainLimit: number): Buffer {
  const isLarge = Math.max(size, packedSize) >= plainLimit;
  const extra = isLarge ? zip64Extra([size, packedSize]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 4);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(NO_DATE, 12);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(isLarge ? PLAIN_LIMIT : packedSize, 18);
  header.writeUInt32LE(isLarge ? PLAIN_LIMIT : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function directoryEntry(one: Written, plainLimit: number): Buffer {
  const { name, method, crc32: checksum, size, packedSize, start } = one;
  const isLarge = Math.max(size, packedSize, start) >= plainLimit;
  const extra = isLarge ? zip64Extra([size, packedSize, start]) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 4);
  header.writeUInt16LE(isLarge ? ZIP64_VERSION : PLAIN_VERSION, 6);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(NO_DATE, 14);
  header.writeUInt32LE(checksum, 16);
  header.writeUInt32LE(isLarge ? PLAIN_LIMIT : packedSize, 20);
  header.writeUInt32LE(isLarge ? PLAIN_LIMIT : size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(isLarge ? PLAIN_LIMIT : start, 42);
  return Buffer.concat([header, name, extra]);
}

/** The values whose plain fields say that they stand here, in the order of those fields. */
function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
}

function archiveEnd(count: number, start: number, length: number, plainLimit: number): Buffer {
  const isLarge = start >= plainLimit || count >= 0xffff;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : count, 8);
  end.writeUInt16LE(isLarge ? 0xffff : count, 10);
  end.writeUInt32LE(isLarge ? PLAIN_LIMIT : length, 12);
  end.writeUInt32LE(isLarge ? PLAIN_LIMIT : start, 16);
  if (!isLarge) return end;
  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(0x0606_4b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(ZIP64_VERSION, 12);
  large.writeUInt16LE(ZIP64_VERSION, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(length), 40);
  large.writeBigUInt64LE(BigInt(start), 48);
  large.writeUInt32LE(0x0706_4b50, 56);
  large.writeBigUInt64LE(BigInt(start + length), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}
