/** The host's fonts as a FontSource of the page: faces are fetched when layout first asks for them. */

import type { HostApi } from "../../core/api/host-contract.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { buildCatalog, type FontCatalog } from "../../core/fonts/catalog.ts";
import { fontChain } from "../../core/fonts/font-chain.ts";
import type { FontFace, FontKey, FontSource } from "../../core/fonts/font-face.ts";
import { openFont } from "../../core/fonts/open-font.ts";
import { NeededError } from "./needed.ts";

/** `face` throws a NeededError for a face that is in the catalogue and not loaded; after `load` it is there, or known to be unusable. */
export interface BrowserFonts extends FontSource {
  readonly catalog: FontCatalog;
  readonly diagnostics: readonly Diagnostic[];
  /** Never fails: a face that cannot be had or opened leaves a diagnostic, and chains go on to the next. */
  load(key: FontKey): Promise<void>;
}

export async function openBrowserFonts(host: Pick<HostApi, "fonts">): Promise<BrowserFonts> {
  const listed = await host.fonts.list({});
  const catalog = buildCatalog(listed.catalog, listed.userFamilies);
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  const faces = new Map<FontKey, FontFace | undefined>();
  const loading = new Map<FontKey, Promise<void>>();
  const chains = new Map<string, readonly FontKey[]>();

  const open = async (key: FontKey): Promise<FontFace | undefined> => {
    const entry = catalog.faceByKey.get(key);
    if (!entry) return undefined;
    const { family, face } = entry;
    const info = { family: family.name, weight: face.weight, italic: face.italic };
    try {
      const { bytes } = await host.fonts.bytes({ key });
      return openFont(key, bytes, "userFolder" in family.origin ? info : { ...info, scripts: family.scripts });
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      diagnostics.push(...error.diagnostics);
      return undefined;
    }
  };

  return {
    catalog,
    diagnostics,
    face(key) {
      if (faces.has(key)) return faces.get(key);
      if (!catalog.faceByKey.has(key)) return undefined;
      throw new NeededError({ kind: "font", key });
    },
    chain(request, language) {
      const family = "name" in request.family ? `name ${request.family.name}` : request.family.role;
      const id = `${family} ${request.weight} ${request.italic} ${language}`;
      const known = chains.get(id) ?? fontChain(catalog, request, language);
      chains.set(id, known);
      return known;
    },
    load(key) {
      if (faces.has(key)) return Promise.resolve();
      const pending =
        loading.get(key) ??
        open(key).then(
          (face) => {
            faces.set(key, face);
            loading.delete(key);
          },
          (error: unknown) => {
            loading.delete(key);
            throw error;
          },
        );
      loading.set(key, pending);
      return pending;
    },
  };
}
