import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { buildOnce, digestOfSources } from "./build-once.ts";

const PARTS = ["index.html", "index.js", "index.css"];
const write = async (into: string) => {
  for (const name of PARTS) {
    await setTimeout(5);
    await writeFile(join(into, name), name);
  }
};
const shown = (store: string) => readdirSync(store).filter((name) => !name.startsWith("."));

describe("a folder that is built", () => {
  it("is built once for each state of its sources, however many ask at a time", async () => {
    const store = join(temporaryFolder(), "out", "screen");
    let builds = 0;
    const ask = (digest: string) =>
      buildOnce(store, digest, (into) => {
        builds += 1;
        return write(into);
      });
    const all = await Promise.all(["a", "a", "b", "a", "b"].map(ask));
    expect(builds).toBe(2);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(2);
    expect(all[0]?.folder).toBe(join(store, "a"));
    expect((await ask("a")).isNew).toBe(false);
    expect(readdirSync(store).sort()).toEqual(["a", "b"]);
  });

  it("is never seen half", async () => {
    const store = temporaryFolder();
    const building = buildOnce(store, "a", write);
    let isDone = false;
    void building.then(() => {
      isDone = true;
    });
    while (!isDone) {
      for (const name of shown(store)) expect(readdirSync(join(store, name)).sort()).toEqual([...PARTS].sort());
      await setTimeout(1);
    }
    await building;
  });

  it("is not there where building fails, and is built when asked for again", async () => {
    const store = temporaryFolder();
    const failing = buildOnce(store, "a", async (into) => {
      writeFileSync(join(into, "index.html"), "");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(readdirSync(store)).toEqual([]);
    expect((await buildOnce(store, "a", write)).isNew).toBe(true);
  });

  it("is built by another where the process that built it was killed", async () => {
    const store = temporaryFolder();
    const child = spawn(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { buildOnce } from ${JSON.stringify(new URL("./build-once.ts", import.meta.url).href)};
         const waiting = setInterval(() => {}, 1000);
         await buildOnce(${JSON.stringify(store)}, "a", () => { console.log("building"); return new Promise(() => {}); });`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect((await buildOnce(store, "a", write)).isNew).toBe(true);
    expect(shown(store)).toEqual(["a"]);
  });

  it("stays for those who serve it, until nobody has asked for it in a day", async () => {
    const store = temporaryFolder();
    const long = new Date(Date.now() - 90_000_000);
    for (const digest of ["old", "used", "fresh"]) await buildOnce(store, digest, write);
    mkdirSync(join(store, ".unfinished-x"));
    for (const name of ["old", "used", ".unfinished-x"]) utimesSync(join(store, name), long, long);
    await buildOnce(store, "used", write);
    await buildOnce(store, "new", write);
    expect(readdirSync(store).sort()).toEqual(["fresh", "new", "used"]);
  });
});

describe("a digest", () => {
  const sources = () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "renderer", "ui"), { recursive: true });
    writeFileSync(join(root, "lock.json"), "{}");
    writeFileSync(join(root, "renderer", "ui", "a.ts"), "1");
    writeFileSync(join(root, "renderer", "ui", "b.ts"), "2");
    return root;
  };
  const digest = (root: string) => digestOfSources(root, ["renderer", "lock.json"]);

  it("is the same for the same files, wherever and whenever they were written", async () => {
    const [root, other] = [sources(), sources()];
    const first = await digest(root);
    utimesSync(join(root, "lock.json"), new Date(0), new Date(0));
    expect(await digest(root)).toBe(first);
    expect(await digest(other)).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{20}$/);
  });

  it("changes with every content and name", async () => {
    const root = sources();
    const seen = [await digest(root)];
    writeFileSync(join(root, "renderer", "ui", "a.ts"), "3");
    seen.push(await digest(root));
    renameSync(join(root, "renderer", "ui", "a.ts"), join(root, "renderer", "a.ts"));
    seen.push(await digest(root));
    writeFileSync(join(root, "lock.json"), readFileSync(join(root, "lock.json")).toString().repeat(2));
    seen.push(await digest(root));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("passes over what is no source", async () => {
    const root = sources();
    const isSource = (path: string) => path !== "renderer/ui/c.test.ts";
    const first = await digestOfSources(root, ["renderer"], isSource);
    writeFileSync(join(root, "renderer", "ui", "c.test.ts"), "");
    expect(existsSync(join(root, "renderer", "ui", "c.test.ts"))).toBe(true);
    expect(await digestOfSources(root, ["renderer"], isSource)).toBe(first);
  });
});
