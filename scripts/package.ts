/** `npm run package`: installers for the system it runs on, in `out/packages`. Arguments go to electron-builder. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram } from "./build/build-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { folder } = await buildProgram(root);
tellOfFfmpeg();
const builder = join(root, "node_modules", "electron-builder", "cli.js");
const { status } = spawnSync(process.execPath, [builder, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, XUONGTIN_PROGRAM: relative(root, folder) },
});
process.exitCode = status ?? 1;

/** Packing without ffmpeg is no fault: printed products do not need it, and a machine may have its own. */
function tellOfFfmpeg(): void {
  const asked = ["win", "linux"].filter((os) => process.argv.includes(`--${os}`));
  const own = process.platform === "win32" ? "win" : "linux";
  for (const os of asked.length > 0 ? asked : [own]) {
    const programs = ["ffmpeg", "ffprobe"].map((name) =>
      join("ffmpeg", `${os}-x64`, os === "win" ? `${name}.exe` : name),
    );
    const missing = programs.filter((path) => !existsSync(join(root, path)));
    if (missing.length === 0) continue;
    process.stderr.write(
      `Thiếu ${missing.join(", ")}: bộ cài ${os} sẽ không kèm ffmpeg, clip và bản tin chỉ dựng được nếu máy đã có.\n` +
        `${missing.join(", ")} missing: the ${os} installer comes without ffmpeg; clips and bulletins need one on the machine.\n`,
    );
  }
}
