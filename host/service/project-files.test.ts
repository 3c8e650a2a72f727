import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codesOf, createLeaflet, rename } from "../../test/support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";
import { openProject } from "../package/open-project.ts";
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

const inProjects = (name: string) => join(host.home.projects, name);
const projectFiles = () =>
  readdirSync(host.home.projects)
    .filter((name) => name.endsWith(".xtin"))
    .sort();

async function savedAs(name: string, title = name) {
  const opened = await rename(host, await createLeaflet(host), title);
  const { file } = await host.api.projects.save({ session: opened.session, as: { name, replace: false } });
  return { opened, file, path: inProjects(`${name}.xtin`) };
}

describe("renaming", () => {
  it("moves the file, its lock and its versions, and leaves what is unsaved unsaved", async () => {
    const { opened, path } = await savedAs("Tờ rơi");
    const changed = await rename(host, opened, "Chưa lưu");
    const renamed = await host.api.projects.rename({ session: changed.session, name: "Tờ rơi tháng 11" });
    expect(renamed.name).toBe("Tờ rơi tháng 11");
    expect(projectFiles()).toEqual(["Tờ rơi tháng 11.xtin"]);
    const now = inProjects("Tờ rơi tháng 11.xtin");
    expect([existsSync(lockPath(path)), existsSync(lockPath(now))]).toEqual([false, true]);
    expect((await openProject(now)).project.title.vi).toBe("Tờ rơi");
    expect(await host.api.projects.current({ session: changed.session })).toMatchObject({ sequence: 2, saved: 1 });
    expect((await host.api.projects.versions({ session: changed.session })).versions).toHaveLength(1);
    expect((await host.api.projects.recent({})).files.map(({ name }) => name)).toEqual(["Tờ rơi tháng 11"]);
    const { diagnostics, saved } = await host.api.projects.save({ session: changed.session, outside: "refuse" });
    expect([diagnostics, saved]).toEqual([[], 2]);
  });

  it("goes to another folder", async () => {
    const target = join(home.folder, "usb");
    mkdirSync(target);
    await host.service.close();
    host = startMemoryHost(home.folder, { pickProject: async () => undefined, pickFolder: async () => target });
    const { opened } = await savedAs("Đi xa");
    const { folder } = await host.api.files.pickFolder({});
    if (!folder) throw new Error("nothing picked");
    await host.api.projects.rename({ session: opened.session, name: "Đi xa", folder });
    expect([projectFiles(), readdirSync(target).filter((name) => !name.startsWith("."))]).toEqual([[], ["Đi xa.xtin"]]);
  });

  it("never takes another file's name, and never leaves a lock behind", async () => {
    await savedAs("Một");
    const { opened, file } = await savedAs("Hai");
    const { session } = opened;
    expect(await codesOf(host.api.projects.rename({ session, name: "Một" }))).toEqual(["project.name-taken"]);
    expect(await codesOf(host.api.projects.renameFile({ file, name: "Một" }))).toEqual(["project.name-taken"]);
    expect(await codesOf(host.api.projects.rename({ session, name: "///" }))).toEqual(["project.name-unusable"]);
    expect((await host.api.projects.rename({ session, name: "Hai" })).name).toBe("Hai");
    expect((await host.api.projects.rename({ session, name: "CON" })).name).toBe("_CON");
    await host.api.projects.close({ session, changes: "keep" });
    expect(readdirSync(host.home.projects).sort()).toEqual([".~lock.Một.xtin#", "Một.xtin", "_CON.xtin"]);
  });

  it("gives a project without a file the name its file will have", async () => {
    const opened = await createLeaflet(host);
    expect(await host.api.projects.rename({ session: opened.session, name: "Sau này" })).toEqual({ name: "Sau này" });
    await host.api.projects.close({
      session: await rename(host, opened, "x").then((one) => one.session),
      changes: "keep",
    });
    expect((await host.api.projects.recoverable({})).projects).toMatchObject([{ name: "Sau này" }]);
  });

  it("renames a file that is not open, with its versions", async () => {
    const { opened, file } = await savedAs("Cũ");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const renamed = await host.api.projects.renameFile({ file, name: "Mới" });
    expect(readdirSync(host.home.projects)).toEqual(["Mới.xtin"]);
    expect((await host.api.projects.versions({ file: renamed.file })).versions).toHaveLength(1);
    expect((await host.api.projects.versions({ file })).versions).toEqual([]);
  });
});

describe("a file another program has touched", () => {
  it("is noticed, shown, and replaced only when told to", async () => {
    const { opened, path } = await savedAs("Chung");
    const { session } = opened;
    const state = async () => (await host.api.projects.fileState({ session })).state;
    expect(await state()).toBe("same");
    const { path: other } = await savedAs("Khác", "Của người khác");
    writeFileSync(path, readFileSync(other));
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    expect(await state()).toBe("changed");
    expect((await host.api.projects.outside({ session })).project.title.vi).toBe("Của người khác");
    expect(await codesOf(host.api.projects.save({ session, outside: "refuse" }))).toEqual(["project.file-changed"]);
    expect((await openProject(path)).project.title.vi).toBe("Của người khác");
    const { diagnostics } = await host.api.projects.save({ session, outside: "replace" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["project.changed-outside"]);
    expect([await state(), (await openProject(path)).project.title.vi]).toEqual(["same", "Chung"]);
  });

  it("is written anew where it was removed, and not into a folder that is gone", async () => {
    const { opened, path } = await savedAs("Bị xoá");
    const { session } = opened;
    const state = async () => (await host.api.projects.fileState({ session })).state;
    rmSync(path);
    expect(await state()).toBe("missing");
    const { diagnostics } = await host.api.projects.save({ session });
    expect(diagnostics.map(({ code }) => code)).toEqual(["project.file-was-gone"]);
    const away = `${host.home.projects}-rút ra`;
    renameSync(host.home.projects, away);
    expect(await state()).toBe("away");
    expect(await codesOf(host.api.projects.save({ session }))).toEqual(["file.folder-gone"]);
    renameSync(away, host.home.projects);
    expect((await host.api.projects.save({ session })).diagnostics).toEqual([]);
  });

  it("says who has it open, since when, and lets go of a holder that is silent", async () => {
    const { opened, file, path } = await savedAs("Mạng");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    expect(await host.api.projects.holder({ file })).toEqual({});
    const since = "2026-11-22T01:15:00.000Z";
    const lock = { pid: 1, machine: "KHTT-02", token: "khác", user: "lan", since };
    writeFileSync(lockPath(path), JSON.stringify(lock));
    expect((await host.api.projects.holder({ file })).holder).toEqual({
      machine: "KHTT-02",
      user: "lan",
      since,
      here: false,
      silent: false,
    });
    expect(await codesOf(host.api.projects.open({ file, takeOver: true }))).toEqual(["project.open-elsewhere"]);
    expect(await codesOf(host.api.projects.renameFile({ file, name: "Lấy" }))).toEqual(["project.open-elsewhere"]);
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lockPath(path), aMinuteAgo, aMinuteAgo);
    expect((await host.api.projects.holder({ file })).holder?.silent).toBe(true);
    expect(await codesOf(host.api.projects.open({ file }))).toEqual(["project.open-elsewhere"]);
    expect((await host.api.projects.open({ file, takeOver: true })).file).toBe(file);
  });
});

describe("files in the list", () => {
  it("are copied beside themselves and forgotten until they change", async () => {
    const { opened, file, path } = await savedAs("Gốc");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const copy = await host.api.projects.duplicate({ file });
    expect([copy.name, projectFiles()]).toEqual(["Gốc (2)", ["Gốc (2).xtin", "Gốc.xtin"]]);
    expect(readFileSync(inProjects("Gốc (2).xtin")).equals(readFileSync(path))).toBe(true);
    const names = async () => (await host.api.projects.recent({})).files.map(({ name }) => name).sort();
    await host.api.projects.forget({ file });
    expect(await names()).toEqual(["Gốc (2)"]);
    utimesSync(path, new Date(), new Date(Date.now() + 5_000));
    expect(await names()).toEqual(["Gốc", "Gốc (2)"]);
    await host.api.projects.forget({ file });
    await host.api.projects.open({ file });
    expect(await names()).toEqual(["Gốc", "Gốc (2)"]);
    expect((await host.api.app.info({})).trash).toBe(false);
    expect(await codesOf(host.api.projects.trash({ file }))).toEqual(["files.no-bin"]);
  });

  it("that are damaged have their versions still", async () => {
    const { opened, file, path } = await savedAs("Hỏng");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    writeFileSync(path, readFileSync(path).subarray(0, 900));
    expect(await codesOf(host.api.projects.open({ file }))).not.toEqual([]);
    const { versions } = await host.api.projects.versions({ file });
    const [version] = versions;
    if (!version) throw new Error("no version");
    expect(version.bytes).toBeGreaterThan(10_000);
    const preview = await host.api.projects.versionPreview({ version: version.version, width: 120 });
    expect(preview.width).toBe(120);
    const copy = await host.api.projects.openVersion({ version: version.version, name: "Hỏng, bản trước" });
    expect([copy.name, copy.file, copy.project.title.vi]).toEqual(["Hỏng, bản trước", undefined, "Hỏng"]);
  });
});

describe("work a launch has left", () => {
  it("can be looked at before it is recovered", async () => {
    const opened = await rename(host, await createLeaflet(host), "Dở dang");
    await host.api.projects.close({ session: opened.session, changes: "keep" });
    const [left] = (await host.api.projects.recoverable({})).projects;
    if (!left) throw new Error("nothing left");
    expect(left.work).toBe(opened.work);
    const preview = await host.api.projects.recoveryPreview({ recovery: left.recovery, width: 120, page: 2 });
    expect(preview.width).toBe(120);
    const missing = host.api.projects.recoveryPreview({ recovery: left.recovery, width: 120, page: 3 });
    expect(await codesOf(missing)).toEqual(["preview.no-such-page"]);
    expect(readdirSync(join(host.home.data, "sessions", left.work)).filter((name) => name.startsWith("shown"))).toEqual(
      [],
    );
    expect((await host.api.projects.recover({ recovery: left.recovery })).work).toBe(opened.work);
  });
});
