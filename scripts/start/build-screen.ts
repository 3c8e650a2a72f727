import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["renderer", "core"];
const NOT_SOURCES = /(?:^|[\\/])dist(?:[\\/]|$)|\.test\.tsx?$/;

/** Builds the screen into `renderer/dist` where its sources are newer than what is there; false where nothing was to do. */
export async function buildScreen(root: string): Promise<boolean> {
  const built = timeOf(join(root, "renderer", "dist", "index.html"));
  const sources = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !NOT_SOURCES.test(path.slice(root.length))),
  );
  const newest = Math.max(timeOf(join(root, "package-lock.json")), ...sources.map(timeOf));
  if (built > newest) return false;
  const { build } = await import("vite");
  await build({ configFile: join(root, "renderer", "vite.config.ts"), logLevel: "warn" });
  return true;
}

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
