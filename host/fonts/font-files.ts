/** Finds the files of catalogued fonts on this machine. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CatalogFamily } from "../../core/fonts/catalog.ts";
import { packageFolder } from "../files/package-folder.ts";

const FONTS_FOLDER = fileURLToPath(new URL("../../fonts/", import.meta.url));

/** The data of `fonts/catalog.json`, unchecked. */
export const readCatalogData = (): unknown => JSON.parse(readFileSync(join(FONTS_FOLDER, "catalog.json"), "utf8"));

/** Folder of a family's files, or undefined where its package is not installed. */
export const folderOf = (family: CatalogFamily): string | undefined => {
  if ("userFolder" in family.origin) return family.origin.userFolder;
  if ("folder" in family.origin) {
    const folder = join(FONTS_FOLDER, family.origin.folder);
    return existsSync(folder) ? folder : undefined;
  }
  return packageFolder(family.origin.package, FONTS_FOLDER);
};

/** How messages name a file: by package or folder, never by where this machine keeps it. */
export const fileLabel = (family: CatalogFamily, file: string): string => {
  if ("userFolder" in family.origin) return join(family.origin.userFolder, file);
  return `${"package" in family.origin ? family.origin.package : family.origin.folder}/${file}`;
};

/** Version of the package a family comes from, or the one the catalogue states. */
export const versionOf = (family: CatalogFamily): string | undefined => {
  if ("version" in family.origin) return family.origin.version;
  if ("userFolder" in family.origin) return undefined;
  const folder = folderOf(family);
  if (folder === undefined) return undefined;
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
    ? manifest.version
    : undefined;
};
