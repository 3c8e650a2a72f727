/** Films in which every picture carries its number, in bars. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { ProbedMedia } from "../../../host/media/probe-media.ts";
import { makeMedia } from "./make-media.ts";

const BARS = 10;

export interface NumberedFilm {
  readonly file: string;
  /** Pictures a second. */
  readonly rate: number;
  readonly seconds?: number | undefined;
  /** Between the numbered pictures and the encoder. */
  readonly filter?: string | undefined;
  readonly output: readonly string[];
  /** Seconds cut off at the beginning without encoding again: what an edit list then hides. */
  readonly cut?: number | undefined;
  /** Seconds the picture is put behind the sound by; the sound behind the picture where negative. */
  readonly late?: number | undefined;
}

/** Makes a film of 160 × 96 pixels with a tone; answers its file. */
export function makeNumberedFilm(folder: string, film: NumberedFilm): string {
  const { file, rate, seconds = 3, filter, output, cut, late } = film;
  const path = join(folder, file);
  const bars = `geq=lum='if(mod(floor(N/pow(2,floor(X/16))),2),200,30)':cb=128:cr=128`;
  const first = cut === undefined && late === undefined ? path : join(folder, `trước ${file}`);
  makeMedia(first, [
    ...["-f", "lavfi", "-i", `color=black:s=160x96:r=${rate}:d=${seconds}`],
    ...["-f", "lavfi", "-i", `sine=440:r=48000:d=${seconds}`],
    ...["-vf", [bars, ...(filter ? [filter] : [])].join(","), ...output],
  ]);
  const muxer = file.endsWith(".vob") ? ["-f", "vob"] : [];
  if (cut !== undefined) makeMedia(path, ["-ss", String(cut), "-i", `file:${first}`, "-c", "copy", ...muxer]);
  if (late !== undefined) {
    const again = ["-itsoffset", String(Math.abs(late)), "-i", `file:${first}`, "-i", `file:${first}`];
    makeMedia(path, [
      ...again,
      ...["-map", late > 0 ? "0:v" : "1:v", "-map", late > 0 ? "1:a" : "0:a", "-c", "copy"],
      ...muxer,
    ]);
  }
  return path;
}

/** The number a picture carries; rows without gaps. */
export function numberOf(
  luma: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const upright = height > width;
  let number = 0;
  for (let bar = 0; bar < BARS; bar += 1) {
    const along = Math.floor(((bar + 0.5) * Math.max(width, height)) / BARS);
    const at = upright ? along * width + width / 2 : (height / 2) * width + along;
    if ((luma[at] ?? 0) > 115) number += 2 ** bar;
  }
  return number;
}

/** Frames of a film as ffmpeg decodes them from its beginning, by seconds from there. */
export function filmFrames(
  { path, facts }: ProbedMedia,
  size: { readonly width: number; readonly height: number },
): readonly { readonly from: number; readonly to: number; readonly number: number }[] {
  const fields = facts.video?.fieldOrder === "top-first" ? ["bwdif=mode=send_field:parity=tff:deint=all"] : [];
  const { stdout, stderr } = spawnSync(
    "ffmpeg",
    [
      ...["-hide_banner", "-nostdin", "-copyts", "-i", `file:${path}`, "-map", `0:${facts.video?.index ?? 0}`],
      ...["-vf", [...fields, "showinfo=checksum=0"].join(","), "-fps_mode", "passthrough"],
      ...["-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"],
    ],
    { maxBuffer: 2 ** 28 },
  );
  const times = [...stderr.toString("utf8").matchAll(/ n: *\d+ pts: *-?\d+ pts_time:(\S+)/g)].map(
    (found) => Number(found[1]) - facts.startTime,
  );
  const bytes = size.width * size.height;
  return times.map((from, index) => ({
    from,
    to: times[index + 1] ?? Number.POSITIVE_INFINITY,
    number: numberOf(stdout.subarray(index * bytes, (index + 1) * bytes), size),
  }));
}
