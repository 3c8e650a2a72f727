/** Frames lined up with each other or with their page, and spread evenly. */

import type { Rect } from "../../units/geometry.ts";
import { boundsAround, type FramePlacement, placementBounds, placementOf } from "../frame-geometry.ts";
import type { Frame } from "../schema/frames.ts";

/** Edges or middles of what the frames take up on the page, turned as they are. */
export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";

type Placements = ReadonlyMap<string, Partial<FramePlacement>>;

/** Places for `placeFrames` at which the frames line up within `area`, or within the room they take together. */
export function alignFrames(frames: readonly Frame[], alignment: Alignment, area?: Rect): Placements {
  const target = area ?? boundsAround(frames.map(boundsOf));
  if (!target) return new Map();
  return new Map(
    frames.map((frame) => {
      const { dx, dy } = wayTo(boundsOf(frame), target, alignment);
      return [frame.id, { x: frame.x + dx, y: frame.y + dy }] as const;
    }),
  );
}

function wayTo(bounds: Rect, target: Rect, alignment: Alignment): { readonly dx: number; readonly dy: number } {
  const left = target.x - bounds.x;
  const top = target.y - bounds.y;
  const across = target.width - bounds.width;
  const down = target.height - bounds.height;
  switch (alignment) {
    case "left":
      return { dx: left, dy: 0 };
    case "center":
      return { dx: left + across / 2, dy: 0 };
    case "right":
      return { dx: left + across, dy: 0 };
    case "top":
      return { dx: 0, dy: top };
    case "middle":
      return { dx: 0, dy: top + down / 2 };
    case "bottom":
      return { dx: 0, dy: top + down };
  }
}

/** What is spread evenly: the room between frames, or one of their edges or middles. */
export type Spread = "gaps" | "start" | "middle" | "end";

/**
 * Places for `placeFrames` with equal steps between the outermost two; nothing moves where there are fewer than three. With `gap`,
 * millimetres, two are enough: they follow the first one at that distance.
 */
export function distributeFrames(
  frames: readonly Frame[],
  axis: "x" | "y",
  spread: Spread = "gaps",
  gap?: number,
): Placements {
  if (frames.length < (gap === undefined ? 3 : 2)) return new Map();
  const size = axis === "x" ? "width" : "height";
  const anchor = ANCHORS[spread];
  const placeOf = (bounds: Rect): number => bounds[axis] + bounds[size] * anchor;
  const ordered = frames
    .map((frame) => ({ frame, bounds: boundsOf(frame) }))
    .sort((one, other) => placeOf(one.bounds) - placeOf(other.bounds));
  const [first] = ordered;
  const last = ordered.at(-1);
  const whole = boundsAround(ordered.map(({ bounds }) => bounds));
  if (!whole || !first || !last) return new Map();
  if (spread !== "gaps") {
    const step = gap ?? (placeOf(last.bounds) - placeOf(first.bounds)) / (ordered.length - 1);
    return new Map(
      ordered.map(({ frame, bounds }, index) => [
        frame.id,
        { [axis]: frame[axis] + placeOf(first.bounds) + index * step - placeOf(bounds) },
      ]),
    );
  }
  const filled = ordered.reduce((sum, { bounds }) => sum + bounds[size], 0);
  const between = gap ?? (whole[size] - filled) / (ordered.length - 1);
  let place = whole[axis];
  return new Map(
    ordered.map(({ frame, bounds }) => {
      const moved = frame[axis] + place - bounds[axis];
      place += bounds[size] + between;
      return [frame.id, { [axis]: moved }];
    }),
  );
}

const ANCHORS: Readonly<Record<Spread, number>> = { gaps: 0, start: 0, middle: 0.5, end: 1 };

/** Places for `placeFrames` at which frames are as wide or as high as `model`, their own corners staying. */
export const matchSizes = (
  frames: readonly Frame[],
  model: Frame,
  sides: readonly ("width" | "height")[],
): Placements =>
  new Map(
    frames
      .filter(({ id }) => id !== model.id)
      .map((frame) => [frame.id, Object.fromEntries(sides.map((side) => [side, model[side]]))]),
  );

const boundsOf = (frame: Frame): Rect => placementBounds(placementOf(frame));
