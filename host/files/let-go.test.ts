import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { letGoOfOldest } from "./let-go.ts";

/** `a` was written longest ago and read last. */
function folderOf(names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const [index, name] of names.entries()) {
    writeFileSync(join(folder, name), "12345");
    utimesSync(join(folder, name), 2_000 - index, 1_000 + index);
  }
  return folder;
}

it.each([
  [{ files: 2 }, ["c", "d"]],
  [{ bytes: 14 }, ["c", "d"]],
  [{ bytes: 15 }, ["b", "c", "d"]],
  [{ files: 3, usedBy: "reading" as const }, ["a", "b", "c"]],
  [{ files: 0, mayGo: ({ name }: { name: string }) => name !== "b" }, ["b"]],
  [{}, ["a", "b", "c", "d"]],
])("keeps of a, b, c, d with %j: %j", async (allowed, left) => {
  const folder = folderOf(["a", "b", "c", "d"]);
  await letGoOfOldest(folder, allowed);
  expect(readdirSync(folder).sort()).toEqual(left);
});

it("leaves unfinished work and folders alone, and does not mind a folder that is not there", async () => {
  const folder = folderOf(["a", ".b.part"]);
  mkdirSync(join(folder, "c"));
  await letGoOfOldest(folder, { files: 0 });
  expect(readdirSync(folder).sort()).toEqual([".b.part", "c"]);
  await letGoOfOldest(join(folder, "d"), { files: 0 });
});
