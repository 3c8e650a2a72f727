import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { compileKernel, kernelPath, kernelSources } from "./build-kernels.ts";

test.each(kernelSources())("what is kept beside %s is what it compiles to", async (source) => {
  const kept = await readFile(kernelPath(source));
  expect(Buffer.compare(kept, await compileKernel(source))).toBe(0);
});
