import type { JsonPath } from "./json-path.ts";
import type { Frame } from "./schema/frames.ts";
import type { Project } from "./schema/project.ts";

/** One frame of a project and where it stands. */
export interface FramePlace {
  readonly frame: Frame;
  readonly path: JsonPath;
  /** How many groups it is in. */
  readonly groups: number;
}

/** Every frame of masters and pages, groups before what is in them. */
export function* framesOf(project: Project): Generator<FramePlace> {
  for (const [index, master] of project.masters.entries()) yield* framesIn(master.frames, ["masters", index, "frames"]);
  for (const [index, page] of project.pages.entries()) yield* framesIn(page.frames, ["pages", index, "frames"]);
}

/** Every frame of a list, groups before what is in them; `base` is the path of the list. */
export function* framesIn(frames: readonly Frame[], base: JsonPath, groups = 0): Generator<FramePlace> {
  for (const [index, frame] of frames.entries()) {
    const path = [...base, index];
    yield { frame, path, groups };
    if (frame.type === "group") yield* framesIn(frame.frames, [...path, "frames"], groups + 1);
  }
}
