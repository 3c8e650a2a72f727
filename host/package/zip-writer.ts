import { type Zippable, zipSync } from "fflate";

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

/** A ZIP archive with entries in the order given; equal entries give equal bytes on every machine and at any time. */
export function writeZip(entries: readonly ZipFileEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { name, bytes, stored } of entries) {
    files[name] = [bytes, { level: stored ? 0 : PACK_LEVEL, mtime: NO_DATE, os: 0 }];
  }
  return zipSync(files);
}
