/** `npm run package`: installers for the system it runs on, in `out/packages`. Arguments go to electron-builder. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildScreen } from "./build/build-screen.ts";
import { placeScreen } from "./build/place-screen.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { folder } = await buildScreen(root);
await placeScreen(root, folder);
const builder = join(root, "node_modules", "electron-builder", "cli.js");
const { status } = spawnSync(process.execPath, [builder, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
