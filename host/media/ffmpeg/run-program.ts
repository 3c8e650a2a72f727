/** Runs a program with a list of arguments, never through a shell; it ends with us, and within a moment of being canceled. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { errorReason } from "../../files/error-code.ts";

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Written to its standard input as fast as it takes it; memory may be used anew once the next part is asked for. Without it, standard input is closed. */
  readonly input?: AsyncIterable<Uint8Array> | undefined;
  /** Gets what it writes to standard output; the program waits until the promise is fulfilled. */
  readonly onOutput?: ((chunk: Buffer) => void | Promise<void>) | undefined;
  /** Gets every line of standard error; true takes the line out of what is kept for diagnosis. */
  readonly onErrorLine?: ((line: string) => boolean) | undefined;
}

export interface RunEnd {
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** The last lines of standard error. */
  readonly errorLines: readonly string[];
}

/** The program could not be started at all. */
export class ProgramStartError extends Error {}

/** ffmpeg repeats itself by the thousand on damaged files: the first lines say what is wrong, the last how it ended. */
const KEPT_FIRST_LINES = 60;
const KEPT_LAST_LINES = 60;
const LONGEST_LINE = 2_000;

/** Linux only: makes the kernel end the program when our process is gone, however it went. Windows does so by itself. */
const SETPRIV = "/usr/bin/setpriv";

const withParentsFate = (program: string, args: readonly string[]): [string, readonly string[]] =>
  process.platform === "linux" && existsSync(SETPRIV)
    ? [SETPRIV, ["--pdeathsig", "KILL", "--", program, ...args]]
    : [program, args];

/**
 * In English, without colours. Builds of ffmpeg that hold their C library in themselves, as most one-file builds for Linux do, crash where that
 * loads the system's tables of old encodings, which it does for every MPEG transport stream: they are told of a folder that is not there.
 */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  AV_LOG_FORCE_NOCOLOR: "1",
  LC_ALL: "C",
  ...(process.platform === "linux" && { GCONV_PATH: "/nonexistent" }),
});

/**
 * Resolves when the program has ended, whatever its exit code. Throws the signal's reason when canceled (the program is gone then),
 * a `ProgramStartError`, and whatever `input` or `onOutput` threw.
 */
export async function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunEnd> {
  const { signal, input, onOutput, onErrorLine } = options;
  signal?.throwIfAborted();
  const [command, commandArgs] = withParentsFate(program, args);
  const child = spawn(command, commandArgs, {
    stdio: [input ? "pipe" : "ignore", onOutput ? "pipe" : "ignore", "pipe"],
    windowsHide: true,
    env: environment(),
  });
  const kill = (): void => void child.kill("SIGKILL");
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const closed = once(child, "close");
    // Read below; until then nobody listens, and a failed start must not end our own process.
    closed.catch(() => undefined);
    await started(child);
    lowerPriority(child.pid);
    const lines = createLineKeeper(onErrorLine);
    child.stderr?.on("data", (chunk: Buffer) => lines.take(chunk));
    const failures: unknown[] = [];
    const failed = (error: unknown): void => {
      failures.push(error);
      kill();
    };
    const feeding = input && child.stdin ? feed(input, child.stdin).catch(failed) : undefined;
    const reading = onOutput && child.stdout ? drain(child.stdout, onOutput).catch(failed) : undefined;
    const [code] = await closed;
    await reading;
    // Where the program ended before it had read everything, the source must not be waited for.
    if (code === 0) await feeding;
    signal?.throwIfAborted();
    if (failures.length > 0) throw failures[0];
    return { code: typeof code === "number" ? code : null, errorLines: lines.kept() };
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}

async function started(child: ReturnType<typeof spawn>): Promise<void> {
  try {
    await once(child, "spawn");
  } catch (error) {
    throw new ProgramStartError(errorReason(error), { cause: error });
  }
}

/** The screen and other programs come first on machines with few cores. */
function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it: nothing depends on it.
  }
}

/** How writing fails to a program that takes no more. */
const ENDED_EARLY = new Set<unknown>([
  "EPIPE",
  "EOF",
  "ECONNRESET",
  "ERR_STREAM_DESTROYED",
  "ERR_STREAM_WRITE_AFTER_END",
]);

async function feed(input: AsyncIterable<Uint8Array>, stdin: NodeJS.WritableStream): Promise<void> {
  // Writing tells of every failure; as an event nobody hears it would end our own process.
  stdin.on("error", () => undefined);
  try {
    for await (const part of input) await written(stdin, part);
    stdin.end();
  } catch (error) {
    // A program that ends early closes its input; its exit code says why.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (!ENDED_EARLY.has(code)) throw error;
  }
}

/** Waits until the system has taken all of it. */
const written = (stdin: NodeJS.WritableStream, part: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => stdin.write(part, (error) => (error ? reject(error) : resolve())));

async function drain(stdout: AsyncIterable<Buffer>, onOutput: NonNullable<RunOptions["onOutput"]>): Promise<void> {
  for await (const chunk of stdout) {
    const wait = onOutput(chunk);
    if (wait) await wait;
  }
}

function createLineKeeper(onErrorLine: RunOptions["onErrorLine"]) {
  const first: string[] = [];
  let last: string[] = [];
  let rest = "";
  const keep = (line: string): void => {
    if (line === "" || onErrorLine?.(line)) return;
    if (first.length < KEPT_FIRST_LINES) first.push(line);
    else {
      last.push(line);
      if (last.length > KEPT_LAST_LINES * 2) last = last.slice(-KEPT_LAST_LINES);
    }
  };
  return {
    take(chunk: Buffer): void {
      const lines = (rest + chunk.toString("utf8")).split(/\r?\n|\r/);
      rest = (lines.pop() ?? "").slice(0, LONGEST_LINE);
      for (const line of lines) keep(line.slice(0, LONGEST_LINE));
    },
    kept(): readonly string[] {
      keep(rest);
      rest = "";
      return [...first, ...last.slice(-KEPT_LAST_LINES)];
    },
  };
}
