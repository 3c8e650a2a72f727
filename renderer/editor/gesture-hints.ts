/** Even spacing and figures while frames are dragged. */

import type { Rect } from "../../core/units/geometry.ts";
import type { Editor } from "./editor.ts";
import type { Edges } from "./gestures.ts";
import type { GestureTag } from "./paint-hints.ts";
import type { Snapped } from "./snapping.ts";
import { evenGaps, evenSize, type GapMark, sideOf } from "./spacing.ts";
import { pageNear } from "./stage-pages.ts";

export interface Spacing {
  readonly dx: number;
  readonly dy: number;
  readonly marks: readonly GapMark[];
}

export const NO_SPACING: Spacing = { dx: 0, dy: 0, marks: [] };

/** Where an edge rests already, equal distances are shown and nothing is moved for them. */
const RESTING = 0.01;

/** What evens the gaps of a rectangle that goes where `found` says. */
export function evenSpacing(bounds: Rect, found: Snapped, resting: readonly Rect[], reach: number): Spacing {
  const placed = { ...bounds, x: bounds.x + found.dx, y: bounds.y + found.dy };
  const isHeld = (axis: "x" | "y"): boolean => found.guides.some((guide) => guide.axis === axis);
  const across = evenGaps("x", placed, resting, isHeld("x") ? RESTING : reach);
  const down = evenGaps("y", placed, resting, isHeld("y") ? RESTING : reach);
  return { dx: across?.way ?? 0, dy: down?.way ?? 0, marks: [...(across?.marks ?? []), ...(down?.marks ?? [])] };
}

/** What makes the dragged sides as long as those of another frame. */
export function evenSizes(
  bounds: Rect,
  edges: Edges,
  found: Snapped,
  resting: readonly Rect[],
  reach: number,
): Spacing {
  const marks: GapMark[] = [];
  const grow = (axis: "x" | "y"): number => {
    const edge = edges[axis];
    if (edge === undefined || found.guides.some((guide) => guide.axis === axis)) return 0;
    const size = evenSize(axis, bounds, resting, reach);
    if (!size) return 0;
    const side = axis === "x" ? "width" : "height";
    const start = bounds[axis] - (edge === "start" ? size.way : 0);
    marks.push(...size.marks, sideOf(axis, { ...bounds, [axis]: start, [side]: bounds[side] + size.way }));
    return edge === "start" ? -size.way : size.way;
  };
  return { dx: grow("x"), dy: grow("y"), marks };
}

/** Where what is moved stands on its page. */
export function placeTag(editor: Editor, { x, y, width, height }: Rect): GestureTag {
  const page = pageNear(editor.onStage.pages, { x: x + width / 2, y: y + height / 2 });
  const at = { x: x + width, y: y + height };
  return { kind: "place", at, figures: [x - (page?.x ?? 0), y - (page?.y ?? 0)] };
}
