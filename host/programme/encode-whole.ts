/** Pictures that cannot be joined from pieces are encoded in one go. */

import type { PictureFindings } from "../../core/programme/measure/picture-findings.ts";
import { encodingId } from "../../core/programme/plan/expected-work.ts";
import { keptFilters, videoArguments } from "../../core/programme/presets/preset-arguments.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import type { JobOptions } from "../jobs/progress.ts";
import type { WorkMeter } from "../jobs/work-meter.ts";
import { fileAddress, secondsArgument } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg, runFfprobe } from "../media/ffmpeg/run-ffmpeg.ts";
import { hashName } from "./hash-value.ts";
import { type Piece, pieceListInput } from "./piece-list.ts";
import { readSeen, seenName, writeSeen } from "./seen-pictures.ts";
import type { SegmentCache } from "./segment-cache.ts";

const ENCODING = { vi: "Nén hình", en: "Encoding the picture" };
/** The share of the time in which what was encoded is looked at. */
const LOOKING = 0.2;

export interface WholeEncoding extends JobOptions {
  readonly id: string;
  readonly video: VideoPreset;
  /** The list of the pieces, and what stands in it. */
  readonly list: string;
  readonly pieces: readonly Piece[];
  /** Frames a second of the pieces. */
  readonly rate: number;
  readonly cache: SegmentCache;
  readonly meter?: WorkMeter | undefined;
}

/** Encodes joined pieces, where that was not done before. Throws an `FfmpegError`. */
export async function encodeWhole({
  id,
  video,
  list,
  pieces,
  rate,
  cache,
  meter,
  signal,
  onProgress,
}: WholeEncoding): Promise<{ readonly input: readonly string[]; readonly findings: PictureFindings }> {
  const filters = keptFilters(video);
  const options = videoArguments(video);
  const format = holderOf(video);
  const name = `${hashName([pieces.map((piece) => piece.name), filters, options])}.${format}`;
  const path = cache.path(name);
  const work = encodingId(id);
  const total = pieces.reduce((sum, { frames }) => sum + frames, 0) / rate;
  const known = (await cache.has(name)) ? await readSeen(cache, name) : undefined;
  if (known) meter?.plan(work, 0);
  const report = meter?.during(work) ?? onProgress;
  const findings =
    known ??
    (await cache.add([name, seenName(name)], async ([encoded = "", seen = ""]) => {
      await runFfmpeg({
        args: [
          ...pieceListInput(list),
          ...["-vf", filters, ...options, "-an", "-fflags", "+bitexact", "-f", format, fileAddress(encoded)],
        ],
        signal,
        onProgress: ({ seconds }) => report?.({ stage: ENCODING, done: seconds * (1 - LOOKING), total }),
      });
      return writeSeen({ path: encoded, format, seconds: total }, seen, {
        signal,
        onProgress: ({ stage, done }) => report?.({ stage, done: total * (1 - LOOKING) + done * LOOKING, total }),
      });
    }));
  const opened = ["-protocol_whitelist", "file", "-f", format];
  const late = await firstShown(path, opened, signal);
  return { input: ["-itsoffset", secondsArgument(-late), ...opened, "-i", fileAddress(path)], findings };
}

/** What keeps every time as the encoder gave it. NUT has no name for DNxHD, whose frames come in the order they are shown in. */
const holderOf = ({ encoder }: VideoPreset): "mxf" | "nut" => (encoder.codec === "dnxhd" ? "mxf" : "nut");

/** No encoder of ours shows its first frame later in its own order. */
const FIRST_PACKETS = 16;

/** Seconds at which the first frame of an encoded picture is shown: frames that wait for later ones push it back, where sound would not be. */
async function firstShown(path: string, opened: readonly string[], signal: AbortSignal | undefined): Promise<number> {
  const asked = [
    "-select_streams",
    "v:0",
    "-show_entries",
    "packet=pts_time",
    "-read_intervals",
    `%+#${FIRST_PACKETS}`,
  ];
  const { output } = await runFfprobe([...opened, ...asked, "-of", "csv=p=0", fileAddress(path)], { signal });
  const shown = output
    .split(/[\s,]+/)
    .map(Number.parseFloat)
    .filter(Number.isFinite);
  return shown.length === 0 ? 0 : Math.min(...shown);
}
