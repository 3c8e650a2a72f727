import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Folders that are looked into below the first, and files looked at in all. */
const DEEPEST = 4;
const MOST_LOOKED_AT = 5_000;

const folded = (name: string): string => name.normalize("NFC").toLowerCase();

/**
 * Files called `name`, capitals aside, in `folder` and the folders in it, the nearest first: paths from `folder` with forward slashes. Links are
 * not followed.
 */
export async function findNearby(folder: string, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  let folders = [folder];
  let looked = 0;
  for (let depth = 0; depth <= DEEPEST && folders.length > 0; depth += 1) {
    const deeper: string[] = [];
    for (const one of folders) {
      const entries = await readdir(one, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        looked += 1;
        if (looked > MOST_LOOKED_AT) return found;
        const path = join(one, entry.name);
        if (entry.isDirectory()) deeper.push(path);
        else if (entry.isFile() && folded(entry.name) === folded(name)) {
          found.push(relative(folder, path).split(sep).join("/"));
        }
      }
    }
    folders = deeper;
  }
  return found;
}
