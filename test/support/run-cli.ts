import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../cli/xuongtin.ts", import.meta.url));

export interface CliResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Ctrl-C as soon as this holds. */
  readonly interruptWhen?: () => boolean;
}

/** Runs the program as a process of its own, as a user does. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") }),
    );
    child.stdin.on("error", () => {});
    child.stdin.end(options.input);
    const { interruptWhen } = options;
    if (!interruptWhen) return;
    const watch = setInterval(() => {
      if (!interruptWhen()) return;
      clearInterval(watch);
      child.kill("SIGINT");
    }, 10);
    child.on("close", () => clearInterval(watch));
  });
}

export interface JsonReport {
  readonly ok: boolean;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly target: Record<string, unknown>;
  }[];
  readonly [name: string]: unknown;
}

/** The report of a command run with `--json`. */
export async function runCliJson(args: readonly string[], options: CliOptions = {}) {
  const result = await runCli([...args, "--json"], options);
  const report: JsonReport = JSON.parse(result.stdout);
  return { ...result, report };
}
