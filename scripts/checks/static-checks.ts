import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { checkLayers } from "../layers/check-layers.ts";
import { layerRules } from "../layers/layer-rules.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Step {
  readonly name: string;
  /** What is wrong, as text to print; empty where nothing is. */
  run(): string;
}

const TSC = "node_modules/typescript/bin/tsc";
const BIOME = "node_modules/@biomejs/biome/bin/biome";

const steps: readonly Step[] = [
  { name: "types: core, which sees neither Node nor a browser", run: () => complaints([TSC, "-p", "core"]) },
  { name: "types: renderer, which sees no Node", run: () => complaints([TSC, "-p", "renderer"]) },
  { name: "types: everything else", run: () => complaints([TSC, "-p", "."]) },
  { name: "lint and format", run: () => complaints([BIOME, "check", "--error-on-warnings", "."]) },
  { name: "layers", run: () => checkLayers(root, layerRules).join("\n") },
];

/** Types, lint and layers, one line each; stops at the first that fails and shows why. */
export function runStaticChecks(): boolean {
  return steps.every((step) => {
    const start = performance.now();
    const wrong = step.run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${wrong ? "FAILED" : "ok    "} ${step.name} (${seconds} s)`);
    if (wrong) console.log(wrong);
    return !wrong;
  });
}

function complaints(command: readonly string[]): string {
  const result = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return result.status === 0 ? "" : `${result.stdout}${result.stderr}` || `${command[0]} ended with ${result.status}`;
}
