/** Writing a file so that it is either the old one or the whole new one, also after a power cut. */

import { mkdir, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { errorCode, errorReason } from "./error-code.ts";
import {
  diskFull,
  folderIsFile,
  folderNotMade,
  folderNotWritable,
  nameTooLong,
  targetIsFolder,
  writeFailed,
} from "./file-diagnostics.ts";
import { freeBytes } from "./free-space.ts";
import { sweepOnce, temporaryName } from "./sweep-leftovers.ts";

/** The calls of `node:fs/promises` used here; tests hand in failing ones. */
export interface AtomicFileSystem {
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly realpath: typeof realpath;
  readonly rename: typeof rename;
  readonly stat: typeof stat;
  readonly unlink: typeof unlink;
}

/** The files of this machine. */
export const REAL_FILES: AtomicFileSystem = { mkdir, open, realpath, rename, stat, unlink };

/** Virus scanners and indexers on Windows hold new files for a moment. */
const RENAME_ATTEMPTS = 8;
const RENAME_PAUSE_MS = 25;
const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);

/**
 * Puts `bytes` at `path`, piece by piece where they come so. Missing folders are made; a file that is there is replaced at once and keeps its permissions; a link is
 * followed. Of several writers at a time the last one wins, whole. On failure nothing is left behind and the old file stays.
 * Throws a `DiagnosticError`.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  files: AtomicFileSystem = REAL_FILES,
): Promise<void> {
  try {
    const target = await files.realpath(path).catch(() => path);
    const existing = await files.stat(target).catch(() => undefined);
    if (existing?.isDirectory()) throw new DiagnosticError([targetIsFolder(path)]);
    const folder = dirname(target);
    await files.mkdir(folder, { recursive: true });
    const temporary = join(folder, temporaryName("xuongtin", "tmp"));
    try {
      await writeWhole(files, temporary, bytes, existing?.mode);
      await renameOver(files, temporary, target);
    } catch (error) {
      await files.unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(files, folder);
    await sweepOnce(folder);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([describeWriteError(error, path, "length" in bytes ? bytes.length : 0)], {
      cause: error,
    });
  }
}

async function writeWhole(
  files: AtomicFileSystem,
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  mode: number | undefined,
): Promise<void> {
  const handle = await files.open(path, "wx", mode === undefined ? 0o666 : mode & 0o777);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames over what is there, waiting a little for whoever holds it. */
export async function renameOver(files: AtomicFileSystem, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === "win32" && BUSY.has(errorCode(error) ?? "");
      if (!mayPass || attempt === RENAME_ATTEMPTS) throw error;
      await pause(RENAME_PAUSE_MS * attempt);
    }
  }
}

/** Makes the new name last. Windows and some network drives cannot do this for folders, and do not need it. */
export async function syncFolder(files: AtomicFileSystem, folder: string): Promise<void> {
  const handle = await files.open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

/** What the user is told of a write that failed; `size` in bytes, 0 where it is not known. */
export function describeWriteError(error: unknown, path: string, size: number): Diagnostic {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return diskFull(path, size, freeBytes(path));
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EBUSY":
      return folderNotWritable(path);
    case "ENOTDIR":
    case "EEXIST":
      return folderIsFile(path);
    case "ENOENT":
      return folderNotMade(path);
    case "EISDIR":
      return targetIsFolder(path);
    case "ENAMETOOLONG":
      return nameTooLong(path);
    default:
      return writeFailed(path, errorReason(error));
  }
}
