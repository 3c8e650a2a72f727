/** The program `xuongtin`: one command per process. */

import { enableCompileCache } from "node:module";
import { CanceledError } from "../host/jobs/canceled-error.ts";
import { ExitCode } from "./command.ts";
import { processTerminal } from "./terminal/process-terminal.ts";

// Compiled code is kept between starts. What is imported before this line is not, so the program itself comes after it.
enableCompileCache();
const { runCommandLine } = await import("./run-command-line.ts");

const controller = new AbortController();
// The first Ctrl-C lets the work under way end without leaving anything half made; the second does not wait.
process.once("SIGINT", () => {
  controller.abort(new CanceledError());
  process.once("SIGINT", () => process.exit(ExitCode.canceled));
});
process.once("SIGTERM", () => controller.abort(new CanceledError()));
// Whoever reads our output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(ExitCode.ok);
});

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), controller.signal);
