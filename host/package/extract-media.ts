/** Sound and video of packages as files other programs can open: kept under the digest of their content, so that it is done once. */

import { createHash } from "node:crypto";
import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { mediaChanged } from "../../core/media/project-media-diagnostics.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import { letGoOfOldest } from "../files/let-go.ts";
import type { FoundMedia } from "./find-media.ts";

/** Bytes kept; what was used longest ago goes first. */
const KEPT_BYTES = 10_000_000_000;
/** What is asked for is in use for the rest of this process. */
const inUse = new Set<string>();
/** The same for the same content whenever it is taken out: what was made of it is known by this. */
const NO_DATE = new Date(0);

/** The path of the file. `folder` is the program's own. Throws a `DiagnosticError`, also where the content is not what the package says. */
export async function extractMedia(
  entry: AssetEntry,
  found: FoundMedia,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const path = join(folder, entry.file.slice("media/".length));
  inUse.add(path);
  const known = await stat(path).catch(() => undefined);
  if (known?.size !== found.size) {
    await writeFileAtomically(path, checked(entry, found, signal)).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
    await letGoOfOldest(folder, { bytes: KEPT_BYTES, usedBy: "reading", mayGo: (file) => !inUse.has(file.path) });
  }
  await utimes(path, new Date(), NO_DATE).catch(() => undefined);
  return path;
}

async function* checked(
  entry: AssetEntry,
  found: FoundMedia,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  try {
    for await (const piece of found.stream()) {
      signal?.throwIfAborted();
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new DiagnosticError([fileNotReadable(entry.name ?? entry.file, errorReason(error))], { cause: error });
  }
  if (!entry.file.includes(hash.digest("hex"))) {
    throw new DiagnosticError([{ ...mediaChanged(entry), severity: "error" }]);
  }
}
