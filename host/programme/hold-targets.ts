/** Whether files can be written is found out before hours of work, not after; and nobody else writes them meanwhile. */

import { mkdir, open, realpath, rmdir, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { describeWriteError } from "../files/atomic-write.ts";
import { targetIsFolder } from "../files/file-diagnostics.ts";
import { sweepLeftovers, temporaryName } from "../files/sweep-leftovers.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { type FileLock, takeLock } from "../sessions/file-lock.ts";
import { targetBusy, targetTwice } from "./render-diagnostics.ts";

/**
 * Calls `use` while every target is ours: its folder is there and can be written to, it is no folder and none of `inputs`, no other program
 * makes it. Leftovers of killed programs in the folders are removed; folders that stay empty go again. Throws a `DiagnosticError`.
 */
export async function holdTargets<Result>(
  targets: readonly string[],
  inputs: readonly string[],
  use: () => Promise<Result>,
): Promise<Result> {
  for (const [index, target] of targets.entries()) {
    if (targets.indexOf(target) !== index) throw new DiagnosticError([targetTwice(target)]);
    await refuseInputAsOutput(target, inputs);
  }
  const locks: FileLock[] = [];
  const folders: string[] = [];
  try {
    for (const target of targets) locks.push(await hold(target, folders));
    return await use();
  } finally {
    for (const lock of locks) await lock.release();
    for (const folder of folders.toReversed()) await rmdir(folder).catch(() => undefined);
  }
}

/** Adds the folders it makes to `folders`, from the outside in. */
async function hold(target: string, folders: string[]): Promise<FileLock> {
  const place = await realpath(target).catch(() => target);
  const folder = dirname(place);
  try {
    if ((await stat(place).catch(() => undefined))?.isDirectory()) throw new DiagnosticError([targetIsFolder(target)]);
    const first = await mkdir(folder, { recursive: true });
    if (first !== undefined) folders.push(...foldersBetween(first, folder));
    await sweepLeftovers(folder, Date.now());
    const trial = join(folder, temporaryName(basename(place), "part"));
    await (await open(trial, "wx")).close();
    await unlink(trial);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([describeWriteError(error, target, 0)], { cause: error });
  }
  const result = await takeLock(place);
  if (result.state === "taken") return result.lock;
  throw new DiagnosticError([targetBusy(target, result.machine === hostname() ? "" : result.machine)]);
}

/** `/a/b`, `/a/b/c`, `/a/b/c/d` of `/a/b` and `/a/b/c/d`. */
function foldersBetween(first: string, last: string): string[] {
  const found: string[] = [];
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) found.unshift(folder);
  return found;
}
