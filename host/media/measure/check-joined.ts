import type { JobOptions } from "../../jobs/progress.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { complaintsIn } from "./measure-picture.ts";

/**
 * Reads a file whose picture was put together from streams that were looked at before: every picture of the plan must be in it, and those
 * that stand alone must decode. Answers what is wrong. Throws an `FfmpegError` where it cannot be read.
 */
export async function checkJoined(
  media: ProbedMedia,
  frames: number,
  { signal }: Pick<JobOptions, "signal"> = {},
): Promise<readonly string[]> {
  const picture = ["-map", `0:${media.facts.video?.index ?? 0}`];
  let list = "";
  const { errorLines } = await runFfmpeg({
    args: [
      ...["-skip_frame", "nokey", ...inputArguments(media.path)],
      // A line for every picture. (What progress counts is another thing in ffmpeg 5 and 7.)
      ...[...picture, "-c", "copy", "-f", "framecrc", "pipe:1"],
      ...[...picture, "-f", "null", "-"],
    ],
    signal,
    onOutput: (chunk) => {
      list += chunk.toString("latin1");
    },
  });
  const found = list.match(/^\d/gm)?.length ?? 0;
  return [...complaintsIn(errorLines), ...(found === frames ? [] : [`${found} of ${frames} frames`])];
}
