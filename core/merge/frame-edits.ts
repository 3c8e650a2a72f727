/** Replacing a few frames of a project while every other frame, group and page stays the same object. */

import type { Frame } from "../document/schema/frames.ts";
import type { Master, Page, Project } from "../document/schema/project.ts";
import { recentValues } from "./recent-values.ts";

/** The frame a value makes of a template's frame; equal values give the same object. */
export interface FrameEdit {
  readonly slot: string;
  readonly frame: string;
  replace(value: string): Frame;
}

/** Frames to replace, by index in a list of frames; groups on the way have lists of their own. */
export type EditTree = ReadonlyMap<number, { readonly edit?: FrameEdit; readonly inside?: EditTree }>;

export interface FrameEdits {
  /** By index of page and of master. */
  readonly pages: ReadonlyMap<number, EditTree>;
  readonly masters: ReadonlyMap<number, EditTree>;
}

/** The frames of a project that slots fill. */
export function planFrameEdits(project: Project, language: string): FrameEdits {
  const imageSlots = new Map<string, string>();
  for (const slot of project.slots) {
    if (slot.kind === "image") for (const frame of slot.frames) imageSlots.set(frame, slot.name);
  }
  const trees = (holders: readonly (Page | Master)[]): ReadonlyMap<number, EditTree> => {
    const found = new Map<number, EditTree>();
    for (const [index, holder] of holders.entries()) {
      const tree = planTree(holder.frames, imageSlots, language);
      if (tree.size > 0) found.set(index, tree);
    }
    return found;
  };
  return { pages: trees(project.pages), masters: trees(project.masters) };
}

function planTree(frames: readonly Frame[], imageSlots: ReadonlyMap<string, string>, language: string): EditTree {
  const tree = new Map<number, { edit?: FrameEdit; inside?: EditTree }>();
  for (const [index, frame] of frames.entries()) {
    const edit = planEdit(frame, imageSlots, language);
    if (edit) tree.set(index, { edit });
    if (frame.type !== "group") continue;
    const inside = planTree(frame.frames, imageSlots, language);
    if (inside.size > 0) tree.set(index, { inside });
  }
  return tree;
}

function planEdit(frame: Frame, imageSlots: ReadonlyMap<string, string>, language: string): FrameEdit | undefined {
  if (frame.type === "qr" && typeof frame.data === "object") {
    return { slot: frame.data.slot, frame: frame.id, replace: recentValues((data) => ({ ...frame, data })) };
  }
  const slot = imageSlots.get(frame.id);
  if (slot === undefined || frame.type !== "image") return undefined;
  return {
    slot,
    frame: frame.id,
    replace: recentValues((asset) => {
      if (asset === "") {
        const { asset: _removed, ...empty } = frame;
        return empty;
      }
      // A picture of its own for this language would hide the one filled in.
      const { variants, ...plain } = frame;
      const others = Object.entries(variants ?? {}).filter(([tag]) => tag !== language);
      return { ...plain, asset, ...(others.length > 0 && { variants: Object.fromEntries(others) }) };
    }),
  };
}

/** `holders` with the frames replaced for which there is a value; the same array where there is none. */
export function editHolders<Holder extends Page | Master>(
  holders: Holder[],
  trees: ReadonlyMap<number, EditTree>,
  values: ReadonlyMap<string, string>,
): Holder[] {
  let edited = holders;
  for (const [index, tree] of trees) {
    const holder = holders[index];
    if (!holder) continue;
    const frames = editFrames(holder.frames, tree, values);
    if (frames === holder.frames) continue;
    if (edited === holders) edited = [...holders];
    edited[index] = { ...holder, frames };
  }
  return edited;
}

function editFrames(frames: Frame[], tree: EditTree, values: ReadonlyMap<string, string>): Frame[] {
  let edited = frames;
  for (const [index, { edit, inside }] of tree) {
    const frame = frames[index];
    if (!frame) continue;
    let replaced = frame;
    if (edit) {
      const value = values.get(edit.slot);
      if (value !== undefined) replaced = edit.replace(value);
    } else if (inside && frame.type === "group") {
      const within = editFrames(frame.frames, inside, values);
      if (within !== frame.frames) replaced = { ...frame, frames: within };
    }
    if (replaced === frame) continue;
    if (edited === frames) edited = [...frames];
    edited[index] = replaced;
  }
  return edited;
}
