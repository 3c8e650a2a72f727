/** Pictures of frames. */

import { roundMm } from "../frame-geometry.ts";
import type { Frame } from "../schema/frames.ts";
import type { AssetEntry, Project } from "../schema/project.ts";
import { framesOf } from "../walk-frames.ts";
import { addFrame } from "./add-frame.ts";
import { editFrameOf, findFrame } from "./edit-frames.ts";
import { setVariantText } from "./edit-text.ts";
import { frameIds, freshId } from "./fresh-id.ts";
import type { HolderRef } from "./holders.ts";

/** A picture among those of the project, unless it is there. */
export const addAsset = (project: Project, entry: AssetEntry): Project =>
  project.assets.some((asset) => asset.id === entry.id) ? project : { ...project, assets: [...project.assets, entry] };

/**
 * The frame showing that picture, which becomes one of the project's; in one language only where `language` is given. What was cut out of
 * the old picture means nothing in a new one, unless it has the same proportions (`keepsView`).
 */
export function setImageAsset(
  project: Project,
  frame: string,
  entry: AssetEntry,
  language?: string,
  keepsView = false,
): Project {
  return editFrameOf(addAsset(project, entry), frame, "image", (one) => {
    const { crop, focus, ...rest } = one;
    const view = keepsView ? { ...(crop && { crop }), ...(focus && { focus }) } : {};
    return language === undefined
      ? { ...rest, ...view, asset: entry.id }
      : { ...rest, ...view, variants: { ...rest.variants, [language]: entry.id } };
  });
}

/** The frame showing the same picture in this language as in the others. */
export const dropImageVariant = (project: Project, frame: string, language: string): Project =>
  editFrameOf(project, frame, "image", (one) => {
    if (one.variants?.[language] === undefined) return one;
    const { variants, ...rest } = one;
    const { [language]: _gone, ...others } = variants ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, variants: others };
  });

/** The project with the frame, and its id. */
export interface PlacedPicture {
  readonly project: Project;
  readonly id: string;
}

/** A new frame with a picture, above what is there. */
export function placePicture(
  project: Project,
  holder: HolderRef,
  entry: AssetEntry,
  { x, y, width, height }: Pick<Frame, "x" | "y" | "width" | "height">,
): PlacedPicture {
  const id = freshId("anh", frameIds(project));
  const place = { x: roundMm(x), y: roundMm(y), width: roundMm(width), height: roundMm(height) };
  const frame: Frame = { type: "image", id, ...place, asset: entry.id, fit: "cover" };
  return { project: addFrame(addAsset(project, entry), holder, { frame }), id };
}

/** What a picture shows, for those who cannot see it, in one language. */
export function setAltText(project: Project, frame: string, language: string, value: string): Project {
  const found = findFrame(project, frame);
  if (found?.type !== "image") return project;
  if (found.alt !== undefined) return setVariantText(project, { text: found.alt, language }, value);
  const text = freshId(`${frame}-mo-ta`, new Set(Object.keys(project.texts)));
  const named = editFrameOf(project, frame, "image", (one) => ({ ...one, alt: text }));
  return setVariantText(named, { text, language }, value);
}

/** How many frames show each picture, in whichever language; those shown by none are left out. */
export function assetUses(project: Project): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { frame } of framesOf(project)) {
    if (frame.type !== "image") continue;
    for (const asset of new Set([frame.asset, ...Object.values(frame.variants ?? {})])) {
      if (asset !== undefined) uses.set(asset, [...(uses.get(asset) ?? []), frame.id]);
    }
  }
  return uses;
}
