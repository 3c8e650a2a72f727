/** Runs a program and says what it took: of the clock, of the processors, and of memory. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

export interface Measured {
  readonly seconds: number;
  /** Seconds of all processors, of the program and all it started; undefined where the system does not say. */
  readonly processor: number | undefined;
  /** Most resident megabytes of the program itself, and of those it started, together. */
  readonly megabytes: number;
  readonly helpersMegabytes: number;
  readonly output: string;
}

const LOOK_EVERY_MS = 100;

/** Throws with what the program said where it failed. */
export async function runMeasured(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const before = finishedChildren();
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const peak = { own: 0, helpers: 0 };
  const look = (): void => {
    if (child.pid === undefined) return;
    peak.own = Math.max(peak.own, residentMegabytes(child.pid));
    const helpers = descendants(child.pid).reduce((sum, pid) => sum + residentMegabytes(pid), 0);
    peak.helpers = Math.max(peak.helpers, helpers);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const [output, said] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  const [code] = await once(child, "close");
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${Buffer.concat(said ?? []).toString("utf8")}`);
  const after = finishedChildren();
  return {
    seconds,
    processor: before === undefined || after === undefined ? undefined : after - before,
    megabytes: peak.own,
    helpersMegabytes: peak.helpers,
    output: Buffer.concat(output ?? []).toString("utf8"),
  };
}

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Ticks of Linux's clock for processes. */
const TICKS = 100;

/** Seconds of processors that children of this process took which have ended (proc(5): cutime and cstime). */
function finishedChildren(): number | undefined {
  const [, rest] = read("/proc/self/stat").split(") ");
  if (rest === undefined) return undefined;
  const fields = rest.split(" ").map(Number);
  return ((fields[13] ?? 0) + (fields[14] ?? 0)) / TICKS;
}

const residentMegabytes = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);

function descendants(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return children.flatMap((one) => [one, ...descendants(one)]);
}
