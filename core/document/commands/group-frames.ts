/** Groups: frames that move, turn and fade as one. */

import { multiply, transformPoint } from "../../units/geometry.ts";
import { boundsAround, placementBounds, placementMatrix, placementOf } from "../frame-geometry.ts";
import type { Frame, GroupFrame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrameLists, siblingsOf } from "./edit-frames.ts";
import { withoutHugs } from "./hugged-frames.ts";
import { withPlacement } from "./place-frames.ts";

/** Puts frames of one list into a group at the place of the topmost; `id` must be new. The same project where there are none. */
export function groupFrames(project: Project, ids: ReadonlySet<string>, id: string): Project {
  const [first] = ids;
  const list = first === undefined ? undefined : siblingsOf(project, first);
  if (!list) return project;
  return editFrameLists(project, (frames) => {
    const members = frames.filter((frame) => ids.has(frame.id));
    const bounds = boundsAround(members.map((frame) => placementBounds(placementOf(frame))));
    const top = frames.findLastIndex((frame) => ids.has(frame.id));
    if (!bounds || !members.some((frame) => frame.id === first)) return frames;
    const group = withPlacement(
      { type: "group", id, x: 0, y: 0, width: 0, height: 0, frames: [] },
      { ...bounds },
    ) as GroupFrame;
    const children = members.map((frame) => withPlacement(frame, { x: frame.x - group.x, y: frame.y - group.y }));
    return frames.flatMap((frame, index) => {
      if (index === top) return [{ ...group, frames: children }];
      return ids.has(frame.id) ? [] : [frame];
    });
  });
}

/** The frames of these groups in the groups' places, standing where they stood. What faded the group fades them. */
export function ungroupFrames(project: Project, ids: ReadonlySet<string>): Project {
  const ungrouped = editFrameLists(project, (frames) => {
    if (!frames.some((frame) => frame.type === "group" && ids.has(frame.id))) return frames;
    return frames.flatMap((frame) => (frame.type === "group" && ids.has(frame.id) ? released(frame) : [frame]));
  });
  return ungrouped === project ? project : withoutHugs(ungrouped, ids);
}

function released(group: GroupFrame): Frame[] {
  const toParent = placementMatrix(placementOf(group));
  return group.frames.map((child) => {
    const placement = placementOf(child);
    const centre = transformPoint(multiply(toParent, placementMatrix(placement)), {
      x: child.width / 2,
      y: child.height / 2,
    });
    const placed = withPlacement(child, {
      x: centre.x - child.width / 2,
      y: centre.y - child.height / 2,
      rotation: placement.rotation + (group.rotation ?? 0),
    });
    const opacity = (child.opacity ?? 1) * (group.opacity ?? 1);
    return opacity === (child.opacity ?? 1) ? placed : { ...placed, opacity };
  });
}
