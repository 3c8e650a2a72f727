import type { JobOptions } from "../../jobs/progress.ts";
import { runTogether } from "../../jobs/run-together.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { complaintsIn } from "./measure-picture.ts";

/** The picture a file was made with, decoded and looked at before. */
export interface JoinedPicture {
  /** Arguments that open it as an input of ffmpeg whose stream `v:0` was copied. */
  readonly input: readonly string[];
  readonly frames: number;
}

/** Containers write H.264 in two ways and repeat what decoders are set up with: its slices (types 1–5 of ITU-R H.264, table 7-1) stay what they are. */
const SLICES = ["-bsf:v", "h264_mp4toannexb,filter_units=pass_types=1-5"];

/**
 * Reads a file whose picture was put together from streams that were decoded before: every encoded picture of them must be in it, in their order
 * and the same to the byte. Answers what is wrong. Throws an `FfmpegError` where it cannot be read.
 */
export async function checkJoined(
  media: ProbedMedia,
  { input, frames }: JoinedPicture,
  { signal }: Pick<JobOptions, "signal"> = {},
): Promise<readonly string[]> {
  const { video } = media.facts;
  const filters = video?.codec === "h264" ? SLICES : [];
  const lists: string[][] = [[], []];
  const said: string[] = [];
  const inputs = [
    [...input, "-map", "0:v:0"],
    [...inputArguments(media.path), "-map", `0:${video?.index ?? 0}`],
  ];
  const works = inputs.map((opened, index) => async (stopping: AbortSignal) => {
    let list = "";
    const { errorLines } = await runFfmpeg({
      args: [...opened, "-c", "copy", ...filters, "-f", "framecrc", "pipe:1"],
      signal: stopping,
      onOutput: (chunk) => {
        list += chunk.toString("latin1");
      },
    });
    lists[index] = readSums(list);
    if (index === 1) said.push(...errorLines);
  });
  await runTogether(works, works.length, signal);
  const [planned = [], found = []] = lists;
  const other = planned.findIndex((sum, index) => sum !== found[index]);
  return [
    ...complaintsIn(said),
    ...(found.length === frames ? [] : [`${found.length} of ${frames} frames`]),
    ...(found.length === frames && other >= 0 ? [`frame ${other + 1} is not what was encoded`] : []),
  ];
}

/** Length and checksum of every packet. */
const readSums = (list: string): string[] =>
  list.split("\n").flatMap((line) => {
    const [stream, , , , bytes, sum] = line.split(",");
    return stream === "0" ? [`${bytes} ${sum}`] : [];
  });
