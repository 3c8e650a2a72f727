import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { CatalogData, UserFamily } from "../../core/fonts/catalog.ts";
import { damagedFont } from "../../core/fonts/font-diagnostics.ts";
import { fileLabel, folderOf, readCatalogData } from "../fonts/font-files.ts";
import type { FontLibrary } from "../fonts/font-library.ts";
import { unknownFace } from "./service-diagnostics.ts";

/** Calls about fonts. The user's folders are read when they are first asked about. */
export function fontHandlers(fontFolders: readonly string[]): HostHandlers["fonts"] {
  let opening: Promise<FontLibrary> | undefined;
  const library = (): Promise<FontLibrary> => {
    opening ??= import("../fonts/font-library.ts").then(({ openFontLibrary }) =>
      openFontLibrary({ extraFolders: fontFolders }),
    );
    return opening;
  };
  return {
    async list() {
      const { catalog, diagnostics } = await library();
      const userFamilies = catalog.families
        .filter(({ origin }) => "userFolder" in origin)
        .map((family) =>
          UserFamily.parse({ ...family, origin: { userFolder: "" }, faces: family.faces.map(withoutFile) }),
        );
      return { catalog: CatalogData.parse(readCatalogData()), userFamilies, diagnostics: [...diagnostics] };
    },
    async bytes({ key }) {
      const entry = (await library()).catalog.faceByKey.get(key);
      if (!entry) throw new DiagnosticError([unknownFace(key)]);
      const { family, face } = entry;
      const folder = folderOf(family);
      try {
        if (folder !== undefined) return { bytes: await readFile(resolve(folder, face.file)) };
      } catch (cause) {
        throw new DiagnosticError([damagedFont(fileLabel(family, face.file), "unreadable")], { cause });
      }
      throw new DiagnosticError([damagedFont(fileLabel(family, face.file), "unreadable")]);
    },
  };
}

/** A screen asks for faces by key and has no business with files. */
const withoutFile = <Face extends { readonly key: string }>(face: Face) => ({ ...face, file: face.key });
