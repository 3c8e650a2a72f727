/** Putting new frames on pages. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { mapSame } from "./edit-frames.ts";

/** A frame with texts of its own; its ids and theirs must be new to the project (`freshId`). */
export interface NewFrame {
  readonly frame: Frame;
  readonly texts?: Project["texts"];
}

/** On the page or master of that id, above what is there, or at `index` from the bottom. */
export function addFrame(project: Project, holder: string, { frame, texts }: NewFrame, index?: number): Project {
  const insert = <Holder extends { id: string; frames: Frame[] }>(one: Holder): Holder =>
    one.id === holder ? { ...one, frames: one.frames.toSpliced(index ?? one.frames.length, 0, frame) } : one;
  return {
    ...project,
    pages: mapSame(project.pages, insert),
    masters: mapSame(project.masters, insert),
    ...(texts && { texts: { ...project.texts, ...texts } }),
  };
}
