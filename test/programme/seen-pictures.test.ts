import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PictureMeasurement, TimeSpan } from "../../core/programme/measure/measurement.ts";
import { checkJoined } from "../../host/media/measure/check-joined.ts";
import { measurePicture } from "../../host/media/measure/measure-picture.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { sampleClip } from "../support/sample-clip.ts";
import { makeMedia } from "./support/make-media.ts";
import { SMALL_FILES, writeSmallProgramme } from "./support/small-programme.ts";

const folder = mkdtempSync(join(tmpdir(), "xuongtin-seen-"));
const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  process.env.XUONGTIN_HOME = join(folder, "home");
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
  rmSync(folder, { recursive: true, force: true });
});

/** Spans to the nearest tenth of a second. */
const about = (spans: readonly TimeSpan[]) => spans.map(({ from, to }) => [from, to].map((at) => Math.round(at * 10)));

test("what was seen of pieces is what is seen of the finished file", async () => {
  const place = join(folder, "phim");
  const film = (id: string, start: number, duration: number) =>
    ({ type: "clip", id, media: "film", start, duration }) as const;
  writeSmallProgramme(place, sampleClip([film("a", 0, 24), film("b", 20.5, 2)], {}));
  // Longer than a piece: it stands still over the place where its scene is divided, and black over the end of it.
  makeMedia(join(place, SMALL_FILES.film), [
    ...["-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=10", "-f", "lavfi", "-i", "color=red:s=160x90:r=25:d=4"],
    ...["-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=6", "-f", "lavfi", "-i", "color=black:s=160x90:r=25:d=4"],
    ...["-filter_complex", "[0][1][2][3]concat=n=4", "-c:v", "libx264", "-preset", "ultrafast"],
  ]);
  const { files } = await renderProgramme({
    source: join(place, "project.json"),
    programme: undefined,
    language: undefined,
    presets: ["nho", "nho-mpg"].map((id) => join(place, `${id}.json`)),
    fontFolders: [],
    out: place,
  });
  expect(files.length).toBe(2);
  for (const { path } of files) {
    const { measurement } = JSON.parse(readFileSync(`${path}.report.json`, "utf8"));
    const joined: PictureMeasurement = measurement.picture;
    const whole = await measurePicture(await probeMedia(path));
    expect(about(joined.black)).toEqual([[200, 260]]);
    expect(about(joined.frozen)).toEqual(about(whole.frozen));
    expect(about(joined.black)).toEqual(about(whole.black));
    expect([joined.fields, joined.complaints]).toEqual([whole.fields, []]);
    expect(joined.outOfRange).toBeCloseTo(whole.outOfRange, 2);
  }
});

test("a file in which frames are missing or other ones is found out", async () => {
  const [piece, path] = [join(folder, "mảnh.ts"), join(folder, "phim.mp4")];
  makeMedia(piece, ["-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1", "-c:v", "libx264", "-g", "12"]);
  makeMedia(path, ["-i", piece, "-c", "copy"]);
  const input = ["-i", `file:${piece}`];
  expect(await checkJoined(await probeMedia(path), { input, frames: 25 })).toEqual([]);
  expect(await checkJoined(await probeMedia(path), { input, frames: 26 })).toEqual(["25 of 26 frames"]);
  const bytes = readFileSync(path);
  const middle = bytes.indexOf("mdat") + 4_000;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
  const [complaint] = await checkJoined(await probeMedia(path), { input, frames: 25 });
  expect(complaint).toMatch(/^frame \d+ is not what was encoded$/);
});
