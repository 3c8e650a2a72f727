import { dirname } from "node:path";
import { readImageHeader } from "../../core/assets/image-header.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { assetMissing } from "../assets/asset-diagnostics.ts";
import { digestOf, type ProjectAssets, packagedName } from "../assets/project-assets.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { encodeProjectText } from "./encode-project-text.ts";
import { createMediaFinder, type MediaFinder } from "./find-media.ts";
import { type MediaPlace, packMedia } from "./pack-media.ts";
import { PROJECT_FILE } from "./package-layout.ts";
import { streamZip, writeZip, type ZipBytes } from "./zip-writer.ts";

export interface WrittenPackage {
  readonly bytes: Uint8Array;
  /** As it is in the package: its assets named by content. */
  readonly project: Project;
  /** One per picture that is not to be had; the package keeps its entry, so that nothing else is lost. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PackedProject {
  readonly project: Project;
  /** By the names the project's assets have in a package. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The project with its assets named by content, and their files. Equal pictures are kept once. */
export function packAssets(project: Project, assets: Pick<ProjectAssets, "bytes">): PackedProject {
  const diagnostics: Diagnostic[] = [];
  const pictures = new Map<string, Uint8Array>();
  const entries = project.assets.map((entry): AssetEntry => {
    const bytes = assets.bytes(entry.id);
    if (!bytes) {
      diagnostics.push(assetMissing(entry.id, entry.file, entry.name));
      return entry;
    }
    const sha256 = digestOf(bytes);
    const file = packagedName(sha256, readImageHeader(bytes, entry.id, entry.name));
    pictures.set(file, bytes);
    return { ...entry, file, sha256 };
  });
  return { project: { ...project, assets: entries }, pictures, diagnostics };
}

/**
 * A project and its pictures as one `.xtin` file: `project.json` first, pictures by name, the same bytes for the same content.
 * Throws a `DiagnosticError` where the project is too large to be read again.
 */
export function writePackage(project: Project, assets: Pick<ProjectAssets, "bytes">): WrittenPackage {
  const packed = packAssets(project, assets);
  return { bytes: writeZip(entriesOf(packed)), project: packed.project, diagnostics: packed.diagnostics };
}

function entriesOf({ project, pictures }: PackedProject): readonly ZipBytes[] {
  return [
    { name: PROJECT_FILE, bytes: encodeProjectText(project, PROJECT_FILE), stored: false },
    ...[...pictures]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // SVG is text and packs well.
      .map(([name, content]) => ({ name, bytes: content, stored: !name.endsWith(".svg") })),
  ];
}

export interface SaveOptions extends JobOptions {
  /** Finds the project's sound and video; it is closed before the old file is replaced. */
  readonly finder?: MediaFinder;
  readonly media?: MediaPlace;
  /** What files of `media` were called when they were taken in before. */
  readonly earlier?: ReadonlyMap<string, string>;
}

/**
 * Writes the package at `path`, whole or not at all. Sound and video are copied from where they are, never through memory; those
 * that are not to be had are told and keep their entries. Throws a `DiagnosticError` where it cannot be written.
 */
export async function savePackage(
  path: string,
  project: Project,
  assets: Pick<ProjectAssets, "bytes">,
  { finder = createMediaFinder([]), media = "beside", ...options }: SaveOptions = {},
): Promise<Omit<WrittenPackage, "bytes">> {
  const packed = packAssets(project, assets);
  try {
    const found = await packMedia(project.media ?? [], { ...options, finder, folder: dirname(path), place: media });
    const whole = { ...packed.project, ...(project.media && { media: [...found.entries] }) };
    const entries = [...entriesOf({ ...packed, project: whole }), ...found.files];
    // On Windows a file that is open cannot be replaced.
    await writeFileAtomically(path, closing(streamZip(entries), finder));
    return { project: whole, diagnostics: [...packed.diagnostics, ...found.diagnostics] };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    await finder.close();
  }
}

async function* closing(pieces: AsyncIterable<Uint8Array>, finder: MediaFinder): AsyncGenerator<Uint8Array> {
  yield* pieces;
  await finder.close();
}
