import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { FontCatalog } from "../../core/fonts/catalog.ts";
import { fontFamilyMissing } from "./make-diagnostics.ts";

/** One Diagnostic for every family a project names that is not at hand. */
export function checkFontNames(project: Project, { families, familyByName }: FontCatalog): readonly Diagnostic[] {
  const missing = [...namedFamilies(project)].filter((name) => !familyByName.has(name.toLowerCase()));
  const known = families.map(({ name }) => name);
  return missing.map((name) => fontFamilyMissing(name, nearestName(name, known)));
}

/** Families asked for by name, anywhere in the project. */
function namedFamilies(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text, heading } of Object.values(project.typography ?? {})) {
    if (text !== undefined) names.add(text);
    if (heading !== undefined) names.add(heading);
  }
  collectFonts([project.paragraphStyles, project.characterStyles, project.texts], names);
  return names;
}

/** Every `font: { name }` below `value`: formats stand in styles, their languages, paragraphs and runs. */
function collectFonts(value: unknown, names: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if ("font" in value) {
    const { font } = value;
    if (typeof font === "object" && font !== null && "name" in font && typeof font.name === "string") {
      names.add(font.name);
    }
  }
  for (const child of Object.values(value)) collectFonts(child, names);
}
