import type { PictureMeasurement } from "../../../core/programme/measure/measurement.ts";
import { createPictureReader } from "../../../core/programme/measure/read-picture-log.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";

const STAGE = { vi: "Xem hình", en: "Looking at the picture" };

/** Frames of which one is looked at for values outside a television's range. */
const RANGE_EVERY = 10;

export interface SeenPicture {
  readonly picture: PictureMeasurement;
  /** What the decoder said of damage. */
  readonly complaints: readonly string[];
}

/** What decoders say of streams that are damaged, wherever in their words it stands. */
const DAMAGE = /error while decoding|concealing|invalid data|corrupt|missing picture|non-existing|truncat/i;

/** Decodes the picture of a file from end to end and looks for what a technician would reject. Throws an `FfmpegError`. */
export async function measurePicture(
  media: ProbedMedia,
  { signal, onProgress }: JobOptions = {},
): Promise<SeenPicture> {
  const { video, duration = 0 } = media.facts;
  const reader = createPictureReader();
  const { errorLines } = await runFfmpeg({
    args: [
      ...inputArguments(media.path),
      ...["-map", `0:${video?.index ?? 0}`, "-an", "-sn", "-dn"],
      "-vf",
      [
        "blackdetect=d=0.2:pic_th=0.98:pix_th=0.06",
        "freezedetect=n=-60dB:d=1",
        "idet",
        `select=not(mod(n\\,${RANGE_EVERY}))`,
        "signalstats=stat=brng",
        "metadata=mode=print:key=lavfi.signalstats.BRNG",
      ].join(","),
      ...["-f", "null", "-"],
    ],
    logLevel: "info",
    signal,
    onErrorLine: (line) => reader.take(line),
    onProgress: ({ seconds }) => onProgress?.({ stage: STAGE, done: Math.min(seconds, duration), total: duration }),
  });
  return {
    picture: reader.read(duration),
    complaints: errorLines.filter((line) => DAMAGE.test(line)).map((line) => line.replace(/^\[[^\]]*\] */, "")),
  };
}
