/** How large files become, before they are made: exact where the bit rate is constant, by experience where quality is. */

import { MIX_RATE } from "../../media/conform.ts";
import { isJoinable } from "../picture/painting-groups.ts";
import type { AudioPreset, Preset, VideoPreset } from "../presets/preset-schema.ts";

/** Bits a pixel takes at CRF 21 in slide shows with titles and handheld film, both well below and above; six steps more halve it. */
const BITS_PER_PIXEL = 0.07;
/** The same of pieces kept nearly without loss, every picture by itself. */
const KEPT_BITS_PER_PIXEL = 2;
/** What containers and their tables add. */
const OVERHEAD = 1.02;

/** Bytes of a finished file of that many seconds. */
export function expectedBytes({ video, audio }: Preset, seconds: number): number {
  const rate = (video ? pictureBitRate(video) : 0) + soundBitRate(audio);
  return Math.ceil((rate * seconds * OVERHEAD) / 8);
}

/** Quiet pictures take less than is expected by this factor; constant rates are met nearly. */
const LEAST = { quality: 0.2, rate: 0.9 };

/** Bytes the file takes whatever is seen in it. */
export function leastBytes({ video, audio }: Preset, seconds: number): number {
  const factor = video?.encoder.bitRate === undefined ? LEAST.quality : LEAST.rate;
  const rate = (video ? pictureBitRate(video) * factor : 0) + soundBitRate(audio) * LEAST.rate;
  return Math.floor((rate * seconds) / 8);
}

/** Bytes of the pieces of picture that are kept on the way to it. */
export function keptBytes(video: VideoPreset, seconds: number): number {
  const own = pictureBitRate(video);
  const rate = isJoinable(video) ? own : own + pixelRate(video) * KEPT_BITS_PER_PIXEL;
  return Math.ceil((rate * seconds * OVERHEAD) / 8);
}

/** Bytes of the mix that lies on disk while it is mastered: stereo, 32-bit floats. */
export const mixBytes = (seconds: number): number => Math.ceil(seconds * MIX_RATE * 8);

const pixelRate = ({ width, height, frameRate }: VideoPreset): number => width * height * frameRate;

function pictureBitRate(video: VideoPreset): number {
  const { encoder } = video;
  if (encoder.bitRate !== undefined) return encoder.bitRate;
  const quality = encoder.codec === "libx264" ? (encoder.quality ?? 21) : 21;
  const expected = pixelRate(video) * BITS_PER_PIXEL * 2 ** ((21 - quality) / 6);
  return Math.min(expected, (encoder.codec === "libx264" ? encoder.maxRate : undefined) ?? expected);
}

const SAMPLE_BITS: Partial<Record<AudioPreset["codec"], number>> = { pcm_s16le: 16, pcm_s24le: 24 };

const soundBitRate = ({ codec, bitRate, sampleRate, channels }: AudioPreset): number =>
  bitRate ?? (SAMPLE_BITS[codec] ?? 24) * sampleRate * channels;
