/** The fonts on this machine as a FontSource: catalogue, installed packages, folders of the user. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { buildCatalog, type FontCatalog } from "../../core/fonts/catalog.ts";
import { fontChain } from "../../core/fonts/font-chain.ts";
import { damagedFont } from "../../core/fonts/font-diagnostics.ts";
import type { FontFace, FontKey, FontRequest, FontSource } from "../../core/fonts/font-face.ts";
import { openFont } from "../../core/fonts/open-font.ts";
import { folderOf, readCatalogData } from "./font-files.ts";

/** A FontSource that also tells what went wrong and what it has. */
export interface FontLibrary extends FontSource {
  readonly catalog: FontCatalog;
  /** Fonts that could not be opened so far; grows as faces are asked for. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the catalogue; no font file is read until its face is asked for. */
export const openFontLibrary = (): FontLibrary => {
  const catalog = buildCatalog(readCatalogData());
  const diagnostics: Diagnostic[] = [];
  const faces = new Map<FontKey, FontFace | undefined>();
  const chains = new Map<string, readonly FontKey[]>();

  const load = (key: FontKey): FontFace | undefined => {
    const entry = catalog.faceByKey.get(key);
    if (entry === undefined) return undefined;
    const { family, face } = entry;
    try {
      const folder = folderOf(family);
      if (folder === undefined) throw new DiagnosticError([damagedFont(key, "unreadable")]);
      const bytes = readFileSync(join(folder, face.file));
      return openFont(key, bytes, { family: family.name, weight: face.weight, italic: face.italic });
    } catch (error) {
      diagnostics.push(...(error instanceof DiagnosticError ? error.diagnostics : [damagedFont(key, "unreadable")]));
      return undefined;
    }
  };

  return {
    catalog,
    diagnostics,
    face: (key) => {
      if (faces.has(key)) return faces.get(key);
      const face = load(key);
      faces.set(key, face);
      return face;
    },
    chain: (request, language) => {
      const id = `${requestId(request)} ${language}`;
      const known = chains.get(id);
      if (known !== undefined) return known;
      const keys = fontChain(catalog, request, language);
      chains.set(id, keys);
      return keys;
    },
  };
};

const requestId = ({ family, weight, italic }: FontRequest): string =>
  `${"name" in family ? `name ${family.name}` : family.role} ${weight}${italic ? "i" : ""}`;
