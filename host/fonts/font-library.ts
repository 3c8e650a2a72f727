/** The fonts on this machine as a FontSource: catalogue, installed packages, folders of the user. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { buildCatalog, type CatalogFace, type CatalogFamily, type FontCatalog } from "../../core/fonts/catalog.ts";
import { fontChain } from "../../core/fonts/font-chain.ts";
import { damagedFont } from "../../core/fonts/font-diagnostics.ts";
import type { FontFace, FontKey, FontRequest, FontSource } from "../../core/fonts/font-face.ts";
import { openFont } from "../../core/fonts/open-font.ts";
import { fileLabel, folderOf, readCatalogData } from "./font-files.ts";
import { readUserFonts } from "./user-fonts.ts";

/** A FontSource that also tells what it has and what went wrong. */
export interface FontLibrary extends FontSource {
  readonly catalog: FontCatalog;
  /** Troubles with fonts so far; grows as faces are asked for, each font at most once. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FontLibraryOptions {
  /** Folders of the user's own fonts. */
  readonly extraFolders?: readonly string[];
}

/**
 * Opens the catalogue. Its font files are read when their face is first asked for and then kept; the user's are read
 * and tested at once. A file that is missing or damaged leaves a diagnostic, and chains go on to the next face.
 */
export const openFontLibrary = ({ extraFolders = [] }: FontLibraryOptions = {}): FontLibrary => {
  const data = readCatalogData();
  const shipped = buildCatalog(data);
  const user = readUserFonts(extraFolders, new Set(shipped.families.map(({ name }) => name.toLowerCase())));
  const catalog = user.families.length === 0 ? shipped : buildCatalog(data, user.families);
  const diagnostics: Diagnostic[] = [...user.diagnostics];
  const faces = new Map<FontKey, FontFace | undefined>();
  const chains = new Map<string, readonly FontKey[]>();

  const load = (key: FontKey): FontFace | undefined => {
    const entry = catalog.faceByKey.get(key);
    if (entry === undefined) return undefined;
    try {
      return openCataloguedFace(entry.family, entry.face);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      const file = fileLabel(entry.family, entry.face.file);
      diagnostics.push(...error.diagnostics.map((one) => ({ ...one, target: { ...one.target, font: key, file } })));
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

const openCataloguedFace = (family: CatalogFamily, face: CatalogFace): FontFace => {
  const file = fileLabel(family, face.file);
  const info = { family: family.name, weight: face.weight, italic: face.italic, file };
  const bytes = readFontFile(family, face, file);
  return openFont(face.key, bytes, "userFolder" in family.origin ? info : { ...info, scripts: family.scripts });
};

const readFontFile = (family: CatalogFamily, face: CatalogFace, file: string): Uint8Array => {
  const folder = folderOf(family);
  try {
    if (folder !== undefined) return readFileSync(resolve(folder, face.file));
  } catch (error) {
    throw new DiagnosticError([damagedFont(file, "unreadable")], { cause: error });
  }
  throw new DiagnosticError([damagedFont(file, "unreadable")]);
};

const requestId = ({ family, weight, italic }: FontRequest): string =>
  `${"name" in family ? `name ${family.name}` : family.role} ${weight}${italic ? "i" : ""}`;
