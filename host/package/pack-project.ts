/** A project and everything it is made of as one package, to be handed on. */

import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Diagnostic, DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { mediaFoundElsewhere, mediaMissing } from "../../core/media/project-media-diagnostics.ts";
import { digestOfFile } from "../files/stream-file.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { openSource } from "../make/open-source.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { createMediaFinder, type MediaFinder, mediaAt } from "./find-media.ts";
import { findNearby } from "./find-nearby.ts";
import { savePackage } from "./write-package.ts";

export interface PackRequest {
  /** Id of a template, or path of an `.xtin` or JSON file. */
  readonly source: string;
  readonly out: string;
  /** Sound and video in the folder of `out` stay beside the package. */
  readonly link: boolean;
  /** Folders in which files that are not in their place are looked for by name. */
  readonly search: readonly string[];
}

export interface PackReport {
  readonly ok: boolean;
  readonly path: string;
  readonly bytes: number;
  /** Pictures, sound and video in the package, and files that stay beside it. */
  readonly inside: number;
  readonly beside: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the package, whole or not at all. Throws a `DiagnosticError` where something is missing, and the signal's reason when canceled. */
export async function packProject(request: PackRequest, options: JobOptions = {}): Promise<PackReport> {
  const { source, out, link, search } = request;
  const { project, assets, diagnostics, file } = await openSource(source);
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  await refuseInputAsOutput(out, [file]);
  const elsewhere: Diagnostic[] = [];
  const finder = createMediaFinder([file]);
  const looking = lookingIn(finder, search, (one) => elsewhere.push(one));
  try {
    await findAll(project.media ?? [], looking, file);
    const written = await savePackage(out, project, assets, {
      ...options,
      finder: looking,
      media: link ? "beside" : "inside",
    });
    const media = written.project.media ?? [];
    const beside = media.filter((entry) => !entry.file.startsWith("media/")).length;
    return {
      ok: true,
      path: out,
      bytes: (await stat(out)).size,
      inside: project.assets.length + media.length - beside,
      beside,
      diagnostics: [...diagnostics, ...unique(elsewhere), ...written.diagnostics],
    };
  } finally {
    await finder.close();
  }
}

const unique = (list: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(list.map((one) => [one.message.en, one])).values(),
];

/** Everything that is missing is told at once, before anything is written. */
async function findAll(entries: readonly AssetEntry[], finder: MediaFinder, file: string): Promise<void> {
  const missing: Diagnostic[] = [];
  for (const entry of entries) {
    if (await finder.find(entry)) continue;
    missing.push(mediaMissing(entry, (await findNearby(dirname(file), nameOf(entry))).slice(0, 2)));
  }
  if (missing.length > 0) throw new DiagnosticError(missing);
}

const nameOf = ({ name, file }: AssetEntry): string => name ?? basename(file);

/** Finds what is not in its place by its name, and by its content where the project knows that. */
function lookingIn(finder: MediaFinder, folders: readonly string[], tell: (found: Diagnostic) => void): MediaFinder {
  return {
    ...finder,
    async find(entry) {
      const known = await finder.find(entry);
      if (known) return known;
      for (const folder of folders) {
        for (const near of await findNearby(folder, nameOf(entry))) {
          const path = join(folder, near);
          if (entry.sha256 !== undefined && (await digestOfFile(path)) !== entry.sha256) continue;
          tell(mediaFoundElsewhere(entry, path));
          return mediaAt(path);
        }
      }
      return undefined;
    },
  };
}
