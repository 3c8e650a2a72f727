import { deflateRawSync } from "node:zlib";
import { type Zippable, zipSync } from "fflate";
import { MAX_RATIO, RATIO_MATTERS_FROM } from "./package-layout.ts";

export interface ZipFileEntry {
  /** ASCII, with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pictures are packed already; packing them again takes time and gains nothing. */
  readonly stored: boolean;
}

/** The first day ZIP knows. fflate writes local time, so this is local midnight wherever the program runs. */
const NO_DATE = new Date(1980, 0, 1);
const PACK_LEVEL = 6;
/** The quickest packing packs at most some five times less than ours. */
const QUICK = { level: 1 };
const QUICK_GAP = 6;

/** A ZIP archive with entries in the order given; equal entries give equal bytes on every machine and at any time. */
export function writeZip(entries: readonly ZipFileEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { name, bytes, stored } of entries) {
    files[name] = [bytes, { level: stored || looksLikeBomb(bytes) ? 0 : PACK_LEVEL, mtime: NO_DATE, os: 0 }];
  }
  return zipSync(files);
}

/** Text that says the same over and over is packed so far that a reader would refuse it; so it is stored as it is. */
const looksLikeBomb = (bytes: Uint8Array): boolean =>
  bytes.length > RATIO_MATTERS_FROM && bytes.length * QUICK_GAP > deflateRawSync(bytes, QUICK).length * MAX_RATIO;
