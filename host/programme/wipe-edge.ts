import type { WipeEdge } from "../../core/programme/picture/frame-state.ts";
import type { FrameSize } from "./painted-layer.ts";

/** How much of each column or row of the frame the edge of a wipe has run over, 0–1. */
export function wipeShares({ towards, at, soft }: WipeEdge, { width, height }: FrameSize) {
  const along = towards === "left" || towards === "right" ? "columns" : "rows";
  const length = along === "columns" ? width : height;
  // The edge begins and ends outside, so that nothing of its softness is left over at either end; it is never harder than a pixel.
  const breadth = Math.max(soft, 1 / length);
  const front = at * (1 + breadth);
  const shares = Float64Array.from({ length }, (_, index) => {
    const place = (index + 0.5) / length;
    const way = towards === "left" || towards === "up" ? 1 - place : place;
    return Math.min(1, Math.max(0, (front - way) / breadth));
  });
  return { along, shares } as const;
}
