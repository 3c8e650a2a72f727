/** Pieces of clips that were encoded before, in a folder of the program's own. */

import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

/** Files by the names of what they hold. */
export interface SegmentCache {
  /** Where the file of that name lies, or would lie. */
  path(name: string): string;
  /** Whether it is there; it then counts as used now. */
  has(name: string): Promise<boolean>;
  /** Lets `make` write files at the paths it is given; they appear under their names once all are whole. */
  add(names: readonly string[], make: (paths: readonly string[]) => Promise<void>): Promise<void>;
  /** Removes what has not been used for longest until no more than `bytes` are left, and what was left unfinished. */
  prune(bytes: number): Promise<void>;
}

/** Unfinished files of a program that was ended are no longer written after this. */
const ABANDONED_MS = 3_600_000;
const UNFINISHED = ".part";

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
      const parts = names.map((name) => path(`${name}-${randomUUID()}${UNFINISHED}`));
      try {
        await mkdir(folder, { recursive: true });
        await make(parts);
        for (const [index, part] of parts.entries()) {
          await syncFile(part);
          await rename(part, path(names[index] ?? ""));
        }
      } catch (error) {
        for (const part of parts) await rm(part, { force: true });
        throw error;
      }
    },
    async prune(bytes) {
      const names = await readdir(folder).catch(() => []);
      const files = await Promise.all(
        names.map(async (name) => ({ path: path(name), found: await stat(path(name)).catch(() => undefined) })),
      );
      const oldest = files.toSorted((one, other) => (one.found?.mtimeMs ?? 0) - (other.found?.mtimeMs ?? 0));
      const isAbandoned = ({ path: file, found }: (typeof files)[number]): boolean =>
        file.endsWith(UNFINISHED) && found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS;
      for (const file of oldest.filter(isAbandoned)) await rm(file.path, { force: true });
      const kept = oldest.filter((file) => file.found && !isAbandoned(file));
      let left = kept.reduce((sum, { found }) => sum + (found?.size ?? 0), 0);
      for (const { path: file, found } of kept) {
        if (left <= bytes) return;
        await rm(file, { force: true });
        left -= found?.size ?? 0;
      }
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
