/** Frames kept aside with their texts, to be put on a page later. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { createCopier, type Duplicated } from "./duplicate-frames.ts";
import { textsOfFrames } from "./frame-texts.ts";
import { editHolder, type HolderRef } from "./holders.ts";
import { withPlacement } from "./place-frames.ts";

export interface CopiedFrames {
  readonly frames: readonly Frame[];
  readonly texts: Project["texts"];
}

/** The frames of a list with these ids, lowest first, and the texts they show. */
export function copyFrames(project: Project, siblings: readonly Frame[], ids: ReadonlySet<string>): CopiedFrames {
  const frames = siblings.filter((frame) => ids.has(frame.id));
  const shown = [...textsOfFrames(frames)].flatMap((id) => {
    const text = project.texts[id];
    return text ? [[id, text] as const] : [];
  });
  return { frames, texts: Object.fromEntries(shown) };
}

/** Copies on top of a page or master, moved by millimetres. */
export function pasteFrames(
  project: Project,
  holder: HolderRef,
  { frames, texts }: CopiedFrames,
  dx: number,
  dy: number,
): Duplicated {
  const copier = createCopier(project, texts);
  const copies = frames.map((frame) => {
    const copy = copier.copy(frame);
    return withPlacement(copy, { x: copy.x + dx, y: copy.y + dy });
  });
  const pasted = editHolder(project, holder, (one) => ({ ...one, frames: [...one.frames, ...copies] }));
  if (pasted === project) return { project, ids: [] };
  return { project: copier.finish(pasted), ids: copies.map((copy) => copy.id) };
}
