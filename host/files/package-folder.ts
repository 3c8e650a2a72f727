import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Folder of an installed package as code in `from` would find it, or undefined. Looked for by hand: inside Electron's archive, only what
 * goes through the file system finds anything.
 */
export function packageFolder(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", ...name.split("/"));
    if (existsSync(join(found, "package.json"))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
