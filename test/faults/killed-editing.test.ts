/**
 * Processes that edit several projects at once are killed a hundred times, at seeded moments: between changes, while saving and
 * keeping versions, while a journal begins anew, while recovering from the kill before. Each goes on with what the one before it left.
 */

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProject } from "../../host/package/open-project.ts";
import { createSessionStore } from "../../host/sessions/session-store.ts";
import { listVersions, versionsFolder } from "../../host/sessions/versions.ts";
import { digestOf, nameOf, type Told } from "../support/scripted-editing.ts";
import { seededRandom } from "../support/seeded-random.ts";

const KILLS = 100;
/** Processes at a time. */
const LANES = 4;

const PROJECTS = 2;
let root = "";
const program = fileURLToPath(new URL("../support/scripted-editing.ts", import.meta.url));

/** The moment of a kill: so long after so many lines, or after so many beginnings of a save. */
interface Moment {
  readonly event: Told["event"];
  readonly count: number;
  readonly milliseconds: number;
}

function chooseMoment(random: () => number): Moment {
  const dice = random();
  const milliseconds = Math.floor(random() * 30);
  if (dice < 0.15) return { event: "begun", count: 1 + Math.floor(random() * PROJECTS), milliseconds };
  if (dice < 0.5) return { event: "saving", count: 1 + Math.floor(random() * 4), milliseconds };
  return { event: "about", count: 1 + Math.floor(random() * 60), milliseconds };
}

/** Runs the editing until the moment has come, and gives what it had told by then. */
async function editUntilKilled(data: string, folder: string, moment: Moment, seed: number): Promise<readonly Told[]> {
  const child = spawn(process.execPath, [program, data, folder, String(PROJECTS), String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, "compiled") },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
  const told: Told[] = [];
  let left = moment.count;
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be cut.
    if (!line.endsWith("}")) break;
    const one: Told = JSON.parse(line);
    told.push(one);
    if (one.event === moment.event) left -= 1;
    if (left === 0) setTimeout(() => child.kill("SIGKILL"), moment.milliseconds);
  }
  expect(await ended).toBe("SIGKILL");
  return told;
}

/** What a lane knows of one of its projects over all kills. */
interface Known {
  /** Documents by the number of their last change, of the session that was killed. */
  readonly states: Map<number, string>;
  /** Highest number that was told to be recorded. */
  done: number;
  /** Documents whose saving was begun, in their order. */
  readonly saves: string[];
  /** How many of `saves` were told to be done at least. */
  saved: number;
  /** Versions that were looked into. */
  readonly versions: Set<string>;
}

function learn(known: readonly Known[], told: readonly Told[]): void {
  for (const { project, event, sequence, digest } of told) {
    const one = known[project];
    if (!one) throw new RangeError(`project ${project}`);
    if (event === "begun") {
      // What was found is what was looked at after the kill before, whatever its number is now.
      if (one.states.size > 0) expect([...one.states.values()]).toContain(digest);
      one.states.clear();
      one.done = sequence;
    }
    if (event === "begun" || event === "about") one.states.set(sequence, digest);
    if (event === "done") one.done = sequence;
    if (event === "saving") one.saves.push(digest);
    if (event === "saved") one.saved = one.saves.length;
  }
}

/** Looks at everything on disk as the next launch would, without touching it. */
async function lookOver(data: string, folder: string, known: readonly Known[]): Promise<void> {
  const store = createSessionStore(data);
  const left = await store.recoverable();
  for (const [number, one] of known.entries()) {
    const file = join(folder, `${nameOf(number)}.xtin`);
    const versions = await listVersions(versionsFolder(data, file));
    for (const { path } of versions.filter((version) => !one.versions.has(version.path))) {
      expect(one.saves).toContain(digestOf((await openProject(path)).project));
      one.versions.add(path);
    }
    let inFile: string | undefined;
    if (readdirSync(folder).includes(`${nameOf(number)}.xtin`)) {
      const { project, assets, diagnostics } = await openProject(file);
      inFile = digestOf(project);
      expect(diagnostics).toEqual([]);
      for (const { id } of project.assets) expect(assets.asset(id)).toBeDefined();
    }
    // Nothing older than the last save that was told of.
    expect([undefined, ...one.saves].slice(one.saved)).toContain(inFile);

    const recovery = left.find(({ name }) => name === nameOf(number));
    if (!recovery) {
      // Killed right after saving: the file has everything. Before anything was begun, there is nothing.
      const newest = [...one.states].filter(([sequence]) => sequence >= one.done).map(([, digest]) => digest);
      if (newest.length > 0) expect(newest).toContain(inFile);
      continue;
    }
    const { session, diagnostics } = await store.recover(recovery.id);
    const { sequence, project } = session.state;
    expect(diagnostics).toEqual([]);
    expect(sequence).toBeGreaterThanOrEqual(one.done);
    expect(digestOf(project)).toBe(one.states.get(sequence));
    for (const { id } of project.assets) expect(session.pictures().asset(id)).toBeDefined();
    await store.close(session, "keep");
  }
}

const nothingKnown = (): Known => ({ states: new Map(), done: 0, saves: [], saved: 0, versions: new Set() });
/** A process and those that go on after it, in folders of their own. */
const lanes = Array.from({ length: LANES }, (_, number) => ({
  number,
  random: seededRandom(number),
  known: Array.from({ length: PROJECTS }, nothingKnown),
}));
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "xuongtin-kill-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("processes that edit and are killed", () => {
  it.each(Array.from({ length: KILLS / LANES }, (_, round) => round))(
    "have lost nothing they had told to be recorded, and broken no file (round %i)",
    async (round) => {
      const killed = lanes.map(async ({ number, random, known }) => {
        const data = join(root, `${number}`, "data");
        const folder = join(root, `${number}`, "Tài liệu");
        mkdirSync(folder, { recursive: true });
        learn(known, await editUntilKilled(data, folder, chooseMoment(random), number * KILLS + round));
        await lookOver(data, folder, known);
      });
      await Promise.all(killed);
    },
  );

  it("were killed at moments of every kind", () => {
    for (const one of lanes.flatMap(({ known }) => known)) expect(one.saves.length).toBeGreaterThan(10);
  });
});
