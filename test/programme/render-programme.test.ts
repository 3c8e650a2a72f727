import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clip } from "../../core/document/schema/programme.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { runFfmpeg } from "../../host/media/ffmpeg/run-ffmpeg.ts";
import { findPreset } from "../../host/media/presets/preset-files.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { exportCaptions } from "../../host/programme/caption-files.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../support/sample-project.ts";

let folder = "";
const home = process.env.XUONGTIN_HOME;

const clip: Clip = sampleClip(
  [
    colorScene("a", 1.4, "#c8102e", { durations: { km: 2 } }),
    { type: "page", id: "b", duration: 1.2, page: "p1", enter: { kind: "wipe", duration: 0.4, towards: "left" } },
  ],
  {
    captions: { vi: [{ from: 0.2, to: 2, text: "Diệt lăng quăng" }] },
    tracks: [
      { id: "loi", role: "voice", items: [{ id: "i", media: "voice", at: 0.3 }] },
      {
        id: "nhac",
        role: "music",
        gain: -6,
        duck: { under: ["loi"], depth: 10 },
        items: [{ id: "n", media: "music", at: 0, loop: true }],
      },
    ],
  },
);

/** A project's file with this clip in a folder of its own, with a small preset beside it. */
async function projectWith(name: string, changes: Partial<Clip> = {}): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  const sound = (file: string, source: string) =>
    runFfmpeg({ args: ["-f", "lavfi", "-i", source, `file:${join(place, file)}`] });
  await sound("-lời %d.wav", "anoisesrc=seed=7:d=1.5:c=pink:a=0.2");
  await sound("nhạc.mp3", "sine=220:d=1");
  const project = sampleProject({
    page: { width: 320, height: 180, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [{ id: "p1", frames: [textFrame("a", "t")] }],
    texts: { t: plainText("Ấp Chòm Tre") },
    media: [
      { id: "voice", file: "-lời %d.wav" },
      { id: "music", file: "nhạc.mp3" },
    ],
    programmes: [{ ...clip, ...changes }],
  });
  await writeFile(join(place, "project.json"), serializeProject(project));
  const web = findPreset("web-1080p25");
  const small = { ...web, id: "nho", video: { ...web.video, width: 320, height: 180 } };
  await writeFile(join(place, "nho.json"), JSON.stringify(small));
  return place;
}

const request = (place: string, presets: readonly string[] = [join(place, "nho.json")]) => ({
  source: join(place, "project.json"),
  programme: undefined,
  language: undefined,
  presets,
  fontFolders: [],
  out: join(place, "xuất"),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xuongtin-clip-"));
  process.env.XUONGTIN_HOME = join(folder, "home");
});
afterAll(async () => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
  await rm(folder, { recursive: true, force: true });
});

/** What another meter than ours hears. */
async function loudnessOf(file: string): Promise<number> {
  let last = Number.NaN;
  await runFfmpeg({
    args: ["-i", `file:${file}`, "-af", "ebur128=framelog=verbose", "-vn", "-f", "null", "-"],
    logLevel: "info",
    onErrorLine: (line) => {
      const found = /^\s+I:\s+(-?[\d.]+) LUFS/.exec(line);
      if (found) last = Number(found[1]);
      return false;
    },
  });
  return last;
}

test("a clip becomes a film whose picture and sound end together, as loud as its preset says, and sound alone", async () => {
  const place = await projectWith("phim");
  const report = await renderProgramme(request(place, [join(place, "nho.json"), "bwf-24"]));
  expect(report.diagnostics).toEqual([]);
  expect(report.files.map(({ preset, seconds }) => [preset, seconds])).toEqual([
    ["nho", 2.6],
    ["bwf-24", 2.6],
  ]);
  const [film, wave] = report.files.map(({ path }) => path);
  const { facts } = await probeMedia(film ?? "");
  expect(facts.video).toMatchObject({ codec: "h264", width: 320, height: 180, frames: 65, variableRate: false });
  expect(facts.video?.duration).toBeCloseTo(2.6, 3);
  expect(facts.audio[0]).toMatchObject({ codec: "aac", sampleRate: 48_000, channels: 2 });
  expect(Math.abs(facts.startTime)).toBeLessThan(0.001);
  expect((await probeMedia(wave ?? "")).facts.duration).toBeCloseTo(2.6, 3);
  // ffmpeg's meter says tenths.
  expect(Math.abs((await loudnessOf(film ?? "")) - -16)).toBeLessThanOrEqual(0.2);
  expect(Math.abs((await loudnessOf(wave ?? "")) - findPreset("bwf-24").loudness.target)).toBeLessThanOrEqual(0.2);
  const told: unknown = JSON.parse(await readFile(`${film}.report.json`, "utf8"));
  expect(told).toMatchObject({
    ok: true,
    preset: "nho",
    plan: { duration: 2.6, frozen: [{ from: 0, to: 2.6 }] },
    measurement: {
      checksum: createHash("sha256")
        .update(await readFile(film ?? ""))
        .digest("hex"),
      picture: { fields: "progressive", complaints: [] },
    },
  });
  expect(await readFile(`${film}.report.html`, "utf8")).toContain("Đạt");
  const beside = (await readdir(join(place, "xuất"))).filter((name) => !name.includes(".report."));
  expect(beside.length).toBe(2);
});

test("each language has its own length", async () => {
  const place = await projectWith("khmer");
  const report = await renderProgramme({ ...request(place), language: "km" });
  expect([report.seconds, report.files[0]?.seconds]).toEqual([3.2, 3.2]);
  expect(report.files[0]?.path).toContain(" km nho.mp4");
});

test("what cannot be made is told by name, and nothing is left behind", async () => {
  const place = await projectWith("thiếu");
  const codeOf = async (made: Promise<unknown>): Promise<string | undefined> =>
    made.then(
      () => undefined,
      (error: unknown) =>
        diagnosticsOf(() => {
          throw error;
        })[0]?.code,
    );
  expect(await codeOf(renderProgramme({ ...request(place), programme: "không" }))).toBe("programme.unknown");
  const voice = join(place, "-lời %d.wav");
  expect(await codeOf(renderProgramme({ ...request(place, ["bwf-24"]), out: join(place, "-lời %d.wav") }))).toBe(
    "make.output-is-input",
  );
  await rm(voice);
  expect(await codeOf(renderProgramme(request(place)))).toBe("media.missing");
  expect(await readdir(place)).not.toContain("xuất");
});

test("captions come out as files and go back in", async () => {
  const place = await projectWith("phụ đề");
  const srt = join(place, "phim.srt");
  const { captions } = await exportCaptions({
    source: join(place, "project.json"),
    programme: undefined,
    language: "vi",
    out: srt,
  });
  expect(captions).toBe(1);
  const vtt = join(place, "phim.vtt");
  await exportCaptions({ source: srt, programme: undefined, language: "vi", out: vtt });
  expect(await readFile(vtt, "utf8")).toBe("WEBVTT\n\n00:00:00.200 --> 00:00:02.000\nDiệt lăng quăng\n");
  const fast = join(place, "nhanh.vtt");
  await writeFile(fast, `WEBVTT\n\n00:00.200 --> 00:01.000\n${"Nhanh quá không đọc kịp. ".repeat(6)}\n`);
  const report = await renderProgramme({ ...request(place, ["bwf-24"]), captions: fast });
  expect(report.diagnostics.map(({ code }) => code)).toEqual([
    "programme.caption-too-fast",
    "programme.caption-too-long",
  ]);
});
