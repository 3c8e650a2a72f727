/** Ten minutes of forty scenes from uneven films: whether flashes and clicks stand where the plan has them, from the first to the last. */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeClaps, readClaps, smallPreset } from "../../programme/support/claps.ts";
import { runMeasured } from "./run-measured.ts";

const SCENES = 40;
const SECONDS = 15;
const MOST_APART = 0.0205;
const FRAME = 0.04;

/** What was promised and not kept. */
export async function benchTiming(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-bench-"));
  try {
    process.stderr.write("ten minutes of claps…\n");
    const { source, claps } = makeClaps(folder, SCENES, SECONDS);
    const command = new URL("../../../cli/xuongtin.ts", import.meta.url).pathname;
    process.stdout.write(`\n${(SCENES * SECONDS) / 60} minutes of ${SCENES} scenes: uneven, 29.97, interlaced, 24\n\n`);
    const failures: string[] = [];
    for (const id of ["web-1080p25", "hd-mpg"] as const) {
      const out = join(folder, `out-${id}`);
      mkdirSync(out);
      const { output } = await runMeasured(
        process.execPath,
        [command, "render", source, "--preset", smallPreset(folder, id), "--out", out, "--json"],
        { XUONGTIN_HOME: join(folder, "home") },
      );
      const { files }: { readonly files: readonly { readonly path: string }[] } = JSON.parse(output);
      const { flashes, clicks, pictureEnd, soundEnd } = readClaps(files[0]?.path ?? "");
      const worst = (found: readonly number[], planned: readonly number[]): number =>
        found.length === planned.length
          ? Math.max(...planned.map((at, index) => Math.abs((found[index] ?? 0) - at)))
          : Number.POSITIVE_INFINITY;
      const flash = worst(
        flashes,
        claps.map((one) => one.flash),
      );
      const click = worst(
        clicks,
        claps.map((one) => one.click),
      );
      const ends = [pictureEnd, soundEnd].map((end) => end - SCENES * SECONDS);
      process.stdout.write(
        `${id.padEnd(14)}flashes within ${milliseconds(flash)}, clicks within ${milliseconds(click)} of the plan; ` +
          `the picture ends ${milliseconds(ends[0] ?? 0)}, the sound ${milliseconds(ends[1] ?? 0)} after it\n`,
      );
      if (flash > MOST_APART || click > MOST_APART) failures.push(`${id}: claps are more than 20 ms from the plan`);
      if (ends.some((end) => Math.abs(end) > FRAME)) failures.push(`${id}: it ends more than a frame from the plan`);
    }
    return failures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
