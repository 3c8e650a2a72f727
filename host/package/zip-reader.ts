/**
 * Reading ZIP archives from strangers: nothing is written to disk, nothing is unpacked before its size is known to be sane, and
 * every byte handed on has been checked against its checksum.
 */

import { constants, crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { errorReason } from "../files/error-code.ts";
import {
  duplicateEntry,
  encryptedEntry,
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

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, and of all together, unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** One file of an archive; folders are left out. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Unpacks it; throws a `DiagnosticError` where it is damaged. */
  read(): Uint8Array;
}

const STORED = 0;
const DEFLATED = 8;
const UNIX_TYPE_MASK = 0o170000;
const UNIX_LINK = 0o120000;

/** The files in an archive, in its order. Refuses the whole archive where anything in it is unsafe. `file` is only named in messages. */
export async function readZip(bytes: Uint8Array, file: string, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, strictFileNames: true });
    return await collectEntries(zip, buffer, file, limits);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const reason = errorReason(error);
    const diagnostic = /encrypt/i.test(reason) ? encryptedEntry(file, undefined) : packageDamaged(file, "unreadable");
    throw new DiagnosticError([diagnostic], { cause: error });
  }
}

async function collectEntries(
  zip: ZipFile,
  buffer: Buffer,
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
    total += uncompressedSize;
    if (
      uncompressedSize > limits.entryBytes ||
      (uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * MAX_RATIO)
    ) {
      refuse(packageBomb(file, name));
    }
    if (total > limits.totalBytes) refuse(packageTooLarge(file, total, limits.totalBytes));
    if (name.endsWith("/")) continue;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = buffer.subarray(fileDataStart, fileDataStart + compressedSize);
    entries.push({ name, size: uncompressedSize, read: () => unpack(packed, entry, name, file) });
  }
  return entries;
}

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
