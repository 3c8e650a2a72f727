/** Which presets are made from one painting. */

import type { VideoPreset } from "../presets/preset-schema.ts";

/** Frames painted once, of square pixels, for several presets. */
export interface PaintingGroup<Item> {
  readonly width: number;
  readonly height: number;
  /** Frames a second. */
  readonly rate: number;
  readonly items: readonly Item[];
}

/** Shapes that differ by less are the same: 1920 by 1080 and 960 by 540. */
const SHAPE_TOLERANCE = 0.005;

/** Presets of one shape and rate together, painted as large as the largest of them. */
export function groupByPainting<Item extends { readonly video: VideoPreset }>(
  items: readonly Item[],
): readonly PaintingGroup<Item>[] {
  const groups: PaintingGroup<Item>[] = [];
  for (const item of items) {
    const size = squareSize(item.video);
    const rate = item.video.frameRate;
    const index = groups.findIndex(
      (group) =>
        group.rate === rate &&
        Math.abs((group.width * size.height) / (group.height * size.width) - 1) < SHAPE_TOLERANCE,
    );
    const group = groups[index];
    if (!group) groups.push({ ...size, rate, items: [item] });
    else {
      const larger = size.width > group.width ? size : group;
      groups[index] = { width: larger.width, height: larger.height, rate, items: [...group.items, item] };
    }
  }
  return groups;
}

/** The size of a preset's picture in square pixels. */
function squareSize({ width, height, displayAspect }: VideoPreset): {
  readonly width: number;
  readonly height: number;
} {
  if (!displayAspect) return { width, height };
  const [across = 1, down = 1] = displayAspect.split(":").map(Number);
  return { width: 2 * Math.round((height * across) / down / 2), height };
}

/**
 * Whether pieces encoded one by one may be joined without encoding them again. Streams of a constant rate, whose decoders keep count of their
 * buffers, and fields are encoded in one go.
 */
export const isJoinable = ({ encoder, scan }: VideoPreset): boolean =>
  encoder.codec === "libx264" && scan === "progressive";
