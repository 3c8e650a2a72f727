/** Which part of a picture its frame shows. Rectangles are in the frame's own unit, from the frame's top left corner. */

import type { Rect } from "../../units/geometry.ts";
import type { ImageFrame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrameOf } from "./edit-frames.ts";

type Crop = NonNullable<ImageFrame["crop"]>;
type Size = Pick<Rect, "width" | "height">;

/** Fractions are kept to the millionth: a hundredth of a pixel of large pictures. */
const rounded = (part: number): number => Math.round(Math.max(0, Math.min(1, part)) * 1_000_000) / 1_000_000;

/** The whole picture moved and, where it is too small, enlarged as little as leaves no part of the frame bare. */
export function coverFrame(frame: Size, picture: Rect): Rect {
  const scale = Math.max(1, frame.width / picture.width, frame.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  const x = picture.x + (picture.width - width) / 2;
  const y = picture.y + (picture.height - height) / 2;
  return {
    x: Math.min(0, Math.max(frame.width - width, x)),
    y: Math.min(0, Math.max(frame.height - height, y)),
    width,
    height,
  };
}

/** The picture larger or smaller by a factor about a point of the frame, never so small that it bares an edge. */
export function zoomPicture(
  frame: Size,
  picture: Rect,
  factor: number,
  at: { readonly x: number; readonly y: number },
): Rect {
  const least = Math.max(frame.width / picture.width, frame.height / picture.height);
  const scale = Math.max(least, factor);
  return coverFrame(frame, {
    x: at.x - (at.x - picture.x) * scale,
    y: at.y - (at.y - picture.y) * scale,
    width: picture.width * scale,
    height: picture.height * scale,
  });
}

/** The part of the picture the frame shows when the whole of it lies at `picture`. */
export function cropShown(frame: Size, picture: Rect): Crop {
  const x = rounded(-picture.x / picture.width);
  const y = rounded(-picture.y / picture.height);
  return {
    x,
    y,
    width: Math.min(rounded(frame.width / picture.width), 1 - x),
    height: Math.min(rounded(frame.height / picture.height), 1 - y),
  };
}

/** The frame showing that part of its picture, and filled by it. */
export const setCrop = (project: Project, frame: string, crop: Crop): Project =>
  editFrameOf(project, frame, "image", ({ fit: _fit, ...rest }) => ({ ...rest, fit: "cover", crop }));

/** The frame showing its whole picture again, as its fit says. */
export const resetCrop = (project: Project, frame: string): Project =>
  editFrameOf(project, frame, "image", (one) => {
    const { crop, focus, ...rest } = one;
    return crop === undefined && focus === undefined ? one : rest;
  });

/** The point of the picture that stays in view where it is cut; fractions of its size. */
export const setFocus = (project: Project, frame: string, focus: NonNullable<ImageFrame["focus"]>): Project =>
  editFrameOf(project, frame, "image", (one) => ({ ...one, focus: { x: rounded(focus.x), y: rounded(focus.y) } }));
