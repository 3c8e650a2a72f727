/** Repairs of frames. */

import { editFrames, findFrame } from "../../document/commands/edit-frames.ts";
import { withPlacement } from "../../document/commands/place-frames.ts";
import { removeFrames } from "../../document/commands/remove-frames.ts";
import { setFrameProperty } from "../../document/commands/set-frame-property.ts";
import type { Frame, TextFrame } from "../../document/schema/frames.ts";
import type { Project } from "../../document/schema/project.ts";
import { framesOf } from "../../document/walk-frames.ts";
import { SAFE_DISTANCE_MM } from "../../layout/layout-document.ts";
import { sizeOf } from "./extend-into-bleed.ts";

/** Text is made no smaller than this unseen. */
const FIRST_MINIMUM = 0.7;
const LAST_MINIMUM = 0.5;

/** The frame a text begins in: the one that decides how it fits. */
function headOf(project: Project, frame: string | undefined, text: string | undefined): TextFrame | undefined {
  const found = frame === undefined ? undefined : findFrame(project, frame);
  if (found?.type === "text" && (found.text !== undefined || text === undefined)) return found;
  for (const { frame: one } of framesOf(project))
    if (one.type === "text" && one.text === text && text !== undefined) return one;
  return undefined;
}

/** Lets the text be made smaller until it fits, in two steps. */
export function fitText(project: Project, frame: string | undefined, text: string | undefined): Project {
  const head = headOf(project, frame, text);
  if (!head) return project;
  const now = head.fit?.mode === "shrink" ? head.fit.minimum : 1;
  if (now <= LAST_MINIMUM) return project;
  const minimum = now > FIRST_MINIMUM ? FIRST_MINIMUM : LAST_MINIMUM;
  return setFrameProperty(project, new Set([head.id]), "fit", { mode: "shrink", minimum });
}

/** Lets the frame be as high as its text wants. */
export function growWithText(project: Project, frame: string | undefined, text: string | undefined): Project {
  const head = headOf(project, frame, text);
  if (!head || (head.fit?.mode === "grow" && head.fit.maximum === undefined)) return project;
  return setFrameProperty(project, new Set([head.id]), "fit", { mode: "grow" });
}

export const dropFrame = (project: Project, frame: string): Project => removeFrames(project, new Set([frame]));
export const dropCrop = (project: Project, frame: string): Project =>
  setFrameProperty(project, new Set([frame]), "crop", undefined);
export const dropClip = (project: Project, frame: string): Project =>
  setFrameProperty(project, new Set([frame]), "clip", undefined);

/**
 * Text away from the trim: a frame on the bare page is moved, and made narrower or lower where it is larger than the safe area; one that
 * has a ground of its own or reaches the trim keeps its place and sets its text further in.
 */
export function moveIntoSafeArea(project: Project, id: string): Project {
  const holder = [...project.pages, ...project.masters].find(({ frames }) => frames.some((frame) => frame.id === id));
  if (!holder) return project;
  const size = sizeOf(project, "size" in holder ? holder : {});
  return editFrames(project, new Set([id]), (frame) => inside(frame, size));
}

function inside(frame: Frame, { width, height }: { readonly width: number; readonly height: number }): Frame {
  if ((frame.rotation ?? 0) !== 0) return frame;
  const reaches = frame.x <= 0 || frame.y <= 0 || frame.x + frame.width >= width || frame.y + frame.height >= height;
  if (frame.type === "text" && (frame.fill !== undefined || frame.stroke !== undefined || reaches)) {
    const { top = 0, right = 0, bottom = 0, left = 0 } = frame.inset ?? {};
    const inset = {
      top: Math.max(top, SAFE_DISTANCE_MM - frame.y),
      right: Math.max(right, SAFE_DISTANCE_MM - (width - frame.x - frame.width)),
      bottom: Math.max(bottom, SAFE_DISTANCE_MM - (height - frame.y - frame.height)),
      left: Math.max(left, SAFE_DISTANCE_MM - frame.x),
    };
    const isSame = inset.top === top && inset.right === right && inset.bottom === bottom && inset.left === left;
    return isSame ? frame : { ...frame, inset };
  }
  const across = axisInside(frame.x, frame.width, width);
  const down = axisInside(frame.y, frame.height, height);
  return withPlacement(frame, { x: across.start, width: across.length, y: down.start, height: down.length });
}

function axisInside(start: number, length: number, whole: number): { readonly start: number; readonly length: number } {
  const room = whole - 2 * SAFE_DISTANCE_MM;
  if (room <= 0) return { start, length };
  const kept = Math.min(length, room);
  const most = whole - SAFE_DISTANCE_MM - kept;
  return { start: Math.min(most, Math.max(SAFE_DISTANCE_MM, start)), length: kept };
}
