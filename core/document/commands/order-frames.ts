/** Which frame lies over which: the order of the list they are in. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrameLists } from "./edit-frames.ts";

/** `forward` and `backward` pass one frame that is not moved as well. */
export type OrderStep = "front" | "forward" | "backward" | "back";

/** Frames brought up or down among the frames beside them; their own order stays. */
export function orderFrames(project: Project, ids: ReadonlySet<string>, step: OrderStep): Project {
  return editFrameLists(project, (frames) => {
    if (!frames.some((frame) => ids.has(frame.id))) return frames;
    const ordered = orderList(frames, ids, step);
    return ordered.every((frame, index) => frame === frames[index]) ? frames : ordered;
  });
}

function orderList(frames: readonly Frame[], ids: ReadonlySet<string>, step: OrderStep): Frame[] {
  const moved = frames.filter((frame) => ids.has(frame.id));
  const others = frames.filter((frame) => !ids.has(frame.id));
  switch (step) {
    case "front":
      return [...others, ...moved];
    case "back":
      return [...moved, ...others];
    case "forward":
      return passOne(frames.toReversed(), ids).reverse();
    case "backward":
      return passOne(frames, ids);
  }
}

/** Every frame named changes places with the one before it, unless that is named too. */
function passOne(frames: readonly Frame[], ids: ReadonlySet<string>): Frame[] {
  const ordered = [...frames];
  for (let index = 1; index < ordered.length; index += 1) {
    const [before, frame] = ordered.slice(index - 1, index + 1);
    if (before && frame && ids.has(frame.id) && !ids.has(before.id)) ordered.splice(index - 1, 2, frame, before);
  }
  return ordered;
}

/** A frame put at another place in the list it is in; `index` counts from the bottom, after it was taken out. */
export function moveFrameTo(project: Project, id: string, index: number): Project {
  return editFrameLists(project, (frames) => {
    const from = frames.findIndex((frame) => frame.id === id);
    const frame = frames[from];
    if (!frame) return frames;
    const to = Math.max(0, Math.min(index, frames.length - 1));
    return to === from ? frames : frames.toSpliced(from, 1).toSpliced(to, 0, frame);
  });
}
