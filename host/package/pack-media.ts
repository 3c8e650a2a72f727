/** Taking a project's sound and video into its package, or leaving them beside it. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { extname, relative, sep } from "node:path";
import { crc32 } from "node:zlib";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "../../core/document/asset-path.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { mediaBusy, mediaChanged, mediaNotTaken } from "../../core/media/project-media-diagnostics.ts";
import { openFolder } from "../assets/folder-assets.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import type { JobOptions } from "../jobs/progress.ts";
import type { FoundMedia, MediaFinder } from "./find-media.ts";
import type { ZipStream } from "./zip-writer.ts";

/** `beside`: what lies in the package's folder stays there, everything else comes in. `inside`: all of it comes in. */
export type MediaPlace = "beside" | "inside";

export interface PackedMedia {
  /** The entries as the package's project has them. */
  readonly entries: readonly AssetEntry[];
  /** What goes into the package, each content once. */
  readonly files: readonly ZipStream[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MediaPacking extends JobOptions {
  readonly finder: MediaFinder;
  /** The folder the package will lie in. */
  readonly folder: string;
  readonly place: MediaPlace;
  /** What files were called when they were taken in before. */
  readonly earlier?: ReadonlyMap<string, string> | undefined;
}

const LISTENING = { vi: "Đọc âm thanh và phim", en: "Reading sound and video" };
const TAKING = { vi: "Gom âm thanh và phim vào gói", en: "Taking sound and video into the package" };
const USUAL_EXTENSION = /^[a-z0-9]{1,8}$/;

/** Looks every file up and says what becomes of it. Files are read once here for their digests, and again while the package is written. */
export async function packMedia(entries: readonly AssetEntry[], packing: MediaPacking): Promise<PackedMedia> {
  const { finder, signal } = packing;
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, ZipStream>();
  const packed: AssetEntry[] = [];
  const find = (entry: AssetEntry): Promise<FoundMedia | undefined> =>
    finder.find(entry).catch((error: unknown) => {
      if (!(error instanceof DiagnosticError)) throw error;
      diagnostics.push(...error.diagnostics.map((one): Diagnostic => ({ ...one, severity: "warning" })));
      return undefined;
    });
  for (const listed of entries) {
    signal?.throwIfAborted();
    const file = packing.earlier?.get(listed.file);
    const before = file === undefined ? undefined : { ...listed, file };
    const foundBefore = before && (await find(before));
    const entry = before && foundBefore ? before : listed;
    const found = foundBefore ?? (await find(listed));
    if (!found) diagnostics.push(mediaNotTaken(entry));
    const link = found && packing.place === "beside" ? linkTo(found, packing.folder) : undefined;
    if (!found || link !== undefined) {
      packed.push(link === undefined ? entry : { ...entry, file: link });
      continue;
    }
    const { sha256, checksum, file: name } = await nameOf(entry, found, packing);
    const taken = { ...entry, file: name, sha256, name: entry.name ?? entry.file.split("/").at(-1) ?? entry.file };
    if (entry.sha256 !== undefined && entry.sha256 !== sha256) diagnostics.push(mediaChanged(entry));
    packed.push(taken);
    const changed = (): void => {
      if (found.path !== undefined) throw new DiagnosticError([mediaBusy(taken)]);
      // Damaged in the package already: what is left of it is kept.
      diagnostics.push(mediaChanged(taken));
    };
    files.set(name, zipFile(taken, found, checksum, changed, packing));
  }
  return { entries: packed, files: [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}

/** The way from `folder` to a file below it, as projects name files. */
function linkTo({ path }: FoundMedia, folder: string): string | undefined {
  if (path === undefined || !existsSync(folder)) return undefined;
  const root = openFolder(folder);
  const link = relative(root.root, path).split(sep).join("/");
  return root.holds(path) && isSafeRelativePath(link) ? link : undefined;
}

interface Named {
  readonly file: string;
  readonly sha256: string;
  readonly checksum: number;
}

/** A file's name in a package, by its content. What is in a package is called so already. */
async function nameOf(entry: AssetEntry, found: FoundMedia, { signal, onProgress }: MediaPacking): Promise<Named> {
  if (found.path === undefined && found.crc32 !== undefined) {
    return { file: entry.file, sha256: entry.file.slice("media/".length).split(".")[0] ?? "", checksum: found.crc32 };
  }
  const hash = createHash("sha256");
  let [checksum, done] = [0, 0];
  for await (const piece of readable(found, entry)) {
    signal?.throwIfAborted();
    hash.update(piece);
    checksum = crc32(piece, checksum);
    done += piece.length;
    onProgress?.({ stage: LISTENING, done, total: found.size });
  }
  const sha256 = hash.digest("hex");
  const extension = extname(found.path ?? entry.file)
    .slice(1)
    .toLowerCase();
  return { file: `media/${sha256}.${USUAL_EXTENSION.test(extension) ? extension : "media"}`, sha256, checksum };
}

function zipFile(
  entry: AssetEntry,
  found: FoundMedia,
  checksum: number,
  changed: () => void,
  { signal, onProgress }: MediaPacking,
): ZipStream {
  return {
    name: entry.file,
    size: found.size,
    crc32: checksum,
    async *stream() {
      let done = 0;
      for await (const piece of readable(found, entry)) {
        signal?.throwIfAborted();
        yield piece;
        done += piece.length;
        onProgress?.({ stage: TAKING, done, total: found.size });
      }
    },
    changed,
    wrongLength() {
      throw new DiagnosticError([mediaBusy(entry)]);
    },
  };
}

/** Reading that fails is told as such, and not as a fault of the file that is written. */
async function* readable(found: FoundMedia, { file }: AssetEntry): AsyncGenerator<Uint8Array> {
  try {
    yield* found.stream();
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileNotReadable(found.path ?? file, errorReason(error))], { cause: error });
  }
}
