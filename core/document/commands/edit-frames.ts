/** What commands on frames share: finding frames and replacing a few while everything else stays the same object. */

import type { Frame } from "../schema/frames.ts";
import type { Master, Page, Project } from "../schema/project.ts";

/** A list of frames as it should be; the same array where nothing changes. */
type ListEdit = (frames: Frame[]) => Frame[];

/** Edits every list of frames, those of groups before the lists they are in. */
export function editFrameLists(project: Project, edit: ListEdit): Project {
  const pages = editHolders(project.pages, edit);
  const masters = editHolders(project.masters, edit);
  return pages === project.pages && masters === project.masters ? project : { ...project, pages, masters };
}

function editHolders<Holder extends Page | Master>(holders: Holder[], edit: ListEdit): Holder[] {
  return mapSame(holders, (holder) => {
    const frames = editNested(holder.frames, edit);
    return frames === holder.frames ? holder : { ...holder, frames };
  });
}

function editNested(frames: Frame[], edit: ListEdit): Frame[] {
  const inner = mapSame(frames, (frame) => {
    if (frame.type !== "group") return frame;
    const children = editNested(frame.frames, edit);
    return children === frame.frames ? frame : { ...frame, frames: children };
  });
  return edit(inner);
}

/** `map`, giving back the same array where every item stays the same. */
export function mapSame<Item>(list: Item[], change: (item: Item) => Item): Item[] {
  let mapped = list;
  for (const [index, item] of list.entries()) {
    const next = change(item);
    if (next === item) continue;
    if (mapped === list) mapped = [...list];
    mapped[index] = next;
  }
  return mapped;
}

/** Replaces the frames named, wherever they are. */
export function editFrames(project: Project, ids: ReadonlySet<string>, change: (frame: Frame) => Frame): Project {
  if (ids.size === 0) return project;
  return editFrameLists(project, (frames) => mapSame(frames, (frame) => (ids.has(frame.id) ? change(frame) : frame)));
}

/** Changes the frame of that id where it is of that kind. */
export const editFrameOf = <Type extends Frame["type"]>(
  project: Project,
  id: string,
  type: Type,
  change: (frame: Extract<Frame, { type: Type }>) => Frame,
): Project =>
  editFrames(project, new Set([id]), (frame) =>
    frame.type === type ? change(frame as Extract<Frame, { type: Type }>) : frame,
  );

/** The list of frames the frame is in: a page's, a master's or a group's. */
export function siblingsOf(project: Project, id: string): readonly Frame[] | undefined {
  for (const holder of [...project.pages, ...project.masters]) {
    const list = listWith(holder.frames, id);
    if (list) return list;
  }
  return undefined;
}

function listWith(frames: readonly Frame[], id: string): readonly Frame[] | undefined {
  if (frames.some((frame) => frame.id === id)) return frames;
  for (const frame of frames) {
    const list = frame.type === "group" ? listWith(frame.frames, id) : undefined;
    if (list) return list;
  }
  return undefined;
}

/** The frame of that id, wherever it is. */
export const findFrame = (project: Project, id: string): Frame | undefined =>
  siblingsOf(project, id)?.find((frame) => frame.id === id);
