/** How the frames of a title come and go. */

import type { Direction } from "../../document/schema/programme.ts";
import type { TimedAnimation, TimedOverlay } from "../timeline.ts";
import { settling, stepBetween } from "./easing.ts";

/** Where an item is, and how much of it is seen. */
export interface Look {
  readonly alpha: number;
  /** Parts of the item's own width and height it is moved by. */
  readonly dx: number;
  readonly dy: number;
  /** Part of its way up into its place that it has before it; what fills the picture stays where it is. */
  readonly rise?: number;
  /** The part of the item seen, from the side an edge came from. */
  readonly wipe?: { readonly towards: Direction; readonly at: number };
}

/** The look of item `item` of `items` in a frame of the programme; undefined where it stands in its place as it is. */
export function itemLook(timed: TimedOverlay, frame: number, item: number, items: number): Look | undefined {
  const { enter, leave, from, to } = timed;
  if (enter) {
    const progress = progressOf(enter, frame - from, item, items);
    if (progress < 1) return lookAt(enter, progress, enter.animation.towards ?? "right");
  }
  if (leave) {
    // What came first leaves last.
    const progress = progressOf(leave, to - 1 - frame, item, items);
    // Going a way is coming from there, backwards.
    if (progress < 1) return lookAt(leave, progress, OPPOSITE[leave.animation.towards ?? "left"]);
  }
  return undefined;
}

/** 0 before an item has begun to come, 1 once it is there. All are there when the animation's time and what was staggered are over. */
function progressOf({ frames, stagger }: TimedAnimation, frame: number, item: number, items: number): number {
  const delay = Math.min(stagger, items > 1 ? (frames * 2) / (items - 1) : 0) * item;
  const own = frame - delay;
  return own < 0 ? 0 : Math.min(1, stepBetween(own, frames));
}

function lookAt({ animation }: TimedAnimation, progress: number, towards: Direction): Look {
  const way = settling(progress);
  switch (animation.kind) {
    case "fade":
      return { alpha: progress, dx: 0, dy: 0 };
    case "rise":
      return { alpha: Math.min(1, progress * 1.5), dx: 0, dy: 0, rise: 1 - way };
    case "slide": {
      const [x, y] = FROM[towards];
      return { alpha: Math.min(1, progress * 3), dx: x * (1 - way), dy: y * (1 - way) };
    }
    case "wipe":
      return { alpha: 1, dx: 0, dy: 0, wipe: { towards, at: way } };
  }
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = { right: "left", left: "right", down: "up", up: "down" };

/** Where something that moves that way comes from, in its own sizes. */
const FROM: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  right: [-1, 0],
  left: [1, 0],
  down: [0, -1],
  up: [0, 1],
};
