/** Where scenes are drawn, and what draws itself there. */

import type { FrameSize } from "./painted-layer.ts";
import type { Compositor } from "./planes/compositor.ts";
import type { PlanePicture } from "./planes/plane-picture.ts";

/** What frames of one stretch are put together with, and their size. */
export interface Stage {
  readonly compositor: Compositor;
  readonly size: FrameSize;
}

/** A scene ready to be drawn. */
export interface ScenePicture {
  /** Fills the whole of a frame with frame number `frame` of the scene. */
  draw(target: PlanePicture, frame: number): Promise<void>;
  close(): Promise<void>;
}
