import type { PictureMeasurement } from "../../../core/programme/measure/measurement.ts";
import { concludePicture, type PictureFindings } from "../../../core/programme/measure/picture-findings.ts";
import { createPictureReader } from "../../../core/programme/measure/read-picture-log.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";

const STAGE = { vi: "Xem hình", en: "Looking at the picture" };

/** Frames of which one is looked at for values outside a television's range. */
const RANGE_EVERY = 10;

/** What decoders say of streams that are damaged, wherever in their words it stands. */
const DAMAGE = /error while decoding|concealing|invalid data|corrupt|missing picture|non-existing|truncat/i;

/** What EBU R 103 lets pass, drawn into the range that is counted: brightness from −1 to 103 %, colour from −5 to 105 %. */
const TOLERANCE = [
  "lutyuv=y=minval+(val-minval+0.01*(maxval-minval))/1.04",
  ...["u", "v"].map((plane) => `${plane}=minval+(val-minval+0.05*(maxval-minval))/1.1`),
].join(":");

/** Filters from a picture to two ends, `seen` and `interlaced`: what finds black, pictures that stand still, fields, and values out of range. */
export const PICTURE_DETECTORS = [
  "split[fields][whole]",
  // Fields are seen in the lines of the middle as well as in all of them.
  ";[fields]crop=iw/2:ih/2:iw/4:floor(ih/16)*4,idet[interlaced]",
  // What is looked for here is as well seen in a small picture, for a third of the work.
  ";[whole]scale=w=min(iw\\,480):h=-2:flags=fast_bilinear",
  // However short: a stretch that is joined to another may begin or end with it.
  ",blackdetect=d=0.01:pic_th=0.98:pix_th=0.06",
  ",freezedetect=n=-60dB:d=0.1",
  `,select=not(mod(n\\,${RANGE_EVERY}))`,
  `,${TOLERANCE}`,
  ",signalstats=stat=brng",
  ",metadata=mode=print:key=lavfi.signalstats.BRNG[seen]",
].join("");

/** The picture of an input of ffmpeg. */
export interface PictureInput {
  /** Arguments that open it. */
  readonly input: readonly string[];
  /** The index of its stream. */
  readonly stream: number;
  readonly seconds: number;
}

/** Decodes a picture from end to end and looks for what a technician would reject. Throws an `FfmpegError`. */
export async function lookAtPicture(
  { input, stream, seconds: total }: PictureInput,
  { signal, onProgress }: JobOptions = {},
): Promise<PictureFindings> {
  const reader = createPictureReader();
  const { errorLines } = await runFfmpeg({
    args: [
      // A decoder of one thread has less work, and there is enough else to do beside it.
      ...["-threads", "1", ...input],
      ...["-filter_complex", `[0:${stream}]${PICTURE_DETECTORS}`],
      // An end in the graph itself, a `nullsink`, makes ffmpeg 7.0 crash.
      ...["[seen]", "[interlaced]"].flatMap((end) => ["-map", end, "-an", "-sn", "-dn", "-f", "null", "-"]),
    ],
    logLevel: "info",
    signal,
    onErrorLine: (line) => reader.take(line),
    onProgress: onProgress && (({ seconds }) => onProgress({ stage: STAGE, done: Math.min(seconds, total), total })),
  });
  return { ...reader.read(total), complaints: complaintsIn(errorLines) };
}

/** What decoders said of damage, without the names of their parts. */
export const complaintsIn = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => DAMAGE.test(line)).map((line) => line.replace(/^\[[^\]]*\] */, ""));

/** The picture of a file, looked at from end to end. Throws an `FfmpegError`. */
export async function measurePicture(media: ProbedMedia, options: JobOptions = {}): Promise<PictureMeasurement> {
  const { video, duration = 0 } = media.facts;
  const whole = { input: inputArguments(media.path), stream: video?.index ?? 0, seconds: duration };
  return concludePicture(await lookAtPicture(whole, options));
}
