/** What an engine's process tells about its run, on the last line of its standard output. */

import { writeFileSync } from "node:fs";

export interface BatchResult {
  readonly engine: string;
  readonly pages: number;
  /** From the first row to the finished bytes of the PDF; start-up and reading fonts stay out for every engine. */
  readonly seconds: number;
  /** Of the engine's own process, start-up included. */
  readonly peakMegabytes: number | undefined;
  readonly kilobytes: number;
}

/** Peak resident memory of this process. `maxRSS` is in kilobytes. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

export function reportRun(result: BatchResult, bytes: Uint8Array): void {
  const file = process.argv[3];
  if (file !== undefined) writeFileSync(file, bytes);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

export const rowCount = (): number => Number(process.argv[2] ?? 2000);
