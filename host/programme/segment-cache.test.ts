import { mkdtemp, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSegmentCache } from "./segment-cache.ts";

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "xuongtin-cache-"));

test("files appear together once all are whole, and none where making them failed", async () => {
  const folder = join(await newFolder(), "mới");
  const cache = openSegmentCache(folder);
  expect(await cache.has("a")).toBe(false);
  const torn = cache.add(["a", "b"], async ([one = ""]) => {
    await writeFile(one, "half");
    throw new Error("torn");
  });
  await expect(torn).rejects.toThrow("torn");
  expect(await readdir(folder)).toEqual([]);
  await cache.add(["a", "b"], async ([one = "", other = ""]) => {
    await writeFile(one, "1");
    await writeFile(other, "2");
    expect((await readdir(folder)).some((name) => name === "a" || name === "b")).toBe(false);
  });
  expect([await cache.has("a"), await readFile(cache.path("b"), "utf8")]).toEqual([true, "2"]);
});

test("what was used last stays, and all that another render may still need", async () => {
  const folder = await newFolder();
  const cache = openSegmentCache(folder);
  const old = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  for (const [name, hours] of [
    ["a", 5],
    ["b", 4],
    ["c", 3],
  ] as const) {
    await writeFile(join(folder, name), "12345");
    await utimes(join(folder, name), old(hours), old(hours));
  }
  expect(await cache.has("a")).toBe(true);
  const release = await cache.hold();
  const [mark = ""] = (await readdir(folder)).filter((name) => name.startsWith("."));
  await utimes(join(folder, mark), old(3.5), old(3.5));
  await cache.prune(0);
  expect((await readdir(folder)).sort()).toEqual([mark, "a", "c"]);
  await release();
  await cache.prune(5);
  expect(await readdir(folder)).toEqual(["a"]);
});
