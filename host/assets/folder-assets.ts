import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { imageTooManyBytes } from "../../core/assets/image-diagnostics.ts";
import { MAX_IMAGE_BYTES } from "../../core/assets/image-header.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "../../core/document/asset-path.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { assetOutside, assetUnreadable } from "./asset-diagnostics.ts";
import type { AssetReader } from "./project-assets.ts";

/** The folder a project's files lie in. */
export interface ProjectFolder {
  /** Its own true place. */
  readonly root: string;
  /** The true place of the file a project names, undefined where there is none. */
  find(file: string): string | undefined;
  /** Whether a true place lies inside the folder. */
  holds(path: string): boolean;
}

/** The folder at `folder`, by its true name. */
export function openFolder(folder: string): ProjectFolder {
  const root = realpathSync(folder);
  return {
    root,
    find: (file) => findFile(root, file),
    holds(path) {
      const inside = relative(root, path);
      return !(inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside));
    },
  };
}

/** Reads pictures beside a plain project file. Nothing outside `folder` is read, wherever links lead. */
export function folderReader(folder: string): AssetReader {
  const root = openFolder(folder);
  return (entry) => {
    if (!isSafeRelativePath(entry.file)) throw new DiagnosticError([assetOutside(entry.id, entry.file)]);
    try {
      const path = root.find(entry.file);
      return path === undefined ? undefined : readPicture(path, root, entry);
    } catch (error) {
      if (error instanceof DiagnosticError) throw error;
      throw new DiagnosticError([assetUnreadable(entry.id, entry.file, errorReason(error))], { cause: error });
    }
  };
}

/** Files copied from a Mac may have their accents apart, while the project file has them composed, or the other way round. */
function findFile(root: string, file: string): string | undefined {
  for (const name of new Set([file, file.normalize("NFC"), file.normalize("NFD")])) {
    try {
      return realpathSync(join(root, ...name.split("/")));
    } catch (error) {
      if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR") throw error;
    }
  }
  return undefined;
}

function readPicture(path: string, root: ProjectFolder, entry: AssetEntry): Uint8Array {
  if (!root.holds(path)) throw new DiagnosticError([assetOutside(entry.id, entry.file)]);
  const found = statSync(path);
  if (!found.isFile()) throw new DiagnosticError([assetUnreadable(entry.id, entry.file, "not a file")]);
  if (found.size > MAX_IMAGE_BYTES)
    throw new DiagnosticError([
      imageTooManyBytes({ asset: entry.id, name: entry.name ?? entry.file }, found.size, MAX_IMAGE_BYTES),
    ]);
  return new Uint8Array(readFileSync(path));
}
