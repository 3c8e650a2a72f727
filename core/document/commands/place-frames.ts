/** Moving, resizing and turning frames. */

import { type FramePlacement, normalizeRotation, placementOf, roundMm } from "../frame-geometry.ts";
import type { Frame } from "../schema/frames.ts";
import { MAX_LENGTH_MM } from "../schema/primitives.ts";
import type { Project } from "../schema/project.ts";
import { editFrames } from "./edit-frames.ts";

/** Frames moved by millimetres of their page or group. */
export const moveFrames = (project: Project, ids: ReadonlySet<string>, dx: number, dy: number): Project =>
  editFrames(project, ids, (frame) => withPlacement(frame, { x: frame.x + dx, y: frame.y + dy }));

/** Frames given other places, sizes or turns; what a group holds is stretched with it. */
export const placeFrames = (project: Project, placements: ReadonlyMap<string, Partial<FramePlacement>>): Project =>
  editFrames(project, new Set(placements.keys()), (frame) => withPlacement(frame, placements.get(frame.id) ?? {}));

/** A frame elsewhere; the same object where that is where it was. */
export function withPlacement(frame: Frame, changes: Partial<FramePlacement>): Frame {
  const old = placementOf(frame);
  const wished = { ...old, ...changes };
  const placement = {
    x: within(-MAX_LENGTH_MM, wished.x),
    y: within(-MAX_LENGTH_MM, wished.y),
    width: within(0, wished.width),
    height: within(0, wished.height),
    rotation: roundMm(normalizeRotation(wished.rotation)),
  };
  const keys = ["x", "y", "width", "height", "rotation"] as const;
  if (keys.every((key) => placement[key] === old[key])) return frame;
  const { rotation: _old, ...rest } = stretched(frame, placement);
  const { rotation, ...rect } = placement;
  return { ...rest, ...rect, ...(rotation !== 0 && { rotation }) };
}

const within = (least: number, value: number): number => Math.min(MAX_LENGTH_MM, Math.max(least, roundMm(value)));

function stretched(frame: Frame, { width, height }: { readonly width: number; readonly height: number }): Frame {
  if (frame.type !== "group" || (frame.width === width && frame.height === height)) return frame;
  const across = frame.width > 0 ? width / frame.width : 1;
  const down = frame.height > 0 ? height / frame.height : 1;
  const frames = frame.frames.map((child) =>
    withPlacement(child, {
      x: child.x * across,
      y: child.y * down,
      width: child.width * across,
      height: child.height * down,
    }),
  );
  return { ...frame, frames };
}
