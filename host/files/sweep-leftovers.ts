/** Takes away half-written files a killed or powered-off program left beside the files it wrote. */

import { createHash, randomUUID } from "node:crypto";
import { readdir, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRunning } from "./is-running.ts";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** What `temporaryName` gives. Former programs did not say who writes. */
const OURS = new RegExp(`^\\..{1,120}?-(?:([0-9a-f]{12})-(\\d{1,10})-)?${UUID}\\.(?:tmp|part)$`, "u");
/** Nothing is written for so long; what is younger may belong to a program on another machine. Milliseconds. */
const LEAST_AGE = 24 * 3_600_000;
/** Letters of a name that are kept: the rest of 255 bytes is for who writes. */
const KEPT_LETTERS = 40;

const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 12);

/** A new hidden name for a file that is being written, saying by which process of which machine, so that it is known for a leftover. */
export const temporaryName = (name: string, ending: "tmp" | "part"): string =>
  `.${[...name].slice(0, KEPT_LETTERS).join("")}-${machine}-${process.pid}-${randomUUID()}.${ending}`;

const swept = new Set<string>();

/** Sweeps a folder, the first time it is asked for in this process. Never fails: leftovers only take room. */
export async function sweepOnce(folder: string): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  await sweepLeftovers(folder, Date.now());
}

/**
 * Removes our half-written files of the folder: those of a process of this machine that is gone, and all that are older than a day at
 * `now`, milliseconds since 1970. Never fails.
 */
export async function sweepLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [ours, where, pid] = OURS.exec(name) ?? [];
    if (ours === undefined) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    const abandoned = where === machine && !isRunning(Number(pid));
    if (found?.isFile() && (abandoned || now - found.mtimeMs > LEAST_AGE)) await unlink(path).catch(() => undefined);
  }
}
