/** A render is killed ten times, at seeded moments of every stage; the one after them must make what an undisturbed one makes. */

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { seededRandom } from "../support/seeded-random.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { processesAbout } from "./support/processes-about.ts";
import type { ToldStep } from "./support/render-and-tell.ts";
import { writeSmallProgramme } from "./support/small-programme.ts";

const KILLS = 10;
/** Steps the whole work tells about, more or less. */
const STEPS = 50;
const PROGRAM = fileURLToPath(new URL("support/render-and-tell.ts", import.meta.url));

interface Run {
  /** The stages that were told, the last one last. */
  readonly stages: readonly string[];
  readonly killed: boolean;
}

/** Runs until that many steps were told, then kills the process and nothing else. */
async function render(folder: string, home: string, out: string, killAfter = Number.POSITIVE_INFINITY): Promise<Run> {
  const presets = [join(folder, "nho-mpg.json")];
  const child = spawn(process.execPath, [PROGRAM, join(folder, "project.json"), out, ...presets], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, XUONGTIN_HOME: home, NODE_COMPILE_CACHE: join(folder, "compiled") },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
  const stages: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.endsWith("}")) break;
    const step: ToldStep = JSON.parse(line);
    if ("stage" in step) stages.push(step.stage);
    else expect(step.codes).toEqual([]);
    if (stages.length >= killAfter) child.kill("SIGKILL");
  }
  return { stages, killed: (await ended) === "SIGKILL" };
}

/** What is seen and heard, whatever the container looks like. */
function decoded(file: string): string {
  const { status, stdout } = spawnSync("ffmpeg", ["-v", "error", "-i", `file:${file}`, "-f", "framemd5", "-"]);
  expect(status).toBe(0);
  return createHash("sha256").update(stdout).digest("hex");
}

it("goes on where it was killed, and makes what it would have made", { timeout: 180_000 }, async () => {
  const folder = temporaryFolder();
  writeSmallProgramme(folder);
  const [calm, out, home] = [join(folder, "yên"), join(folder, "xuất"), join(folder, "home")];
  await render(folder, join(folder, "home-calm"), calm);
  const random = seededRandom(20_251);
  const seen = new Set<string>();
  let kills = 0;
  while (kills < KILLS) {
    const { stages, killed } = await render(folder, home, out, 1 + Math.floor(random() * STEPS));
    for (const stage of stages.slice(-1)) if (killed) seen.add(stage);
    if (killed) kills += 1;
    // It was done before its moment came: from the beginning again.
    else for (const place of [home, out]) rmSync(place, { recursive: true, force: true });
    if (process.platform === "linux") await expect.poll(() => processesAbout(folder)).toEqual([]);
  }
  expect(seen.size).toBeGreaterThanOrEqual(2);
  await render(folder, home, out);
  const names = readdirSync(out);
  expect(names.toSorted()).toEqual(readdirSync(calm).toSorted());
  for (const name of names.filter((one) => !one.includes(".report."))) {
    expect(decoded(join(out, name))).toBe(decoded(join(calm, name)));
  }
  expect(readdirSync(join(home, "data", "render")).filter((name) => name.startsWith("."))).toEqual([]);
});
