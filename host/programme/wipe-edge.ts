import type { SKRSContext2D } from "@napi-rs/canvas";
import type { WipeEdge } from "../../core/programme/picture/frame-state.ts";
import type { FrameSize } from "./painted-layer.ts";

/** Takes away from a picture of the frame's size what the edge of a wipe has not reached. */
export function withinEdge(on: SKRSContext2D, { towards, at, soft }: WipeEdge, { width, height }: FrameSize): void {
  // The edge begins and ends outside, so that nothing of its softness is left over at either end.
  const front = at * (1 + soft);
  const [solid, clear] = [front - soft, Math.max(front, front - soft + 1e-4)];
  const [fromX, fromY, toX, toY] = {
    right: [0, 0, width, 0],
    left: [width, 0, 0, 0],
    down: [0, 0, 0, height],
    up: [0, height, 0, 0],
  }[towards] as [number, number, number, number];
  const along = (part: number): [number, number] => [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
  const gradient = on.createLinearGradient(...along(solid), ...along(clear));
  gradient.addColorStop(0, "rgba(0, 0, 0, 1)");
  gradient.addColorStop(1, "rgba(0, 0, 0, 0)");
  on.save();
  on.globalCompositeOperation = "destination-in";
  on.fillStyle = gradient;
  on.fillRect(0, 0, width, height);
  on.restore();
}
