import { join } from "node:path";
import { expect, test } from "vitest";
import type { Scene } from "../../core/document/schema/programme.ts";
import { resolveTimeline, type Stretch } from "../../core/programme/timeline.ts";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { createFramePainter } from "../../host/programme/frame-painter.ts";
import { frameColors } from "../support/frame-colors.ts";
import { sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeMedia } from "./support/make-media.ts";

const RATE = 25;
const size = { width: 160, height: 90 };
type Film = Partial<Extract<Scene, { type: "clip" }>>;

/** Paints some frames of a scene that shows a film. */
const paint = (path: string, film: Film, frames: Stretch, chroma: "420" | "422") => {
  const clip = sampleClip([{ type: "clip", id: "a", duration: 0.2, media: "m", ...film }]);
  return createFramePainter(resolveTimeline(clip, "vi", RATE), frames, size, chroma, {
    project: sampleProject({ programmes: [clip] }),
    assets: createMemoryAssets(),
    workshop: openWorkshop(),
    report: (diagnostic) => expect.fail(diagnostic.message.en),
    media: { probe: () => probeMedia(path), paths: () => [] },
  });
};

/** Paints the first frame of a scene that shows the film ffmpeg makes of these arguments; answers the colour at a place. */
async function shown(name: string, making: readonly string[], film: Film, chroma: "420" | "422" = "420") {
  const path = makeMedia(join(temporaryFolder(), name), making);
  const painter = paint(path, film, { from: 0, to: 1 }, chroma);
  try {
    const colors = frameColors(await painter.next(), { ...size, chroma });
    return (x: number, y: number) => [...colors.subarray((y * size.width + x) * 4, (y * size.width + x) * 4 + 3)];
  } finally {
    await painter.close();
  }
}

const expectColor = (found: readonly number[], expected: readonly number[]): void => {
  for (const [part, value] of found.entries()) expect(Math.abs(value - (expected[part] ?? 0))).toBeLessThan(5);
};

const lossless = ["-c:v", "ffv1", "-level", "3"];

test.each(["420", "422"] as const)(
  "a film of another shape stands whole in the middle, its colour beside it (%s)",
  async (chroma) => {
    const at = await shown(
      "đứng.mkv",
      [
        ...["-f", "lavfi", "-i", "color=#20c040:s=90x160:r=25:d=0.4"],
        ...["-vf", "scale=out_color_matrix=bt709", "-colorspace", "bt709", "-pix_fmt", "yuv444p", ...lossless],
      ],
      { fit: "contain", background: { rgb: "#c81020" } },
      chroma,
    );
    expectColor(at(10, 45), [0xc8, 0x10, 0x20]);
    expectColor(at(150, 45), [0xc8, 0x10, 0x20]);
    for (const [x, y] of [
      [80, 2],
      [80, 45],
      [80, 87],
      [60, 45],
      [99, 45],
    ] as const)
      expectColor(at(x, y), [0x20, 0xc0, 0x40]);
    expectColor(at(50, 45), [0xc8, 0x10, 0x20]);
  },
);

test("a film that is half transparent lets the colour behind it through", async () => {
  const at = await shown(
    "trong.mkv",
    [
      ...["-f", "lavfi", "-i", "color=#ffffff:s=160x90:r=25:d=0.4,format=rgba,colorchannelmixer=aa=0.5"],
      ...["-vf", "scale=out_color_matrix=bt709", "-colorspace", "bt709", "-pix_fmt", "yuva444p", ...lossless],
    ],
    { background: { rgb: "#0000ff" } },
  );
  expectColor(at(80, 45), [128, 128, 255]);
});

test("a film of the old matrix keeps its colours", async () => {
  const at = await shown(
    "cũ.mkv",
    [
      ...["-f", "lavfi", "-i", "color=#d02040:s=160x90:r=25:d=0.4", "-vf", "scale=out_color_matrix=bt601"],
      ...["-colorspace", "bt470bg", "-pix_fmt", "yuv420p", ...lossless],
    ],
    {},
  );
  expectColor(at(80, 45), [0xd0, 0x20, 0x40]);
});
