/** Pictures named in the cells of a table: looked for beside the table, read when a row needs them, and let go again. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { readImageHeader } from "../../core/assets/image-header.ts";
import { PICTURE_ENDINGS } from "../../core/assets/picture-endings.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "../../core/document/asset-path.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import { SNIFFED_BYTES } from "../../core/media/media-formats.ts";
import type { ImageFinder } from "../../core/merge/validate-row.ts";
import { isConverted, readablePicture } from "../media/convert-picture.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

export interface RowPictures extends ImageFinder, AssetSource {
  /** Makes a picture that cells name into what documents hold, where it is none of them: to be done before it is looked for. */
  prepare(name: string): Promise<void>;
  /** What was wrong with pictures looked for since the last call. */
  takeProblems(): readonly Diagnostic[];
  /** Lets go of what was converted. */
  close(): Promise<void>;
}

/** A photo has some megabytes, and rows that share one mostly follow each other. */
const MOST_IN_MEMORY = 12;

/** The project's own pictures, and those in the folder of the table `file`. */
export function createRowPictures(file: string, own: AssetSource): RowPictures {
  const folder = dirname(file);
  const fileOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const recent = new Map<string, Asset>();
  /** By the picture's file: where what it was made into lies, the file itself where nothing had to be, or why it cannot be. */
  const prepared = new Map<string, string | readonly Diagnostic[]>();
  let converted: Promise<string> | undefined;
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
    const named = pathOf(folder, name);
    const path = named === undefined ? undefined : (prepared.get(named) ?? named);
    if (typeof path !== "string") {
      problems.push(...(path ?? []));
      return undefined;
    }
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

  const convert = async (path: string, name: string): Promise<string | readonly Diagnostic[]> => {
    try {
      if (!isConverted(await headOf(path))) return path;
      const made = await readablePicture(new Uint8Array(await readFile(path)), name);
      converted ??= mkdtemp(join(tmpdir(), "xuongtin-rows-"));
      const target = join(await converted, createHash("sha256").update(path).digest("hex"));
      await writeFile(target, made);
      return target;
    } catch (error) {
      return isMissing(error) ? path : diagnosticsOf(error);
    }
  };

  return {
    get names() {
      names ??= readdirSync(folder).filter((name) => PICTURE_ENDINGS.includes(extname(name).toLowerCase()));
      return names;
    },
    async prepare(name) {
      const path = pathOf(folder, name);
      if (path !== undefined && !prepared.has(path)) prepared.set(path, await convert(path, name));
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
    async close() {
      if (converted) await rm(await converted, { recursive: true, force: true });
    },
  };
}

/** Where a cell's picture lies; undefined for what leads out of the folder. */
function pathOf(folder: string, name: string): string | undefined {
  const relative = name.replaceAll("\\", "/");
  return isSafeRelativePath(relative) ? join(folder, ...relative.split("/")) : undefined;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error;
