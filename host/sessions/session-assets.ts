/** The pictures of an open project: stored in its folder as soon as they come in, found whatever the document's list says now. */

import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { folderReader } from "../assets/folder-assets.ts";
import { createProjectAssets, type ProjectAssets } from "../assets/project-assets.ts";
import { packAssets } from "../package/write-package.ts";
import { storePictures } from "./session-folder.ts";

export interface SessionAssets {
  /** Those `project` lists. */
  of(project: Project): ProjectAssets;
  /** Stores a picture; once this is done it outlives the program. Throws a `DiagnosticError` where it cannot be used. */
  add(bytes: Uint8Array, name: string): Promise<AssetEntry>;
  /** A picture that was added or that `project` lists, and what is known of it. */
  find(project: Project, id: string): Pick<ProjectAssets, "bytes" | "asset"> | undefined;
}

/** Pictures in the session's folder, which must exist. */
export function createSessionAssets(folder: string): SessionAssets {
  const read = folderReader(folder);
  const added = createProjectAssets([], read);
  let list: readonly AssetEntry[] | undefined;
  let listed = added;

  const of = (project: Project): ProjectAssets => {
    if (project.assets !== list) {
      list = project.assets;
      listed = createProjectAssets(project.assets, read);
    }
    return listed;
  };
  return {
    of,
    async add(bytes, name) {
      const entry = added.addAsset(bytes, name);
      await storePictures(folder, new Map([[entry.file, bytes]]));
      return entry;
    },
    find: (project, id) => [of(project), added].find((assets) => assets.bytes(id) !== undefined),
  };
}

/** The project with its pictures in `folder`, as a session keeps them. */
export async function takePicturesIn(folder: string, project: Project, assets: ProjectAssets): Promise<Project> {
  const packed = packAssets(project, assets);
  await storePictures(folder, packed.pictures);
  return packed.project;
}
