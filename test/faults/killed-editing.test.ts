import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openProject } from "../../host/package/open-project.ts";
import { createSessionStore } from "../../host/sessions/session-store.ts";

const ROUNDS = 20;
const program = fileURLToPath(new URL("../support/scripted-editing.ts", import.meta.url));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xuongtin-kill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the editing until `milliseconds` after its first change, and says what it had told to be done by then. */
function editUntilKilled(
  data: string,
  file: string,
  milliseconds: number,
): Promise<{ changes: number; saved: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, data, file], { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (told === "") setTimeout(() => child.kill("SIGKILL"), milliseconds);
      told += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", () => {
      const last = (word: string) => Number([...told.matchAll(new RegExp(`^${word} (\\d+)$`, "gm"))].at(-1)?.[1] ?? 0);
      resolve({ changes: last("change"), saved: last("saved") });
    });
  });
}

it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  "round %i: nothing that was told to be recorded is missing, and no file is broken",
  async (round) => {
    const file = join(folder, "tờ rơi.xtin");
    const told = await editUntilKilled(folder, file, 10 + Math.floor(Math.random() * 40 * (round + 1)));
    expect(told.changes).toBeGreaterThan(0);

    const store = createSessionStore(folder);
    const [left] = await store.recoverable();
    const saved = existsSync(file) ? (await openProject(file)).project : undefined;
    const savedUpTo = saved ? Number(saved.title.vi?.split(" ")[0]) : 0;
    expect(savedUpTo).toBeGreaterThanOrEqual(told.saved);
    // Killed right after saving, there is nothing unsaved to recover.
    if (!left) {
      expect(savedUpTo).toBeGreaterThanOrEqual(told.changes);
      return;
    }
    const { session, diagnostics } = await store.recover(left.id);
    const { sequence, project, name } = session.state;
    expect(sequence).toBeGreaterThanOrEqual(told.changes);
    expect(Number(project.title.vi?.split(" ")[0])).toBe(sequence);
    expect(diagnostics).toEqual([]);
    expect(name).toBe("tờ rơi");
    for (const { id } of project.assets) expect(session.pictures().asset(id)).toBeDefined();

    // And the work goes on: the next change, saving, and nothing left over.
    await session.append(sequence + 1, {
      label: "title.edit",
      patches: [{ path: ["title", "vi"], before: project.title.vi, after: "xong" }],
    });
    await session.save(file, "tờ rơi");
    await store.close(session, "keep");
    expect((await openProject(file)).project.title.vi).toBe("xong");
    expect(await createSessionStore(folder).recoverable()).toEqual([]);
  },
);
