/** Takes away half-written files a killed or powered-off program left beside the files it wrote. */

import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** The names `atomic-write.ts` and `part-file.ts` write under. */
const OURS = new RegExp(`^\\.(?:xuongtin-${UUID}\\.tmp|.{1,120}-${UUID}\\.part)$`, "u");
/** Nothing is written for so long; what is younger may belong to another program that runs. Milliseconds. */
const LEAST_AGE = 24 * 3_600_000;

const swept = new Set<string>();

/** Sweeps a folder, the first time it is asked for in this process. Never fails: leftovers only take room. */
export async function sweepOnce(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  await sweepLeftovers(folder, Date.now()).catch(() => undefined);
}

/** Removes our half-written files of the folder that are older than a day at `now`, milliseconds since 1970. */
export async function sweepLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!OURS.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && now - found.mtimeMs > LEAST_AGE) await unlink(path).catch(() => undefined);
  }
}
