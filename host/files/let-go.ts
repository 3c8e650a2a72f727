/** Folders of the program's own that would grow for ever: what was used longest ago goes. */

import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

/** A file that is kept for the next time. */
export interface KeptFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** When it counts as used, milliseconds since 1970. */
  readonly used: number;
}

/** How much may stay. */
export interface Allowance {
  readonly files?: number;
  readonly bytes?: number;
  /** Which time says when a file was used: that of its last writing without it. */
  readonly usedBy?: "reading" | "writing";
  /** Whether a file may go at all. */
  readonly mayGo?: (file: KeptFile) => boolean;
}

/** The files of a folder, used longest ago first; none where there is no folder. Hidden ones are somebody's unfinished work. */
export async function filesByUse(
  folder: string,
  usedBy: "reading" | "writing" = "writing",
): Promise<readonly KeptFile[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => !name.startsWith("."));
  const files = await Promise.all(
    names.map(async (name): Promise<KeptFile[]> => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile()) return [];
      return [{ name, path, bytes: found.size, used: usedBy === "reading" ? found.atimeMs : found.mtimeMs }];
    }),
  );
  return files.flat().sort((one, other) => one.used - other.used);
}

/** Removes files of `folder`, used longest ago first, until no more is left than allowed. Never fails: what stays only takes room. */
export async function letGoOfOldest(
  folder: string,
  { files = Infinity, bytes = Infinity, usedBy, mayGo = () => true }: Allowance,
): Promise<void> {
  const kept = await filesByUse(folder, usedBy);
  let count = kept.length;
  let sum = kept.reduce((total, file) => total + file.bytes, 0);
  for (const file of kept) {
    if (count <= files && sum <= bytes) return;
    if (!mayGo(file)) continue;
    const gone = await unlink(file.path).then(
      () => true,
      () => false,
    );
    if (!gone) continue;
    count -= 1;
    sum -= file.bytes;
  }
}
