import type { PictureMeasurement } from "../../../core/programme/measure/measurement.ts";
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

const SMALL = "scale=w=min(iw\\,480):h=-2:flags=fast_bilinear";
/** What EBU R 103 lets pass, drawn into the range that is counted: brightness from −1 to 103 %, colour from −5 to 105 %. */
const TOLERANCE = [
  "lutyuv=y=minval+(val-minval+0.01*(maxval-minval))/1.04",
  ...["u", "v"].map((plane) => `${plane}=minval+(val-minval+0.05*(maxval-minval))/1.1`),
].join(":");
const DETECTORS = [
  "blackdetect=d=0.2:pic_th=0.98:pix_th=0.06",
  "freezedetect=n=-60dB:d=1",
  `select=not(mod(n\\,${RANGE_EVERY}))`,
  TOLERANCE,
  "signalstats=stat=brng",
  "metadata=mode=print:key=lavfi.signalstats.BRNG",
].join(",");

/** Decodes the picture of a file from end to end and looks for what a technician would reject. Throws an `FfmpegError`. */
export async function measurePicture(
  media: ProbedMedia,
  { signal, onProgress }: JobOptions = {},
): Promise<PictureMeasurement> {
  const { video, duration = 0 } = media.facts;
  const reader = createPictureReader();
  const { errorLines } = await runFfmpeg({
    args: [
      ...inputArguments(media.path),
      "-filter_complex",
      [
        `[0:${video?.index ?? 0}]split[fields][whole]`,
        // Fields are seen in the lines of the middle as well as in all of them.
        "[fields]crop=iw/2:ih/2:iw/4:floor(ih/16)*4,idet,nullsink",
        // What is looked for here is as well seen in a small picture, for a third of the work.
        `[whole]${SMALL},${DETECTORS}[seen]`,
      ].join(";"),
      ...["-map", "[seen]", "-an", "-sn", "-dn", "-f", "null", "-"],
    ],
    logLevel: "info",
    signal,
    onErrorLine: (line) => reader.take(line),
    onProgress: ({ seconds }) => onProgress?.({ stage: STAGE, done: Math.min(seconds, duration), total: duration }),
  });
  return {
    ...reader.read(duration),
    complaints: errorLines.filter((line) => DAMAGE.test(line)).map((line) => line.replace(/^\[[^\]]*\] */, "")),
  };
}
