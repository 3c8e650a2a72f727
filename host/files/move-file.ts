/** Giving a file another name or another folder. */

import { stat, unlink } from "node:fs/promises";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { REAL_FILES, renameOver, writeFileAtomically } from "./atomic-write.ts";
import { errorCode, errorReason } from "./error-code.ts";
import { fileNotFound, folderNotWritable, nameTooLong, writeFailed } from "./file-diagnostics.ts";
import { streamFile } from "./stream-file.ts";

/**
 * Moves the file at `from` to `to`, where nothing may be but the file itself under a name that differs in capitals. At any moment one of
 * the two is there, whole. Throws a `DiagnosticError`.
 */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await renameOver(REAL_FILES, from, to).catch((error: unknown) => {
      if (errorCode(error) !== "EXDEV") throw error;
      return moveToOtherDisk(from, to);
    });
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([describe(error, from, to)], { cause: error });
  }
}

async function moveToOtherDisk(from: string, to: string): Promise<void> {
  await writeFileAtomically(to, streamFile(from));
  await unlink(from);
}

/** Whether both paths lead to one and the same file, as `a` and `A` do on Windows. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return (
    first !== undefined &&
    second !== undefined &&
    first.dev === second.dev &&
    first.ino === second.ino &&
    first.ino !== 0n
  );
}

function describe(error: unknown, from: string, to: string) {
  switch (errorCode(error)) {
    case "ENOENT":
      return fileNotFound(from);
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EBUSY":
      return folderNotWritable(to);
    case "ENAMETOOLONG":
      return nameTooLong(to);
    default:
      return writeFailed(to, errorReason(error));
  }
}
