import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { record } from "../../core/document/history/record.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";
import { digestOf } from "../assets/project-assets.ts";
import { openProject } from "../package/open-project.ts";
import { lockPath } from "../sessions/file-lock.ts";
import { KEPT_VERSIONS } from "../sessions/versions.ts";

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

const picture = new Uint8Array(readFileSync(new URL("../../test/fixtures/images/good-24x16.png", import.meta.url)));

/** Codes of the Diagnostics a call fails with. */
async function codesOf(call: Promise<unknown>): Promise<readonly string[]> {
  try {
    await call;
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

const titled = (opened: Pick<OpenSession, "project">, title: string) =>
  record(opened.project, "title.edit", (now) => ({ ...now, title: { ...now.title, vi: title } }));

/** Renames the project as one change after `sequence`. */
async function rename(opened: OpenSession, title: string, sequence = opened.sequence): Promise<OpenSession> {
  const { change, project } = titled(opened, title);
  const next = await host.api.journal.append({ session: opened.session, sequence: sequence + 1, change });
  return { ...opened, project, sequence: next.sequence };
}

const create = () => host.api.projects.create({ template: "leaflet-a5", language: "km" });

describe("a project from a template", () => {
  it("is one of its own, in the language asked for first", async () => {
    const first = await create();
    const second = await create();
    expect(first.project.kind).toBe("project");
    expect(first.project.id).not.toBe(second.project.id);
    expect(first.project.languages.variants[0]).toBe("km");
    expect(first.project.languages.source).toBe("vi");
    expect([first.sequence, first.saved, first.file]).toEqual([0, 0, undefined]);
    for (const { id } of first.project.assets) {
      const asset = await host.api.assets.bytes({ session: first.session, asset: id });
      expect(asset.bytes.length).toBeGreaterThan(100);
    }
  });

  it("has no file until it is given a name", async () => {
    const opened = await create();
    expect(await codesOf(host.api.projects.save({ session: opened.session }))).toEqual(["project.no-file"]);
  });

  it("is refused for templates and languages there are none of", async () => {
    expect(await codesOf(host.api.projects.create({ template: "../leaflet-a5", language: "vi" }))).toEqual([
      "template.unknown",
    ]);
    expect(await codesOf(host.api.projects.create({ template: "leaflet-a5", language: "xx" }))).toHaveLength(1);
  });
});

describe("changes", () => {
  it("are taken once, and only in their order", async () => {
    const opened = await create();
    const { change } = titled(opened, "Lịch tiêm chủng");
    const append = (sequence: number, what = change) =>
      host.api.journal.append({ session: opened.session, sequence, change: what });
    expect(await append(1)).toEqual({ sequence: 1 });
    expect(await append(1)).toEqual({ sequence: 1 });
    expect(await codesOf(append(3))).toEqual(["journal.out-of-order"]);
    expect(await codesOf(append(1, titled(opened, "Khác").change))).toEqual(["journal.out-of-order"]);
  });

  it("that lead to no sound project are refused and leave it as it was", async () => {
    const opened = await rename(await create(), "Trước");
    const append = (patches: readonly object[]) =>
      host.api.journal.append({
        session: opened.session,
        sequence: 2,
        change: { label: "test.break", patches: patches as never },
      });
    expect(await codesOf(append([{ path: ["nowhere", "vi"], before: "a", after: "b" }]))).toEqual([
      "journal.does-not-fit",
    ]);
    expect(await codesOf(append([{ path: ["pages"], before: [], after: [] }]))).not.toEqual([]);
    expect(await codesOf(append([{ path: ["__proto__", "polluted"], after: true }]))).not.toEqual([]);
    expect(await codesOf(append([{ path: ["page", "bleed"], before: 3, after: "ba" }]))).not.toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await host.api.projects.save({ session: opened.session, as: { name: "Trước", replace: false } });
    expect((await openProject(join(host.home.projects, "Trước.xtin"))).project.title.vi).toBe("Trước");
  });
});

describe("saving", () => {
  it("puts the project where the list finds it", async () => {
    const opened = await rename(await create(), "Sốt xuất huyết");
    const saved = await host.api.projects.save({
      session: opened.session,
      as: { name: "Tờ rơi sốt xuất huyết.xtin", replace: false },
    });
    expect([saved.name, saved.saved, saved.diagnostics]).toEqual(["Tờ rơi sốt xuất huyết", 1, []]);
    const { files } = await host.api.projects.recent({});
    expect(files).toMatchObject([
      { name: "Tờ rơi sốt xuất huyết", title: "Sốt xuất huyết", product: "leaflet", open: true },
    ]);
    expect(files[0]?.file).toBe(saved.file);
    const preview = await host.api.projects.preview({ file: saved.file, width: 120 });
    expect(preview.width).toBe(120);
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    expect((await host.api.projects.recent({})).files[0]?.open).toBe(false);
    expect((await host.api.projects.recoverable({})).projects).toEqual([]);
    expect(readdirSync(join(host.home.data, "sessions"))).toEqual([]);
  });

  it("replaces another project only when told to", async () => {
    const first = await create();
    await host.api.projects.save({ session: first.session, as: { name: "Một", replace: false } });
    await host.api.projects.close({ session: first.session, changes: "keep" });
    const second = await rename(await create(), "Hai");
    const save = (replace: boolean) =>
      host.api.projects.save({ session: second.session, as: { name: "Một", replace } });
    expect(await codesOf(save(false))).toEqual(["project.name-taken"]);
    expect((await save(true)).name).toBe("Một");
    expect((await openProject(join(host.home.projects, "Một.xtin"))).project.title.vi).toBe("Hai");
  });

  it.each(["../ngoài", "..\\ngoài", "/etc/ngoài", "C:\\ngoài", "con"])(
    "keeps the name %s inside its folder",
    async (name) => {
      const opened = await create();
      await host.api.projects.save({ session: opened.session, as: { name, replace: false } });
      expect(readdirSync(host.home.projects).filter((file) => file.endsWith(".xtin"))).toHaveLength(1);
      expect(readdirSync(home.folder).sort()).toEqual(["data", "projects"]);
    },
  );

  it("keeps the last versions, each with its pictures, and gives them back", async () => {
    let opened = await create();
    const added = await host.api.assets.add({ session: opened.session, bytes: picture, name: "Chợ Ea Tu.png" });
    const withPicture = record(opened.project, "asset.add", (now) => ({
      ...now,
      assets: [...now.assets, added.entry],
    }));
    await host.api.journal.append({ session: opened.session, sequence: 1, change: withPicture.change });
    opened = { ...opened, project: withPicture.project, sequence: 1 };
    const save = () => host.api.projects.save({ session: opened.session, as: { name: "Phiên bản", replace: false } });
    for (let count = 1; count <= KEPT_VERSIONS + 2; count += 1) {
      opened = await rename(opened, `Lần ${count}`);
      await save();
    }
    const { versions } = await host.api.projects.versions({ session: opened.session });
    expect(versions).toHaveLength(KEPT_VERSIONS);
    const oldest = versions.at(-1)?.version;
    if (!oldest) throw new Error("no version");
    const old = await host.api.projects.restore({ session: opened.session, version: oldest });
    expect(old.project.title.vi).toBe("Lần 3");
    expect(old.project.assets.map(({ id }) => id)).toContain(added.entry.id);
    expect(old.diagnostics).toEqual([]);
    // The screen makes it the present one.
    const { change } = record(opened.project, "version.restore", () => old.project);
    await host.api.journal.append({ session: opened.session, sequence: opened.sequence + 1, change });
    await save();
    const again = await openProject(join(host.home.projects, "Phiên bản.xtin"));
    expect([again.project.title.vi, again.diagnostics]).toEqual(["Lần 3", []]);
    expect(digestOf(again.assets.bytes(added.entry.id) ?? new Uint8Array(0))).toBe(digestOf(picture));
  });

  it("keeps what another program has put in the file's place", async () => {
    const opened = await create();
    const save = () => host.api.projects.save({ session: opened.session, as: { name: "Chung", replace: false } });
    await save();
    const path = join(host.home.projects, "Chung.xtin");
    const other = await rename(await create(), "Của người khác");
    await host.api.projects.save({ session: other.session, as: { name: "Khác", replace: false } });
    writeFileSync(path, readFileSync(join(host.home.projects, "Khác.xtin")));
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    const { diagnostics } = await save();
    expect(diagnostics.map(({ code }) => code)).toEqual(["project.changed-outside"]);
    const { versions } = await host.api.projects.versions({ session: opened.session });
    const titles = await Promise.all(
      versions.map(
        async ({ version }) => (await host.api.projects.restore({ session: opened.session, version })).project.title.vi,
      ),
    );
    expect(titles).toContain("Của người khác");
  });
});

describe("unsaved changes", () => {
  it("are offered again, exactly as they were, or thrown away", async () => {
    const opened = await rename(await rename(await create(), "Một"), "Hai");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const { projects } = await host.api.projects.recoverable({});
    expect(projects).toMatchObject([{ changes: 2 }]);
    const recovery = projects[0]?.recovery;
    if (!recovery) throw new Error("nothing to recover");
    const again = await host.api.projects.recover({ recovery });
    expect(again.project).toEqual(opened.project);
    expect([again.sequence, again.saved, again.diagnostics]).toEqual([2, 0, []]);
    await rename(again, "Ba");
    await host.api.projects.close({ session: again.session, changes: "keep" });
    expect((await host.api.projects.recoverable({})).projects).toMatchObject([{ changes: 3 }]);
    await host.api.projects.discard({ recovery });
    expect((await host.api.projects.recoverable({})).projects).toEqual([]);
    expect(await codesOf(host.api.projects.recover({ recovery }))).toEqual(["project.nothing-to-recover"]);
  });

  it("outlive a journal torn at its end, and are told of when one is damaged in the middle", async () => {
    let opened = await create();
    for (const title of ["Một", "Hai", "Ba", "Bốn"]) opened = await rename(opened, title);
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
    const first = await rename(await host.api.projects.open({ file }), "Đang sửa");
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
      api.batches.addPicture({ table: `table-${made}`, bytes: picture, name: "a.png" }),
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

it("keeps settings and recent files for the next launch", async () => {
  await host.api.app.configure({ theme: "dark" });
  const elsewhere = join(home.folder, "usb");
  mkdirSync(elsewhere);
  const opened = await create();
  await host.api.projects.save({ session: opened.session, as: { name: "Đi xa", replace: false } });
  writeFileSync(join(elsewhere, "Trên USB.xtin"), readFileSync(join(host.home.projects, "Đi xa.xtin")));
  await host.service.close();
  host = startMemoryHost(home.folder, {
    pickProject: async () => join(elsewhere, "Trên USB.xtin"),
    pickFolder: async () => undefined,
  });
  expect((await host.api.app.info({})).settings).toEqual({ interfaceLanguage: "vi", theme: "dark" });
  const { file } = await host.api.files.pickProject({});
  if (!file) throw new Error("nothing picked");
  await host.api.projects.open({ file });
  expect((await host.api.projects.recent({})).files.map(({ name }) => name).sort()).toEqual(["Trên USB", "Đi xa"]);
});

it("imports an uploaded package as a project without a file", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../test/fixtures/packages/good.xtin", import.meta.url)));
  const opened = await host.api.projects.import({ bytes, name: "Gửi đến.xtin" });
  expect([opened.name, opened.file, opened.diagnostics]).toEqual(["Gửi đến", undefined, []]);
  const bomb = new Uint8Array(readFileSync(new URL("../../test/fixtures/packages/bomb.xtin", import.meta.url)));
  expect(await codesOf(host.api.projects.import({ bytes: bomb, name: "bom.xtin" }))).toEqual(["package.bomb"]);
});
