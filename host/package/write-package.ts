import { readImageHeader } from "../../core/assets/image-header.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { assetMissing } from "../assets/asset-diagnostics.ts";
import { digestOf, type ProjectAssets, packagedName } from "../assets/project-assets.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { encodeProjectText } from "./encode-project-text.ts";
import { PROJECT_FILE } from "./package-layout.ts";
import { writeZip } from "./zip-writer.ts";

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
  const bytes = writeZip([
    { name: PROJECT_FILE, bytes: encodeProjectText(packed.project, PROJECT_FILE), stored: false },
    ...[...packed.pictures]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      // SVG is text and packs well.
      .map(([name, content]) => ({ name, bytes: content, stored: !name.endsWith(".svg") })),
  ]);
  return { bytes, project: packed.project, diagnostics: packed.diagnostics };
}

/** Writes the package at `path`, whole or not at all. Throws a `DiagnosticError` where it cannot be written. */
export async function savePackage(
  path: string,
  project: Project,
  assets: Pick<ProjectAssets, "bytes">,
): Promise<WrittenPackage> {
  const written = writePackage(project, assets);
  await writeFileAtomically(path, written.bytes);
  return written;
}
