/** The pictures of one project: read when they are first needed, checked, and the same object ever after. */

import { createHash } from "node:crypto";
import { extensionOf, type ImageHeader, readImageHeader } from "../../core/assets/image-header.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import { assetChanged, assetMissing } from "./asset-diagnostics.ts";

export interface ProjectAssets extends AssetSource {
  /** The picture's file as it is, or undefined where there is none to be had. */
  bytes(id: string): Uint8Array | undefined;
  /** What is known of the picture beyond `asset`, or undefined where it cannot be used. */
  header(id: string): ImageHeader | undefined;
  /**
   * Brings a picture in under the digest of its content; the same content again is the same asset. The entry returned goes into the
   * project's `assets`. Throws a `DiagnosticError` where the bytes are no picture this program can use.
   */
  addAsset(bytes: Uint8Array, name: string): AssetEntry;
  /** Everything wrong with pictures asked for so far, one Diagnostic each. */
  diagnostics(): readonly Diagnostic[];
}

/** Gives the bytes of an entry, undefined where the file is missing; throws a `DiagnosticError` for anything else. */
export type AssetReader = (entry: AssetEntry) => Uint8Array | undefined;

interface Loaded {
  readonly header: ImageHeader | undefined;
  readonly asset: Asset | undefined;
}

const NOTHING: Loaded = { header: undefined, asset: undefined };

/**
 * Where pictures are between two uses: in memory, so that a project stays whole whatever happens to its files, or where they came from, to be
 * read again. What is then no longer what it was throws a `DiagnosticError`.
 */
export type AssetKeeping = "in-memory" | "read-again";

/** The pictures named in `entries`, read by `read`. */
export function createProjectAssets(
  entries: readonly AssetEntry[],
  read: AssetReader,
  keeping: AssetKeeping = "in-memory",
): ProjectAssets {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const loaded = new Map<string, Loaded>();
  const diagnostics: Diagnostic[] = [];

  const load = (id: string): Loaded => {
    const known = loaded.get(id);
    if (known) return known;
    const entry = byId.get(id);
    const fresh = entry ? loadEntry(entry, read, keeping, diagnostics) : NOTHING;
    loaded.set(id, fresh);
    return fresh;
  };

  return {
    asset: (id) => load(id).asset,
    bytes: (id) => load(id).asset?.bytes,
    header: (id) => load(id).header,
    addAsset(bytes, name) {
      const sha256 = digestOf(bytes);
      const known = byId.get(sha256);
      if (known && load(sha256).asset) return known;
      const header = readImageHeader(bytes, sha256, name);
      const entry: AssetEntry = { id: sha256, file: packagedName(sha256, header), sha256, name };
      byId.set(sha256, entry);
      loaded.set(sha256, made(sha256, bytes, header));
      return entry;
    },
    diagnostics: () => diagnostics,
  };
}

/** Pictures that are in memory already, by id: for tests and for projects that are not saved yet. */
export function createMemoryAssets(files: Readonly<Record<string, Uint8Array>> = {}): ProjectAssets {
  const entries = Object.keys(files).map((id) => ({ id, file: id }));
  return createProjectAssets(entries, (entry) => files[entry.id]);
}

/** Lower-case hexadecimal SHA-256. */
export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Where a picture lies inside a package. */
export const packagedName = (sha256: string, header: Pick<ImageHeader, "kind">): string =>
  `assets/${sha256}.${extensionOf(header.kind)}`;

function loadEntry(entry: AssetEntry, read: AssetReader, keeping: AssetKeeping, diagnostics: Diagnostic[]): Loaded {
  try {
    const bytes = read(entry);
    if (!bytes) {
      diagnostics.push(assetMissing(entry.id, entry.file, entry.name));
      return NOTHING;
    }
    if (entry.sha256 !== undefined && digestOf(bytes) !== entry.sha256) {
      diagnostics.push(assetChanged(entry.id, entry.file, entry.name));
      return NOTHING;
    }
    const loaded = made(entry.id, bytes, readImageHeader(bytes, entry.id, entry.name ?? entry.file));
    // Drawings are small, and what they are made of is remembered by their bytes.
    const kept = keeping === "in-memory" || loaded.asset?.kind === "svg";
    return kept ? loaded : forgetful(loaded, entry, read, digestOf(bytes));
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    diagnostics.push(...error.diagnostics);
    return NOTHING;
  }
}

function made(id: string, bytes: Uint8Array, header: ImageHeader): Loaded {
  const { kind, width, height, orientation } = header;
  return { header, asset: { id, kind, bytes, width, height, orientation } };
}

/** The same picture, read again whenever its bytes are asked for. */
function forgetful({ header, asset }: Loaded, entry: AssetEntry, read: AssetReader, digest: string): Loaded {
  if (!asset) return NOTHING;
  const { id, kind, width, height, orientation } = asset;
  const gone = (cause?: unknown) => new DiagnosticError([assetMissing(entry.id, entry.file, entry.name)], { cause });
  const again = (): Uint8Array => {
    let bytes: Uint8Array | undefined;
    try {
      bytes = read(entry);
    } catch (error) {
      throw error instanceof DiagnosticError ? error : gone(error);
    }
    if (!bytes) throw gone();
    if (digestOf(bytes) !== digest) throw new DiagnosticError([assetChanged(entry.id, entry.file, entry.name)]);
    return bytes;
  };
  return {
    header,
    asset: {
      id,
      kind,
      width,
      height,
      orientation,
      get bytes() {
        return again();
      },
    },
  };
}
