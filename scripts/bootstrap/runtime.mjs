import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./processes.mjs";
import { announce, SetupError } from "./report.mjs";

const LEAST_MAJOR = 24;

const currentMajor = () => Number(process.versions.node.split(".", 1)[0]);

/**
 * Path of a Node that runs TypeScript: the one the npm package `node` brings, or else this process's own.
 * Where npm was told to ignore install scripts the package is there without its binary; its script is then run by hand.
 */
export function ensureRuntime(root) {
  const packageFolder = new URL("node_modules/node/", root);
  const binary = fileURLToPath(new URL(process.platform === "win32" ? "bin/node.exe" : "bin/node", packageFolder));
  if (existsSync(binary)) return binary;
  if (currentMajor() >= LEAST_MAJOR) return process.execPath;
  announce(`fetching Node ${LEAST_MAJOR}, this is Node ${process.versions.node}`);
  runToEnd(process.execPath, ["installArchSpecificPackage"], {
    cwd: fileURLToPath(packageFolder),
    // The script calls npm again, which must not take the settings of the npm that started us.
    env: { npm_config_ignore_scripts: "false" },
  });
  if (existsSync(binary)) return binary;
  throw new SetupError(
    `Node ${LEAST_MAJOR} or newer is needed and could not be fetched. Install it from https://nodejs.org and start again.`,
  );
}
