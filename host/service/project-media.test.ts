import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { record } from "../../core/document/history/record.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { rename } from "../../test/support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../../test/support/memory-host.ts";
import { sampleWav } from "../../test/support/sample-media.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { digestOf } from "../assets/project-assets.ts";
import { packProject } from "../package/pack-project.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
let outside = "";
let picked = "";
beforeEach(() => {
  home = temporaryHome();
  outside = join(home.folder, "ngoài");
  mkdirSync(outside);
  host = startMemoryHost(home.folder, { pickProject: async () => picked, pickFolder: async () => undefined });
});
afterEach(async () => {
  await host.service.close();
  expect(host.defects).toEqual([]);
  home.end();
});

const voice = sampleWav();
const name = `media/${digestOf(voice)}.wav`;
const inProjects = (file: string) => join(host.home.projects, file);
const mediaIn = (path: string): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(unzipSync(readFileSync(path))).filter(([file]) => file.startsWith("media/")));

async function bulletin(inside: boolean): Promise<string> {
  const project = sampleProject({ media: [{ id: "loi", file: "loi.wav" }] });
  writeFileSync(join(outside, "project.json"), serializeProject(project));
  writeFileSync(join(outside, "loi.wav"), voice);
  const out = join(outside, "Bản tin.xtin");
  await packProject({ source: join(outside, "project.json"), out, link: !inside, search: [] });
  return out;
}

async function open(path: string, copy = false): Promise<OpenSession> {
  picked = path;
  const { file } = await host.api.files.pickProject({});
  if (!file) throw new Error("nothing picked");
  return host.api.projects.open({ file, copy });
}

const saveAs = (opened: OpenSession, file: string) =>
  host.api.projects.save({ session: opened.session, as: { name: file, replace: true } });

async function setMedia(opened: OpenSession, media: AssetEntry[]): Promise<OpenSession> {
  const { change, project } = record(opened.project, "title.edit", (now) => ({ ...now, media }));
  const sequence = opened.sequence + 1;
  await host.api.journal.append({ session: opened.session, sequence, change });
  return { ...opened, project, sequence };
}

it("keeps the sound and video of a package through editing and saving", async () => {
  const path = await bulletin(true);
  const opened = await rename(host, await open(path), "Sửa");
  expect((await host.api.projects.save({ session: opened.session })).diagnostics).toEqual([]);
  expect(mediaIn(path)).toEqual({ [name]: voice });
  const elsewhere = await saveAs(opened, "Bản khác");
  expect(elsewhere.diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Bản khác.xtin"))).toEqual({ [name]: voice });
});

it("leaves linked files where they are, and takes them along when it is saved elsewhere", async () => {
  const path = await bulletin(false);
  const opened = await rename(host, await open(path), "Sửa");
  expect((await host.api.projects.save({ session: opened.session })).diagnostics).toEqual([]);
  expect(mediaIn(path)).toEqual({});
  expect((await saveAs(opened, "Mang đi")).diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Mang đi.xtin"))).toEqual({ [name]: voice });
  // The document still knows the file by its old name, and the disk it was on is gone.
  rmSync(outside, { recursive: true });
  const again = await rename(host, opened, "Sửa nữa");
  expect((await host.api.projects.save({ session: again.session })).diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Mang đi.xtin"))).toEqual({ [name]: voice });
});

it("has them after the program was ended before a copy was ever saved", async () => {
  const opened = await rename(host, await open(await bulletin(true), true), "Chưa lưu");
  await host.api.projects.close({ session: opened.session, changes: "keep" });
  const [left] = (await host.api.projects.recoverable({})).projects;
  if (!left) throw new Error("nothing to recover");
  const recovered = await host.api.projects.recover({ recovery: left.recovery });
  expect((await saveAs(recovered, "Khôi phục")).diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Khôi phục.xtin"))).toEqual({ [name]: voice });
});

it("takes them in from a package that came as bytes", async () => {
  const bytes = new Uint8Array(readFileSync(await bulletin(true)));
  rmSync(outside, { recursive: true });
  const opened = await host.api.projects.import({ bytes, name: "Gửi đến" });
  expect((await saveAs(opened, "Gửi đến")).diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Gửi đến.xtin"))).toEqual({ [name]: voice });
});

it("says what is gone, and saves the rest", async () => {
  const path = await bulletin(false);
  const opened = await open(path);
  renameSync(join(outside, "loi.wav"), join(outside, "mất.wav"));
  const { diagnostics } = await host.api.projects.save({ session: opened.session });
  expect(diagnostics.map(({ code, target }) => [code, target.asset])).toEqual([["media.not-taken", "loi"]]);
  await host.api.projects.close({ session: opened.session, changes: "keep" });
  const again = await open(path);
  expect(again.project.media).toEqual(opened.project.media);
});

it("gives back with a version, or by undoing, what was taken out", async () => {
  const path = await bulletin(true);
  const opened = await open(path);
  const media = opened.project.media ?? [];
  await host.api.projects.save({ session: opened.session });
  const without = await setMedia(opened, []);
  expect((await host.api.projects.save({ session: opened.session })).diagnostics).toEqual([]);
  expect(mediaIn(path)).toEqual({});
  const { versions } = await host.api.projects.versions({ session: opened.session });
  const [, version] = versions;
  if (!version) throw new Error("no version");
  const copy = await host.api.projects.openVersion({ version: version.version, name: "Bản cũ" });
  expect((await saveAs(copy, "Bản cũ")).diagnostics).toEqual([]);
  expect(mediaIn(inProjects("Bản cũ.xtin"))).toEqual({ [name]: voice });
  await setMedia(without, media);
  expect((await host.api.projects.save({ session: opened.session })).diagnostics).toEqual([]);
  expect(mediaIn(path)).toEqual({ [name]: voice });
});

it("copies and lists packages without reading their films", async () => {
  const path = await bulletin(true);
  mkdirSync(host.home.projects, { recursive: true });
  copyFileSync(path, inProjects("Gốc.xtin"));
  const [listed] = (await host.api.projects.recent({})).files;
  if (!listed) throw new Error("not listed");
  expect(listed.title).toBe(sampleProject().title.vi);
  const copied = await host.api.projects.duplicate({ file: listed.file });
  expect(readFileSync(inProjects(`${copied.name}.xtin`)).equals(readFileSync(path))).toBe(true);
});
