/** What lies behind a frame's content: its fill and its edge. */

import type { ChartFrame, ImageFrame, TextFrame } from "../../document/schema/frames.ts";
import type { PathData, Rect } from "../../units/geometry.ts";
import type { DisplayItem, PlacedPath } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { frameRect, isEmptyRect } from "./frame-size.ts";
import { boxPath } from "./outline.ts";

type BoxedFrame = TextFrame | ImageFrame | ChartFrame;
type BoxStyle = Pick<BoxedFrame, "fill" | "stroke" | "radius">;

/**
 * Fill and stroke of a box, from the frame's top left corner, in points; `rect` replaces the frame's own size where the frame has grown.
 * A picture's stroke is not here: `layoutImage` draws it over the picture.
 */
export function layoutBox(frame: BoxedFrame, context: FrameContext, rect: Rect = frameRect(frame)): DisplayItem[] {
  if (isEmptyRect(rect)) return [];
  const style = frame.type === "image" ? { fill: frame.fill } : { fill: frame.fill, stroke: frame.stroke };
  const item = paintedPath(boxPath(frame.radius, rect), style, rect, context);
  return item ? [item] : [];
}

/** The path with its fill and stroke, or nothing where it would have neither. Gradients span `rect`. */
export function paintedPath(
  path: PathData,
  style: { readonly [Part in "fill" | "stroke"]?: BoxStyle[Part] | undefined },
  rect: Rect,
  context: FrameContext,
): PlacedPath | undefined {
  if (path.length === 0) return undefined;
  const stroked = style.stroke !== undefined && style.stroke.width > 0;
  if (!style.fill && !stroked) return undefined;
  return {
    kind: "path",
    path,
    ...(style.fill && { fill: context.paint(style.fill, rect) }),
    ...(style.stroke && stroked && { stroke: context.stroke(style.stroke) }),
  };
}
