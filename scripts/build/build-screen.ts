import { join } from "node:path";
import { type BuiltFolder, buildOnce, digestOfSources } from "./build-once.ts";

const SOURCES = ["package-lock.json", "renderer", "core"];
const NO_SOURCE = /^renderer\/dist\/|\.test\.tsx?$/;

/** The screen as static files, in a folder of its own for every state of its sources. */
export async function buildScreen(root: string): Promise<BuiltFolder> {
  const digest = await digestOfSources(root, SOURCES, (path) => !NO_SOURCE.test(path));
  return buildOnce(join(root, "out", "screen"), digest, async (into) => {
    const { build } = await import("vite");
    await build({
      configFile: join(root, "renderer", "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: into, emptyOutDir: true },
    });
  });
}
