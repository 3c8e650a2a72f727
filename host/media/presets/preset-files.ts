import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../../core/document/nearest-name.ts";
import { parseResource, unknownPreset } from "../../../core/programme/parse-resource.ts";
import { type Preset, presetSchema } from "../../../core/programme/presets/preset-schema.ts";
import { errorReason } from "../../files/error-code.ts";
import { fileNotReadable } from "../../files/file-diagnostics.ts";
import { findAppHome } from "../../home/app-home.ts";
import { diagnosticsOf } from "../../make/diagnostics-of.ts";

const OWN_FOLDER = fileURLToPath(new URL("../../../resources/presets/", import.meta.url));

export interface PresetList {
  /** The program's, then the user's, by name of file. */
  readonly presets: readonly Preset[];
  /** Why some file of the user's is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every preset at hand. A preset of the user's with the id of one of ours takes its place. */
export function listPresets(userFolder = findAppHome().presets): PresetList {
  const presets = new Map<string, Preset>();
  const diagnostics: Diagnostic[] = [];
  for (const path of [OWN_FOLDER, userFolder].flatMap(presetFiles)) {
    try {
      const preset = readPreset(path);
      presets.set(preset.id, preset);
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error));
    }
  }
  return { presets: [...presets.values()], diagnostics };
}

/** The preset with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export function findPreset(idOrFile: string, userFolder?: string): Preset {
  const { presets, diagnostics } = listPresets(userFolder);
  const found = presets.find(({ id }) => id === idOrFile);
  if (found) return found;
  if (extname(idOrFile).toLowerCase() === ".json") return readPreset(idOrFile);
  const nearest = nearestName(
    idOrFile,
    presets.map(({ id }) => id),
  );
  throw new DiagnosticError([unknownPreset(idOrFile, nearest), ...diagnostics]);
}

const presetFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => join(folder, name))
    : [];

function readPreset(path: string): Preset {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new DiagnosticError([fileNotReadable(path, errorReason(error))], { cause: error });
  }
  return parseResource(presetSchema, text, path, "preset");
}
