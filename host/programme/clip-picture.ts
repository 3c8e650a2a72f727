/** Frames of a video file, decoded and brought to the clip's rate and size by ffmpeg, one after the other. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Scene } from "../../core/document/schema/programme.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { conformMedia } from "../../core/media/conform.ts";
import type { VideoFacts } from "../../core/media/media-facts.ts";
import { sourceEndsEarly, sourceWithoutPicture } from "../../core/programme/programme-diagnostics.ts";
import type { TimedScene, Timeline } from "../../core/programme/timeline.ts";
import { inputArguments } from "../media/ffmpeg/file-arguments.ts";
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
  const { rate } = timeline;
  const asked = (scene.start ?? 0) + first / rate;
  const end = video.duration ?? source.facts.duration ?? Number.POSITIVE_INFINITY;
  // Of a film that is over before this piece begins, the last frame is looked for where it ends.
  const over = asked >= end;
  const start = over ? Math.max(0, end - LAST_SECONDS) : asked;
  const needed = over ? Math.ceil((LAST_SECONDS + 1) * rate) : timed.until - timed.from - first;
  const { videoFilters } = conformMedia(source.facts, id, rate);
  const opening = openFilm(source.facts, start);
  const place = placeOf(video, scene, size);
  // Transparent films are laid over the colour beside them here; planes of the others come as they are.
  const format = video.alpha ? "rgba" : `yuv${chroma}p`;
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal?.addEventListener("abort", stop, { once: true });
  const queue = createFrameQueue(
    video.alpha ? place.width * place.height * 4 : packedBytes(place.width, place.height, chroma),
  );
  const running = runFfmpeg({
    args: [
      ...opening.options,
      ...inputArguments(source.path, { demuxer: source.demuxer, decoder: source.decoder, start: opening.seek }),
      ...["-map", `0:${video.index}`, "-an", "-sn", "-dn"],
      ...[
        "-vf",
        [...opening.filters, ...videoFilters, ...scaling(video, place), ...(video.alpha ? PREMULTIPLIED : [])].join(
          ",",
        ),
      ],
      ...["-frames:v", String(needed), "-f", "rawvideo", "-pix_fmt", format, "pipe:1"],
    ],
    signal: stopping.signal,
    onOutput: queue.take,
  }).then(
    () => queue.end(),
    (error: unknown) => queue.end(stopping.signal.aborted ? undefined : error),
  );

  const picture = takePicture(kernel, place, chroma, video.alpha);
  const take = (frame: Uint8Array): void => {
    if (video.alpha) takeRgba(kernel, frame, picture);
    else unpackPicture(kernel, frame, picture);
  };
  const covers = !video.alpha && place.width === size.width && place.height === size.height;
  let at = over ? first - needed - 1 : first - 1;
  let ended = false;
  return {
    async draw(on: PlanePicture, frame) {
      while (at < frame && !ended) {
        const pixels = await queue.next();
        if (pixels) {
          at += 1;
          if (at === frame || over) take(pixels);
        } else {
          ended = true;
          signal?.throwIfAborted();
          if (over) at = first;
          else
            report(
              sourceEndsEarly({ ...target, second: (timed.from + at + 1) / rate }, scene.start ?? 0, (at + 1) / rate),
            );
        }
      }
      if (!covers || at < first) fillPicture(kernel, on, beside.planes);
      if (at < first) return;
      if (video.alpha) compositor.lay(on, picture, { x: place.x, y: place.y, alpha: 1 });
      else copyPicture(kernel, picture, on, place.x, place.y);
    },
    async close() {
      signal?.removeEventListener("abort", stop);
      stop();
      queue.drop();
      await running;
      freePicture(kernel, picture);
    },
  };
}

/** Before a film's end: more than lies between two of its frames. */
const LAST_SECONDS = 1;

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
