import { open, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { parseProject } from "../../core/document/parse-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { folderReader } from "../assets/folder-assets.ts";
import { type AssetKeeping, createProjectAssets, type ProjectAssets } from "../assets/project-assets.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";
import { decodeProjectText } from "./decode-project-text.ts";
import { noProjectInFolder, packageTooLarge } from "./package-diagnostics.ts";
import { PACKAGE_LIMITS, PROJECT_FILE, TEMPLATE_FILE } from "./package-layout.ts";
import { readPackageFrom } from "./read-package.ts";
import { lastingZip, type ZipSource } from "./zip-source.ts";

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
export async function openProject(path: string, keeping: AssetKeeping = "in-memory"): Promise<OpenedProject> {
  const file = await findProjectFile(path);
  const packed = await withPackage(file, (source) => readPackageFrom(source, file, keeping));
  if (packed) return { project: packed.project, assets: packed.assets, diagnostics: packed.diagnostics, file };
  const project = parseProject(decodeProjectText(await readWhole(file), file), file);
  const assets = createProjectAssets(project.assets, folderReader(dirname(file)), keeping);
  for (const { id } of project.assets) assets.asset(id);
  return { project, assets, diagnostics: assets.diagnostics(), file };
}

/** Lets `use` read the package at `file` while it is open; undefined where it is none. Throws a `DiagnosticError`. */
export async function withPackage<Result>(
  file: string,
  use: (source: ZipSource) => Promise<Result>,
): Promise<Result | undefined> {
  const unreadable = (error: unknown) =>
    new DiagnosticError([fileNotReadable(file, errorReason(error))], { cause: error });
  const handle = await open(file, "r").catch((error: unknown) => {
    throw unreadable(error);
  });
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    return head.toString("latin1") === "PK" ? await use(lastingZip(handle, size, file)) : undefined;
  } catch (error) {
    throw error instanceof DiagnosticError ? error : unreadable(error);
  } finally {
    await handle.close();
  }
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
    const { size } = await stat(file);
    if (size > PACKAGE_LIMITS.projectBytes) {
      throw new DiagnosticError([packageTooLarge(file, size, PACKAGE_LIMITS.projectBytes)]);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw new DiagnosticError([fileNotReadable(file, errorReason(error))], { cause: error });
  }
}
