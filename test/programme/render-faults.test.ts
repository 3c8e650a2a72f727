/** What may happen to a render from outside: every time one clear message, the old file as it was, and nothing left over. */

import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, expect, it } from "vitest";
import { CanceledError } from "../../host/jobs/canceled-error.ts";
import type { JobOptions } from "../../host/jobs/progress.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { processesAbout } from "./support/processes-about.ts";
import type { ToldStep } from "./support/render-and-tell.ts";
import { SMALL_FILES, writeSmallProgramme } from "./support/small-programme.ts";

const homeBefore = process.env.XUONGTIN_HOME;
let folder = "";
let out = "";
let rendered = "";

beforeEach(() => {
  folder = temporaryFolder();
  process.env.XUONGTIN_HOME = join(folder, "home");
  writeSmallProgramme(folder);
  out = join(folder, "xuất", "phim.mp4");
  rendered = join(folder, "home", "data", "render");
  mkdirSync(dirname(out));
  writeFileSync(out, "cũ");
});
afterAll(() => {
  if (homeBefore === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = homeBefore;
});

const request = (changes: { readonly out?: string; readonly presets?: readonly string[] } = {}) => ({
  source: join(folder, "project.json"),
  programme: undefined,
  language: undefined,
  presets: [join(folder, "nho.json")],
  fontFolders: [],
  out,
  ...changes,
});

/** Does something the first time a stage is told of. */
function atStage(stage: string, act: () => void): Pick<Required<JobOptions>, "onProgress"> {
  let done = false;
  return {
    onProgress(progress) {
      if (done || progress.stage.en !== stage) return;
      done = true;
      act();
    },
  };
}

function expectNothingLeft(): void {
  expect(readFileSync(out, "utf8")).toBe("cũ");
  expect(readdirSync(dirname(out))).toEqual(["phim.mp4"]);
  expect(readdirSync(rendered).filter((name) => name.startsWith("."))).toEqual([]);
  if (process.platform === "linux") expect(processesAbout(folder)).toEqual([]);
}

it.each([
  ["a film is deleted before it is shown", SMALL_FILES.film, "Rendering the picture", "programme.source-gone"],
  ["a film is written anew while it is shown", SMALL_FILES.film, "Rendering the picture", "programme.source-changed"],
  ["a voice is deleted before it is mixed", SMALL_FILES.voice, "Rendering the picture", "programme.source-gone"],
] as const)("%s: it is named", async (_what, file, stage, code) => {
  const path = join(folder, file);
  const options = atStage(stage, () => (code.endsWith("gone") ? rmSync(path) : appendFileSync(path, "thêm")));
  const told = await diagnosticsOfAsync(() => renderProgramme(request(), options));
  expect(told.map((one) => [one.code, one.target.file])).toEqual([[code, path]]);
  expectNothingLeft();
});

it("is never written over anything the project is made of, whatever it is called", async () => {
  const km = join(folder, SMALL_FILES.voiceKm);
  const [linked, hard] = [join(folder, "lối tắt.wav"), join(folder, "tên khác.wav")];
  symlinkSync(km, linked);
  linkSync(km, hard);
  for (const place of [km, linked, hard, join(folder, ".", "xuất", "..", SMALL_FILES.voiceKm)]) {
    const told = await diagnosticsOfAsync(() => renderProgramme(request({ out: place, presets: ["bwf-24"] })));
    expect(told.map(({ code }) => code)).toEqual(["make.output-is-input"]);
  }
});

it("is made once at a time: who comes second is told, and the first goes on", async () => {
  const ends = await Promise.allSettled([renderProgramme(request()), renderProgramme(request())]);
  const [refused] = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(refused).toMatchObject({ diagnostics: [{ code: "programme.target-busy", target: { file: out } }] });
  expect(readdirSync(dirname(out)).filter((name) => name.startsWith("."))).toEqual([]);
});

it("does not take one file for two presets", async () => {
  const mine = { ...JSON.parse(readFileSync(join(folder, "nho.json"), "utf8")), name: { vi: "Riêng", en: "Mine" } };
  writeFileSync(join(folder, "riêng.json"), JSON.stringify(mine));
  const presets = [join(folder, "nho.json"), join(folder, "riêng.json")];
  const told = await diagnosticsOfAsync(() => renderProgramme(request({ out: dirname(out), presets })));
  expect(told.map(({ code }) => code)).toEqual(["programme.target-twice"]);
});

it.each(["Rendering the picture", "Mixing sound", "Joining picture and sound"])(
  "is canceled while %s: all that was started is gone when it says so",
  async (stage) => {
    const controller = new AbortController();
    const options = atStage(stage, () => controller.abort(new CanceledError()));
    const work = renderProgramme(request(), { ...options, signal: controller.signal });
    await expect(work).rejects.toBeInstanceOf(CanceledError);
    expectNothingLeft();
  },
);

const PROGRAM = fileURLToPath(new URL("support/render-and-tell.ts", import.meta.url));
/** A small disk needs Linux and leave to mount one in a namespace of one's own. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

interface SmallDisk {
  /** What is mounted over, with `mount`'s options for it. */
  readonly at: string;
  readonly options: string;
  readonly preset: string;
  /** The stage at whose first sign something else takes all the room that is left. */
  readonly filledAt?: string | undefined;
}

/** Renders where `at` is a disk of its own; answers what was told last and what is on that disk afterwards. */
function renderOnSmallDisk({ at, options, preset, filledAt = "" }: SmallDisk) {
  const target = join(folder, "đĩa", `phim.${preset.includes("mp3") ? "mp3" : preset.includes("bwf") ? "wav" : "mp4"}`);
  const script = [
    'mount -t tmpfs -o "size=4M" tmpfs "$1" && printf cũ > "$2"',
    'mount -o "remount,$3" "$1"; shift 3; "$@"; ls -A "$0"',
  ].join("\n");
  mkdirSync(at, { recursive: true });
  mkdirSync(dirname(target), { recursive: true });
  const run = [process.execPath, PROGRAM, join(folder, "project.json"), target, preset];
  const { stdout, stderr } = spawnSync("unshare", ["-rm", "sh", "-c", script, at, at, target, options, ...run], {
    encoding: "utf8",
    env: { ...process.env, FILL_DISK: `${filledAt}=${join(at, "đầy")}` },
  });
  const lines = stdout.trim().split("\n");
  const steps = lines.flatMap((line): ToldStep[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const end = steps.findLast((step) => "codes" in step);
  return { end, left: lines.filter((line) => !line.startsWith("{")), stderr };
}

it.skipIf(!canMount).each([
  ["the pieces", "home", "size=4M", "nho.json", "Rendering the picture"],
  ["the joined film", "đĩa", "size=4M", "nho.json", "Mixing sound"],
  ["the sound, whose end ffmpeg loses without a word", "đĩa", "size=4M", "mp3-192", "Mixing sound"],
  ["anything, as is seen before it is begun", "home", "size=200k", "bwf-24", undefined],
])("has no room for %s: how much is needed is told", (_what, place, size, preset, filledAt) => {
  const at = join(folder, place);
  const { end, left, stderr } = renderOnSmallDisk({
    at,
    options: size,
    preset: preset.endsWith(".json") ? join(folder, preset) : preset,
    filledAt,
  });
  expect([end, stderr]).toMatchObject([{ codes: ["file.disk-full"] }, ""]);
  if (end && "messages" in end)
    expect(end.messages.join("\n")).toMatch(/cần khoảng [\d,]+ [kM]B.*\n.*about [\d.]+ [kM]B/);
  const others = left.filter((name) => name !== "đầy");
  expect(others).toEqual(place === "đĩa" ? [expect.stringMatching(/^phim\./)] : ["data"]);
});

it.skipIf(!canMount)("is refused at once in a folder that cannot be written to", () => {
  const at = join(folder, "đĩa");
  const { end, left } = renderOnSmallDisk({ at, options: "ro", preset: "mp3-192" });
  expect(end).toMatchObject({ codes: ["file.not-writable"] });
  expect(left).toEqual(["phim.mp3"]);
});
