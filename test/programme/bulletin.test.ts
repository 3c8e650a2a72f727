import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Bulletin } from "../../core/document/schema/programme.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { findBext } from "../../core/media/bext.ts";
import { CanceledError } from "../../host/jobs/canceled-error.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { planRender, renderProgramme } from "../../host/programme/render-programme.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { independentLoudness } from "./support/independent-loudness.ts";
import { makeSound } from "./support/make-media.ts";

const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  process.env.XUONGTIN_HOME = "/nonexistent";
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

/** Names people and machines give. */
const FILES = {
  jingle: "-nhạc hiệu %d.mp3",
  opening: "chào 'buổi sáng'.wav",
  item: "tin; rm -rf $HOME [1].m4a",
  bed: "nền,đệm=0.ogg",
} as const;

const SPEECH = "anoisesrc=seed=7:c=pink:a=0.5:r=48000,bandpass=f=900:w=1200,volume='40*abs(sin(9*t))':eval=frame";

const bulletin: Bulletin = {
  kind: "bulletin",
  id: "tin",
  title: { vi: "Bản tin sáng" },
  duration: 10,
  treatment: "gentle",
  tracks: [],
  parts: [
    { id: "a", role: "jingle", media: "jingle", fadeOut: 0.5 },
    { id: "b", role: "opening", media: "opening", pause: -0.5 },
    { id: "c", role: "item", media: "item", pause: 0.4, name: "Phòng sốt xuất huyết" },
  ],
  bed: { media: "bed", gain: -4 },
};

function makeProject(changes: Partial<Bulletin> = {}): string {
  const folder = temporaryFolder();
  process.env.XUONGTIN_HOME = join(folder, "home");
  makeSound(join(folder, FILES.jingle), "sine=f=660:r=44100:d=1.5,volume=4dB");
  makeSound(join(folder, FILES.opening), `${SPEECH},atrim=end=2,volume=-15dB,adelay=500,apad=pad_dur=0.7`, [
    "-ac",
    "1",
  ]);
  makeSound(join(folder, FILES.item), `${SPEECH},atrim=end=3`);
  makeSound(join(folder, FILES.bed), "anoisesrc=seed=7:c=brown:a=0.2:r=48000:d=2.5");
  const media = Object.entries(FILES).map(([id, file]) => ({ id, file }));
  writeFileSync(
    join(folder, "project.json"),
    serializeProject(sampleProject({ media, programmes: [{ ...bulletin, ...changes }] })),
  );
  mkdirSync(join(folder, "xuất"));
  return folder;
}

const request = (folder: string, ...presets: string[]) => ({
  source: join(folder, "project.json"),
  programme: undefined,
  language: undefined,
  presets,
  fontFolders: [],
  out: join(folder, "xuất"),
});

it("becomes files that end exactly on time at their loudness, each with its report", async () => {
  const folder = makeProject();
  const station = { unit: "Xã Đắk Ơ", genre: "Bản tin", title: undefined };
  const report = await renderProgramme({
    ...request(folder, "bwf-16", "loudspeaker-mp3"),
    station,
    date: new Date(2026, 0, 31, 8, 5, 9),
  });
  expect(report.diagnostics).toEqual([]);
  expect(report.runningOrder?.map(({ id, name }) => [id, name])).toEqual([
    ["a", undefined],
    ["b", undefined],
    ["c", "Phòng sốt xuất huyết"],
  ]);
  // Behind the last word the bed comes up.
  expect(report.runningOrder?.at(-1)?.to).toBeCloseTo(6.68, 1);
  expect(report.files.map(({ path }) => basename(path))).toEqual([
    "XADAKO_BANTIN_BANTINSANG_BWF16.wav",
    "XADAKO_BANTIN_BANTINSANG_LOUDSPEAKERMP3.mp3",
  ]);
  const [wav, mp3] = report.files;
  if (!wav || !mp3) throw new Error("no files");
  expect((await probeMedia(wav.path)).facts.duration).toBe(10);
  for (const { path } of report.files) {
    const target = path === wav.path ? { loudness: -23, peak: -1 } : { loudness: -16, peak: -1.5 };
    const heard = independentLoudness(path);
    expect(Math.abs(heard.integrated - target.loudness)).toBeLessThanOrEqual(0.2);
    expect(heard.truePeak).toBeLessThanOrEqual(target.peak);
    const told: { ok: boolean } = JSON.parse(readFileSync(`${path}.report.json`, "utf8"));
    expect(told.ok).toBe(true);
    expect(readFileSync(`${path}.report.html`, "utf8")).toContain("Đạt");
  }
  // Nothing else is left, neither beside the files nor in the program's own folder.
  expect(readdirSync(join(folder, "xuất"))).toHaveLength(6);
  expect(readdirSync(join(folder, "home", "data", "render"))).toEqual([]);
  const bytes = new Uint8Array(readFileSync(wav.path));
  const bext = findBext(bytes);
  if (bext === undefined) throw new Error("no bext");
  const field = (at: number, length: number): string =>
    Buffer.from(bytes.subarray(bext + at, bext + at + length))
      .toString("latin1")
      .replace(/\0+$/, "");
  expect([field(0, 256), field(256, 32), field(320, 10), field(330, 8), field(338, 8)]).toEqual([
    "Ban tin sang",
    "Xa Dak O",
    "2026-01-31",
    "08:05:09",
    "",
  ]);
  expect(field(288, 32)).toMatch(/^VNXAD[0-9A-F]{12}080509\d{9}$/);
  expect(field(602, 60)).toMatch(/^A=PCM,F=48000,W=16,M=stereo,T=Xuong Tin [\d.]+\r\n/);
  const view = new DataView(bytes.buffer, bext);
  expect(view.getUint16(346, true)).toBe(2);
  expect(view.getInt16(412, true) / 100).toBeCloseTo(-23, 0);
});

it("is planned without anything being written", async () => {
  const folder = makeProject();
  const { ok, plan, targets } = await planRender(request(folder, "bwf-16"));
  expect([ok, plan?.seconds, plan?.runningOrder?.length, targets.length]).toEqual([true, 10, 3, 1]);
  expect(plan?.sources.map(({ id, use }) => [id, use])).toEqual([
    ["jingle", "conformed"],
    ["opening", "conformed"],
    ["item", "conformed"],
    ["bed", "conformed"],
  ]);
  expect(plan?.outputs[0]?.bytes).toBeGreaterThan(10 * 192_000);
  expect(readdirSync(join(folder, "xuất"))).toEqual([]);
});

it("asks for a title where its own are not written in Latin letters", async () => {
  const folder = makeProject({ title: { vi: "ព័ត៌មាន" } });
  const asked = { ...request(folder, "loudspeaker-mp3"), station: { unit: "Đài", genre: "Tin", title: undefined } };
  expect(await diagnosticsOfAsync(() => planRender(asked))).toMatchObject([{ code: "programme.title-not-latin" }]);
  const { targets } = await planRender({ ...asked, station: { ...asked.station, title: "Lễ hội Óc Eo" } });
  expect(targets.map(({ path }) => basename(path))).toEqual(["DAI_TIN_LEHOIOCEO.mp3"]);
});

it("stops when it is told to, and leaves nothing but the old file", async () => {
  const folder = makeProject();
  const out = join(folder, "xuất", "cũ.wav");
  writeFileSync(out, "cũ");
  const controller = new AbortController();
  const stages: string[] = [];
  const onProgress = ({ stage }: { readonly stage: { readonly en: string } }): void => {
    stages.push(stage.en);
    if (stage.en === "Mixing sound") controller.abort(new CanceledError());
  };
  const work = renderProgramme({ ...request(folder, "bwf-16"), out }, { signal: controller.signal, onProgress });
  await expect(work).rejects.toBeInstanceOf(CanceledError);
  expect(stages).toContain("Mixing sound");
  expect(readdirSync(join(folder, "xuất"))).toEqual(["cũ.wav"]);
  expect(readFileSync(out, "utf8")).toBe("cũ");
  expect(readdirSync(join(folder, "home", "data", "render"))).toEqual([]);
});

it("is refused where it would be written over one of its sources, or by a preset for clips", async () => {
  const folder = makeProject();
  const over = { ...request(folder, "loudspeaker-mp3"), out: join(folder, FILES.jingle) };
  expect(await diagnosticsOfAsync(() => renderProgramme(over))).toMatchObject([{ code: "make.output-is-input" }]);
  const clip = renderProgramme(request(folder, "web-1080p25"));
  expect(await diagnosticsOfAsync(() => clip)).toMatchObject([{ code: "sound.preset-needs-picture" }]);
});
