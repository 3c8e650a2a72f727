/**
 * How long the stages of a render take: seconds on a laptop of two cores, measured with slide shows and films. Other machines differ in all
 * of them alike, near enough to share progress out by them; the time that is left is told by the machine's own speed.
 */

import { hasFields } from "../picture/every-field.ts";
import { groupByPainting, isJoinable, type PaintingGroup } from "../picture/painting-groups.ts";
import type { Preset, VideoPreset } from "../presets/preset-schema.ts";

/** A stage by its name, and how long it takes. */
export interface ExpectedStage {
  readonly id: string;
  readonly seconds: number;
  /** Done again until the loudness is right. */
  readonly repeats?: boolean;
}

export const LISTENING = "listen";
export const MIXING = "mix";
export const paintingId = ({ width, height, rate }: Pick<PaintingGroup<unknown>, "width" | "height" | "rate">) =>
  `paint ${width}x${height}@${rate}`;
export const encodingId = (preset: string): string => `encode ${preset}`;
export const joiningId = (preset: string): string => `join ${preset}`;
export const deliveringId = (preset: string): string => `deliver ${preset}`;

/** Seconds a million pixels take: painted, encoded, looked at. */
const PAINTED = 0.004;
const EFFORT = { ultrafast: 0.003, veryfast: 0.006, fast: 0.011, medium: 0.015, slow: 0.03 } as const;
const ENCODED = { mpeg2video: 0.013, dnxhd: 0.01 } as const;
const LOOKED_AT = 0.0015;
/** Seconds a second of sound takes: heard, mixed, made loud as it must be and measured again. */
const HEARD = 0.01;
const MIXED = 0.01;
const MASTERED = 0.05;
/** Seconds a million pixels take to be written again beside their sound. */
const JOINED = 0.0002;

/**
 * Everything a render does, in its order. `heard` are the seconds of all its sources of sound, `moving` those in which something moves between
 * fields.
 */
export function expectedWork(
  presets: readonly Preset[],
  seconds: number,
  heard: number,
  moving: number,
): readonly ExpectedStage[] {
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  return [
    { id: LISTENING, seconds: heard * HEARD },
    ...groupByPainting(outputs).flatMap((group) => [
      { id: paintingId(group), seconds: expectedPainting(group, seconds, moving) },
      ...group.items
        .filter(({ video }) => !isJoinable(video))
        .map(({ id, video }) => ({ id: encodingId(id), seconds: megapixels(video) * seconds * encoding(video) })),
    ]),
    { id: MIXING, seconds: seconds * MIXED },
    ...presets.map(({ id }) => ({ id: deliveringId(id), seconds: seconds * MASTERED, repeats: true })),
    ...outputs.map(({ id, video }) => ({ id: joiningId(id), seconds: megapixels(video) * seconds * JOINED })),
  ];
}

/**
 * Painting that many seconds for a group of presets, encoding the pieces and looking at those that stay as they are. For fields, `moving` of them
 * are painted twice.
 */
export function expectedPainting(
  { width, height, rate, items }: PaintingGroup<{ readonly video: VideoPreset }>,
  seconds: number,
  moving: number,
): number {
  const videos = items.map(({ video }) => video);
  const twice = hasFields(videos) ? moving : 0;
  const painted = ((width * height * rate) / 1e6) * PAINTED * (seconds + twice);
  const joined = videos.filter(isJoinable).map((video) => megapixels(video) * encoding(video));
  // Kept once for all presets of one size.
  const kept = new Map(
    videos
      .filter((video) => !isJoinable(video))
      .map((video) => [`${video.width}x${video.height}`, megapixels(video) * EFFORT.ultrafast]),
  );
  return [...joined, ...kept.values()].reduce((sum, one) => sum + seconds * one, painted);
}

/** Millions of pixels a second. */
const megapixels = ({ width, height, frameRate }: VideoPreset): number => (width * height * frameRate) / 1e6;

/** Encoded and looked at. */
const encoding = ({ encoder }: VideoPreset): number =>
  LOOKED_AT + (encoder.codec === "libx264" ? EFFORT[encoder.effort] : ENCODED[encoder.codec]);
