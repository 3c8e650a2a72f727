import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import { unknownSource } from "./make-diagnostics.ts";

const TEMPLATES_FOLDER = fileURLToPath(new URL("../../templates/", import.meta.url));
const TEMPLATE_FILE = "template.json";

/** Ids of the templates at hand, in alphabetical order. */
export const templateIds = (): readonly string[] =>
  readdirSync(TEMPLATES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(templateFile(entry.name)))
    .map((entry) => entry.name)
    .sort();

/** The project file of the template with this id. */
export const templateFile = (id: string): string => join(TEMPLATES_FOLDER, id, TEMPLATE_FILE);

/** Path of the project file meant by `source`: a file, or else the id of a template. Throws where it is neither. */
export function findSource(source: string): string {
  const ids = templateIds();
  if (ids.includes(source)) return templateFile(source);
  if (existsSync(source)) return source;
  throw new DiagnosticError([unknownSource(source, nearestName(source, ids))]);
}
