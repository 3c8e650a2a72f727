import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../../core/document/nearest-name.ts";
import { type DeliveryProfile, deliveryProfileSchema } from "../../../core/programme/measure/delivery-profile.ts";
import { parseResource, unknownProfile } from "../../../core/programme/parse-resource.ts";
import { errorReason } from "../../files/error-code.ts";
import { fileNotReadable } from "../../files/file-diagnostics.ts";

const FOLDER = fileURLToPath(new URL("../../../resources/profiles/", import.meta.url));

/** What files are held to where nothing else is asked for. */
export const DEFAULT_PROFILE = "qcvn-115";

/** Every profile of the program. */
export const listProfiles = (): readonly DeliveryProfile[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => readProfile(join(FOLDER, name)));

/** The profile with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export function findProfile(idOrFile: string): DeliveryProfile {
  const profiles = listProfiles();
  const found = profiles.find(({ id }) => id === idOrFile);
  if (found) return found;
  if (extname(idOrFile).toLowerCase() === ".json") return readProfile(idOrFile);
  const ids = profiles.map(({ id }) => id);
  throw new DiagnosticError([unknownProfile(idOrFile, ids, nearestName(idOrFile, ids))]);
}

function readProfile(path: string): DeliveryProfile {
  try {
    return parseResource(deliveryProfileSchema, readFileSync(path, "utf8"), path, "profile");
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileNotReadable(path, errorReason(error))], { cause: error });
  }
}
