/**
 * `node scripts/run.mjs <task> [arguments…]`: sets up what the task lacks, then runs its TypeScript under Node 24.
 * Plain JavaScript without dependencies, so that it works on a fresh clone with any Node from 20 on.
 */

import { ensurePackages } from "./bootstrap/packages.mjs";
import { runInForeground } from "./bootstrap/processes.mjs";
import { SetupError } from "./bootstrap/report.mjs";
import { ensureRuntime } from "./bootstrap/runtime.mjs";
import { ensureJudges, ensureMedia } from "./bootstrap/tools.mjs";

const tasks = {
  start: { entry: "scripts/start.ts" },
  cli: { entry: "cli/xuongtin.ts" },
  demo: { entry: "scripts/demo.ts", prepare: ensureMedia },
  check: { entry: "scripts/check.ts" },
  test: { entry: "scripts/test.ts", prepare: ensureJudges },
  package: { entry: "scripts/package.ts" },
  bench: { entry: "scripts/bench.ts" },
};

const [name = "", ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) {
  process.stderr.write(`Unknown task "${name}". Tasks: ${Object.keys(tasks).join(", ")}\n`);
  process.exit(2);
}

try {
  const root = new URL("..", import.meta.url);
  ensurePackages(root);
  const runtime = ensureRuntime(root);
  task.prepare?.(root);
  process.exitCode = await runInForeground(runtime, [new URL(task.entry, root), ...rest]);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
