/** Clips beside an encoder that is handed finished frames, and beside others who do the same job: speed, memory, and what one change costs. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { videoArguments } from "../../../core/programme/presets/preset-arguments.ts";
import { findFfmpeg } from "../../../host/media/ffmpeg/find-ffmpeg.ts";
import { findPreset } from "../../../host/media/presets/preset-files.ts";
import { benchBulletin } from "./bench-bulletin.ts";
import { benchCancel } from "./bench-cancel.ts";
import { benchTiming } from "./bench-timing.ts";
import { encoderAlone, meltArguments, zoompanArguments } from "./peers.ts";
import { makePhotos } from "./photos.ts";
import { type Measured, runMeasured } from "./run-measured.ts";
import { RATE, type Slideshow, slideshowSeconds, writeSlideshow } from "./slideshow.ts";

/** Beside the encoder alone. */
const MOST_TIME = 1.3;
/** Of a whole render, for one scene of a clip of five minutes. */
const MOST_FOR_ONE_SCENE = 0.12;
const MOST_MEGABYTES = 700;
const PRESET = "web-1080p25";
const PREVIEW = "proxy-540p";

const script = (name: string): string => new URL(`./${name}`, import.meta.url).pathname;

const PARTS = { picture: benchPicture, bulletin: benchBulletin, timing: benchTiming };

/** Those of `picture`, `bulletin` and `timing` that are named, or all. False where a promise was not kept. */
export async function benchProgramme(names: readonly string[]): Promise<boolean> {
  const failures: string[] = [];
  for (const [name, bench] of Object.entries(PARTS)) {
    if (names.length === 0 || names.includes(name)) failures.push(...(await bench()));
  }
  for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`);
  return failures.length === 0;
}

async function benchPicture(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-bench-"));
  const failures: string[] = [];
  const render = (source: string, preset: string, home: string): Promise<Measured> =>
    runMeasured(process.execPath, [script("render-slideshow.ts"), source, preset, join(folder, `${home}.mp4`)], {
      XUONGTIN_HOME: join(folder, home),
    });
  try {
    tell("photographs…");
    const photos = makePhotos(makeFolder(folder, "show"), 12);
    failures.push(...(await benchSpeed({ photos, secondsEach: 5, dissolve: 1 }, folder, render)));
    failures.push(...(await benchChange(photos, render)));
    failures.push(...(await benchMemory(folder, render)));
    tell("canceled at every stage…");
    const short = writeSlideshow({ photos: photos.slice(0, 3), secondsEach: 2, dissolve: 1 });
    failures.push(...(await benchCancel(short, [PRESET, "hd-mpg"], folder)));
    return failures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Render = (source: string, preset: string, home: string) => Promise<Measured>;

async function benchSpeed(show: Slideshow, folder: string, render: Render): Promise<readonly string[]> {
  const { video } = findPreset(PRESET);
  if (!video) throw new Error("not for films");
  const encoding = [...videoArguments(video), "-an"];
  const ffmpeg = findFfmpeg().ffmpeg.path;
  const source = writeSlideshow(show);
  const frames = join(folder, "frames.yuv");
  const out = (name: string): string => join(folder, `${name}.mp4`);
  tell("frames for the encoder alone…");
  const size = [String(video.width), String(video.height)];
  await runMeasured(process.execPath, [script("write-frames.ts"), source, ...size, frames]);
  tell("the encoder alone…");
  const alone = await runMeasured(ffmpeg, encoderAlone(frames, video, encoding, out("alone")));
  rmSync(frames);
  tell("Xưởng Tin…");
  const ours = await render(source, PRESET, "ours");
  tell("ffmpeg's zoompan and xfade…");
  const graph = await runMeasured(ffmpeg, zoompanArguments(show, video, encoding, out("graph")));
  tell("melt…");
  const melt = hasMelt() ? await runMeasured("melt", meltArguments(show, video, out("melt"))) : undefined;

  process.stdout.write(
    `\nSlideshow of ${slideshowSeconds(show)} s, pan and zoom, dissolves, ${video.width} × ${video.height}, ${RATE} frames a second, x264; peers draw no captions\n\n`,
  );
  const rows: readonly (readonly [string, Measured | undefined])[] = [
    ["encoder alone", alone],
    ["Xưởng Tin", ours],
    ["zoompan + xfade", graph],
    ["melt", melt],
  ];
  for (const [name, run] of rows) process.stdout.write(`${name.padEnd(18)}${run ? row(run, alone) : "not at hand"}\n`);
  const ratio = ours.seconds / alone.seconds;
  return ratio > MOST_TIME ? [`${ratio.toFixed(2)} times the encoder alone, ${MOST_TIME} promised`] : [];
}

function row({ seconds, processor, megabytes, helpersMegabytes }: Measured, alone: Measured): string {
  const cost = processor === undefined ? "" : `${processor.toFixed(0)} s of processors`;
  const dearer = processor && alone.processor ? `${(processor / alone.processor).toFixed(2)}×` : "";
  const helpers = helpersMegabytes > 0 ? ` + ${helpersMegabytes} MB of ffmpeg` : "";
  return (
    `${seconds.toFixed(1).padStart(7)} s${(seconds / alone.seconds).toFixed(2).padStart(7)}×` +
    `${cost.padStart(22)}${dearer.padStart(8)}   ${megabytes} MB${helpers}`
  );
}

async function benchChange(photos: readonly string[], render: Render): Promise<readonly string[]> {
  const show = {
    photos: Array.from({ length: 60 }, (_, index) => photos[index % photos.length] ?? ""),
    secondsEach: 5,
    dissolve: 1,
  };
  tell("five minutes…");
  const whole = await render(writeSlideshow(show), PREVIEW, "change");
  tell("one scene of them…");
  const changed = await render(writeSlideshow(show, 30), PREVIEW, "change");
  const again = await render(writeSlideshow(show, 30), PREVIEW, "change");
  const part = changed.seconds / whole.seconds;
  process.stdout.write(
    `\nFive minutes of 60 scenes (${PREVIEW}): ${whole.seconds.toFixed(1)} s; one scene changed: ${changed.seconds.toFixed(1)} s, ` +
      `${(part * 100).toFixed(1)} %; nothing changed: ${((again.seconds / whole.seconds) * 100).toFixed(1)} %\n`,
  );
  return part > MOST_FOR_ONE_SCENE ? [`one scene costs ${(part * 100).toFixed(1)} %, 12 % promised`] : [];
}

async function benchMemory(folder: string, render: Render): Promise<readonly string[]> {
  tell("a hundred photographs…");
  const photos = makePhotos(makeFolder(folder, "many"), 100);
  const preset = findPreset(PRESET);
  const fast = join(folder, "fast.json");
  const video = preset.video && { ...preset.video, encoder: { ...preset.video.encoder, effort: "ultrafast" } };
  writeFileSync(fast, JSON.stringify({ ...preset, id: "fast", video }));
  const { megabytes, helpersMegabytes } = await render(
    writeSlideshow({ photos, secondsEach: 0.8, dissolve: 0.3 }),
    fast,
    "many",
  );
  process.stdout.write(
    `\n100 photographs of 12 megapixels at 1080p: ${megabytes} MB of our own, ${helpersMegabytes} MB of ffmpeg\n`,
  );
  return megabytes > MOST_MEGABYTES ? [`${megabytes} MB with 100 stills, ${MOST_MEGABYTES} promised`] : [];
}

function makeFolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

const hasMelt = (): boolean => spawnSync("melt", ["-version"]).status === 0;

const tell = (what: string): void => void process.stderr.write(`${what}\n`);
