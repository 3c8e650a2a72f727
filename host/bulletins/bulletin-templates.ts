/** Bulletin templates: the program's own, and files of the user's. */

import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { unknownBulletinTemplate } from "../../core/programme/bulletins/bulletin-diagnostics.ts";
import { type BulletinTemplate, bulletinTemplateSchema } from "../../core/programme/bulletins/bulletin-template.ts";
import { parseResource } from "../../core/programme/parse-resource.ts";
import { findResource, listResources, type ResourceKind } from "../media/resource-files.ts";

const OWN_FOLDER = fileURLToPath(new URL("../../resources/bulletins/", import.meta.url));

export interface BulletinTemplateFile {
  readonly id: string;
  readonly template: BulletinTemplate;
  /** Path of the JSON file; its music is named from there. */
  readonly file: string;
}

const KIND: ResourceKind<BulletinTemplateFile> = {
  folders: [OWN_FOLDER],
  parse: (text, file) => {
    const template = parseResource(bulletinTemplateSchema, text, file, "bulletin");
    return { id: template.id, template, file };
  },
  unknown: unknownBulletinTemplate,
};

/** The program's own templates, and what is wrong with any of them. */
export function listBulletinTemplates(): {
  readonly templates: readonly BulletinTemplate[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { list, diagnostics } = listResources(KIND);
  return { templates: list.map(({ template }) => template), diagnostics };
}

/** The template with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export const findBulletinTemplate = (idOrFile: string): BulletinTemplateFile => findResource(KIND, idOrFile);
