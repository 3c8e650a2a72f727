/** Pictures of frames. */

import type { AssetEntry, Project } from "../schema/project.ts";
import { editFrames } from "./edit-frames.ts";

/** The frame showing that picture, which becomes one of the project's; in one language only where `language` is given. */
export function setImageAsset(project: Project, frame: string, entry: AssetEntry, language?: string): Project {
  const known = project.assets.some((asset) => asset.id === entry.id);
  const withAsset = known ? project : { ...project, assets: [...project.assets, entry] };
  return editFrames(withAsset, new Set([frame]), (one) => {
    if (one.type !== "image") return one;
    // The part that was cut out of the old picture means nothing in the new one.
    const { crop: _crop, focus: _focus, ...rest } = one;
    return language === undefined
      ? { ...rest, asset: entry.id }
      : { ...rest, variants: { ...rest.variants, [language]: entry.id } };
  });
}
