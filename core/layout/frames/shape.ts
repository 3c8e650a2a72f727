/** Rectangles, ellipses, polygons, stars and free shapes. */

import type { ShapeFrame } from "../../document/schema/frames.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { paintedPath } from "./box.ts";
import { frameRect, isEmptyRect } from "./frame-size.ts";
import { malformedOutline } from "./frames-diagnostics.ts";
import { outlinePath, outlineProblem } from "./outline.ts";

/** The shape from the frame's top left corner, in points; malformed path data is reported and draws nothing. */
export function layoutShape(frame: ShapeFrame, context: FrameContext): DisplayItem[] {
  const rect = frameRect(frame);
  if (isEmptyRect(rect)) return [];
  const problem = outlineProblem(frame.outline);
  if (problem !== undefined) {
    context.report(malformedOutline({ frame: frame.id }, problem));
    return [];
  }
  const item = paintedPath(outlinePath(frame.outline, rect), frame, rect, context);
  if (!item) return [];
  const evenOdd = frame.outline.kind === "path" && frame.outline.rule === "evenodd";
  return [evenOdd ? { ...item, fillRule: "evenodd" } : item];
}
