/**
 * `node scripts/build/build-kernels.ts`: compiles the AssemblyScript in `kernels` to WebAssembly beside it. What it writes is kept with the
 * sources, so that running the program needs no build; `build-kernels.test.ts` holds the two together.
 */

import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const FOLDER = fileURLToPath(new URL("../../kernels/", import.meta.url));

/** File names of the sources in `kernels`. */
export const kernelSources = (): readonly string[] => globSync("*.ts", { cwd: FOLDER }).sort();

/** Where the compiled form of a source lies. */
export const kernelPath = (source: string): string => join(FOLDER, source.replace(/\.ts$/, ".wasm"));

/** The compiled form of a source: no runtime, memory handed in as `env.memory`. Throws with the compiler's words. */
export async function compileKernel(source: string): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined;
  const options = ["--runtime", "stub", "--importMemory", "-O3", "--noAssert", "--enable", "relaxed-simd"];
  const { error, stderr } = await asc.main([source, "--outFile", "out.wasm", "--baseDir", FOLDER, ...options], {
    readFile: (name, folder) => readFile(join(folder, name), "utf8").catch(() => null),
    writeFile: (_name, content) => {
      if (typeof content !== "string") compiled = content;
    },
    listFiles: () => [],
  });
  if (error || !compiled) throw new Error(stderr.toString() || `${source}: nothing came out`);
  return compiled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const source of kernelSources()) await writeFile(kernelPath(source), await compileKernel(source));
}
