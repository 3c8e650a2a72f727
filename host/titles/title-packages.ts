import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import { unknownTitlePackage } from "../../core/programme/titles/title-diagnostics.ts";
import { diagnosticsOf } from "../make/diagnostics-of.ts";
import { type OpenedProject, openProject } from "../package/open-project.ts";

const FOLDER = fileURLToPath(new URL("../../templates/titles/", import.meta.url));

/** A title package at hand. */
export interface TitlePackage {
  readonly id: string;
  readonly opened: OpenedProject;
}

/** Ids of the program's own title packages, in alphabetical order. */
export const titlePackageIds = (): readonly string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The package with this id, or any project file with a clip. Throws a `DiagnosticError` where it is neither. */
export async function openTitlePackage(idOrFile: string): Promise<OpenedProject> {
  const ids = titlePackageIds();
  if (ids.includes(idOrFile)) return openProject(join(FOLDER, idOrFile));
  if (existsSync(idOrFile)) return openProject(idOrFile);
  throw new DiagnosticError([unknownTitlePackage(idOrFile, ids, nearestName(idOrFile, ids))]);
}

/** The program's own packages. */
export async function listTitlePackages(): Promise<{
  readonly packages: readonly TitlePackage[];
  /** Why some package is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}> {
  const packages: TitlePackage[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const id of titlePackageIds()) {
    try {
      packages.push({ id, opened: await openTitlePackage(id) });
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error));
    }
  }
  return { packages, diagnostics };
}
