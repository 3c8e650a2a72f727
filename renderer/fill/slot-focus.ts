/** Which part of a picture shows in the frame of a slot, and the command that moves it. */

import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { setFrameProperty } from "../../core/document/commands/set-frame-property.ts";
import type { ImageFrame } from "../../core/document/schema/frames.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { fitPicture, type PictureSize } from "../../core/layout/frames/image-fit.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";
import type { ImageSlot } from "./slot-values.ts";

/** The frames of the slot that cut their picture, the first of which is asked. */
const cutting = (project: Project, { frames }: ImageSlot): readonly ImageFrame[] =>
  frames.flatMap((id) => {
    const frame = findFrame(project, id);
    return frame?.type === "image" && (frame.fit ?? "cover") === "cover" ? [frame] : [];
  });

/** The part in view, as fractions of the picture; undefined where no frame cuts it. */
export function shownPart(project: Project, slot: ImageSlot, size: PictureSize): Rect | undefined {
  const [frame] = cutting(project, slot);
  if (!frame) return undefined;
  const { picture, window } = fitPicture(size, { x: 0, y: 0, width: frame.width, height: frame.height }, frame);
  return {
    x: (window.x - picture.x) / picture.width,
    y: (window.y - picture.y) / picture.height,
    width: window.width / picture.width,
    height: window.height / picture.height,
  };
}

/** The picture with this point, in fractions, as near to the middle of its frames as they allow. */
export function setSlotFocus(project: Project, slot: ImageSlot, { x, y }: Point): Project {
  const focus = { x: inside(x), y: inside(y) };
  return setFrameProperty(project, new Set(cutting(project, slot).map(({ id }) => id)), "focus", focus);
}

/** Thousandths are finer than any print. */
const inside = (fraction: number): number => Math.round(Math.min(1, Math.max(0, fraction)) * 1000) / 1000;
