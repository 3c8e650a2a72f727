/** Fonts in folders of the user: found, tested, and described as families of the catalogue. */

import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { CatalogFace, CatalogFamily } from "../../core/fonts/catalog.ts";
import {
  damagedFont,
  fontFolderUnreadable,
  fontMisplacesMarks,
  fontNameTaken,
  fontNotEmbeddable,
} from "../../core/fonts/font-diagnostics.ts";
import type { FontFace } from "../../core/fonts/font-face.ts";
import { describeFace } from "../../core/fonts/font-face-names.ts";
import { languageSupport } from "../../core/fonts/language-support.ts";
import { openFont } from "../../core/fonts/open-font.ts";
import { languages } from "../../core/script/language-registry.ts";

const FONT_FILES = new Set([".ttf", ".otf", ".woff", ".woff2", ".ttc"]);
const MOST_EXAMPLES = 6;

export interface UserFonts {
  readonly families: readonly CatalogFamily[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every font of the folders, in the order of their names. Admitted is what opens, may be embedded, and does not
 * repeat a face already there; `taken` are family names of the catalogue. Families serve requests by name only.
 */
export const readUserFonts = (folders: readonly string[], taken: ReadonlySet<string>): UserFonts => {
  const families = new Map<string, { family: CatalogFamily; faces: CatalogFace[] }>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    for (const file of fontFilesIn(folder, diagnostics)) {
      const path = join(folder, file);
      const face = openUserFont(path, diagnostics);
      if (face === undefined) continue;
      const { family: name, weight, italic, serif } = describeFace(face, file);
      if (!face.embeddable) {
        diagnostics.push(fontNotEmbeddable(name, path));
        continue;
      }
      const id = `user-${slugOf(name)}`;
      const key = `${id}/${weight}${italic ? "i" : ""}`;
      const known = families.get(id);
      if (taken.has(name.toLowerCase()) || known?.faces.some((other) => other.key === key)) {
        diagnostics.push(fontNameTaken(name, path));
        continue;
      }
      const entry: CatalogFace = { key, weight, italic, file };
      if (known !== undefined) {
        // A family spread over two folders is looked for in the first; files of the second go by their full path.
        known.faces.push(folder === originOf(known.family) ? entry : { ...entry, file: path });
        continue;
      }
      const faces = [entry];
      const described = { ...describeFamily(id, name, face), style: serif ? ("serif" as const) : ("sans" as const) };
      families.set(id, { family: { ...described, origin: { userFolder: folder }, faces }, faces });
      diagnostics.push(...markDiagnostics(name, path, face));
    }
  }
  return { families: Array.from(families.values(), ({ family }) => family), diagnostics };
};

const originOf = ({ origin }: CatalogFamily): string | undefined =>
  "userFolder" in origin ? origin.userFolder : undefined;

const fontFilesIn = (folder: string, diagnostics: Diagnostic[]): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((file) => FONT_FILES.has(extname(file).toLowerCase()))
      .sort();
  } catch {
    diagnostics.push(fontFolderUnreadable(folder));
    return [];
  }
};

const openUserFont = (path: string, diagnostics: Diagnostic[]): FontFace | undefined => {
  try {
    return openFont(path, readFileSync(path), { family: path, weight: 400, italic: false });
  } catch (error) {
    diagnostics.push(...(error instanceof DiagnosticError ? error.diagnostics : [damagedFont(path, "unreadable")]));
    return undefined;
  }
};

const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const describeFamily = (
  id: string,
  name: string,
  face: FontFace,
): Omit<CatalogFamily, "origin" | "faces" | "style"> => {
  const scripts = new Set(
    languages.filter((language) => languageSupport(face, language).missing.length === 0).map(({ script }) => script),
  );
  scripts.delete("Hani");
  return { id, name, scripts: [...scripts], licence: "NOASSERTION" };
};

/** One message for all languages with known clusters whose letters the font has and whose marks it would misplace. */
const markDiagnostics = (name: string, path: string, face: FontFace): readonly Diagnostic[] => {
  const examples = new Set<string>();
  const spoiled = languages.filter((language) => {
    if (language.clusters.length === 0) return false;
    const { missing, misplaced } = languageSupport(face, language);
    if (missing.length > 0 || misplaced.length === 0) return false;
    for (const text of misplaced.slice(0, MOST_EXAMPLES)) examples.add(text);
    return true;
  });
  if (spoiled.length === 0) return [];
  const names = spoiled.map((language) => language.names);
  return [fontMisplacesMarks(name, path, names, [...examples].slice(0, MOST_EXAMPLES))];
};
