import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { parseResource, unknownPreset } from "../../../core/programme/parse-resource.ts";
import { type Preset, presetSchema } from "../../../core/programme/presets/preset-schema.ts";
import { findAppHome } from "../../home/app-home.ts";
import { findResource, listResources, type ResourceKind } from "../resource-files.ts";

const OWN_FOLDER = fileURLToPath(new URL("../../../resources/presets/", import.meta.url));

export interface PresetList {
  /** The program's, then the user's, by name of file. */
  readonly presets: readonly Preset[];
  /** Why some file of the user's is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

const presets = (userFolder: string): ResourceKind<Preset> => ({
  folders: [OWN_FOLDER, userFolder],
  parse: (text, file) => parseResource(presetSchema, text, file, "preset"),
  unknown: (id, _ids, nearest) => unknownPreset(id, nearest),
});

/** Every preset at hand. A preset of the user's with the id of one of ours takes its place. */
export function listPresets(userFolder = findAppHome().presets): PresetList {
  const { list, diagnostics } = listResources(presets(userFolder));
  return { presets: list, diagnostics };
}

/** The preset with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export const findPreset = (idOrFile: string, userFolder = findAppHome().presets): Preset =>
  findResource(presets(userFolder), idOrFile);
