import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./processes.mjs";
import { announce } from "./report.mjs";

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
};

/**
 * True where every package of the lock file is installed in its locked version.
 * Packages for other platforms are optional and may be absent. Contents are compared because a checkout changes times.
 */
export function packagesMatchLock(root) {
  const locked = readPackages(new URL("package-lock.json", root));
  const installed = readPackages(new URL("node_modules/.package-lock.json", root));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

export function ensurePackages(root) {
  if (packagesMatchLock(root)) return;
  announce("installing packages (npm ci), about half a minute");
  runToEnd("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: fileURLToPath(root) });
}
