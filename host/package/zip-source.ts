/** Where an archive lies while it is read: in memory, or in a file too large for it. */

import { closeSync, openSync, readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { fromBufferPromise, fromFdPromise, type ZipFile } from "yauzl";
import { readPieces } from "../files/stream-file.ts";

export interface ZipSource {
  /** Bytes of the archive. */
  readonly size: number;
  openZip(): Promise<ZipFile>;
  /** Bytes from `start` on, fewer where the archive ends. */
  read(start: number, length: number): Buffer;
  /** The same piece by piece; ends early where the archive does. */
  stream(start: number, length: number): AsyncIterable<Uint8Array>;
}

const ZIP_OPTIONS = { decodeStrings: false, strictFileNames: true } as const;

/** An archive in memory. */
export function memoryZip(bytes: Uint8Array): ZipSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (start: number, length: number) => buffer.subarray(start, start + length);
  return {
    size: bytes.length,
    openZip: () => fromBufferPromise(buffer, ZIP_OPTIONS),
    read,
    async *stream(start, length) {
      yield read(start, length);
    },
  };
}

/** An archive in an open file of `size` bytes. It is read for as long as the file stays open. */
export function fileZip(handle: FileHandle, size: number): ZipSource {
  return {
    size,
    openZip: () => fromFdPromise(handle.fd, { ...ZIP_OPTIONS, autoClose: false }),
    read(start, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      return buffer.subarray(0, readSync(handle.fd, buffer, 0, buffer.length, start));
    },
    stream: (start, length) => readPieces(handle, start, length),
  };
}

/** As `fileZip`; entries can be read when it is closed as well, from whatever then lies at `path`. */
export function lastingZip(handle: FileHandle, size: number, path: string): ZipSource {
  return {
    ...fileZip(handle, size),
    read(start, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      const file = openSync(path, "r");
      try {
        return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, start));
      } finally {
        closeSync(file);
      }
    },
  };
}
