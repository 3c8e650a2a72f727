import { fileURLToPath } from "node:url";
import { type DeliveryProfile, deliveryProfileSchema } from "../../../core/programme/measure/delivery-profile.ts";
import { parseResource, unknownProfile } from "../../../core/programme/parse-resource.ts";
import { findAppHome } from "../../home/app-home.ts";
import { findResource, listResources, type ResourceKind, type ResourceList } from "../resource-files.ts";

const OWN_FOLDER = fileURLToPath(new URL("../../../resources/profiles/", import.meta.url));

/** What files are held to where nothing else is asked for. */
export const DEFAULT_PROFILE = "qcvn-115";

const profiles = (userFolder: string): ResourceKind<DeliveryProfile> => ({
  folders: [OWN_FOLDER, userFolder],
  parse: (text, file) => parseResource(deliveryProfileSchema, text, file, "profile"),
  unknown: unknownProfile,
});

/** Every profile at hand. A profile of the user's with the id of one of ours takes its place. */
export const listProfiles = (userFolder = findAppHome().profiles): ResourceList<DeliveryProfile> =>
  listResources(profiles(userFolder));

/** The profile with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export const findProfile = (idOrFile: string, userFolder = findAppHome().profiles): DeliveryProfile =>
  findResource(profiles(userFolder), idOrFile);
