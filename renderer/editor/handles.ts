/** What the handles around a selection look like, and which of them a frame has. */

import { FabricObject } from "fabric";
import type { Frame } from "../../core/document/schema/frames.ts";

/** CSS pixels. */
const HANDLE_SIZE = 9;
const TOUCH_SIZE = 24;

/** Handles of every object made from now on; colours as CSS writes them. */
export function styleHandles(accent: string, ground: string): void {
  Object.assign(FabricObject.ownDefaults, {
    borderColor: accent,
    borderScaleFactor: 1.25,
    borderOpacityWhenMoving: 0.6,
    cornerColor: ground,
    cornerStrokeColor: accent,
    cornerSize: HANDLE_SIZE,
    touchCornerSize: TOUCH_SIZE,
    cornerStyle: "rect",
    transparentCorners: false,
    lockScalingFlip: true,
    snapThreshold: 0,
  });
}

/** By fabric's names. Of a line only the ends can be drawn; where there is no height, nothing pulls at it. */
export function handlesOf({ width, height }: Frame): Record<string, boolean> {
  return { mt: height > 0, mb: height > 0, ml: width > 0, mr: width > 0 };
}
