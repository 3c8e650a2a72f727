/** Painted frames → encoded pieces of video, for several outputs from one painting. */

import { isJoinable } from "../../core/programme/picture/painting-groups.ts";
import { colorArguments, paintedFilters, videoArguments } from "../../core/programme/presets/preset-arguments.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import { fileAddress } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../media/ffmpeg/run-ffmpeg.ts";
import type { FrameSize } from "./painted-layer.ts";
import type { Chroma } from "./planes/plane-picture.ts";

/** How one output's frames are encoded, piece by piece. */
export interface PieceEncoding {
  /** For ffmpeg, from frames of the painted size, rate and chroma. */
  readonly filters: string;
  readonly options: readonly string[];
}

/** Painted frames as ffmpeg takes them: planes without gaps. */
export interface PaintedFormat extends FrameSize {
  readonly chroma: Chroma;
  /** Frames a second. */
  readonly rate: number;
}

/** The chroma frames are painted with: no more than any of their outputs keeps. */
export const paintedChroma = (videos: readonly VideoPreset[]): Chroma =>
  videos.every((video) => isJoinable(video) && video.pixelFormat === "yuv420p") ? "420" : "422";

/**
 * Joinable presets get their own encoding. The others are encoded in one go later, from pieces in their size that keep all the eye sees: fields
 * are woven already, every picture is a key frame, and colours are as fine as the finest of them needs.
 */
export function pieceEncoding(video: VideoPreset, { chroma, ...painted }: PaintedFormat): PieceEncoding {
  const frames = { ...painted, pixelFormat: `yuv${chroma}p` };
  if (isJoinable(video)) {
    const filters = paintedFilters(video, frames, video.pixelFormat);
    return { filters, options: [...videoArguments(video), ...ONE_THREAD] };
  }
  return {
    filters: paintedFilters(video, frames, "yuv422p"),
    options: [
      ...["-c:v", "libx264", "-preset", "ultrafast", "-crf", "3", "-g", "1", "-pix_fmt", "yuv422p"],
      ...colorArguments(video),
      ...ONE_THREAD,
    ],
  };
}

/** Pieces are encoded side by side; what comes out is the same on every machine, however many processors it has. */
const ONE_THREAD = ["-threads", "1"] as const;

export interface EncodePieces {
  readonly frames: AsyncIterable<Uint8Array>;
  readonly painted: PaintedFormat;
  readonly outputs: readonly { readonly encoding: PieceEncoding; readonly path: string }[];
  readonly signal?: AbortSignal | undefined;
}

/** What frames of planes do not say of themselves. */
const COLORS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709";

/** Encodes painted frames into one file for each output. Throws an `FfmpegError`, or what the frames throw. */
export async function encodePieces({ frames, painted, outputs, signal }: EncodePieces): Promise<void> {
  const branches = outputs.map((_, index) => `[painted${index}]`).join("");
  const graph = [
    `[0:v]${COLORS},split=${outputs.length}${branches}`,
    ...outputs.map(({ encoding }, index) => `[painted${index}]${encoding.filters}[out${index}]`),
  ].join(";");
  await runFfmpeg({
    args: [
      ...["-f", "rawvideo", "-pix_fmt", `yuv${painted.chroma}p`, "-video_size", `${painted.width}x${painted.height}`],
      ...["-framerate", String(painted.rate), "-i", "pipe:0", "-filter_complex", graph],
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
