/** How large files become, before they are made: exact where the bit rate is constant, by experience where quality is. */

import type { Scene } from "../../document/schema/programme.ts";
import { MIX_RATE } from "../../media/conform.ts";
import { isJoinable } from "../picture/painting-groups.ts";
import type { AudioPreset, Preset, VideoPreset } from "../presets/preset-schema.ts";
import type { Timeline } from "../timeline.ts";

/** Bits a pixel of each frame takes. */
interface Spending {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/**
 * At CRF 21, by what is shown; six steps more halve it. Measured with x264 at 1080p: drawings that pan 0.034, photographs full of grain 0.034
 * still and 0.048 panned; films from the hand 0.05 to 0.4, by the noise of the camera.
 */
const SPENDING: Readonly<Record<keyof SecondsShown, Spending>> = {
  card: { least: 0.0003, usual: 0.006, most: 0.02 },
  still: { least: 0.003, usual: 0.02, most: 0.06 },
  moving: { least: 0.012, usual: 0.04, most: 0.1 },
  film: { least: 0.015, usual: 0.12, most: 0.5 },
};

/** The same of pieces kept nearly without loss, every picture by itself: of the finest pictures. */
const KEPT_BITS_PER_PIXEL = 2.5;
/** What containers and their tables add. */
const OVERHEAD = 1.02;
/** Constant rates are met nearly. */
const RATE: Spending = { least: 0.9, usual: 1, most: 1 };

/** How long a clip shows what: pages and colours, pictures that stand still, pictures that are panned and zoomed, films. */
export interface SecondsShown {
  readonly card: number;
  readonly still: number;
  readonly moving: number;
  readonly film: number;
}

/** What a clip shows, for how long. */
export function secondsShown({ scenes, rate }: Pick<Timeline, "scenes" | "rate">): SecondsShown {
  const shown = { card: 0, still: 0, moving: 0, film: 0 };
  for (const { scene, from, to } of scenes) shown[kindOf(scene)] += (to - from) / rate;
  return shown;
}

function kindOf(scene: Scene): keyof SecondsShown {
  if (scene.type === "image") return scene.motion ? "moving" : "still";
  return scene.type === "clip" ? "film" : "card";
}

/** Bytes of a finished file. */
export interface ExpectedBytes {
  /** Of pictures as they mostly are. */
  readonly bytes: number;
  /** Whatever is seen in it. */
  readonly leastBytes: number;
  /** Of the finest pictures. */
  readonly mostBytes: number;
}

/** How large a file of that many seconds becomes; `shown` is what is seen in it, where it has a picture. */
export function expectedBytes({ video, audio }: Preset, seconds: number, shown: SecondsShown): ExpectedBytes {
  const sound = soundBitRate(audio) * seconds;
  const of = (which: keyof Spending): number => (video ? pictureBits(video, shown, which) : 0) + sound * RATE[which];
  return {
    bytes: Math.ceil((of("usual") * OVERHEAD) / 8),
    leastBytes: Math.floor(of("least") / 8),
    mostBytes: Math.ceil((of("most") * OVERHEAD) / 8),
  };
}

/** Bytes of what is kept on the way to a film, at most: pieces of its picture, and its sound; nothing of sound alone. */
export function keptBytes({ video, audio }: Preset, seconds: number, shown: SecondsShown): number {
  if (!video) return 0;
  const own = pictureBits(video, shown, "most");
  const picture = isJoinable(video) ? own : own + pixelRate(video) * KEPT_BITS_PER_PIXEL * seconds;
  return Math.ceil(((picture + soundBitRate(audio) * seconds) * OVERHEAD) / 8);
}

/** Bytes of the mix that lies on disk while it is mastered: stereo, 32-bit floats. */
export const mixBytes = (seconds: number): number => Math.ceil(seconds * MIX_RATE * 8);

const pixelRate = ({ width, height, frameRate }: VideoPreset): number => width * height * frameRate;

/** By experience where the quality is constant, but never above the preset's ceiling. */
function pictureBits(video: VideoPreset, shown: SecondsShown, which: keyof Spending): number {
  const { encoder } = video;
  const kinds = Object.keys(SPENDING) as (keyof SecondsShown)[];
  return kinds.reduce((sum, kind) => sum + shown[kind] * rateOf(kind), 0);

  function rateOf(kind: keyof SecondsShown): number {
    if (encoder.bitRate !== undefined) return encoder.bitRate * RATE[which];
    const { quality = 21, maxRate } = encoder.codec === "libx264" ? encoder : {};
    const expected = pixelRate(video) * SPENDING[kind][which] * 2 ** ((21 - quality) / 6);
    return Math.min(maxRate ?? expected, expected);
  }
}

const SAMPLE_BITS: Partial<Record<AudioPreset["codec"], number>> = { pcm_s16le: 16, pcm_s24le: 24 };

const soundBitRate = ({ codec, bitRate, sampleRate, channels }: AudioPreset): number =>
  bitRate ?? (SAMPLE_BITS[codec] ?? 24) * sampleRate * channels;
