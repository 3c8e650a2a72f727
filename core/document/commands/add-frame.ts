/** Putting new frames on pages. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editHolder, type HolderRef } from "./holders.ts";

/** A frame with texts of its own; its ids and theirs must be new to the project (`freshId`). */
export interface NewFrame {
  readonly frame: Frame;
  readonly texts?: Project["texts"];
}

/** On that page or master, above what is there, or at `index` from the bottom. */
export function addFrame(project: Project, holder: HolderRef, { frame, texts }: NewFrame, index?: number): Project {
  const placed = editHolder(project, holder, (one) => ({
    ...one,
    frames: one.frames.toSpliced(index ?? one.frames.length, 0, frame),
  }));
  return { ...placed, ...(texts && { texts: { ...project.texts, ...texts } }) };
}
