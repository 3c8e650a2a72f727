/** What a project file was at its last savings, kept apart from the file so that no copy of it carries its past along. */

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rmdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import type { ProjectAssets } from "../assets/project-assets.ts";
import { REAL_FILES, renameOver, writeFileAtomically } from "../files/atomic-write.ts";
import { packAssets } from "../package/write-package.ts";
import { storePictures } from "./session-folder.ts";

/** Versions kept of one file. */
export const KEPT_VERSIONS = 20;

const VERSION = /^(\d{13})-(\d{3})\.json$/;
const KEPT_FILE = /"file": "((?:assets|media)\/[0-9a-f]{64}\.[a-z0-9]+)"/g;
/** Media are here only where the project's file no longer has them. */
const FILE_FOLDERS = ["assets", "media"];

export interface StoredVersion {
  /** A project file with its pictures beside it. */
  readonly path: string;
  readonly savedAt: Date;
  /** With its pictures. */
  readonly bytes: number;
}

/** Folder for the versions of the project file at `path`. */
export const versionsFolder = (data: string, path: string): string =>
  join(data, "versions", createHash("sha256").update(path.normalize("NFC")).digest("hex").slice(0, 24));

/** Keeps one more version and lets go of the oldest. Pictures that several versions share are stored once. */
export async function storeVersion(
  folder: string,
  project: Project,
  assets: Pick<ProjectAssets, "bytes">,
  savedAt: Date,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const packed = packAssets(project, assets);
  await storePictures(folder, packed.pictures);
  const stamp = String(savedAt.getTime()).padStart(13, "0");
  const same = (await readdir(folder)).filter((name) => name.startsWith(stamp)).length;
  const name = `${stamp}-${String(same).padStart(3, "0")}.json`;
  await writeFileAtomically(join(folder, name), Buffer.from(serializeProject(packed.project)));
  await prune(folder);
}

/** The versions kept, newest first. */
export async function listVersions(folder: string): Promise<readonly StoredVersion[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => VERSION.test(name)).sort();
  const versions = names.reverse().map(async (name) => {
    const path = join(folder, name);
    const content = await readFile(path, "utf8");
    const sizes = await Promise.all(filesOf(content).map((file) => sizeOf(join(folder, file))));
    const bytes = sizes.reduce((sum, size) => sum + size, Buffer.byteLength(content));
    return { path, savedAt: new Date(Number(name.slice(0, 13))), bytes };
  });
  return Promise.all(versions);
}

const filesOf = (content: string): readonly string[] => [
  ...new Set([...content.matchAll(KEPT_FILE)].map(([, file]) => file ?? "")),
];

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Lets the versions of a file follow it to its new path, to those that were kept there before. */
export async function moveVersions(data: string, from: string, to: string): Promise<void> {
  const [source, target] = [versionsFolder(data, from), versionsFolder(data, to)];
  const names = await readdir(source).catch((): string[] => []);
  if (names.length === 0 || source === target) return;
  const files: string[] = [];
  for (const kind of FILE_FOLDERS) {
    await mkdir(join(target, kind), { recursive: true });
    files.push(...(await readdir(join(source, kind)).catch((): string[] => [])).map((name) => join(kind, name)));
  }
  // Pictures and media first: a version is never without them.
  for (const name of [...files, ...names.filter((one) => VERSION.test(one))]) {
    await renameOver(REAL_FILES, join(source, name), join(target, name));
  }
  for (const kind of FILE_FOLDERS) await rmdir(join(source, kind)).catch(() => undefined);
  await rmdir(source).catch(() => undefined);
  await prune(target);
}

async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => VERSION.test(name)).sort();
  const stale = names.slice(0, Math.max(0, names.length - KEPT_VERSIONS));
  if (stale.length === 0) return;
  for (const name of stale) await unlink(join(folder, name));
  const used = new Set<string>();
  for (const name of names.slice(stale.length)) {
    for (const file of filesOf(await readFile(join(folder, name), "utf8"))) used.add(file);
  }
  for (const kind of FILE_FOLDERS) {
    for (const name of await readdir(join(folder, kind)).catch((): string[] => [])) {
      if (!used.has(`${kind}/${name}`)) await unlink(join(folder, kind, name));
    }
  }
}
