/** Sizes and steps of the editor that somebody may want otherwise. */

import type { NewFrameKind } from "../../core/document/commands/new-frames.ts";

/** Millimetres an arrow key moves frames, alone and with Shift. */
export const NUDGE_MM = 0.25;
export const LARGE_NUDGE_MM = 5;
/** Millimetres a copy lies away from what it was made of. */
export const COPY_OFFSET_MM = 5;
/** CSS pixels within which edges come to rest on each other. */
export const SNAP_REACH = 6;
/** CSS pixels beside a line or another thin frame that count as on it. */
export const GRIP_REACH = 6;
/** Degrees between the turns that Shift stops at. */
export const TURN_STEP = 15;
/** Factor of one step of zoom by key, and of one notch of the wheel. */
export const ZOOM_STEP = 1.25;
/** Millimetres of frames put down with a click rather than drawn. */
export const NEW_FRAME_SIZES: Readonly<Record<NewFrameKind, { readonly width: number; readonly height: number }>> = {
  text: { width: 60, height: 30 },
  image: { width: 60, height: 45 },
  rectangle: { width: 60, height: 30 },
  ellipse: { width: 40, height: 40 },
  polygon: { width: 30, height: 30 },
  line: { width: 60, height: 0 },
  table: { width: 90, height: 35 },
  chart: { width: 80, height: 50 },
  qr: { width: 28, height: 28 },
  ornament: { width: 90, height: 8 },
};
