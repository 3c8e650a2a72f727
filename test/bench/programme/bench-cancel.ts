/** How long a render goes on once it is canceled: until its promise is settled and every program it had started is gone. */

import { join } from "node:path";
import { CanceledError } from "../../../host/jobs/canceled-error.ts";
import { renderProgramme } from "../../../host/programme/render-programme.ts";
import { processesAbout } from "../../programme/support/processes-about.ts";

/** Milliseconds. */
const MOST = 1_000;
/** Stages by the words they are told in, with the report at which the user has enough. */
const MOMENTS = [
  ["Rendering the picture", 1],
  ["Rendering the picture", 60],
  ["Encoding the picture", 2],
  ["Mixing sound", 10],
  ["Joining picture and sound", 1],
  ["Measuring sound", 1],
  ["Looking at the picture", 1],
] as const;

/** `source` is a project's file; answers with what was not kept. */
export async function benchCancel(
  source: string,
  presets: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const before = process.env.XUONGTIN_HOME;
  process.env.XUONGTIN_HOME = join(folder, "cancel-home");
  const failures: string[] = [];
  process.stdout.write("\nCanceled, until all is over\n\n");
  try {
    for (const [stage, reports] of MOMENTS) {
      const { milliseconds, left } = await cancelAt(source, presets, join(folder, "cancel"), stage, reports);
      const name = `${stage}, ${reports}`;
      if (milliseconds === undefined) {
        process.stdout.write(`${name.padEnd(32)} was over before\n`);
        continue;
      }
      process.stdout.write(`${name.padEnd(32)}${milliseconds.toFixed(0).padStart(6)} ms\n`);
      if (milliseconds > MOST)
        failures.push(`${name}: ${milliseconds.toFixed(0)} ms until it was over, ${MOST} promised`);
      if (left.length > 0) failures.push(`${name}: still running: ${left.join("; ")}`);
    }
  } finally {
    if (before === undefined) delete process.env.XUONGTIN_HOME;
    else process.env.XUONGTIN_HOME = before;
  }
  return failures;
}

async function cancelAt(source: string, presets: readonly string[], out: string, wanted: string, reports: number) {
  const controller = new AbortController();
  let seen = 0;
  let at: number | undefined;
  const request = { source, programme: undefined, language: undefined, presets, fontFolders: [], out };
  const work = renderProgramme(request, {
    signal: controller.signal,
    onProgress: ({ stage }) => {
      if (stage.en === wanted) seen += 1;
      if (seen < reports || at !== undefined) return;
      at = performance.now();
      controller.abort(new CanceledError());
    },
  });
  const end = await work.then(
    () => "done" as const,
    (error: unknown) => {
      if (!(error instanceof CanceledError)) throw error;
      return "canceled" as const;
    },
  );
  const milliseconds = at === undefined || end === "done" ? undefined : performance.now() - at;
  return { milliseconds, left: process.platform === "linux" ? processesAbout(out) : [] };
}
