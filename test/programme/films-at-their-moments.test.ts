import { expect, test } from "vitest";
import { resolveTimeline, type Stretch } from "../../core/programme/timeline.ts";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { type ProbedMedia, probeMedia } from "../../host/media/probe-media.ts";
import { openSound } from "../../host/media/sound/decode-sound.ts";
import { soundSource } from "../../host/media/sound/sound-source.ts";
import { createFramePainter } from "../../host/programme/frame-painter.ts";
import { sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { filmFrames, makeNumberedFilm, numberOf } from "./support/numbered-films.ts";

const RATE = 25;
/** Milliseconds count in some files. */
const ROUNDED = 0.0015;

/** Numbers of the pictures a scene that begins `start` seconds into the film shows in these frames. */
async function shown(media: ProbedMedia, size: Size, start: number, piece: Stretch): Promise<readonly number[]> {
  const clip = sampleClip([{ type: "clip", id: "a", duration: piece.to / RATE, media: "m", start }]);
  const painter = createFramePainter(resolveTimeline(clip, "vi", RATE), piece, size, "420", {
    project: sampleProject({ programmes: [clip] }),
    assets: createMemoryAssets(),
    workshop: openWorkshop(),
    report: () => undefined,
    media: { probe: async () => media, paths: () => [] },
  });
  const numbers: number[] = [];
  try {
    for (let frame = piece.from; frame < piece.to; frame += 1) numbers.push(numberOf(await painter.next(), size));
  } finally {
    await painter.close();
  }
  return numbers;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const x264 = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-pix_fmt", "yuv420p"];
const mpeg2 = ["-c:v", "mpeg2video", "-q:v", "3", "-bf", "2", "-pix_fmt", "yuv420p"];
const fields = { filter: "tinterlace=interleave_top,setfield=tff", flags: ["-flags", "+ilme+ildct"] };

test.each([
  { file: "24.avi", rate: 24, starts: [1.02], output: ["-c:v", "ffv1", "-pix_fmt", "yuv420p"] },
  { file: "24.mp4", rate: 24, starts: [2.9], output: [...x264, "-bf", "2"] },
  { file: "10.mkv", rate: 10, starts: [1.075], output: [...x264, "-bf", "3"] },
  { file: "1.mkv", rate: 1, starts: [0.99], output: x264 },
  { file: "chùm B.avi", rate: 24, starts: [1.51], output: ["-c:v", "mpeg4", "-q:v", "3", "-bf", "2"] },
  // A key frame every five seconds: nothing near the moment can be decoded by itself.
  { file: "50p.ts", rate: 50, seconds: 9, starts: [0, 4.3, 8.1], output: [...x264, "-g", "250", "-bf", "2"] },
  // Many pictures in one packet, most of them without a time of their own.
  { file: "nhỏ.vob", rate: 25, seconds: 7, starts: [0, 3.517], output: [...mpeg2, "-g", "15", "-f", "vob"] },
  {
    file: "50i.mts",
    rate: 50,
    seconds: 6,
    starts: [0, 3.517],
    filter: fields.filter,
    output: [...x264, "-g", "25", "-bf", "2", ...fields.flags, "-f", "mpegts", "-mpegts_m2ts_mode", "1"],
  },
  {
    file: "điện thoại.mp4",
    rate: 30,
    starts: [0, 1.36],
    filter: "select='not(eq(mod(n,7),3))*not(between(mod(n,60),41,44))',transpose=1",
    output: ["-fps_mode", "vfr", ...x264, "-metadata:s:v", "rotate=90"],
  },
  { file: "cắt.mp4", rate: 25, seconds: 5, starts: [0, 1.1], output: [...x264, "-g", "50", "-bf", "2"], cut: 1.5 },
  { file: "hình sau.ts", rate: 25, seconds: 4, starts: [0, 2.2], output: [...x264, "-g", "25"], late: 0.6 },
  { file: "hình sau.vob", rate: 25, starts: [0, 1.3], output: [...mpeg2, "-g", "12", "-f", "vob"], late: 0.35 },
])("every frame of $file shows the picture of its moment", async ({ starts, ...film }) => {
  const media = await probeMedia(makeNumberedFilm(temporaryFolder(), film));
  const { shownWidth: width, shownHeight: height } = media.facts.video ?? { shownWidth: 0, shownHeight: 0 };
  const frames = filmFrames(media, { width, height });
  for (const start of starts) {
    for (const piece of [
      { from: 0, to: 12 },
      { from: 12, to: 40 },
    ]) {
      const found = await shown(media, { width, height }, start, piece);
      for (const [index, number] of found.entries()) {
        // The last one to begin no more than half a frame later.
        const latest = start + (piece.from + index + 0.5) / RATE;
        const allowed = frames.filter(
          ({ from, to }) => from <= Math.max(latest, frames[0]?.from ?? 0) + ROUNDED && to >= latest - ROUNDED,
        );
        const numbers = allowed.length > 0 ? allowed.map((frame) => frame.number) : [frames.at(-1)?.number];
        expect(numbers, `${start} + ${piece.from + index}`).toContain(number);
      }
    }
  }
});

test.each(["ts", "vob"])("sound of a .%s that begins after its picture is heard as much later", async (kind) => {
  const LATE = 0.48;
  const folder = temporaryFolder();
  const output = [...mpeg2, "-c:a", "mp2"];
  const path = makeNumberedFilm(folder, { file: `tiếng sau.${kind}`, rate: 25, output, late: -LATE });
  const source = soundSource(await probeMedia(path));
  for (const from of [0, 12_000, 48_000]) {
    const sound = openSound(source, { from });
    const samples = new Float32Array(48_000);
    const count = await sound.read(samples);
    await sound.close();
    const heard = samples.subarray(0, count).findIndex((sample) => Math.abs(sample) > 0.02);
    // Coders begin with a little silence of their own, and the picture with a frame or two that are shown later.
    expect(Math.abs(heard - Math.max(0, LATE * 48_000 - from))).toBeLessThan(0.05 * 48_000);
  }
});
