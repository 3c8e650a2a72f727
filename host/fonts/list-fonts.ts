import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildCatalog } from "../../core/fonts/catalog.ts";
import { folderOf, readCatalogData, versionOf } from "./font-files.ts";

/** A family of the catalogue as the user sees it. */
export interface FontFamilySummary {
  readonly id: string;
  readonly name: string;
  readonly style: string;
  readonly scripts: readonly string[];
  /** CSS weights with an `i` where italic: `400`, `700i`. */
  readonly weights: readonly string[];
  /** SPDX. */
  readonly licence: string;
  readonly version: string | undefined;
  /** True where every file of the family is on this machine. */
  readonly installed: boolean;
}

/** All families of the catalogue, in its order. */
export function listFonts(): readonly FontFamilySummary[] {
  return buildCatalog(readCatalogData()).families.map((family) => {
    const folder = folderOf(family);
    return {
      id: family.id,
      name: family.name,
      style: family.style,
      scripts: family.scripts,
      weights: [...new Set(family.faces.map(({ weight, italic }) => `${weight}${italic ? "i" : ""}`))],
      licence: family.licence,
      version: versionOf(family),
      installed: folder !== undefined && family.faces.every(({ file }) => existsSync(join(folder, file))),
    };
  });
}
