import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clip } from "../../core/document/schema/programme.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { CanceledError } from "../../host/jobs/canceled-error.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { runFfmpeg, runFfprobe } from "../../host/media/ffmpeg/run-ffmpeg.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { createFramePainter, type PainterSources } from "../../host/programme/frame-painter.ts";
import { type PictureOutput, type RenderedPicture, renderPicture } from "../../host/programme/render-picture.ts";
import { openSegmentCache } from "../../host/programme/segment-cache.ts";
import { frameColors } from "../support/frame-colors.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../support/sample-project.ts";
import { smallTelevision, smallWeb } from "./support/small-videos.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "Xưởng 'Tin' "));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const dissolve = { enter: { kind: "dissolve", duration: 0.4 } as const };
const clipOf = (second = "#1f7a3a"): Clip =>
  sampleClip(
    [colorScene("a", 1, "#c8102e"), colorScene("b", 1, second, dissolve), colorScene("c", 0.8, "#23408f", dissolve)],
    { overlays: [{ type: "page", id: "ten", at: 0.2, duration: 2, page: "p1" }] },
  );

function sourcesOf(clip: Clip, films: Readonly<Record<string, string>> = {}, signal?: AbortSignal) {
  const project = sampleProject({
    page: { width: 320, height: 180, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [{ id: "p1", frames: [textFrame("a", "t", { fill: { color: { rgb: "#ffffff" } } })] }],
    texts: { t: plainText("Ấp Chòm Tre") },
    programmes: [clip],
  });
  const told: string[] = [];
  const sources: PainterSources = {
    project,
    assets: createMemoryAssets(),
    workshop: openWorkshop(),
    report: ({ code }) => told.push(code),
    media: { probe: (id) => probeMedia(films[id] ?? ""), paths: () => Object.values(films) },
    signal,
  };
  return { sources, told };
}

interface Rendering {
  readonly cache?: string;
  readonly films?: Readonly<Record<string, string>>;
  readonly outputs?: readonly PictureOutput[];
  readonly signal?: AbortSignal;
  readonly onPainted?: (seconds: number) => void;
}

/** Renders and remuxes into one file for each output, which players open. */
async function render(clip: Clip, { cache = "cache", films = {}, outputs, signal, onPainted }: Rendering = {}) {
  const { sources, told } = sourcesOf(clip, films, signal);
  const files: Record<string, string> = {};
  await renderPicture(
    {
      timelineAt: (rate) => resolveTimeline(clip, "vi", rate),
      outputs: outputs ?? [{ id: "web", video: smallWeb }],
      sources,
      cache: openSegmentCache(join(folder, cache)),
      signal,
      onProgress: ({ done }) => onPainted?.(done),
    },
    async (pictures: readonly RenderedPicture[]) => {
      for (const { id, input } of pictures) {
        const file = join(folder, `${cache}-${id}.mkv`);
        await runFfmpeg({ args: [...input, "-map", "0:v:0", "-c", "copy", `file:${file}`] });
        files[id] = file;
      }
    },
  );
  return { files, told };
}

async function framesOf(file: string, width = 320, height = 180): Promise<readonly Uint8Array[]> {
  const chunks: Buffer[] = [];
  await runFfmpeg({
    args: ["-i", `file:${file}`, "-vf", "scale=in_color_matrix=bt709,format=rgba", "-f", "rawvideo", "pipe:1"],
    onOutput: (chunk) => void chunks.push(chunk),
  });
  const bytes = Buffer.concat(chunks);
  const size = width * height * 4;
  return Array.from({ length: bytes.length / size }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

/** Mean difference of two pictures, 0–255. */
function difference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += Math.abs((one[index] ?? 0) - (other[index] ?? 0));
  return sum / one.length;
}

async function painted(clip: Clip): Promise<readonly Uint8Array[]> {
  const { sources } = sourcesOf(clip);
  const size = { width: 320, height: 180 };
  const timeline = resolveTimeline(clip, "vi", 25);
  const painter = createFramePainter(timeline, { from: 0, to: timeline.frames }, size, "420", sources);
  const frames: Uint8Array[] = [];
  for (let frame = 0; frame < timeline.frames; frame += 1) {
    frames.push(frameColors(await painter.next(), { ...size, chroma: "420" }));
  }
  return frames;
}

async function timesOf(file: string): Promise<readonly number[]> {
  const { output } = await runFfprobe([
    "-select_streams",
    "v:0",
    "-show_entries",
    "packet=pts_time",
    "-of",
    "csv=p=0",
    `file:${file}`,
  ]);
  return output
    .trim()
    .split("\n")
    .map(Number.parseFloat)
    .sort((one, other) => one - other);
}

test("pieces encoded one by one join to the frames that were painted, evenly in time", async () => {
  const clip = clipOf();
  const { files, told } = await render(clip);
  const [shown, expected] = [await framesOf(files.web ?? ""), await painted(clip)];
  expect(told).toEqual([]);
  expect(shown.length).toBe(70);
  for (const [index, frame] of shown.entries()) expect(difference(frame, expected[index] ?? frame)).toBeLessThan(2.5);
  const times = await timesOf(files.web ?? "");
  const start = times[0] ?? 0;
  expect(times.map((time) => Math.round((time - start) * 25 * 100) / 100)).toEqual(times.map((_, index) => index));
});

test("a scene that was changed is painted alone; nothing is where nothing was changed", async () => {
  await render(clipOf(), { cache: "again" });
  const pieces = async () => (await readdir(join(folder, "again"))).filter((name) => name.endsWith(".ts")).sort();
  const before = await pieces();
  expect(before.length).toBe(3);
  await render(clipOf(), { cache: "again" });
  expect(await pieces()).toEqual(before);
  await render(clipOf("#1f7a3b"), { cache: "again" });
  // The second scene, and the third, which comes in over it.
  expect((await pieces()).length).toBe(5);
});

test("a render that was stopped leaves nothing unfinished, keeps what was done and comes out the same", async () => {
  const stop = new AbortController();
  const stopped = render(clipOf(), {
    cache: "stopped",
    signal: stop.signal,
    // The first piece is done before the third is begun.
    onPainted: (seconds) => seconds > 2.2 && stop.abort(new CanceledError()),
  });
  await expect(stopped).rejects.toThrow(CanceledError);
  expect(new Set((await readdir(join(folder, "stopped"))).map((name) => extname(name)))).toEqual(
    new Set([".ts", ".json"]),
  );
  const [resumed, undisturbed] = await Promise.all([
    render(clipOf(), { cache: "stopped" }),
    render(clipOf(), { cache: "undisturbed" }),
  ]);
  const [one, other] = [await framesOf(resumed.files.web ?? ""), await framesOf(undisturbed.files.web ?? "")];
  expect(one.length).toBe(70);
  expect(one.every((frame, index) => Buffer.compare(frame, other[index] ?? frame) === 0)).toBe(true);
});

test("presets that are encoded in one go come from the same painting", async () => {
  let seconds = 0;
  const { files } = await render(clipOf(), {
    cache: "both",
    outputs: [
      { id: "web", video: smallWeb },
      { id: "fields", video: smallTelevision },
    ],
    onPainted: (done) => {
      seconds = Math.max(seconds, done);
    },
  });
  expect(seconds).toBeCloseTo(2.8);
  const probed = await probeMedia(files.fields ?? "");
  expect(probed.facts.video).toMatchObject({ codec: "mpeg2video", width: 320, height: 180, fieldOrder: "top-first" });
  const [one, other] = [await framesOf(files.web ?? ""), await framesOf(files.fields ?? "")];
  expect([one.length, other.length]).toEqual([70, 70]);
  for (const index of [5, 30, 60])
    expect(difference(one[index] ?? new Uint8Array(), other[index] ?? new Uint8Array())).toBeLessThan(3);
});

test("a film is shown from its moment on, at the clip's rate, and stays on its last frame where it is too short", async () => {
  const film = join(folder, "-phim %d số 1.mp4");
  // Its brightness says how old it is: 4 a frame at 50 frames a second.
  await runFfmpeg({
    args: [
      ...["-f", "lavfi", "-i", "color=black:s=160x120:r=50:d=1.2,format=gray,geq=lum='N*4'"],
      ...["-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p", `file:${film}`],
    ],
  });
  const clip = sampleClip([
    colorScene("a", 0.4, "#c8102e"),
    { type: "clip", id: "b", duration: 1.2, media: "m", start: 0.4 },
    // A piece of its own, in whose transition the film has long been over.
    colorScene("c", 0.4, "#000000", { enter: { kind: "push", duration: 0.4, towards: "left" } }),
  ]);
  const { files, told } = await render(clip, { cache: "film", films: { m: film } });
  const frames = await framesOf(files.web ?? "");
  expect(frames.length).toBe(50);
  const level = (frame: number): number => frames[frame]?.[(90 * 320 + 160) * 4 + 1] ?? 0;
  // From the 20th of 60 frames on, every second one.
  const expected = (frame: number): number => (20 + (frame - 10) * 2) * 4;
  for (const frame of [11, 15, 20, 25]) expect(Math.abs(level(frame) - expected(frame))).toBeLessThan(6);
  expect([level(32), level(39)]).toEqual([level(39), level(39)]);
  const atLeft = (frame: number): number => frames[frame]?.[(90 * 320 + 4) * 4 + 1] ?? 0;
  expect(level(39)).toBeGreaterThan(200);
  expect(Math.abs(atLeft(41) - level(39))).toBeLessThan(6);
  expect(told).toEqual(["programme.source-ends-early"]);
});
