/** How much of the machine something else has, for figures mean nothing without it. */

import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const SAMPLE_MS = 400;

interface Times {
  readonly idle: number;
  readonly all: number;
}

const times = (): Times => {
  let idle = 0;
  let all = 0;
  for (const { times: one } of cpus()) {
    idle += one.idle;
    all += one.idle + one.user + one.nice + one.sys + one.irq;
  }
  return { idle, all };
};

/** Share of all cores others keep busy, 0–1, measured while this program does nothing. */
export async function shareTaken(): Promise<number> {
  const before = times();
  await pause(SAMPLE_MS);
  const after = times();
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
}

/** Milliseconds a fixed piece of work takes now: how fast one core is for us. */
export function yardstick(): number {
  const start = performance.now();
  let sum = 0;
  for (let index = 0; index < 30_000_000; index += 1) sum = (sum + Math.imul(index, 0x9e3779b1)) | 0;
  return sum === 0.5 ? 0 : performance.now() - start;
}
