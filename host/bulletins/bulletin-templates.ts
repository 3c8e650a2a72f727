/** Bulletin templates: the program's own, and files of the user's, each with its music beside it. */

import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { unknownBulletinTemplate } from "../../core/programme/bulletins/bulletin-diagnostics.ts";
import { type BulletinTemplate, bulletinTemplateSchema } from "../../core/programme/bulletins/bulletin-template.ts";
import { parseResource } from "../../core/programme/parse-resource.ts";
import { findAppHome } from "../home/app-home.ts";
import { findResource, listResources, type ResourceKind } from "../media/resource-files.ts";

const OWN_FOLDER = fileURLToPath(new URL("../../resources/bulletins/", import.meta.url));

export interface BulletinTemplateFile {
  readonly id: string;
  readonly template: BulletinTemplate;
  /** Path of the JSON file; its music is named from there. */
  readonly file: string;
}

const templatesIn = (userFolder: string): ResourceKind<BulletinTemplateFile> => ({
  folders: [OWN_FOLDER, userFolder],
  parse: (text, file) => {
    const template = parseResource(bulletinTemplateSchema, text, file, "bulletin");
    return { id: template.id, template, file };
  },
  unknown: unknownBulletinTemplate,
});

/**
 * The program's own templates and those of the user's, which take the place of ours with the same id; of a file that is none, the first thing
 * that is wrong with it. `findBulletinTemplate` tells all of them.
 */
export function listBulletinTemplates(userFolder = findAppHome().bulletins): {
  readonly templates: readonly BulletinTemplate[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { list, diagnostics } = listResources(templatesIn(userFolder));
  const broken = new Map(diagnostics.toReversed().map((one) => [one.target.file, one]));
  return { templates: list.map(({ template }) => template), diagnostics: [...broken.values()].reverse() };
}

/** The template with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export const findBulletinTemplate = (idOrFile: string, userFolder = findAppHome().bulletins): BulletinTemplateFile =>
  findResource(templatesIn(userFolder), idOrFile);
