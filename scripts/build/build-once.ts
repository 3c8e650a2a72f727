/** Folders made from sources: whole or not at all, and once for each state of them, however many processes ask at a time. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { takeLock } from "../../host/sessions/file-lock.ts";

export interface BuiltFolder {
  readonly folder: string;
  /** False where it was there already. */
  readonly isNew: boolean;
}

/** What is packed from it is for everybody on the machine. */
const READABLE = 0o755;
const LOOK_AGAIN_MS = 100;
/** What nobody has asked for in this time is taken away. */
const KEPT_MS = 86_400_000;

/**
 * The folder `store/digest`, which `build` fills where it is not there. Others see it only once it is whole; what was built from other
 * sources stays beside it, for programs that are serving it.
 */
export async function buildOnce(
  store: string,
  digest: string,
  build: (into: string) => Promise<unknown>,
): Promise<BuiltFolder> {
  const folder = join(store, digest);
  await mkdir(store, { recursive: true });
  for (;;) {
    if (existsSync(folder)) {
      const now = new Date();
      await utimes(folder, now, now);
      return { folder, isNew: false };
    }
    const taken = await takeLock(folder);
    if (taken.state === "held") {
      await setTimeout(LOOK_AGAIN_MS);
      continue;
    }
    const unfinished = await mkdtemp(join(store, ".unfinished-"));
    try {
      if (existsSync(folder)) continue;
      await chmod(unfinished, READABLE);
      await build(unfinished);
      await rename(unfinished, folder);
      await removeOld(store);
      return { folder, isNew: true };
    } finally {
      await rm(unfinished, { recursive: true, force: true });
      await taken.lock.release();
    }
  }
}

/** Says which files below `root` there are and what is in them; `isSource` is asked for paths from there, with slashes. */
export async function digestOfSources(
  root: string,
  folders: readonly string[],
  isSource: (path: string) => boolean = () => true,
): Promise<string> {
  const listed = await Promise.all(folders.map((folder) => filesBelow(join(root, folder))));
  const paths = listed
    .flat()
    .map((path) => relative(root, path).replaceAll(sep, "/"))
    .filter(isSource)
    .sort();
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 20);
}

/** The file itself where `path` is one. */
async function filesBelow(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Programs may be serving what was built before; where the system does not let go of it, it stays. */
async function removeOld(store: string): Promise<void> {
  for (const name of await readdir(store)) {
    const path = join(store, basename(name));
    const found = await stat(path).catch(() => undefined);
    if (!found || Date.now() - found.mtimeMs < KEPT_MS) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
