/** Threads that can no longer add pages, since nothing of the master takes them up any more. */

import { continuesOn } from "../check-threads.ts";
import type { Project } from "../schema/project.ts";
import { editFrameLists, mapSame } from "./edit-frames.ts";

/** The project with no frame adding pages from a master that is not there or does not continue it. */
export const closeDeadEnds = (project: Project): Project =>
  editFrameLists(project, (frames) =>
    mapSame(frames, (frame) => {
      if ((frame.type !== "text" && frame.type !== "table") || frame.addPages === undefined) return frame;
      if (continuesOn(project, frame.addPages.master, frame.type)) return frame;
      const { addPages: _nowhere, ...rest } = frame;
      return rest;
    }),
  );
