import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "./report.mjs";

const onWindows = process.platform === "win32";

/** Runs a set-up command to its end. Its output is shown only when it fails. */
export function runToEnd(command, args, { cwd, env } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
    // npm is a batch file on Windows, which only a shell can start.
    shell: onWindows && command === "npm",
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  const reason = result.error?.message ?? `exit code ${result.status ?? result.signal}`;
  throw new SetupError(`"${[command, ...args].join(" ")}" failed (${reason}).`);
}

export const succeeds = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

export function hasCommand(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(join(folder, onWindows ? `${name}.exe` : name)));
}

/**
 * Runs the task with this process's own streams and resolves to its exit code.
 * Ctrl-C reaches the task through the terminal; other stop signals are passed on, and the task decides how to end.
 */
export function runInForeground(runtime, [entry, ...args]) {
  const child = spawn(runtime, [fileURLToPath(entry), ...args], {
    stdio: "inherit",
    // TypeScript made ready to run is kept from one start to the next.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)),
      ...process.env,
    },
  });
  const passOn = (signal) => child.kill(signal);
  process.on("SIGINT", () => {});
  process.on("SIGTERM", passOn);
  process.on("SIGHUP", passOn);
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new SetupError(`${runtime} does not start: ${error.message}`)));
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
