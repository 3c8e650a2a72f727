import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Project } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { sampleWav } from "../../test/support/sample-media.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { createMemoryAssets, digestOf } from "../assets/project-assets.ts";
import { extractMedia } from "./extract-media.ts";
import { createMediaFinder } from "./find-media.ts";
import { openProject } from "./open-project.ts";
import { packProject } from "./pack-project.ts";
import { readPackage } from "./read-package.ts";
import { savePackage } from "./write-package.ts";
import { streamZip, type ZipStream } from "./zip-writer.ts";

const voice = sampleWav();
const music = sampleWav({ hertz: 220, seconds: 0.5 });
const inPackage = (bytes: Uint8Array): string => `media/${digestOf(bytes)}.wav`;

interface Bench {
  readonly folder: string;
  put(name: string, content: string | Uint8Array): string;
  readonly project: Project;
  /** Path of the project's JSON file, its media beside it. */
  readonly json: string;
}

function bench(): Bench {
  const folder = temporaryFolder();
  const put = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const project = sampleProject({
    media: [
      { id: "loi", file: "tiếng/Lời đọc.WAV" },
      { id: "nhac", file: "nhac.wav", name: "Nhạc nền.wav" },
    ],
  });
  put("p/tiếng/Lời đọc.WAV", voice);
  put("p/nhac.wav", music);
  return { folder, put, project, json: put("p/project.json", serializeProject(project)) };
}

const pack = (source: string, out: string, more: { link?: boolean; search?: readonly string[] } = {}) =>
  packProject({ source, out, link: false, search: [], ...more });

describe("a package with sound and video", () => {
  it("holds them as they are, after project and pictures, the same bytes each time", async () => {
    const { folder, json } = bench();
    const out = join(folder, "gói.xtin");
    expect(await pack(json, out)).toMatchObject({ ok: true, inside: 2, beside: 0, diagnostics: [] });
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files)).toEqual(["project.json", ...[inPackage(voice), inPackage(music)].sort()]);
    expect(files[inPackage(voice)]).toEqual(voice);
    expect((await openProject(out)).project.media).toEqual([
      { id: "loi", file: inPackage(voice), sha256: digestOf(voice), name: "Lời đọc.WAV" },
      { id: "nhac", file: inPackage(music), sha256: digestOf(music), name: "Nhạc nền.wav" },
    ]);
    const again = join(folder, "lại.xtin");
    await pack(out, again);
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  });

  it("leaves beside it what lies in its folder where that is wished, and takes in the rest", async () => {
    const { folder, json, put } = bench();
    const linked = join(folder, "p/gói.xtin");
    expect(await pack(json, linked, { link: true })).toMatchObject({ inside: 0, beside: 2 });
    expect((await openProject(linked)).project.media?.map(({ file }) => file)).toEqual([
      "tiếng/Lời đọc.WAV",
      "nhac.wav",
    ]);
    const above = join(folder, "trên.xtin");
    await pack(json, above, { link: true });
    expect((await openProject(above)).project.media?.map(({ file }) => file)).toEqual([
      "p/tiếng/Lời đọc.WAV",
      "p/nhac.wav",
    ]);
    put("khác/x", "");
    expect(await pack(json, join(folder, "khác/gói.xtin"), { link: true })).toMatchObject({ inside: 2, beside: 0 });
  });

  it("is not made where something is missing, which is found by name where it is looked for", async () => {
    const { folder, json } = bench();
    const out = join(folder, "gói.xtin");
    mkdirSync(join(folder, "thẻ nhớ/DCIM"), { recursive: true });
    renameSync(join(folder, "p/nhac.wav"), join(folder, "thẻ nhớ/DCIM/NHẠC NỀN.wav"));
    writeFileSync(out, "bản cũ");
    const [missing] = await diagnosticsOfAsync(() => pack(json, out));
    expect([missing?.code, missing?.target.asset]).toEqual(["media.missing", "nhac"]);
    expect(readFileSync(out, "utf8")).toBe("bản cũ");
    const report = await pack(json, out, { search: [join(folder, "thẻ nhớ")] });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["media.found-elsewhere"]);
    expect(unzipSync(readFileSync(out))[inPackage(music)]).toEqual(music);
    expect(readdirSync(folder).sort()).toEqual(["gói.xtin", "p", "thẻ nhớ"]);
  });

  it("says where a file of the same name lies near the project", async () => {
    const { folder, json, put } = bench();
    renameSync(join(folder, "p/nhac.wav"), put("p/cũ/Nhạc nền.wav", ""));
    const [missing] = await diagnosticsOfAsync(() => pack(json, join(folder, "gói.xtin")));
    expect(missing?.hints[0]?.vi).toContain("“cũ/Nhạc nền.wav”");
  });

  it.skipIf(process.platform === "win32")("takes nothing that lies outside the project's folder", async () => {
    const { folder, json, put } = bench();
    renameSync(join(folder, "p/nhac.wav"), put("bí mật.wav", ""));
    symlinkSync(join(folder, "bí mật.wav"), join(folder, "p/nhac.wav"));
    const found = await diagnosticsOfAsync(() => pack(json, join(folder, "gói.xtin")));
    expect(found.map(({ code }) => code)).toEqual(["media.outside-folder"]);
  });

  it("keeps what is inside when it is saved over itself", async () => {
    const { folder, json } = bench();
    const out = join(folder, "gói.xtin");
    await pack(json, out);
    const before = readFileSync(out);
    const { project, assets } = await openProject(out);
    const changed = { ...project, title: { vi: "Tên mới" } };
    await savePackage(out, changed, assets, { finder: createMediaFinder([out]) });
    const opened = await openProject(out);
    expect([opened.project.title.vi, opened.diagnostics]).toEqual(["Tên mới", []]);
    expect(unzipSync(readFileSync(out))[inPackage(music)]).toEqual(music);
    await savePackage(out, project, assets, { finder: createMediaFinder([out]) });
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it("keeps what is damaged inside as it is, and does not hand it out", async () => {
    const { folder, json } = bench();
    const out = join(folder, "gói.xtin");
    await pack(json, out);
    const bytes = readFileSync(out);
    bytes[bytes.indexOf(voice) + 200] = 99;
    writeFileSync(out, bytes);
    const { project, assets } = await openProject(out);
    const { diagnostics } = await savePackage(out, project, assets, { finder: createMediaFinder([out]) });
    expect(diagnostics.map(({ code, target }) => [code, target.asset])).toEqual([["media.changed", "loi"]]);
    expect(readFileSync(out).equals(bytes)).toBe(true);

    const finder = createMediaFinder([out]);
    const take = async (index: number) => {
      const entry = project.media?.[index];
      const found = entry && (await finder.find(entry));
      if (!entry || !found) throw new Error("not found");
      return extractMedia(entry, found, join(folder, "cache"), undefined);
    };
    expect(new Uint8Array(readFileSync(await take(1)))).toEqual(music);
    const refused = await diagnosticsOfAsync(() => take(0));
    expect(refused.map(({ code, severity }) => [code, severity])).toEqual([["media.changed", "error"]]);
    await finder.close();
    expect(readdirSync(join(folder, "cache"))).toEqual([`${digestOf(music)}.wav`]);
  });

  it("is refused where media are compressed or lie over each other", async () => {
    const json = new TextEncoder().encode(serializeProject(sampleProject()));
    const codes = async (bytes: Uint8Array) =>
      (await diagnosticsOfAsync(() => readPackage(bytes, "a.xtin"))).map(({ code }) => code);
    expect(await codes(zipSync({ "project.json": json, [inPackage(voice)]: voice }))).toEqual([
      "package.media-compressed",
    ]);
    const stored = zipSync({
      "project.json": json,
      [inPackage(voice)]: [voice, { level: 0 }],
      [inPackage(music)]: [music, { level: 0 }],
    });
    let first = 0;
    const view = new DataView(stored.buffer, stored.byteOffset);
    for (let at = stored.length - 4; at > 0; at -= 1) {
      if (view.getUint32(at, true) !== 0x0201_4b50 || view.getUint32(at + 24, true) !== voice.length) continue;
      view.setUint32(at + 20, voice.length + music.length, true);
      view.setUint32(at + 24, voice.length + music.length, true);
      first = at;
    }
    // Only the first of them reaches over the second.
    expect(first).toBeGreaterThan(0);
    expect(await codes(stored)).toEqual(["package.bomb"]);
  });
});

describe("archives beyond 4 GB", () => {
  const entry = (name: string, bytes: Uint8Array): ZipStream => ({
    name,
    size: bytes.length,
    crc32: crc32(bytes),
    async *stream() {
      yield bytes.subarray(0, 100);
      yield bytes.subarray(100);
    },
    changed: () => undefined,
    wrongLength: () => {
      throw new Error("wrong length");
    },
  });
  const collect = async (pieces: AsyncIterable<Uint8Array> = streamZip([])) => {
    const list: Uint8Array[] = [];
    for await (const piece of pieces) list.push(piece);
    return Buffer.concat(list);
  };

  it.each([1, 500, 4_000])("are written with larger fields, as those of %i bytes here", async (limit) => {
    const json = new TextEncoder().encode(serializeProject(sampleProject()));
    const bytes = await collect(
      streamZip(
        [
          { name: "project.json", bytes: json, stored: false },
          entry(inPackage(voice), voice),
          entry(inPackage(music), music),
        ],
        limit,
      ),
    );
    expect(unzipSync(bytes)[inPackage(music)]).toEqual(music);
    const { media } = await readPackage(bytes, "a.xtin");
    expect(media.map(({ name, size }) => [name, size])).toEqual([
      [inPackage(voice), voice.length],
      [inPackage(music), music.length],
    ]);
    expect(await collect(media[1]?.stream())).toEqual(Buffer.from(music));
  });

  it("are not finished where a file turns out longer or shorter than it was", async () => {
    for (const size of [voice.length - 1, voice.length + 1]) {
      await expect(collect(streamZip([{ ...entry("media/x", voice), size }]))).rejects.toThrow("wrong length");
    }
  });
});

it("brings pictures and media of a project in memory to the same place", async () => {
  const out = join(temporaryFolder(), "a.xtin");
  const { project } = await savePackage(out, sampleProject(), createMemoryAssets());
  expect(project.media).toBeUndefined();
  expect((await openProject(out)).project).toEqual(project);
});
