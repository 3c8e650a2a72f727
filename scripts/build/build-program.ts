import { cp, readFile, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { isAbsolute, join } from "node:path";
import { type BuiltFolder, buildOnce, digestOfSources } from "./build-once.ts";
import { buildScreen } from "./build-screen.ts";

/** Files that are started by themselves. */
export const ENTRIES: readonly string[] = ["electron/main.ts", "host/jobs/worker-thread.ts"];
/** Read beside the code as the program runs. */
const DATA = [
  "LICENSE",
  "electron/preload.cjs",
  "fonts",
  "kernels/planes.wasm",
  "resources/bulletins",
  "resources/presets",
  "resources/profiles",
  "templates",
];
const SOURCES = ["package.json", "package-lock.json", "core", "host", "electron", "renderer", "scripts/build", ...DATA];
/** What Electron is told of the program. */
const TOLD = ["name", "version", "description", "license", "type", "dependencies"] as const;

/**
 * The program as Electron runs it, in a folder of its own for every state of its sources. Packages stay outside, where they are found
 * from there.
 */
export async function buildProgram(root: string): Promise<BuiltFolder> {
  const screen = await buildScreen(root);
  const digest = await digestOfSources(root, SOURCES, (path) => !/\.test\.tsx?$/.test(path));
  return buildOnce(join(root, "out", "program"), digest, async (into) => {
    await writeScripts(root, ENTRIES, into);
    for (const path of DATA) await cp(join(root, path), join(into, path), { recursive: true });
    await cp(screen.folder, join(into, "renderer", "dist"), { recursive: true });
    const manifest: Record<string, unknown> = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const told = { ...Object.fromEntries(TOLD.map((key) => [key, manifest[key]])), main: "electron/main.js" };
    await writeFile(join(into, "package.json"), `${JSON.stringify(told, undefined, 2)}\n`);
  });
}

/**
 * Writes the files at `entries` and all of ours that they import: as JavaScript, since Electron need not read TypeScript, and each where
 * its source lies, so that what is read beside it is found as ever. What none of the entries uses is left out.
 */
export async function writeScripts(root: string, entries: readonly string[], into: string): Promise<void> {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    cwd: root,
    input: [...entries],
    platform: "node",
    external: (id) => isBuiltin(id) || !(id.startsWith(".") || isAbsolute(id)),
  });
  await bundle.write({
    dir: into,
    format: "esm",
    preserveModules: true,
    preserveModulesRoot: root,
    entryFileNames: "[name].js",
  });
  await bundle.close();
}
