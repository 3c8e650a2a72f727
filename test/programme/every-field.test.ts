import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clip, Overlay } from "../../core/document/schema/programme.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { runFfmpeg } from "../../host/media/ffmpeg/run-ffmpeg.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import type { PainterSources } from "../../host/programme/frame-painter.ts";
import { renderPicture } from "../../host/programme/render-picture.ts";
import { openSegmentCache } from "../../host/programme/segment-cache.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { sampleProject, textFrame } from "../support/sample-project.ts";
import { makeMedia } from "./support/make-media.ts";
import { smallTelevision, smallWeb } from "./support/small-videos.ts";

const size = { width: smallWeb.width, height: smallWeb.height };

const crawl: Overlay = { type: "crawl", id: "o", at: 1, page: "p", text: "t", speed: (5 * 25) / 320 };
/** A card that stands still, a film of 50 pictures a second, and a crawl over black. */
const clip: Clip = sampleClip(
  [
    colorScene("a", 0.4, "#0000ff"),
    { type: "clip", id: "b", duration: 0.6, media: "m" },
    colorScene("c", 1, "#000000"),
  ],
  { overlays: [crawl] },
);

let folder = "";
afterAll(() => rm(folder, { recursive: true, force: true }));
const files: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xuongtin-test-"));
  // Every picture four steps brighter than the one before.
  const film = makeMedia(join(folder, "50p.mp4"), [
    ...["-f", "lavfi", "-i", "color=black:s=320x180:r=50:d=1,geq=lum='20+N*4':cb=128:cr=128"],
    ...["-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p"],
  ]);
  const project = sampleProject({
    page: { ...size, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [
      { id: "p", frames: [textFrame("chay", "t", { x: 0, y: 60, width: 320, height: 60, fit: { mode: "grow" } })] },
    ],
    texts: {
      t: {
        variants: { vi: { blocks: [{ format: { character: { size: 90, color: { rgb: "#ffffff" } } }, runs: ["I"] }] } },
      },
    },
    programmes: [clip],
  });
  const sources: PainterSources = {
    project,
    assets: createMemoryAssets(),
    workshop: openWorkshop(),
    report: (diagnostic) => expect.fail(diagnostic.message.en),
    media: { probe: () => probeMedia(film), paths: () => [film] },
  };
  await renderPicture(
    {
      timelineAt: (rate) => resolveTimeline(clip, "vi", rate),
      outputs: [
        { id: "web", video: smallWeb },
        { id: "television", video: smallTelevision },
      ],
      sources,
      cache: openSegmentCache(join(folder, "pieces")),
    },
    async (pictures) => {
      for (const { id, input, frames } of pictures) {
        expect(frames).toBe(50);
        const file = join(folder, `${id}.mkv`);
        await runFfmpeg({ args: [...input, "-map", "0:v:0", "-c", "copy", `file:${file}`] });
        files[id] = file;
      }
    },
  );
});

/** Brightness of every picture, after `filter`. */
async function pictures(file: string, filter: string, height: number): Promise<readonly Uint8Array[]> {
  const chunks: Buffer[] = [];
  await runFfmpeg({
    args: [
      "-i",
      `file:${file}`,
      "-vf",
      `${filter},extractplanes=y`,
      "-fps_mode",
      "passthrough",
      "-f",
      "rawvideo",
      "pipe:1",
    ],
    onOutput: (chunk) => void chunks.push(chunk),
  });
  const bytes = Buffer.concat(chunks);
  const length = size.width * height;
  return Array.from({ length: bytes.length / length }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );
}

const middle = (picture: Uint8Array | undefined, height: number): number =>
  picture?.[(height / 2) * size.width + size.width / 2] ?? 0;
/** The first bright column of the middle row, between two pixels where the edge is. */
function edge(picture: Uint8Array, height: number): number {
  const row = picture.subarray((height / 2) * size.width, (height / 2 + 1) * size.width);
  const at = row.findIndex((value) => value > 125);
  const [before = 16, value = 235] = [row[at - 1], row[at]];
  return at - (value - 125) / (value - before);
}

test("each field shows a moment of its own, and frames every other one", async () => {
  const fields = await pictures(files.television ?? "", "separatefields", 90);
  const frames = await pictures(files.web ?? "", "null", 180);
  expect([fields.length, frames.length]).toEqual([100, 50]);
  for (let picture = 0; picture < 30; picture += 1) {
    expect(Math.abs(middle(fields[20 + picture], 90) - (20 + 4 * picture)), `${picture}`).toBeLessThan(2.5);
    if (picture % 2 === 0)
      expect(Math.abs(middle(frames[10 + picture / 2], 180) - (20 + 4 * picture)), `${picture}`).toBeLessThan(2.5);
  }
});

test("a crawl goes by the same step from field to field, and by twice that from frame to frame", async () => {
  const fields = (await pictures(files.television ?? "", "separatefields", 90)).slice(60, 96);
  const frames = (await pictures(files.web ?? "", "null", 180)).slice(30, 48);
  const places = fields.map((field) => edge(field, 90));
  for (const [index, place] of places.slice(1).entries()) {
    expect(Math.abs((places[index] ?? 0) - place - 2.5), `field ${index}`).toBeLessThan(0.4);
  }
  const wholes = frames.map((frame) => edge(frame, 180));
  for (const [index, place] of wholes.slice(1).entries()) {
    expect(Math.abs((wholes[index] ?? 0) - place - 5), `frame ${index}`).toBeLessThan(0.4);
  }
});
