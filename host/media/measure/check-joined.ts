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
  let found = 0;
  const { errorLines } = await runFfmpeg({
    args: [
      ...["-skip_frame", "nokey", ...inputArguments(media.path)],
      // Progress counts what goes into the first output.
      ...[...picture, "-c", "copy", "-f", "null", "-"],
      ...[...picture, "-f", "null", "-"],
    ],
    signal,
    onProgress: (report) => {
      found = report.frames;
    },
  });
  return [...complaintsIn(errorLines), ...(found === frames ? [] : [`${found} of ${frames} frames`])];
}
