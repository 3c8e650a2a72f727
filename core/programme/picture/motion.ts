/** Pan and zoom: which part of a picture fills the frame. */

import type { Scene, View } from "../../document/schema/programme.ts";
import type { Rect } from "../../units/geometry.ts";
import { smooth } from "./easing.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

const MIDDLE: View = { x: 0.5, y: 0.5, zoom: 1 };

/**
 * The part of a picture that `view` shows, in the picture's own pixels. It reaches beyond the picture where the picture does not fill the
 * frame, and never leaves some of the picture out to show nothing instead.
 */
export function viewRect(view: View, picture: Size, frame: Size, fit: "cover" | "contain"): Rect {
  const across = picture.width / frame.width;
  const down = picture.height / frame.height;
  const scale = (fit === "cover" ? Math.min(across, down) : Math.max(across, down)) / view.zoom;
  const width = frame.width * scale;
  const height = frame.height * scale;
  return {
    x: within(view.x * picture.width, width, picture.width),
    y: within(view.y * picture.height, height, picture.height),
    width,
    height,
  };
}

/** Where a window of that length begins that has `middle` in its middle as far as `whole` reaches. */
const within = (middle: number, length: number, whole: number): number =>
  length >= whole ? (whole - length) / 2 : Math.min(Math.max(middle - length / 2, 0), whole - length);

/**
 * The part shown at `progress` (0–1) of a motion. Sizes go by equal ratios, so that a zoom runs evenly; the middle goes along with the size,
 * so that the point a zoom runs to stays where it is.
 */
export function motionRect(
  motion: Extract<Scene, { type: "image" }>["motion"],
  progress: number,
  picture: Size,
  frame: Size,
  fit: "cover" | "contain",
): Rect {
  const from = viewRect(motion?.from ?? MIDDLE, picture, frame, fit);
  if (!motion) return from;
  const to = viewRect(motion.to, picture, frame, fit);
  const eased = motion.ease === "linear" ? progress : smooth(progress);
  const ratio = to.width / from.width;
  const way = Math.abs(ratio - 1) < 1e-6 ? eased : (ratio ** eased - 1) / (ratio - 1);
  const between = (one: number, other: number): number => one + (other - one) * way;
  return {
    x: between(from.x, to.x),
    y: between(from.y, to.y),
    width: between(from.width, to.width),
    height: between(from.height, to.height),
  };
}

/** How many pixels of the frame the motion gives one of the picture at most: what the picture is scaled to beforehand. */
export function largestScale(
  motion: Extract<Scene, { type: "image" }>["motion"],
  picture: Size,
  frame: Size,
  fit: "cover" | "contain",
): number {
  const widths = [motion?.from ?? MIDDLE, ...(motion ? [motion.to] : [])].map(
    (view) => viewRect(view, picture, frame, fit).width,
  );
  return frame.width / Math.min(...widths);
}
