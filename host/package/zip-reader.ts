/**
 * Reading ZIP archives from strangers: nothing is written to disk, nothing is unpacked before its size is known to be sane, and
 * every byte handed on has been checked against its checksum.
 */

import { constants, crc32, inflateRawSync } from "node:zlib";
import { type Entry, getFileNameLowLevel, type ZipFile } from "yauzl";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { PACKAGED_MEDIA } from "../../core/document/asset-path.ts";
import { errorReason } from "../files/error-code.ts";
import {
  duplicateEntry,
  encryptedEntry,
  mediaCompressed,
  type PackageDamage,
  packageBomb,
  packageDamaged,
  packageTooLarge,
  symbolicLink,
  tooManyEntries,
  unsafePath,
  unsupportedCompression,
} from "./package-diagnostics.ts";
import { MAX_RATIO, RATIO_MATTERS_FROM } from "./package-layout.ts";
import type { ZipSource } from "./zip-source.ts";

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, and of all together, unpacked. Sound and video, which are never held in memory, are not counted. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** One file of an archive; folders are left out. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** The checksum recorded of it. */
  readonly crc32: number;
  /** Unpacks it; throws a `DiagnosticError` where it is damaged. */
  read(): Uint8Array;
  /** It as it lies in the archive, piece by piece and unchecked. */
  stream(): AsyncIterable<Uint8Array>;
}

const STORED = 0;
const DEFLATED = 8;
const UNIX_TYPE_MASK = 0o170000;
const UNIX_LINK = 0o120000;

/** The files in an archive, in its order. Refuses the whole archive where anything in it is unsafe. `file` is only named in messages. */
export async function readZip(source: ZipSource, file: string, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  try {
    return await collectEntries(await source.openZip(), source, file, limits);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const reason = errorReason(error);
    const diagnostic = /encrypt/i.test(reason) ? encryptedEntry(file, undefined) : packageDamaged(file, "unreadable");
    throw new DiagnosticError([diagnostic], { cause: error });
  }
}

async function collectEntries(
  zip: ZipFile,
  source: ZipSource,
  file: string,
  limits: ZipLimits,
): Promise<readonly ZipEntry[]> {
  const refuse = (diagnostic: Diagnostic): never => {
    throw new DiagnosticError([diagnostic]);
  };
  if (zip.entryCount > limits.entries) refuse(tooManyEntries(file, zip.entryCount, limits.entries));
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let mediaTotal = 0;
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (!isInnocent(name)) refuse(unsafePath(file, name));
    // Names that differ in capitals or in how accents are composed are one file on Windows and macOS.
    const folded = name.normalize("NFC").toLowerCase();
    if (names.has(folded)) refuse(duplicateEntry(file, name));
    names.add(folded);
    if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE_MASK) === UNIX_LINK) refuse(symbolicLink(file, name));
    if (entry.isEncrypted()) refuse(encryptedEntry(file, name));
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      refuse(unsupportedCompression(file, name, entry.compressionMethod));
    }
    const { uncompressedSize, compressedSize } = entry;
    if (PACKAGED_MEDIA.test(name)) {
      if (entry.compressionMethod !== STORED) refuse(mediaCompressed(file, name));
      mediaTotal += compressedSize;
      // Files that lie over each other would fill the disk.
      if (uncompressedSize !== compressedSize || mediaTotal > source.size) refuse(packageBomb(file, name));
    } else {
      if (isTooMuch(entry, limits)) refuse(packageBomb(file, name));
      total += uncompressedSize;
    }
    if (total > limits.totalBytes) refuse(packageTooLarge(file, total, limits.totalBytes));
    if (name.endsWith("/")) continue;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    entries.push({
      name,
      size: uncompressedSize,
      crc32: entry.crc32,
      read: () => unpack(source.read(fileDataStart, compressedSize), entry, name, file),
      stream: () => source.stream(fileDataStart, compressedSize),
    });
  }
  return entries;
}

const isTooMuch = ({ uncompressedSize, compressedSize }: Entry, { entryBytes }: ZipLimits): boolean =>
  Math.max(uncompressedSize, compressedSize) > entryBytes ||
  (uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * MAX_RATIO);

/** Relative, with forward slashes only, and never up. */
const isInnocent = (name: string): boolean =>
  name !== "" &&
  !name.startsWith("/") &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with control characters is a trick
  !/[\\:\u0000-\u001f]/.test(name) &&
  !name.split("/").includes("..");

function unpack(packed: Buffer, entry: Entry, name: string, file: string): Uint8Array {
  const damaged = (damage: PackageDamage, cause?: unknown) =>
    new DiagnosticError([packageDamaged(file, damage, name)], { cause });
  if (packed.length !== entry.compressedSize) throw damaged("cut-short");
  let content: Uint8Array = packed;
  if (entry.compressionMethod === DEFLATED) {
    try {
      content = inflateRawSync(packed, {
        // One more than it says it has, so that an entry that lies is found out and not cut off.
        maxOutputLength: entry.uncompressedSize + 1,
        finishFlush: constants.Z_FINISH,
      });
    } catch (cause) {
      throw damaged("not-unpacked", cause);
    }
  }
  if (content.length !== entry.uncompressedSize) throw damaged("wrong-size");
  if (crc32(content) !== entry.crc32) throw damaged("wrong-checksum");
  return content;
}
