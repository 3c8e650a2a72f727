/** Painted frames → encoded pieces of video, for several outputs from one painting. */

import { isJoinable } from "../../core/programme/picture/painting-groups.ts";
import { videoArguments, videoFilters } from "../../core/programme/presets/preset-arguments.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import { fileAddress } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../media/ffmpeg/run-ffmpeg.ts";
import type { FrameSize } from "./painted-layer.ts";

/** How one output's frames are encoded, piece by piece. */
export interface PieceEncoding {
  /** For ffmpeg, from RGB frames of the painted size and rate. */
  readonly filters: string;
  readonly options: readonly string[];
}

/**
 * Joinable presets get their own encoding. The others are encoded in one go later, from pieces that keep all the eye sees: every picture is a
 * key frame, and colours are as fine as the finest of them needs.
 */
export function pieceEncoding(video: VideoPreset, size: FrameSize, rate: number): PieceEncoding {
  if (isJoinable(video)) return { filters: videoFilters(video, rate), options: videoArguments(video) };
  return {
    filters: `scale=w=${size.width}:h=${size.height}:out_color_matrix=bt709:out_range=tv,format=yuv422p,setsar=1`,
    options: [
      ...["-c:v", "libx264", "-preset", "ultrafast", "-crf", "3", "-g", "1", "-pix_fmt", "yuv422p"],
      ...["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"],
    ],
  };
}

export interface EncodePieces {
  readonly frames: AsyncIterable<Uint8Array>;
  readonly size: FrameSize;
  readonly rate: number;
  readonly outputs: readonly { readonly encoding: PieceEncoding; readonly path: string }[];
  readonly signal?: AbortSignal | undefined;
}

/** Encodes RGBA frames into one file for each output. Throws an `FfmpegError`, or what the frames throw. */
export async function encodePieces({ frames, size, rate, outputs, signal }: EncodePieces): Promise<void> {
  const branches = outputs.map((_, index) => `[painted${index}]`).join("");
  const graph = [
    `[0:v]split=${outputs.length}${branches}`,
    ...outputs.map(({ encoding }, index) => `[painted${index}]${encoding.filters}[out${index}]`),
  ].join(";");
  await runFfmpeg({
    args: [
      ...["-f", "rawvideo", "-pix_fmt", "rgba", "-video_size", `${size.width}x${size.height}`],
      ...["-framerate", String(rate), "-i", "pipe:0", "-filter_complex", graph],
      ...outputs.flatMap(({ encoding, path }, index) => [
        ...["-map", `[out${index}]`, ...encoding.options],
        // Times of a piece begin at its first frame, and no clock of the machine goes into the file.
        ...["-muxdelay", "0", "-muxpreload", "0", "-fflags", "+bitexact", "-f", "mpegts", fileAddress(path)],
      ]),
    ],
    input: frames,
    signal,
  });
}
