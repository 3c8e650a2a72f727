/** Frames of a video file, decoded and brought to the clip's rate and size by ffmpeg, one after the other. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Scene } from "../../core/document/schema/programme.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { conformMedia } from "../../core/media/conform.ts";
import type { MediaFacts, VideoFacts } from "../../core/media/media-facts.ts";
import { sourceEndsEarly, sourceWithoutPicture } from "../../core/programme/programme-diagnostics.ts";
import type { TimedScene, Timeline } from "../../core/programme/timeline.ts";
import { runFfmpeg } from "../media/ffmpeg/run-ffmpeg.ts";
import { createFrameQueue } from "./frame-queue.ts";
import type { MediaFiles } from "./media-files.ts";
import { openFilm } from "./open-film.ts";
import type { FrameSize } from "./painted-layer.ts";
import {
  copyPicture,
  fillPicture,
  freePicture,
  type PlanePicture,
  packedBytes,
  takePicture,
  takeRgba,
  unpackPicture,
} from "./planes/plane-picture.ts";
import { cardPicture, type OpaqueColor } from "./scene-picture.ts";
import type { ScenePicture, Stage } from "./stage.ts";

export interface ClipPictureOptions {
  readonly media: MediaFiles;
  readonly stage: Stage;
  /** Colour behind a picture that does not fill the frame. */
  readonly beside: OpaqueColor;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly signal?: AbortSignal | undefined;
}

type ClipScene = Extract<Scene, { type: "clip" }>;

/** The scene's frames from number `first` on. They can only be drawn in order; after the file's end its last frame stays. */
export async function clipPicture(
  timeline: Timeline,
  timed: TimedScene,
  scene: ClipScene,
  first: number,
  { media, stage, beside, report, signal }: ClipPictureOptions,
): Promise<ScenePicture> {
  const { compositor, size } = stage;
  const { kernel, chroma } = compositor;
  const id = forLanguage(scene.variants, timeline.language) ?? scene.media;
  const source = await media.probe(id);
  const { video } = source.facts;
  const target = { programme: timeline.clip.id, language: timeline.language, scene: scene.id, asset: id };
  if (!video) {
    report(sourceWithoutPicture(target));
    return cardPicture(stage, undefined, beside);
  }
  const { rate, isOfFields } = timeline;
  // A picture of a film is shown from the nearest frame on, and in the first field of that frame: files of fields and of frames keep time together.
  const early = isOfFields ? 0.5 / rate : 0;
  const asked = (scene.start ?? 0) + first / rate;
  const end = source.facts.duration ?? Number.POSITIVE_INFINITY;
  const { videoFilters } = conformMedia(source.facts, id, rate);
  const place = placeOf(video, scene, size);
  // Transparent films are laid over the colour beside them here; planes of the others come as they are.
  const format = video.alpha ? "rgba" : `yuv${chroma}p`;
  const frameBytes = video.alpha ? place.width * place.height * 4 : packedBytes(place.width, place.height, chroma);

  const read = async (start: number, frames: number): Promise<Reading> => {
    const { input, filters } = await openFilm(source, video, start + early, signal);
    const fitted = [...filters, ...videoFilters, ...scaling(video, place), ...(video.alpha ? PREMULTIPLIED : [])];
    const args = [
      ...input,
      ...["-map", `0:${video.index}`, "-an", "-sn", "-dn", "-vf", fitted.join(",")],
      ...["-frames:v", String(frames), "-f", "rawvideo", "-pix_fmt", format, "pipe:1"],
    ];
    return startReading(args, frameBytes, signal);
  };
  /** Of a film that is over before this piece begins, the last frame is looked for before its end. */
  const readBefore = (seconds: number): Promise<Reading> => {
    const start = Math.max(0, Math.min(asked, lastShown(source.facts, video)) - seconds);
    return read(start, Math.ceil((asked - start + 1) * rate));
  };

  /** Seconds before its end from which a film that is over is read. */
  let over = asked >= end ? LAST_SECONDS : undefined;
  let reading = over ? await readBefore(over) : await read(asked, timed.until - timed.from - first);
  const picture = takePicture(kernel, place, chroma, video.alpha);
  const take = (frame: Uint8Array): void => {
    if (video.alpha) takeRgba(kernel, frame, picture);
    else unpackPicture(kernel, frame, picture);
  };
  const covers = !video.alpha && place.width === size.width && place.height === size.height;
  let at = first - 1;
  let ended = false;

  const readAgain = async (seconds: number): Promise<void> => {
    over = seconds;
    await reading.close();
    reading = await readBefore(seconds);
  };
  /** The last frame of a film that is over stays for all that follow. */
  const takeLast = async (seconds: number): Promise<void> => {
    for (let frame = await reading.next(); frame; frame = await reading.next()) {
      take(frame);
      at = first;
    }
    signal?.throwIfAborted();
    ended = at >= first || seconds >= asked;
    if (!ended) await readAgain(seconds * FARTHER);
  };
  const takeNext = async (frame: number): Promise<void> => {
    const pixels = await reading.next();
    if (pixels) {
      at += 1;
      if (at === frame) take(pixels);
      return;
    }
    signal?.throwIfAborted();
    report(sourceEndsEarly({ ...target, second: (timed.from + at + 1) / rate }, scene.start ?? 0, (at + 1) / rate));
    ended = at >= first;
    if (!ended) await readAgain(LAST_SECONDS);
  };

  return {
    async draw(on: PlanePicture, frame) {
      while (at < frame && !ended) await (over ? takeLast(over) : takeNext(frame));
      if (!covers || at < first) fillPicture(kernel, on, beside.planes);
      if (at < first) return;
      if (video.alpha) compositor.lay(on, picture, { x: place.x, y: place.y, alpha: 1 });
      else copyPicture(kernel, picture, on, place.x, place.y);
    },
    async close() {
      await reading.close();
      freePicture(kernel, picture);
    },
  };
}

/** Frames of a film that come from ffmpeg. */
interface Reading {
  /** Undefined after the last one. */
  next(): Promise<Uint8Array | undefined>;
  /** Ends ffmpeg where it is not done. */
  close(): Promise<void>;
}

function startReading(args: readonly string[], frameBytes: number, signal: AbortSignal | undefined): Reading {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal?.addEventListener("abort", stop, { once: true });
  const queue = createFrameQueue(frameBytes);
  const running = runFfmpeg({ args, signal: stopping.signal, onOutput: queue.take }).then(
    () => queue.end(),
    (error: unknown) => queue.end(stopping.signal.aborted ? undefined : error),
  );
  return {
    next: () => queue.next(),
    async close() {
      signal?.removeEventListener("abort", stop);
      stop();
      queue.drop();
      await running;
    },
  };
}

/** Before a film's end: more than lies between two of its frames, mostly; where it does not, the last one is looked for much farther back. */
const LAST_SECONDS = 1;
const FARTHER = 20;

/** Seconds after the file's beginning at which the film's last frame is shown, as far as the file says. */
const lastShown = ({ startTime, duration = Number.POSITIVE_INFINITY }: MediaFacts, video: VideoFacts): number =>
  Math.min(duration, video.startTime - startTime + (video.duration ?? duration));

/** Where in the frame the film's picture lies, all of it even. */
interface FilmPlace extends FrameSize {
  readonly x: number;
  readonly y: number;
  /** The point of the film that is to stay in sight where its picture is larger than its place. */
  readonly focus: { readonly x: number; readonly y: number };
}

function placeOf({ shownWidth, shownHeight }: VideoFacts, { fit, focus }: ClipScene, frame: FrameSize): FilmPlace {
  const middle = focus ?? { x: 0.5, y: 0.5 };
  if (fit !== "contain") return { x: 0, y: 0, ...frame, focus: middle };
  const scale = Math.min(frame.width / shownWidth, frame.height / shownHeight);
  const even = (pixels: number, most: number): number =>
    Math.min(most, Math.max(LEAST_SIDE, 2 * Math.round(pixels / 2)));
  const width = even(shownWidth * scale, frame.width);
  const height = even(shownHeight * scale, frame.height);
  const beside = (room: number): number => 2 * Math.floor(room / 4);
  return { x: beside(frame.width - width), y: beside(frame.height - height), width, height, focus: middle };
}

/** Pixels of a film's side at least. */
const LEAST_SIDE = 8;

/** Filters from conformed frames to the size of their place, in the matrix and range of ours, or red, green and blue where they are transparent. */
function scaling(
  { alpha, color, hdr, shownHeight }: VideoFacts,
  { width, height, focus }: FilmPlace,
): readonly string[] {
  const matrix = color.matrix ?? (shownHeight >= 720 ? "bt709" : "bt470bg");
  // Highlights have been brought into our matrix already.
  const known = hdr === undefined ? MATRICES[matrix] : "bt709";
  // The point in focus as near the middle as the picture reaches.
  const corner = (whole: string, part: number, length: number): string =>
    `'clip(${whole}*${part}-${length / 2},0,${whole}-${length})'`;
  return [
    `scale=w=${width}:h=${height}:force_original_aspect_ratio=increase:flags=bicubic${
      alpha ? ":out_range=pc" : ":out_color_matrix=bt709:out_range=tv"
    }${known ? `:in_color_matrix=${known}` : ""}`,
    `crop=${width}:${height}:${corner("iw", focus.x, width)}:${corner("ih", focus.y, height)}`,
  ];
}

/** Alpha is straight in files. */
const PREMULTIPLIED = ["format=gbrap", "premultiply=inplace=1"];

/** Names of the matrices a decoder reports, as the scaler takes them. */
const MATRICES: Readonly<Record<string, string>> = {
  bt709: "bt709",
  bt470bg: "bt601",
  smpte170m: "bt601",
  smpte240m: "smpte240m",
  bt2020nc: "bt2020",
};
