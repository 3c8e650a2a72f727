/** Straight lines from corner to corner. */

import type { LineFrame } from "../../document/schema/frames.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { frameRect } from "./frame-size.ts";
import { openPath } from "./path-shapes.ts";

/** The line from the frame's top left corner, in points. A frame without height or width gives a level or an upright line. */
export function layoutLine(frame: LineFrame, context: FrameContext): DisplayItem[] {
  const { width, height } = frameRect(frame);
  if (frame.stroke.width <= 0 || (width <= 0 && height <= 0)) return [];
  const up = frame.direction === "up";
  const path = openPath([
    { x: 0, y: up ? height : 0 },
    { x: width, y: up ? 0 : height },
  ]);
  return [{ kind: "path", path, stroke: context.stroke(frame.stroke) }];
}
