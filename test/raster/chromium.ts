/** Headless Chromium as a second opinion on how a page looks. */

import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Raster } from "./compare-rasters.ts";
import { decodeRaster } from "./compare-rasters.ts";

const run = promisify(execFile);

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--hide-scrollbars",
  "--force-device-scale-factor=1",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  "--virtual-time-budget=5000",
];

/** The browser named by `XUONGTIN_CHROMIUM`, else `chromium` on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env.XUONGTIN_CHROMIUM ?? "chromium";
  try {
    execFileSync(named, ["--version"], { stdio: "ignore" });
    return named;
  } catch {
    return undefined;
  }
}

/** What Chromium shows of a document in a window of this many pixels. */
export async function screenshot(
  chromium: string,
  content: string,
  kind: "html" | "svg",
  width: number,
  height: number,
): Promise<Raster> {
  const folder = await mkdtemp(join(tmpdir(), "chromium-"));
  try {
    const page = join(folder, `page.${kind}`);
    const picture = join(folder, "page.png");
    await writeFile(page, content);
    await run(chromium, [
      ...FLAGS,
      `--user-data-dir=${join(folder, "profile")}`,
      `--window-size=${width},${height}`,
      `--screenshot=${picture}`,
      pathToFileURL(page).href,
    ]);
    return decodeRaster(await readFile(picture));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
