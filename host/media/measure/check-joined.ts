import type { JobOptions } from "../../jobs/progress.ts";
import { runTogether } from "../../jobs/run-together.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { complaintsIn } from "./measure-picture.ts";

/** Seconds that are decoded: a head that does not fit its pictures, or points beside them, spoils the first as well as the last. */
const DECODED_SECONDS = 10;

/**
 * Reads a file whose picture was put together from streams that were decoded and looked at before: every picture of the plan must be in it,
 * and of the first those that stand alone must decode. Answers what is wrong. Throws an `FfmpegError` where it cannot be read.
 */
export async function checkJoined(
  media: ProbedMedia,
  frames: number,
  { signal }: Pick<JobOptions, "signal"> = {},
): Promise<readonly string[]> {
  const picture = ["-map", `0:${media.facts.video?.index ?? 0}`];
  const beginning = inputArguments(media.path, { duration: DECODED_SECONDS });
  const said: string[] = [];
  let list = "";
  await runTogether(
    [
      async (stopping) => {
        const { errorLines } = await runFfmpeg({
          // A line for every picture. (What progress counts is another thing in ffmpeg 5 and 7.)
          args: [...inputArguments(media.path), ...picture, "-c", "copy", "-f", "framecrc", "pipe:1"],
          signal: stopping,
          onOutput: (chunk) => {
            list += chunk.toString("latin1");
          },
        });
        said.push(...errorLines);
      },
      async (stopping) => {
        const args = ["-skip_frame", "nokey", ...beginning, ...picture, "-f", "null", "-"];
        said.push(...(await runFfmpeg({ args, signal: stopping })).errorLines);
      },
    ],
    2,
    signal,
  );
  const found = list.match(/^\d/gm)?.length ?? 0;
  return [...complaintsIn(said), ...(found === frames ? [] : [`${found} of ${frames} frames`])];
}
