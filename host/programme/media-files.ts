import { dirname } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { hdrNotConvertible } from "../../core/media/media-diagnostics.ts";
import { mediaMissing } from "../../core/media/project-media-diagnostics.ts";
import { openFolder } from "../assets/folder-assets.ts";
import { findAppHome } from "../home/app-home.ts";
import { describeFfmpeg } from "../media/ffmpeg/describe-ffmpeg.ts";
import { type ProbedMedia, probeMedia } from "../media/probe-media.ts";
import { extractMedia } from "../package/extract-media.ts";
import { createMediaFinder } from "../package/find-media.ts";
import { findNearby } from "../package/find-nearby.ts";

/** The project's files of sound and video. */
export interface MediaFiles {
  /** What is known of a file, probed once. Throws a `DiagnosticError` where it is missing or cannot be used. */
  probe(id: string): Promise<ProbedMedia>;
  /** Every file beside the project that is there, in all languages and whether it is used or not. */
  paths(): readonly string[];
}

/**
 * The media of the project at `file`: in its package, or beside it. Nothing outside that folder is opened, wherever links lead; what is in a
 * package is taken out of it when it is first asked for.
 */
export function openMediaFiles(
  { media = [] }: Pick<Project, "media">,
  file: string,
  signal?: AbortSignal | undefined,
): MediaFiles {
  const entries = new Map(media.map((entry) => [entry.id, entry]));
  const folder = openFolder(dirname(file));
  const probed = new Map<string, Promise<ProbedMedia>>();
  const probe = async (entry: AssetEntry): Promise<ProbedMedia> => {
    const finder = createMediaFinder([file]);
    try {
      const found = await finder.find(entry);
      if (!found) throw new DiagnosticError([mediaMissing(entry, await namesakes(entry, file))]);
      const path = found.path ?? (await extractMedia(entry, found, findAppHome().media, signal));
      const media = await probeMedia(path, { signal, name: found.path === undefined ? entry.name : undefined });
      if (media.facts.video?.hdr !== undefined) assertToneMapping(media.name, (await describeFfmpeg()).filters);
      return media;
    } finally {
      await finder.close();
    }
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

/** Throws a `DiagnosticError` where these filters of ffmpeg cannot bring HDR into the standard range. */
export function assertToneMapping(file: string, filters: ReadonlySet<string>): void {
  if (!filters.has("zscale") || !filters.has("tonemap")) throw new DiagnosticError([hdrNotConvertible(file)]);
}

const MOST_NAMED = 2;

/** Files near the project that are called as the missing one was. */
const namesakes = async (entry: AssetEntry, file: string): Promise<readonly string[]> =>
  (await findNearby(dirname(file), entry.name ?? entry.file.split("/").at(-1) ?? "")).slice(0, MOST_NAMED);
