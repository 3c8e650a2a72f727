import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { codesOf, createLeaflet, rename } from "../../test/support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";
import { lockPath } from "../sessions/file-lock.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
beforeEach(() => {
  home = temporaryHome();
  host = startMemoryHost(home.folder);
});
afterEach(async () => {
  await host.service.close();
  expect(host.defects).toEqual([]);
  home.end();
});

const create = () => createLeaflet(host);

describe("unsaved changes", () => {
  it("are offered again, exactly as they were, or thrown away", async () => {
    const opened = await rename(host, await rename(host, await create(), "Một"), "Hai");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const { projects } = await host.api.projects.recoverable({});
    expect(projects).toMatchObject([{ changes: 2 }]);
    const recovery = projects[0]?.recovery;
    if (!recovery) throw new Error("nothing to recover");
    const again = await host.api.projects.recover({ recovery });
    expect(again.project).toEqual(opened.project);
    expect([again.sequence, again.saved, again.diagnostics]).toEqual([2, 0, []]);
    await rename(host, again, "Ba");
    await host.api.projects.close({ session: again.session, changes: "keep" });
    expect((await host.api.projects.recoverable({})).projects).toMatchObject([{ changes: 3 }]);
    await host.api.projects.discard({ recovery });
    expect((await host.api.projects.recoverable({})).projects).toEqual([]);
    expect(await codesOf(host.api.projects.recover({ recovery }))).toEqual(["project.nothing-to-recover"]);
  });

  it("outlive a journal torn at its end, and are told of when one is damaged in the middle", async () => {
    let opened = await create();
    for (const title of ["Một", "Hai", "Ba", "Bốn"]) opened = await rename(host, opened, title);
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const [id = ""] = readdirSync(join(host.home.data, "sessions"));
    const journal = join(host.home.data, "sessions", id, "000000.jsonl");
    const whole = readFileSync(journal);
    writeFileSync(journal, whole.subarray(0, whole.length - 7));
    const { projects } = await host.api.projects.recoverable({});
    expect(projects).toMatchObject([{ changes: 3 }]);

    const [first = 0, second = 0] = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at);
    whole.writeUInt8(0x20, Math.floor((first + second) / 2));
    writeFileSync(journal, whole);
    const recovery = (await host.api.projects.recoverable({})).projects[0]?.recovery;
    if (!recovery) throw new Error("nothing to recover");
    const again = await host.api.projects.recover({ recovery });
    expect([again.sequence, again.project.title.vi]).toEqual([1, "Một"]);
    expect(again.diagnostics.map(({ code }) => code)).toEqual(["journal.damaged"]);
  });
});
describe("a file that is open elsewhere", () => {
  const savedFile = async (name: string) => {
    const opened = await create();
    const { file } = await host.api.projects.save({ session: opened.session, as: { name, replace: false } });
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    return { file, path: join(host.home.projects, `${name}.xtin`) };
  };
  const lockBy = (path: string, pid: number, machine: string) =>
    writeFileSync(lockPath(path), JSON.stringify({ pid, machine, token: "khác" }));
  const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

  it("is refused, or opened as a copy", async () => {
    const { file, path } = await savedFile("Chung");
    lockBy(path, process.ppid, hostname());
    expect(await codesOf(host.api.projects.open({ file }))).toEqual(["project.open-elsewhere"]);
    expect((await host.api.projects.recent({})).files[0]?.open).toBe(true);
    const copy = await host.api.projects.open({ file, copy: true });
    expect([copy.file, copy.name]).toEqual([undefined, "Chung"]);
    expect(
      await codesOf(host.api.projects.save({ session: copy.session, as: { name: "Chung", replace: true } })),
    ).toEqual(["project.open-elsewhere"]);
  });

  it("is free where the process of its lock has ended, or has been silent for long", async () => {
    const { file, path } = await savedFile("Cũ");
    lockBy(path, deadProcess(), hostname());
    const opened = await host.api.projects.open({ file });
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    lockBy(path, 1, "may-khac");
    expect(await codesOf(host.api.projects.open({ file }))).toEqual(["project.open-elsewhere"]);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(lockPath(path), longAgo, longAgo);
    expect((await host.api.projects.open({ file })).name).toBe("Cũ");
  });

  it("is the same session where it is this program", async () => {
    const { file } = await savedFile("Một lần");
    const first = await rename(host, await host.api.projects.open({ file }), "Đang sửa");
    const second = await host.api.projects.open({ file });
    expect([second.session, second.sequence, second.project.title.vi]).toEqual([first.session, 1, "Đang sửa"]);
  });

  it("is not saved over when its lock was taken away", async () => {
    const { file, path } = await savedFile("Bị lấy");
    const opened = await host.api.projects.open({ file });
    lockBy(path, process.ppid, hostname());
    const before = statSync(path).mtimeMs;
    expect(await codesOf(host.api.projects.save({ session: opened.session }))).toEqual(["project.open-elsewhere"]);
    expect(statSync(path).mtimeMs).toBe(before);
  });
});
describe("what a screen is told", () => {
  it("names files without their folders", async () => {
    mkdirSync(host.home.projects, { recursive: true });
    writeFileSync(join(host.home.projects, "Hỏng.xtin"), "PK hỏng");
    const { files } = await host.api.projects.recent({});
    expect(files).toMatchObject([{ name: "Hỏng", title: "" }]);
    const file = files[0]?.file;
    if (!file) throw new Error("not listed");
    const error = await host.api.projects.open({ file }).catch((reason: unknown) => reason);
    if (!(error instanceof DiagnosticError)) throw error;
    expect(error.diagnostics[0]?.target.file).toBe("Hỏng.xtin");
    expect(JSON.stringify(error.diagnostics)).not.toContain(home.folder);
  });

  it("cannot be asked with handles that were made up, or of another kind", async () => {
    const opened = await create();
    const saved = await host.api.projects.save({ session: opened.session, as: { name: "Thật", replace: false } });
    const made = "A".repeat(32);
    const { api } = host;
    const calls: readonly Promise<unknown>[] = [
      api.projects.open({ file: `file-${made}` }),
      api.projects.save({ session: `session-${made}` }),
      api.projects.recover({ recovery: `recovery-${made}` }),
      api.projects.restore({ session: opened.session, version: `version-${made}` }),
      api.journal.append({ session: `session-${made}`, sequence: 1, change: { label: "a.b", patches: [] } }),
      api.jobs.cancel({ job: `job-${made}` }),
      api.files.bytes({ file: `file-${made}` }),
      api.batches.addPicture({ table: `table-${made}`, bytes: Uint8Array.of(1), name: "a.png" }),
    ];
    for (const call of calls) expect(await codesOf(call)).toEqual(["api.unknown-handle"]);
    expect(await codesOf(api.projects.open({ file: "/etc/passwd" }))).toEqual(["api.bad-input"]);
    expect(await codesOf(api.projects.open({ file: saved.file.replace("file-", "session-") }))).toEqual([
      "api.bad-input",
    ]);
    // A project is opened; only what an export made is read.
    expect(await codesOf(api.files.bytes({ file: saved.file }))).toEqual(["files.not-a-result"]);
    await api.files.reveal({ file: saved.file });
    expect(host.revealed).toEqual([join(host.home.projects, "Thật.xtin")]);
  });
});
