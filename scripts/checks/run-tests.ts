import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The parts of `vitest.config.ts`. */
export type TestProject = "unit" | "golden" | "acceptance";

/** Runs the tests with the runner's own output; true where all pass. */
export function runTests(projects: readonly TestProject[], args: readonly string[]): boolean {
  const chosen = projects.flatMap((project) => ["--project", project]);
  const command = ["node_modules/vitest/vitest.mjs", "run", "--passWithNoTests", ...chosen, ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}
