/** The sound and video of an open project: they stay where they are, and go into its file when it is saved. */

import { existsSync } from "node:fs";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { PACKAGED_MEDIA } from "../../core/document/asset-path.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { ProjectAssets } from "../assets/project-assets.ts";
import { createMediaFinder } from "../package/find-media.ts";
import { withPackage } from "../package/open-project.ts";
import { PACKAGE_LIMITS } from "../package/package-layout.ts";
import { savePackage } from "../package/write-package.ts";
import { readZip } from "../package/zip-reader.ts";
import { mediaPlace, type SessionRecord, storeMedia } from "./session-folder.ts";
import { versionsFolder } from "./versions.ts";

export interface SessionMedia {
  /** What of it outlives the process. */
  record(): Pick<SessionRecord, "from" | "taken">;
  /** Where the files are looked for, while the project's file is `file`. */
  places(file: string | undefined): readonly string[];
  /**
   * Writes the package at `path`, where the project's file was `file` till now. Files lying in its folder stay there, all others come in. Answers the project as the package has it. Throws
   * a `DiagnosticError`.
   */
  save(
    file: string | undefined,
    path: string,
    project: Project,
    assets: Pick<ProjectAssets, "bytes">,
  ): Promise<{ readonly project: Project; readonly diagnostics: readonly Diagnostic[] }>;
}

export interface SessionMediaStart extends Pick<SessionRecord, "from" | "taken"> {
  /** The session's own. */
  readonly folder: string;
  /** Where versions are kept, and media that were rendered. */
  readonly data: string;
}

/** `from` are the packages and project files the project came from. */
export function createSessionMedia({ folder, data, from = [], taken = {} }: SessionMediaStart): SessionMedia {
  const earlier = new Map(Object.entries(taken));

  const places = (file: string | undefined): readonly string[] => [
    ...(file === undefined ? [] : [file]),
    ...from,
    mediaPlace(folder),
    ...(file === undefined ? [] : [mediaPlace(versionsFolder(data, file))]),
    // What was taken out of packages to be rendered.
    mediaPlace(data),
  ];

  return {
    record: () => ({
      ...(from.length > 0 && { from }),
      ...(earlier.size > 0 && { taken: Object.fromEntries(earlier) }),
    }),
    places,
    async save(file, path, project, assets) {
      const written = await savePackage(path, project, assets, { finder: createMediaFinder(places(file)), earlier });
      for (const [index, entry] of (project.media ?? []).entries()) {
        const now = written.project.media?.[index]?.file;
        if (now !== undefined && now !== entry.file) earlier.set(entry.file, now);
      }
      return written;
    },
  };
}

/**
 * Keeps what the package at `path` holds of sound and video and `project` no longer lists, for the versions that play it. Throws a
 * `DiagnosticError`.
 */
export async function keepDroppedMedia(data: string, path: string, project: Project): Promise<void> {
  if (!existsSync(path)) return;
  const listed = new Set(project.media?.map(({ file }) => file));
  await withPackage(path, async (source) => {
    // In a damaged package nothing is found.
    const entries = await readZip(source, path, PACKAGE_LIMITS).catch(() => []);
    const dropped = entries.filter(({ name }) => PACKAGED_MEDIA.test(name) && !listed.has(name));
    await storeMedia(versionsFolder(data, path), dropped);
  });
}
