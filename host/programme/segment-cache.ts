/** Pieces of clips that were encoded before, in a folder of the program's own. */

import { mkdir, open, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { REAL_FILES, renameOver } from "../files/atomic-write.ts";
import { letGoOfOldest } from "../files/let-go.ts";
import { sweepLeftovers, temporaryName } from "../files/sweep-leftovers.ts";

/** Files by the names of what they hold. */
export interface SegmentCache {
  /** Where the file of that name lies, or would lie. */
  path(name: string): string;
  /** Whether it is there; it then counts as used now. */
  has(name: string): Promise<boolean>;
  /** Lets `make` write files at the paths it is given; they appear under their names once all are whole. Answers what `make` answers. */
  add<Result>(names: readonly string[], make: (paths: readonly string[]) => Promise<Result>): Promise<Result>;
  /** A new name for a file of this process that is only needed for a while; what is left of it is swept. */
  temporary(name: string): string;
  /** Removes what programs that are gone left unfinished. */
  sweep(): Promise<void>;
  /** Nothing used from now on is removed by anybody until the answer is called. */
  hold(): Promise<() => Promise<void>>;
  /** Removes what has not been used for longest and nobody holds, until no more than `bytes` are left. */
  prune(bytes: number): Promise<void>;
}

/** Marks a render that is going on: its age says what may still be needed. */
const MARK = "render";

/** The cache in `folder`, which is made when the first file comes. */
export function openSegmentCache(folder: string): SegmentCache {
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async has(name) {
      const now = new Date();
      return utimes(path(name), now, now).then(
        () => true,
        () => false,
      );
    },
    async add(names, make) {
      const parts = names.map((name) => path(temporaryName(name, "part")));
      try {
        await mkdir(folder, { recursive: true });
        const result = await make(parts);
        for (const [index, part] of parts.entries()) {
          await syncFile(part);
          await renameOver(REAL_FILES, part, path(names[index] ?? ""));
        }
        return result;
      } catch (error) {
        // What cannot be removed is swept another time.
        for (const part of parts) await rm(part, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    temporary: (name) => path(temporaryName(name, "part")),
    sweep: () => sweepLeftovers(folder, Date.now()),
    async hold() {
      const mark = path(temporaryName(MARK, "part"));
      await mkdir(folder, { recursive: true });
      await writeFile(mark, "");
      return () => rm(mark, { force: true }).catch(() => undefined);
    },
    async prune(bytes) {
      await sweepLeftovers(folder, Date.now());
      const names = await readdir(folder).catch(() => []);
      const marks = names.filter((name) => name.startsWith(`.${MARK}-`));
      const begun = await Promise.all(
        marks.map((name) =>
          stat(path(name)).then(
            ({ mtimeMs }) => mtimeMs,
            () => Number.POSITIVE_INFINITY,
          ),
        ),
      );
      const since = Math.min(...begun);
      await letGoOfOldest(folder, { bytes, mayGo: ({ used }) => used < since });
    },
  };
}

/** A name must not outlast a power cut that its content does not. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
