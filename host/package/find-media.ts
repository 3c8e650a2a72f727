/** Where a project's files of sound and video are: inside its package, beside its file, or where the project came from. */

import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { isSafeRelativePath, PACKAGED_MEDIA } from "../../core/document/asset-path.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { mediaOutside } from "../../core/media/project-media-diagnostics.ts";
import { openFolder } from "../assets/folder-assets.ts";
import { streamFile } from "../files/stream-file.ts";
import { PACKAGE_LIMITS } from "./package-layout.ts";
import { readZip, type ZipEntry } from "./zip-reader.ts";
import { fileZip } from "./zip-source.ts";

/** One file of sound or video. */
export interface FoundMedia {
  readonly size: number;
  /** Its own true path; undefined inside a package. */
  readonly path: string | undefined;
  /** What the package says of its content. */
  readonly crc32: number | undefined;
  /** Its content; of a package, for as long as the finder is open. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface MediaFinder {
  /** Undefined where it is in none of the places. Throws a `DiagnosticError` where it would lead out of them. */
  find(entry: AssetEntry): Promise<FoundMedia | undefined>;
  close(): Promise<void>;
}

/** The file at a path, wherever that is. Throws where it cannot be looked at. */
export async function mediaAt(path: string): Promise<FoundMedia> {
  const real = await realpath(path);
  const { size } = await stat(real);
  return { size, path: real, crc32: undefined, stream: () => streamFile(real) };
}

interface Home {
  readonly packed: ReadonlyMap<string, ZipEntry>;
  readonly handle: FileHandle | undefined;
}

/**
 * Looks in one place after the other. A place is the path of a package or project file, whose folder is looked into too; it need not be there.
 * Nothing outside these folders is found, wherever links lead.
 */
export function createMediaFinder(places: readonly string[]): MediaFinder {
  const homes = new Map<string, Promise<Home>>();
  const homeOf = (place: string): Promise<Home> => {
    const home = homes.get(place) ?? openHome(place);
    homes.set(place, home);
    return home;
  };

  return {
    async find(entry) {
      if (!isSafeRelativePath(entry.file)) throw new DiagnosticError([mediaOutside(entry)]);
      let isOutside = false;
      for (const place of new Set(places)) {
        if (PACKAGED_MEDIA.test(entry.file)) {
          const packed = (await homeOf(place)).packed.get(entry.file);
          if (packed) return { size: packed.size, path: undefined, crc32: packed.crc32, stream: () => packed.stream() };
        }
        const found = await beside(place, entry.file);
        if (found === "outside") isOutside = true;
        else if (found) return found;
      }
      if (isOutside) throw new DiagnosticError([mediaOutside(entry)]);
      return undefined;
    },
    async close() {
      for (const home of homes.values()) await (await home.catch(() => undefined))?.handle?.close();
      homes.clear();
    },
  };
}

const NO_PACKAGE: Home = { packed: new Map(), handle: undefined };

/** What a package holds; nothing where the file is none, damaged or gone. */
async function openHome(place: string): Promise<Home> {
  const handle = await open(place, "r").catch(() => undefined);
  if (!handle) return NO_PACKAGE;
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    if (head.toString("latin1") !== "PK") throw new RangeError("no package");
    const entries = await readZip(fileZip(handle, size), place, PACKAGE_LIMITS);
    const media = entries.filter(({ name }) => PACKAGED_MEDIA.test(name));
    return { packed: new Map(media.map((entry) => [entry.name, entry])), handle };
  } catch {
    await handle.close();
    return NO_PACKAGE;
  }
}

async function beside(place: string, file: string): Promise<FoundMedia | "outside" | undefined> {
  try {
    const folder = openFolder(dirname(place));
    const path = folder.find(file);
    if (path === undefined) return undefined;
    if (!folder.holds(path)) return "outside";
    const found = await stat(path);
    return found.isFile() ? { size: found.size, path, crc32: undefined, stream: () => streamFile(path) } : undefined;
  } catch {
    // A folder that is gone holds nothing.
    return undefined;
  }
}
