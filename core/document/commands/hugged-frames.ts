/** Texts that other frames hug, when ids change or frames go. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrameLists, mapSame } from "./edit-frames.ts";

/** The frame around the texts `named` knows by other ids; those it does not know are let go, and with the last of them the hug. */
export function withHugged(frame: Frame, named: (id: string) => string | undefined): Frame {
  if (!frame.hug) return frame;
  const renamed = mapSame(frame.hug, (one) => {
    const texts = one.texts.flatMap((id) => named(id) ?? []);
    const isSame = texts.length === one.texts.length && texts.every((id, index) => id === one.texts[index]);
    return isSame ? one : { ...one, texts };
  });
  if (renamed === frame.hug) return frame;
  const hug = renamed.filter(({ texts }) => texts.length > 0);
  if (hug.length > 0) return { ...frame, hug };
  const { hug: _gone, ...rest } = frame;
  return rest;
}

/** The project with no frame around one of those that go. */
export const withoutHugs = (project: Project, gone: ReadonlySet<string>): Project =>
  editFrameLists(project, (frames) =>
    mapSame(frames, (frame) => withHugged(frame, (id) => (gone.has(id) ? undefined : id))),
  );
