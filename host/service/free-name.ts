import { readdir } from "node:fs/promises";

/**
 * `base`, or `base (2)`, `base (3)` …, such that the folder has nothing of that name: neither a folder, nor a file with `ending`, nor
 * numbered pages of it.
 */
export async function freeName(folder: string, base: string, ending: string): Promise<string> {
  const there = (await readdir(folder).catch((): string[] => [])).map(folded);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base} (${count})`;
    if (!there.some((other) => isOf(other, folded(name), ending))) return name;
  }
}

/** Windows and macOS tell names apart neither by capitals nor by how accents are composed. */
const folded = (name: string): string => name.normalize("NFC").toLowerCase();

function isOf(other: string, name: string, ending: string): boolean {
  if (!other.startsWith(name)) return false;
  const rest = other.slice(name.length);
  return rest === "" || rest === ending || (rest.endsWith(ending) && /^-\d+$/.test(rest.slice(0, -ending.length)));
}
