import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import { sweepLeftovers, temporaryName } from "./sweep-leftovers.ts";

const DAY = 24 * 3_600;

function folderWith(names: readonly string[], ageSeconds: number): string {
  const folder = temporaryFolder();
  const then = Date.now() / 1000 - ageSeconds;
  for (const name of names) {
    writeFileSync(join(folder, name), "dở dang");
    utimesSync(join(folder, name), then, then);
  }
  return folder;
}

const ours = [`.xuongtin-${randomUUID()}.tmp`, `.bản tin.mp4-${randomUUID()}.part`];
const others = [".xuongtin-notes.tmp", "bản tin.mp4.part", `ảnh-${randomUUID()}.part`, "tờ rơi.xtin"];

it("takes away what a killed program left, and nothing else", async () => {
  const folder = folderWith([...ours, ...others], 2 * DAY);
  await sweepLeftovers(folder, Date.now());
  expect(readdirSync(folder).sort()).toEqual([...others].sort());
});

it("leaves what may still be written", async () => {
  const folder = folderWith(ours, DAY / 2);
  await sweepLeftovers(folder, Date.now());
  expect(readdirSync(folder).sort()).toEqual([...ours].sort());
});

it("takes away at once what a process that is gone was writing, and nothing of one that runs", async () => {
  const { pid = 0 } = spawnSync(process.execPath, ["--version"]);
  const mine = temporaryName(`${"Bản tin ".repeat(30)}.mp4`, "part");
  expect(Buffer.byteLength(mine)).toBeLessThan(255);
  const gone = mine.replace(`-${process.pid}-`, `-${pid}-`);
  const elsewhere = gone.replace(/-[0-9a-f]{12}-/, "-0123456789ab-");
  const folder = folderWith([mine, gone, elsewhere], 0);
  await sweepLeftovers(folder, Date.now());
  expect(readdirSync(folder).sort()).toEqual([mine, elsewhere].sort());
});

it("is done by the next file written there", async () => {
  const folder = folderWith(ours, 2 * DAY);
  await writeFileAtomically(join(folder, "tờ rơi.xtin"), Buffer.from("mới"));
  expect(readdirSync(folder)).toEqual(["tờ rơi.xtin"]);
});
