/** A frame's content with its place, turn, opacity, cut and shadow. */

import type { Frame } from "../../document/schema/frames.ts";
import { multiply, type PathData, type Rect, rotation, translation } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedGroup } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { frameRect } from "./frame-size.ts";
import { malformedClip } from "./frames-diagnostics.ts";
import { outlinePath, outlineProblem } from "./outline.ts";
import { evenOddToNonzero } from "./path-geometry.ts";
import { layoutShadow } from "./shadow.ts";

/**
 * Wraps what a frame shows into a group on its page (or in its parent group).
 * `box` is what lies behind (see `layoutBox`), `content` the rest, both from the frame's top left corner in points.
 * `rect` replaces the frame's own size where the frame has grown.
 */
export function placeFrame(
  frame: Frame,
  box: readonly DisplayItem[],
  content: readonly DisplayItem[],
  context: FrameContext,
  rect: Rect = frameRect(frame),
): PlacedGroup {
  const clip = clipPath(frame, rect, context);
  const shown = box.length === 0 ? content : [...box, ...content];
  const body: readonly DisplayItem[] = clip ? [{ kind: "group", clip, items: shown }] : shown;
  const shadow = frame.shadow ? layoutShadow(frame.shadow, shadowCasters(box, content, clip), context) : [];
  const position = translation(mmToPt(frame.x), mmToPt(frame.y));
  const centre = { x: rect.width / 2, y: rect.height / 2 };
  return {
    kind: "group",
    frame: frame.id,
    transform: frame.rotation ? multiply(position, rotation(frame.rotation, centre)) : position,
    ...(frame.opacity !== undefined && frame.opacity < 1 && { opacity: frame.opacity }),
    items: shadow.length > 0 ? [...shadow, ...body] : body,
  };
}

function clipPath(frame: Frame, rect: Rect, context: FrameContext): PathData | undefined {
  if (!frame.clip) return undefined;
  const problem = outlineProblem(frame.clip);
  if (problem !== undefined) {
    context.report(malformedClip({ frame: frame.id }, problem));
    return undefined;
  }
  const path = outlinePath(frame.clip, rect);
  return frame.clip.kind === "path" && frame.clip.rule === "evenodd" ? evenOddToNonzero(path) : path;
}

/** Behind an opaque box the content adds nothing to the shadow, and letters are dear to trace. */
function shadowCasters(
  box: readonly DisplayItem[],
  content: readonly DisplayItem[],
  clip: PathData | undefined,
): readonly DisplayItem[] {
  const casters = isOpaque(box[0]) ? box : [...box, ...content];
  return clip ? [{ kind: "group", clip, items: casters }] : casters;
}

function isOpaque(item: DisplayItem | undefined): boolean {
  if (item?.kind !== "path" || !item.fill) return false;
  return item.fill.kind === "solid"
    ? item.fill.color.alpha === 1
    : item.fill.stops.every((stop) => stop.color.alpha === 1);
}
