/** The same slideshow by others: ffmpeg alone, with and without its own pan and zoom, and melt, which editors for Linux are made of. */

import { PHOTO } from "./photos.ts";
import { MOTIONS, RATE, type Slideshow, slideshowSeconds } from "./slideshow.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

const QUIET = ["-hide_banner", "-loglevel", "error", "-nostdin", "-y"];

/** Frames that are there already, and an encoder that has nothing else to do. */
export const encoderAlone = (frames: string, { width, height }: Size, encoding: readonly string[], out: string) => [
  ...[...QUIET, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", `${width}x${height}`],
  ...["-framerate", String(RATE), "-i", frames, ...encoding, out],
];

/** Frames each photograph is seen in, those of the dissolve into the next included. */
const framesSeen = ({ photos, secondsEach, dissolve }: Slideshow, index: number): number =>
  Math.round((secondsEach + (index < photos.length - 1 ? dissolve : 0)) * RATE);

/** One filter graph of ffmpeg: `zoompan` for each photograph, `xfade` between them. Without captions. */
export function zoompanArguments(show: Slideshow, { width, height }: Size, encoding: readonly string[], out: string) {
  const parts = show.photos.map((_, index) => {
    const { from, to } = MOTIONS[index % MOTIONS.length] ?? {
      from: { x: 0, y: 0, zoom: 1 },
      to: { x: 0, y: 0, zoom: 1 },
    };
    const frames = framesSeen(show, index);
    const between = (one: number, other: number): string => `(${one}+${other - one}*on/${frames - 1})`;
    const zoom = between(from.zoom, to.zoom);
    const corner = (side: string, one: number, other: number): string =>
      `clip(${side}*${between(one, other)}-${side}/zoom/2,0,${side}-${side}/zoom)`;
    // To the shape of the frame, as large as it is shown largest.
    const scale = 1.35;
    const [across, down] = [2 * Math.round((width * scale) / 2), 2 * Math.round((height * scale) / 2)];
    return (
      `[${index}:v]scale=${across}:-2,crop=${across}:${down},` +
      `zoompan=z='${zoom}':x='${corner("iw", from.x, to.x)}':y='${corner("ih", from.y, to.y)}'` +
      `:d=${frames}:s=${width}x${height}:fps=${RATE},format=yuv420p,setsar=1[photo${index}]`
    );
  });
  const joins = show.photos.slice(1).map((_, index) => {
    const before = index === 0 ? "photo0" : `shown${index}`;
    const offset = (index + 1) * show.secondsEach;
    return `[${before}][photo${index + 1}]xfade=transition=fade:duration=${show.dissolve}:offset=${offset}[shown${index + 1}]`;
  });
  const last = show.photos.length === 1 ? "photo0" : `shown${show.photos.length - 1}`;
  return [
    ...[...QUIET, ...show.photos.flatMap((photo) => ["-i", photo])],
    ...["-filter_complex", [...parts, ...joins].join(";"), "-map", `[${last}]`],
    ...["-t", String(slideshowSeconds(show)), ...encoding, out],
  ];
}

/** melt: an affine transformation of each photograph, mixed one into the next. Without captions. */
export function meltArguments(show: Slideshow, { width, height }: Size, out: string): readonly string[] {
  const mixed = Math.round(show.dissolve * RATE);
  const clips = show.photos.flatMap((photo, index) => {
    const { from, to } = MOTIONS[index % MOTIONS.length] ?? {
      from: { x: 0, y: 0, zoom: 1 },
      to: { x: 0, y: 0, zoom: 1 },
    };
    const frames = framesSeen(show, index);
    const rect = ({ x, y, zoom }: typeof from): string => {
      const [across, down] = [width * zoom, (width * zoom * PHOTO.height) / PHOTO.width];
      const begin = (part: number, whole: number, frame: number): number =>
        -Math.min(Math.max(part * whole - frame / 2, 0), whole - frame);
      return `${begin(x, across, width).toFixed(3)} ${begin(y, down, height).toFixed(3)} ${across.toFixed(3)} ${down.toFixed(3)} 1`;
    };
    return [
      ...[photo, `out=${frames - 1}`, "-attach", "affine", "transition.distort=1"],
      `transition.rect=0=${rect(from)};${frames - 1}=${rect(to)}`,
      ...(index > 0 ? ["-mix", String(mixed), "-mixer", "luma"] : []),
    ];
  });
  return [
    ...["-silent", "-profile", "atsc_1080p_25", ...clips],
    ...["-consumer", `avformat:${out}`, "vcodec=libx264", "preset=medium", "crf=21", "vmaxrate=8000000"],
    ...["vbufsize=16000000", "g=50", "an=1", "real_time=-2", "rescale=bilinear"],
  ];
}
