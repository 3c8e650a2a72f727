/** Files other programs write: they grow under a name of their own and take the target's when they are whole. */

import { mkdir, open, realpath, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { describeWriteError, REAL_FILES, renameOver, syncFolder } from "./atomic-write.ts";
import { targetIsFolder } from "./file-diagnostics.ts";
import { sweepOnce, temporaryName } from "./sweep-leftovers.ts";

/**
 * Calls `make` with a path beside `target`, syncs what was written there and puts it in the target's place. Whatever fails, nothing is left
 * behind and the old file stays. Throws what `make` threw, or a `DiagnosticError`.
 */
export async function makeWholeFile<Result>(target: string, make: (part: string) => Promise<Result>): Promise<Result> {
  const place = await realpath(target).catch(() => target);
  const part = join(dirname(place), temporaryName(basename(place), "part"));
  try {
    await told(target, async () => {
      if ((await stat(place).catch(() => undefined))?.isDirectory())
        throw new DiagnosticError([targetIsFolder(target)]);
      await mkdir(dirname(place), { recursive: true });
      // Found out here, in words people understand, rather than by the program that writes.
      await (await open(part, "wx")).close();
    });
    const result = await make(part);
    await told(target, async () => {
      const handle = await open(part, "r+");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await renameOver(REAL_FILES, part, place);
      await syncFolder(REAL_FILES, dirname(place));
      await sweepOnce(dirname(place));
    });
    return result;
  } catch (error) {
    await unlink(part).catch(() => undefined);
    throw error;
  }
}

async function told(target: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([describeWriteError(error, target, 0)], { cause: error });
  }
}
