/** Where project files go by the names users give them. */

import { stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import { isSameFile } from "../files/move-file.ts";
import { nameTaken, nameUnusable } from "../sessions/session-diagnostics.ts";

export const PROJECT_ENDING = ".xtin";

export interface ProjectPath {
  readonly path: string;
  /** Without ending. */
  readonly name: string;
}

/**
 * Where a project called `name` goes in `folder`. Throws a `DiagnosticError` for a name that cannot be used, and for one that another file
 * than `own` has, unless that may be replaced.
 */
export async function projectPath(
  folder: string,
  name: string,
  { own, replace = false }: { readonly own?: string | undefined; readonly replace?: boolean } = {},
): Promise<ProjectPath> {
  const plain = name.toLowerCase().endsWith(PROJECT_ENDING) ? name.slice(0, -PROJECT_ENDING.length) : name;
  const safe = safeFileName(plain);
  if (safe === "") throw new DiagnosticError([nameUnusable(name)]);
  const path = join(folder, `${safe}${PROJECT_ENDING}`);
  const isTaken = (await stateOf(path)) !== "" && !(own !== undefined && (await isSameFile(path, own)));
  if (isTaken && !replace) throw new DiagnosticError([nameTaken(safe)]);
  return { path, name: safe };
}

/** What a file is called without folder and ending. */
export const projectName = (path: string): string => basename(path, extname(path));

/** What tells one content of a file from another at little cost; empty where there is no file. */
export const stateOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`,
    () => "",
  );
