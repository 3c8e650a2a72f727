/** Copies of frames, with ids and texts of their own. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrameLists, mapSame } from "./edit-frames.ts";
import { renameTexts } from "./frame-texts.ts";
import { frameIds, freshId } from "./fresh-id.ts";
import { withHugged } from "./hugged-frames.ts";
import { withPlacement } from "./place-frames.ts";

/** The project with the copies, and their ids in the order of the frames copied. */
export interface Duplicated {
  readonly project: Project;
  readonly ids: readonly string[];
}

/** Copies directly above the frames they are copies of, moved by millimetres. A copy is in no thread and adds no pages. */
export function duplicateFrames(project: Project, ids: ReadonlySet<string>, dx: number, dy: number): Duplicated {
  const copier = createCopier(project);
  const made: string[] = [];
  const copied = editFrameLists(project, (frames) => {
    if (!frames.some((frame) => ids.has(frame.id))) return frames;
    return frames.flatMap((frame) => {
      if (!ids.has(frame.id)) return [frame];
      const copy = withPlacement(copier.copy(frame), { x: frame.x + dx, y: frame.y + dy });
      made.push(copy.id);
      return [frame, copy];
    });
  });
  return { project: copier.finish(copied), ids: made };
}

/** Makes copies for one project, each with ids no other frame or text has. */
export interface FrameCopier {
  copy(frame: Frame): Frame;
  /** The project with the texts of all copies. */
  finish(project: Project): Project;
}

/** `source` holds the texts the frames show, where those are not the project's own. */
export function createCopier(project: Project, source: Project["texts"] = project.texts): FrameCopier {
  const takenFrames = frameIds(project);
  const copies = new Map<string, string>();
  const takenTexts = new Set(Object.keys(project.texts));
  const texts: Project["texts"] = {};
  const copyText = (id: string): string => {
    const text = source[id];
    if (!text) return id;
    const copy = freshId(id, takenTexts);
    texts[copy] = text;
    return copy;
  };
  const copy = (frame: Frame): Frame => {
    const fresh = { ...renameTexts(unthreaded(frame), copyText), id: freshId(frame.id, takenFrames) };
    copies.set(frame.id, fresh.id);
    return fresh.type === "group" ? { ...fresh, frames: fresh.frames.map(copy) } : fresh;
  };
  return {
    copy,
    finish(edited) {
      const known = frameIds(edited);
      const made = new Set(copies.values());
      const hugging = editFrameLists(edited, (frames) =>
        mapSame(frames, (frame) =>
          made.has(frame.id) ? withHugged(frame, (id) => copies.get(id) ?? (known.has(id) ? id : undefined)) : frame,
        ),
      );
      return Object.keys(texts).length === 0 ? hugging : { ...hugging, texts: { ...hugging.texts, ...texts } };
    },
  };
}

function unthreaded(frame: Frame): Frame {
  if (frame.type !== "text" && frame.type !== "table") return frame;
  const { next: _next, addPages: _addPages, ...rest } = frame;
  return rest;
}
