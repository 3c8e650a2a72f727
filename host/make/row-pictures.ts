/** Pictures named in the cells of a table: looked for beside the table, read when a row needs them, and let go again. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { readImageHeader } from "../../core/assets/image-header.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "../../core/document/asset-path.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { ImageFinder } from "../../core/merge/validate-row.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

export interface RowPictures extends ImageFinder, AssetSource {
  /** What was wrong with pictures looked for since the last call. */
  takeProblems(): readonly Diagnostic[];
}

/** A photo has some megabytes, and rows that share one mostly follow each other. */
const MOST_IN_MEMORY = 12;
const PICTURE = new Set([".jpg", ".jpeg", ".png", ".svg"]);

/** The project's own pictures, and those in the folder of the table `file`. */
export function createRowPictures(file: string, own: AssetSource): RowPictures {
  const folder = dirname(file);
  const fileOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const recent = new Map<string, Asset>();
  let problems: Diagnostic[] = [];
  let names: readonly string[] | undefined;

  const load = (path: string): Asset => {
    const bytes = new Uint8Array(readFileSync(path));
    const { kind, width, height, orientation } = readImageHeader(bytes, path);
    const id = createHash("sha256").update(bytes).digest("hex");
    const asset: Asset = { id, kind, bytes, width, height, orientation };
    recent.set(id, asset);
    const oldest = recent.keys().next().value;
    if (recent.size > MOST_IN_MEMORY && oldest !== undefined) recent.delete(oldest);
    return asset;
  };

  const find = (name: string): string | undefined => {
    const relative = name.replaceAll("\\", "/");
    if (!isSafeRelativePath(relative)) return undefined;
    const path = join(folder, ...relative.split("/"));
    try {
      const { id } = load(path);
      fileOf.set(id, path);
      idOf.set(name, id);
      return id;
    } catch (error) {
      if (isMissing(error)) return undefined;
      problems.push(...diagnosticsOf(error));
      return undefined;
    }
  };

  return {
    get names() {
      names ??= readdirSync(folder).filter((name) => PICTURE.has(extname(name).toLowerCase()));
      return names;
    },
    find: (name) => idOf.get(name) ?? find(name),
    asset(id) {
      const path = fileOf.get(id);
      return path === undefined ? own.asset(id) : (recent.get(id) ?? load(path));
    },
    takeProblems() {
      const taken = problems;
      problems = [];
      return taken;
    },
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error;
