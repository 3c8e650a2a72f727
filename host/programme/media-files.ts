import { dirname } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { assetMissing, assetOutside } from "../assets/asset-diagnostics.ts";
import { openFolder } from "../assets/folder-assets.ts";
import { type ProbedMedia, probeMedia } from "../media/probe-media.ts";

/** The project's files of sound and video. */
export interface MediaFiles {
  /** What is known of a file, probed once. Throws a `DiagnosticError` where it is missing or cannot be used. */
  probe(id: string): Promise<ProbedMedia>;
  /** Every file that is there, in all languages and whether it is used or not. */
  paths(): readonly string[];
}

/** The media of a project, which lie beside its JSON file or package. Nothing outside that folder is opened, wherever links lead. */
export function openMediaFiles(
  { media = [] }: Pick<Project, "media">,
  file: string,
  signal?: AbortSignal | undefined,
): MediaFiles {
  const entries = new Map(media.map((entry) => [entry.id, entry]));
  const folder = openFolder(dirname(file));
  const probed = new Map<string, Promise<ProbedMedia>>();
  const probe = async (entry: AssetEntry): Promise<ProbedMedia> => {
    const path = folder.find(entry.file);
    if (path === undefined) throw new DiagnosticError([assetMissing(entry.id, entry.file, entry.name)]);
    if (!folder.holds(path)) throw new DiagnosticError([assetOutside(entry.id, entry.file)]);
    return probeMedia(path, { signal });
  };
  return {
    paths: () => [...entries.values()].flatMap(({ file: name }) => folder.find(name) ?? []),
    probe(id) {
      const entry = entries.get(id);
      if (!entry) throw new RangeError(`the project has no file of sound or video “${id}”`);
      const known = probed.get(id) ?? probe(entry);
      probed.set(id, known);
      return known;
    },
  };
}
