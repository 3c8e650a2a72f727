/** Tells other running programs, also on other machines of a shared folder, that a project file is being worked on. */

import { randomUUID } from "node:crypto";
import { readFile, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { hostname, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { errorCode } from "../files/error-code.ts";
import { isRunning } from "../files/is-running.ts";

const LockContent = z.object({
  pid: z.number().int().positive(),
  machine: z.string(),
  token: z.string(),
  /** Who is logged in, and when the lock was taken; former locks do not say. */
  user: z.string().exactOptional(),
  since: z.iso.datetime().exactOptional(),
});
type LockContent = z.infer<typeof LockContent>;

export interface FileLock {
  /** False where another program has taken the lock over. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** How a try to take a lock ends. */
export type LockResult =
  | { readonly state: "taken"; readonly lock: FileLock }
  | { readonly state: "held"; readonly machine: string };

/** Who holds a lock. */
export interface LockHolder {
  readonly machine: string;
  readonly user: string;
  /** ISO 8601. */
  readonly since: string | undefined;
  /** On this machine. */
  readonly here: boolean;
  /** It has missed a heartbeat, so most likely nobody works there any more. */
  readonly silent: boolean;
}

/** A holder shows that it lives; one that has not for so long was cut off. */
const HEARTBEAT_MS = 30_000;
const SILENT_MS = 150_000;
/** A heartbeat and a half. */
const MISSED_MS = 45_000;
/** A lock without content is being written just now, or was cut off while it was. */
const BIRTH_MS = 3_000;

/** What the lock of the file at `path` is called, beside it. */
export const lockPath = (path: string): string => join(dirname(path), `.~lock.${basename(path)}#`);

/**
 * Takes the lock of `path`. A lock whose process has ended, or which has been silent for minutes, counts as left behind. Where no lock
 * can be written (a folder to read only), the file is as good as locked by nobody. `takeOver` takes it also from a holder that is `silent`;
 * such a holder sees by `isHeld` that it may no longer write.
 */
export async function takeLock(path: string, takeOver = false): Promise<LockResult> {
  const file = lockPath(path);
  const content: LockContent = {
    pid: process.pid,
    machine: hostname(),
    token: randomUUID(),
    user: userName(),
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(file, JSON.stringify(content), { flag: "wx" });
      return { state: "taken", lock: holdLock(file, content.token) };
    } catch (error) {
      if (errorCode(error) !== "EEXIST")
        return { state: "taken", lock: { isHeld: async () => true, release: async () => {} } };
    }
    const holder = await readLock(file);
    if ((await isAlive(file, holder)) && !(takeOver && (await isSilent(file)))) {
      return { state: "held", machine: holder?.machine ?? "" };
    }
    await unlink(file).catch(() => undefined);
  }
  return { state: "held", machine: (await readLock(file))?.machine ?? "" };
}

/** Whether some living program holds the lock of `path`. */
export async function isLocked(path: string): Promise<boolean> {
  const file = lockPath(path);
  return isAlive(file, await readLock(file));
}

/** Who holds the lock of `path`; undefined where no living program does. */
export async function lockHolder(path: string): Promise<LockHolder | undefined> {
  const file = lockPath(path);
  const holder = await readLock(file);
  if (!(await isAlive(file, holder))) return undefined;
  return {
    machine: holder?.machine ?? "",
    user: holder?.user ?? "",
    since: holder?.since,
    here: holder?.machine === hostname(),
    silent: await isSilent(file),
  };
}

function holdLock(file: string, token: string): FileLock {
  const isHeld = async () => (await readLock(file))?.token === token;
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    isHeld,
    async release() {
      clearInterval(beat);
      if (await isHeld()) await unlink(file).catch(() => undefined);
    },
  };
}

async function readLock(file: string): Promise<LockContent | undefined> {
  try {
    return LockContent.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

async function isAlive(file: string, holder: LockContent | undefined): Promise<boolean> {
  if (holder && holder.machine === hostname() && !isRunning(holder.pid)) return false;
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < (holder ? SILENT_MS : BIRTH_MS);
}

async function isSilent(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > MISSED_MS;
}

/** Empty where the system does not say. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
