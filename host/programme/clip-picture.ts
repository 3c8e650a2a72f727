/** Frames of a video file, decoded and brought to the clip's rate and size by ffmpeg, one after the other. */

import { createCanvas, ImageData } from "@napi-rs/canvas";
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
import type { FrameSize } from "./painted-layer.ts";
import { cardPicture, type ScenePicture } from "./scene-picture.ts";

export interface ClipPictureOptions {
  readonly media: MediaFiles;
  readonly size: FrameSize;
  /** Colour behind a picture that does not fill the frame. */
  readonly beside: string;
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
  { media, size, beside, report, signal }: ClipPictureOptions,
): Promise<ScenePicture> {
  const id = forLanguage(scene.variants, timeline.language) ?? scene.media;
  const source = await media.probe(id);
  const { video } = source.facts;
  const target = { programme: timeline.clip.id, language: timeline.language, scene: scene.id, asset: id };
  if (!video) {
    report(sourceWithoutPicture(target));
    return cardPicture(undefined, beside, size);
  }
  const { rate } = timeline;
  const start = (scene.start ?? 0) + first / rate;
  const needed = timed.until - timed.from - first;
  const { videoFilters } = conformMedia(source.facts, id, rate);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  signal?.addEventListener("abort", stop, { once: true });
  const queue = createFrameQueue(size.width * size.height * 4);
  const running = runFfmpeg({
    args: [
      // A little more than is needed, so that rounding never takes the last frame.
      ...inputArguments(source.path, { demuxer: source.demuxer, start, duration: (needed + 2) / rate }),
      ...["-map", `0:${video.index}`, "-an", "-sn", "-dn"],
      ...["-vf", [...videoFilters, ...placing(video, scene, size)].join(",")],
      ...["-frames:v", String(needed), "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"],
    ],
    signal: stopping.signal,
    onOutput: queue.take,
  }).then(
    () => queue.end(),
    (error: unknown) => queue.end(stopping.signal.aborted ? undefined : error),
  );

  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  let at = first - 1;
  let ended = false;
  return {
    async draw(on, frame) {
      while (at < frame && !ended) {
        const pixels = await queue.next();
        if (pixels) {
          at += 1;
          if (at < frame) continue;
          const data = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
          context.putImageData(new ImageData(data, size.width, size.height), 0, 0);
        } else {
          ended = true;
          signal?.throwIfAborted();
          report(
            sourceEndsEarly({ ...target, second: (timed.from + at + 1) / rate }, scene.start ?? 0, (at + 1) / rate),
          );
        }
      }
      on.fillStyle = beside;
      if (video.alpha || at < first) on.fillRect(0, 0, size.width, size.height);
      on.drawImage(canvas, 0, 0);
    },
    async close() {
      signal?.removeEventListener("abort", stop);
      stop();
      queue.drop();
      await running;
    },
  };

  function placing(facts: VideoFacts, { fit, focus }: ClipScene, { width, height }: FrameSize): readonly string[] {
    const matrix = facts.color.matrix ?? (facts.shownHeight >= 720 ? "bt709" : "bt470bg");
    const known = MATRICES[matrix];
    const scale = (ratio: string): string =>
      `scale=w=${width}:h=${height}:force_original_aspect_ratio=${ratio}:flags=bicubic${known ? `:in_color_matrix=${known}` : ""}`;
    if (fit === "contain") {
      return [
        scale("decrease"),
        "format=rgba",
        `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=${beside.startsWith("#") ? beside : "black"}`,
      ];
    }
    const { x, y } = focus ?? { x: 0.5, y: 0.5 };
    // The point in focus as near the middle as the picture reaches.
    const corner = (whole: string, part: number, length: number): string =>
      `'clip(${whole}*${part}-${length / 2},0,${whole}-${length})'`;
    return [
      scale("increase"),
      `crop=${width}:${height}:${corner("iw", x, width)}:${corner("ih", y, height)}`,
      "format=rgba",
    ];
  }
}

/** Names of the matrices a decoder reports, as the scaler takes them. */
const MATRICES: Readonly<Record<string, string>> = {
  bt709: "bt709",
  bt470bg: "bt601",
  smpte170m: "bt601",
  smpte240m: "smpte240m",
  bt2020nc: "bt2020",
};
