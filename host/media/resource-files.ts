/** Presets, profiles, templates of bulletins: small JSON files of the program's own, and of the user's in a folder of theirs. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";
import { diagnosticsOf } from "../make/diagnostics-of.ts";

export interface ResourceList<Resource> {
  /** The program's, then the user's, by name of file. */
  readonly list: readonly Resource[];
  /** Why some file of the user's is not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One kind of such files. `parse` throws a `DiagnosticError` for a text that is none. */
export interface ResourceKind<Resource extends { readonly id: string }> {
  /** The program's own folder, then the user's where there is one. */
  readonly folders: readonly string[];
  readonly parse: (text: string, file: string) => Resource;
  readonly unknown: (id: string, ids: readonly string[], nearest: string | undefined) => Diagnostic;
}

/** All there are. One of the user's with the id of one of ours takes its place. */
export function listResources<Resource extends { readonly id: string }>(
  kind: ResourceKind<Resource>,
): ResourceList<Resource> {
  const found = new Map<string, Resource>();
  const diagnostics: Diagnostic[] = [];
  for (const path of kind.folders.flatMap(jsonFiles)) {
    try {
      const resource = readResource(kind, path);
      found.set(resource.id, resource);
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error));
    }
  }
  return { list: [...found.values()], diagnostics };
}

/** The one with this id, or in the JSON file of this name. Throws a `DiagnosticError` where there is none. */
export function findResource<Resource extends { readonly id: string }>(
  kind: ResourceKind<Resource>,
  idOrFile: string,
): Resource {
  const { list, diagnostics } = listResources(kind);
  const found = list.find(({ id }) => id === idOrFile);
  if (found) return found;
  if (extname(idOrFile).toLowerCase() === ".json") return readResource(kind, idOrFile);
  const ids = list.map(({ id }) => id);
  throw new DiagnosticError([kind.unknown(idOrFile, ids, nearestName(idOrFile, ids)), ...diagnostics]);
}

const jsonFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => join(folder, name))
    : [];

function readResource<Resource extends { readonly id: string }>(kind: ResourceKind<Resource>, path: string): Resource {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const missing = errorCode(error) === "ENOENT";
    throw new DiagnosticError([missing ? fileNotFound(path) : fileNotReadable(path, errorReason(error))], {
      cause: error,
    });
  }
  return kind.parse(text, path);
}
