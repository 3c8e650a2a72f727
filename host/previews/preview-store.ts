/** Pages as pictures for lists, painted once and kept on disk under the digest of all they show. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readPngHeader } from "../../core/assets/png-header.ts";
import { letGoOfOldest } from "../files/let-go.ts";
import { createSerialQueue } from "../jobs/serial-queue.ts";
import type { TaskWorker } from "../jobs/worker.ts";
import { programVersion } from "../program-version.ts";

export interface PreviewWish {
  /** Id of a template, or path of a project. */
  readonly source: string;
  /** Of everything the source consists of. */
  readonly digest: string;
  readonly language: string | undefined;
  readonly page: number;
  /** Pixels. */
  readonly width: number;
}

export interface Preview {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PreviewStore {
  /** Throws a `DiagnosticError` where the source cannot be shown. */
  get(wish: PreviewWish): Promise<Preview>;
}

/** More than the lists of any one user show. */
const KEPT_FILES = 600;

/** Previews in `folder`, painted by `worker`. */
export function createPreviewStore(folder: string, worker: TaskWorker, fontFolders: readonly string[]): PreviewStore {
  const painting = new Map<string, Promise<Preview>>();
  // One after the other, so that the first of a list are there before the last.
  const queue = createSerialQueue();
  let swept = false;

  const paint = async (path: string, { source, language, page, width }: PreviewWish): Promise<Preview> => {
    const known = await readPreview(path);
    if (known) return known;
    const request = { source, language, page, width, fontFolders, out: path };
    await queue(() => worker.run({ kind: "preview", request }));
    if (!swept) await letGoOfOldest(folder, { files: KEPT_FILES });
    swept = true;
    const painted = await readPreview(path);
    if (!painted) throw new Error("a preview vanished");
    return painted;
  };
  return {
    get(wish) {
      const path = join(folder, `${keyOf(wish)}.png`);
      const running = painting.get(path) ?? paint(path, wish).finally(() => painting.delete(path));
      painting.set(path, running);
      return running;
    },
  };
}

const keyOf = ({ digest, language, page, width }: PreviewWish): string =>
  createHash("sha256")
    .update([programVersion(), digest, language ?? "", page, width].join("\n"))
    .digest("hex")
    .slice(0, 40);

async function readPreview(path: string): Promise<Preview | undefined> {
  const png: Uint8Array | undefined = await readFile(path).catch(() => undefined);
  if (!png) return undefined;
  const found = readPngHeader(png);
  return found.state === "read" ? { png, width: found.header.width, height: found.header.height } : undefined;
}
