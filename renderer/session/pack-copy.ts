/** A project as a `.xtin` file made by the screen alone: for when the host is gone, or does not take it. */

import { type AsyncZippable, zip } from "fflate";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";

const PROJECT_FILE = "project.json";

export interface PackedCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pictures that were not to be had; their entries stay, so that they can be put back. */
  readonly missing: number;
}

/** The project as it is, sound or not, with every picture `bytesOf` has. */
export async function packCopy(
  project: Project,
  bytesOf: (entry: AssetEntry) => Promise<Uint8Array | undefined>,
): Promise<PackedCopy> {
  const files: AsyncZippable = { [PROJECT_FILE]: new TextEncoder().encode(JSON.stringify(project, undefined, 2)) };
  let missing = 0;
  for (const entry of project.assets) {
    const bytes = await bytesOf(entry);
    // Pictures are packed already.
    if (bytes) files[entry.file] = [bytes, { level: 0 }];
    else missing += 1;
  }
  const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    zip(files, (failure, packed) => (failure ? reject(failure) : resolve(packed)));
  });
  return { bytes, missing };
}
