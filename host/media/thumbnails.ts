/** Small pictures of films: one that stands for it, and a strip by time; kept, so that lists and timelines have them at once. */

import { existsSync } from "node:fs";
import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { conformMedia } from "../../core/media/conform.ts";
import { mediaHasNoPicture } from "../../core/media/media-diagnostics.ts";
import type { VideoFacts } from "../../core/media/media-facts.ts";
import { letGoOfOldest } from "../files/let-go.ts";
import { makeWholeFile } from "../files/part-file.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { fileAddress, inputArguments } from "./ffmpeg/file-arguments.ts";
import { isOutOfRoom, runFfmpeg, toldFfmpegError } from "./ffmpeg/run-ffmpeg.ts";
import { identifyFile } from "./identify-file.ts";
import type { ProbedMedia } from "./probe-media.ts";

export interface Poster {
  /** A JPEG file in the program's own folder. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Seconds from the film's beginning, before the frame by at most a second where none was asked for. */
  readonly at: number;
}

/** Frames beside one another in one JPEG, from the film's beginning on. */
export interface Strip {
  readonly path: string;
  readonly count: number;
  /** Seconds from one frame to the next. */
  readonly every: number;
  /** Pixels of one frame. */
  readonly width: number;
  readonly height: number;
}

/** Raised when they come out differently. */
const VERSION = 1;
const MOST_KEPT = 800;
const RATE = 25;
/** A film's first frames are often black. */
const POSTER_PLACE = 0.1;
const LATEST_POSTER = 5;
/** Seconds in which it is looked for. */
const POSTER_SEARCH = 10;
/** What is not dark, and of that the frame most like those about it. */
const TELLING = [
  "signalstats",
  "metadata=mode=select:key=lavfi.signalstats.YAVG:value=40:function=greater",
  "thumbnail=n=25",
];
const MOST_FRAMES = 120;
/** Of longer films only key frames are looked at, which takes a small part of the time. Seconds. */
const WHOLE_UP_TO = 60;
const STAGE = { vi: "Chụp hình thu nhỏ", en: "Making small pictures" };

/** The picture that stands for a film, `width` pixels wide; at a moment, or a telling one near its beginning. Throws a `DiagnosticError`. */
export async function posterOf(
  media: ProbedMedia,
  folder: string,
  { width, at }: { readonly width: number; readonly at?: number | undefined },
  options: JobOptions = {},
): Promise<Poster> {
  const video = pictureOf(media);
  const size = scaledTo(video, width);
  const duration = media.facts.duration ?? 0;
  const start = Math.max(0, Math.min(at ?? Math.min(duration * POSTER_PLACE, LATEST_POSTER), duration - 2 / RATE));
  const args = (choice: readonly string[]) => (part: string) => [
    ...inputArguments(media.path, { demuxer: media.demuxer, decoder: media.decoder, start, duration: POSTER_SEARCH }),
    ...["-map", `0:${video.index}`, "-vf", [...framesOf(media), ...choice, scale(size)].join(",")],
    ...["-frames:v", "1", "-q:v", "3", "-f", "mjpeg", fileAddress(part)],
  ];
  const ways = at === undefined && video.frameRate ? [args(TELLING), args([])] : [args([])];
  const path = await kept(media, folder, ["poster", width, start, ways.length], options, ways);
  return { path, ...size, at: start };
}

/** Frames by the second, `height` pixels high; of long films fewer. Throws a `DiagnosticError`. */
export async function stripOf(
  media: ProbedMedia,
  folder: string,
  height: number,
  options: JobOptions = {},
): Promise<Strip> {
  const video = pictureOf(media);
  const duration = Math.max(media.facts.duration ?? 0, 1 / RATE);
  const size = scaledTo(video, even((height * video.shownWidth) / video.shownHeight), height);
  const every = Math.max(1, Math.ceil(duration / MOST_FRAMES));
  const count = Math.max(1, Math.ceil(duration / every));
  const sparse = duration > WHOLE_UP_TO ? ["-skip_frame", "nokey"] : [];
  const path = await kept(media, folder, ["strip", height, every], options, [
    (part) => [
      ...sparse,
      ...inputArguments(media.path, { demuxer: media.demuxer, decoder: media.decoder }),
      ...["-map", `0:${video.index}`],
      ...["-vf", [...framesOf(media, every), scale(size), `tile=${count}x1`].join(",")],
      ...["-frames:v", "1", "-q:v", "4", "-f", "mjpeg", fileAddress(part)],
    ],
  ]);
  return { path, count, every, ...size };
}

function pictureOf({ facts, name }: ProbedMedia): VideoFacts {
  if (!facts.video) throw new DiagnosticError([mediaHasNoPicture(name)]);
  return facts.video;
}

/** Frames as they are in a programme; one of every `every` seconds, the first at once. */
const framesOf = ({ facts, name }: ProbedMedia, every?: number): readonly string[] =>
  conformMedia(facts, name, RATE).videoFilters.map((filter) =>
    every !== undefined && filter.startsWith("fps=") ? `fps=fps=1/${every}:round=up:start_time=0` : filter,
  );

const even = (pixels: number): number => Math.max(2, 2 * Math.round(pixels / 2));

const scaledTo = ({ shownWidth, shownHeight }: VideoFacts, width: number, height?: number) => ({
  width: even(width),
  height: even(height ?? (width * shownHeight) / shownWidth),
});

const scale = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `scale=${width}:${height}:flags=area:out_range=pc,format=yuvj420p,setsar=1`;

/** `ways` are tried one after the other until one gives a picture. */
async function kept(
  media: ProbedMedia,
  folder: string,
  what: readonly (string | number)[],
  { signal, onProgress }: JobOptions,
  ways: readonly ((part: string) => readonly string[])[],
): Promise<string> {
  const path = join(folder, `${await identifyFile(media.path, VERSION, ...what)}.jpg`);
  if (existsSync(path)) {
    await utimes(path, new Date(), new Date()).catch(() => undefined);
    return path;
  }
  const total = media.facts.duration ?? 0;
  await makeWholeFile(path, async (part) => {
    for (const args of ways) {
      await runFfmpeg({
        args: args(part),
        signal,
        onProgress: ({ seconds }) => onProgress?.({ stage: STAGE, done: Math.min(seconds, total), total }),
      }).catch((error: unknown) => {
        throw toldFfmpegError(error, isOutOfRoom(error) ? path : media.name);
      });
      if ((await stat(part)).size > 0) return;
    }
    throw new DiagnosticError([mediaHasNoPicture(media.name)]);
  });
  await letGoOfOldest(folder, { files: MOST_KEPT });
  return path;
}
