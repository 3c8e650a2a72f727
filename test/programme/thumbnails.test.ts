import { readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { probeMedia } from "../../host/media/probe-media.ts";
import { posterOf, stripOf } from "../../host/media/thumbnails.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { decodeFrames } from "./support/decode-raw.ts";
import { makeMedia, makeSound } from "./support/make-media.ts";

/** Black for a second, then a red, a green and a blue one; pixels of 16 by 15. */
function film(folder: string): string {
  const colors = ["black", "0xc02020", "0x20c020", "0x2020c0"].map(
    (color) => ["-f", "lavfi", "-i", `color=${color}:s=150x90:r=25:d=1`] as const,
  );
  return makeMedia(join(folder, "phim.mp4"), [
    ...colors.flat(),
    ...["-filter_complex", "concat=n=4,setsar=16/15", "-c:v", "libx264", "-preset", "ultrafast", "-g", "10"],
  ]);
}

test("a film has a poster that is not its black beginning, a frame of any moment, and a strip by the second", async () => {
  const folder = temporaryFolder();
  const cache = join(folder, "cache");
  const media = await probeMedia(film(folder));
  const poster = await posterOf(media, cache, { width: 80 });
  expect(poster).toMatchObject({ width: 80, height: 46 });
  const size = { width: poster.width, height: poster.height };
  expect(decodeFrames(poster.path, size)[0]?.at(40, 20)[0]).toBeGreaterThan(150);
  const green = await posterOf(media, cache, { width: 80, at: 2.5 });
  expect(decodeFrames(green.path, size)[0]?.at(40, 20)[1]).toBeGreaterThan(150);

  const strip = await stripOf(media, cache, 30);
  expect(strip).toMatchObject({ count: 4, every: 1, width: 54, height: 30 });
  const frame = decodeFrames(strip.path, { width: strip.width * 4, height: 30 })[0];
  const colors = [0, 1, 2, 3].map((second) => frame?.at((second + 0.5) * strip.width, 15) ?? [0, 0, 0]);
  expect(colors.map((color) => color.map((value) => (value > 120 ? 1 : 0)).join(""))).toEqual([
    "000",
    "100",
    "010",
    "001",
  ]);

  // Asked for again, by another name: the same files, untouched.
  const before = statSync(poster.path).ino;
  renameSync(media.path, join(folder, "tên khác.mp4"));
  const renamed = await probeMedia(join(folder, "tên khác.mp4"));
  expect(await posterOf(renamed, cache, { width: 80 })).toEqual(poster);
  expect([statSync(poster.path).ino, readdirSync(cache).length]).toEqual([before, 3]);
});

test("sound alone has none", async () => {
  const folder = temporaryFolder();
  const media = await probeMedia(makeSound(join(folder, "a.wav"), "sine=d=0.2"));
  const found = await diagnosticsOfAsync(() => posterOf(media, folder, { width: 80 }));
  expect(found.map(({ code }) => code)).toEqual(["media.no-picture"]);
  expect(readdirSync(folder)).toEqual(["a.wav"]);
});
