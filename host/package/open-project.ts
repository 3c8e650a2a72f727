import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { parseProject } from "../../core/document/parse-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { folderReader } from "../assets/folder-assets.ts";
import { createProjectAssets, type ProjectAssets } from "../assets/project-assets.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";
import { decodeProjectText } from "./decode-project-text.ts";
import { noProjectInFolder, packageTooLarge } from "./package-diagnostics.ts";
import { PACKAGE_LIMITS, PROJECT_FILE, TEMPLATE_FILE } from "./package-layout.ts";
import { readPackage } from "./read-package.ts";

export interface OpenedProject {
  readonly project: Project;
  readonly assets: ProjectAssets;
  /** Warnings, and errors of single pictures; the project can be used all the same. */
  readonly diagnostics: readonly Diagnostic[];
  /** The package or JSON file it was read from. */
  readonly file: string;
}

/**
 * Opens an `.xtin` package, a project's JSON file with its pictures beside it, or a folder with `project.json` or `template.json`.
 * What a file is decides its content, not its name. Throws a `DiagnosticError` where there is no sound project.
 */
export async function openProject(path: string): Promise<OpenedProject> {
  const file = await findProjectFile(path);
  const bytes = await readWhole(file);
  if (isZip(bytes)) return { ...(await readPackage(bytes, file)), file };
  if (bytes.length > PACKAGE_LIMITS.projectBytes) {
    throw new DiagnosticError([packageTooLarge(file, bytes.length, PACKAGE_LIMITS.projectBytes)]);
  }
  const project = parseProject(decodeProjectText(bytes, file), file);
  const assets = createProjectAssets(project.assets, folderReader(dirname(file)));
  for (const { id } of project.assets) assets.asset(id);
  return { project, assets, diagnostics: assets.diagnostics(), file };
}

async function findProjectFile(path: string): Promise<string> {
  const found = await statOf(path);
  if (!found) throw new DiagnosticError([fileNotFound(path)]);
  if (!found.isDirectory()) return path;
  for (const name of [PROJECT_FILE, TEMPLATE_FILE]) {
    const inside = join(path, name);
    if ((await statOf(inside))?.isFile()) return inside;
  }
  throw new DiagnosticError([noProjectInFolder(path)]);
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw new DiagnosticError([fileNotReadable(path, errorReason(error))], { cause: error });
  }
}

async function readWhole(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new DiagnosticError([fileNotReadable(file, "not a file")]);
    if (found.size > PACKAGE_LIMITS.packageBytes) {
      throw new DiagnosticError([packageTooLarge(file, found.size, PACKAGE_LIMITS.packageBytes)]);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileNotReadable(file, errorReason(error))], { cause: error });
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
