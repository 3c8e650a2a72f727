/** `npm run package`: installers for the system it runs on, in `out/packages`. Arguments go to electron-builder. */

import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram } from "./build/build-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { folder } = await buildProgram(root);
const builder = join(root, "node_modules", "electron-builder", "cli.js");
const { status } = spawnSync(process.execPath, [builder, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, XUONGTIN_PROGRAM: relative(root, folder) },
});
process.exitCode = status ?? 1;
