import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { record } from "../../core/document/history/record.ts";
import { codesOf, createLeaflet, rename, titled } from "../../test/support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";
import { digestOf } from "../assets/project-assets.ts";
import { openProject } from "../package/open-project.ts";
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

const create = () => createLeaflet(host);

const picture = new Uint8Array(readFileSync(new URL("../../test/fixtures/images/good-24x16.png", import.meta.url)));

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
    const opened = await rename(host, await create(), "Trước");
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
    const opened = await rename(host, await create(), "Sốt xuất huyết");
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
    const second = await rename(host, await create(), "Hai");
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
      opened = await rename(host, opened, `Lần ${count}`);
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
    const other = await rename(host, await create(), "Của người khác");
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
  expect((await host.api.app.info({})).settings).toEqual({
    interfaceLanguage: "vi",
    theme: "dark",
    motion: "system",
  });
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
