import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureMedia } from "../../host/media/measure/measure-media.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { assertToneMapping } from "../../host/programme/media-files.ts";
import { diagnosticsOf, diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { childPrograms } from "./support/child-programs.ts";
import { makeHostile, REFUSED } from "./support/hostile-files.ts";
import { makeMedia, makeSound } from "./support/make-media.ts";

const PICTURE = ["-f", "lavfi", "-i", "testsrc2=s=320x240:r=25:d=2"];
const codesOf = async (path: string): Promise<readonly string[]> =>
  (await diagnosticsOfAsync(() => probeMedia(path))).map(({ code }) => code);

describe("a file nothing can be had of", () => {
  it.each(REFUSED)("%s is refused as %s", async (name, code, make) => {
    const folder = temporaryFolder();
    const path = makeHostile(folder, name, make);
    const found = await diagnosticsOfAsync(() => probeMedia(path));
    expect(found.map((one) => one.code)).toEqual([code]);
    for (const { message, hints, severity, target } of found) {
      expect([severity, target.file]).toEqual(["error", path]);
      expect(message.vi).toContain(name);
      expect(message.vi).not.toBe(message.en);
      expect(hints.length).toBeGreaterThan(0);
    }
    expect(childPrograms()).not.toContain("ffprobe");
  });

  it("is told from a folder, from nothing and from an address", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.mp4"));
    expect(await codesOf(join(folder, "a.mp4"))).toEqual(["media.is-a-folder"]);
    expect(await codesOf(join(folder, "b.mp4"))).toEqual(["file.not-found"]);
    expect(await codesOf("https://example.org/a.mp4")).toEqual(["media.is-an-address"]);
    expect(await codesOf("concat:a.mp4|b.mp4")).toEqual(["file.not-found"]);
  });
});

describe("a file that points at others", () => {
  it.each([
    ["list.mp4", (secret: string) => `\ufeff#EXTM3U\n#EXTINF:2,\nfile://${secret}\n`],
    ["list.pls", (secret: string) => `[playlist]\nFile1=${secret}\n`],
    ["address.mp4", () => "http://127.0.0.1:9/secret.mp4\n"],
  ])("%s is refused and never followed", async (name, text) => {
    const folder = temporaryFolder();
    const secret = makeSound(join(folder, "secret.wav"), "sine=d=1");
    const path = join(folder, name);
    writeFileSync(path, text(secret));
    expect(await codesOf(path)).toEqual(["media.playlist"]);
  });

  it("is not followed either where its beginning hides what it is", async () => {
    const folder = temporaryFolder();
    const secret = makeSound(join(folder, "secret.wav"), "sine=d=1");
    const path = join(folder, "hidden.mp4");
    // A comment the sniffing does not know, then a concat script; and an image pattern that matches other files.
    writeFileSync(path, `# harmless\nffconcat version 1.0\nfile '${secret}'\n`);
    expect(await codesOf(path)).toEqual(["media.not-recognized"]);
    makeMedia(join(folder, "frame-1.png"), [...PICTURE, "-frames:v", "1"]);
    const pattern = join(folder, "frame-%d.png");
    expect(await codesOf(pattern)).toEqual(["file.not-found"]);
    writeFileSync(
      pattern,
      readFileSync(makeMedia(join(folder, "small.png"), ["-f", "lavfi", "-i", "color=s=64x32", "-frames:v", "1"])),
    );
    expect((await probeMedia(pattern)).facts.video).toMatchObject({ width: 64, height: 32 });
  });
});

it("HDR is refused in words where the ffmpeg at hand has no filter for it", () => {
  expect(() => assertToneMapping("a.mov", new Set(["zscale", "tonemap"]))).not.toThrow();
  const [problem] = diagnosticsOf(() => assertToneMapping("a.mov", new Set(["tonemap"])));
  expect([problem?.code, problem?.hints.length]).toEqual(["media.hdr-not-convertible", 2]);
});

describe("names", () => {
  it.each([
    "có dấu cách.mp4",
    "-i.mp4",
    "%d %04d.mp4",
    "a'b\"c.mp4",
    "[0:v];[1:a],x=y.mp4",
    "http:x.mp4",
    "pipe:0",
    "a\\b:c|d.mp4",
    "$(id) `id`.mp4",
    "ភាសាខ្មែរ.mp4",
  ])("%s are names and nothing else", async (name) => {
    const path = makeMedia(join(temporaryFolder(), name), [...PICTURE, "-f", "lavfi", "-i", "sine=d=2", "-f", "mp4"]);
    const { measurement, diagnostics } = await measureMedia(path);
    expect(measurement.facts.duration).toBeCloseTo(2, 1);
    expect(measurement.sound?.loudness.duration).toBeGreaterThan(1.9);
    expect(diagnostics).toEqual([]);
  });
});

describe("damage", () => {
  it("of a recording cut off before its table of contents was written is told as such", async () => {
    const folder = temporaryFolder();
    const whole = makeMedia(join(folder, "whole.mp4"), [...PICTURE]);
    const path = join(folder, "no-moov.mp4");
    writeFileSync(path, readFileSync(whole).subarray(0, 20_000));
    expect(await codesOf(path)).toEqual(["media.unfinished"]);
  });

  it("of a file cut short is told with the second it can be read up to", async () => {
    const folder = temporaryFolder();
    const whole = makeMedia(join(folder, "whole.mp4"), [
      "-f",
      "lavfi",
      "-i",
      "sine=d=8",
      "-c:a",
      "aac",
      "-movflags",
      "+faststart",
    ]);
    const path = join(folder, "short.mp4");
    const bytes = readFileSync(whole);
    writeFileSync(path, bytes.subarray(0, Math.round(bytes.length * 0.6)));
    const { diagnostics, measurement } = await measureMedia(path);
    expect(diagnostics.map(({ code }) => code)).toEqual(["media.ends-early"]);
    expect(measurement.sound?.loudness.duration).toBeLessThan(6);
  });

  it("under another kind's name is opened as what it is", async () => {
    const folder = temporaryFolder();
    const path = makeMedia(join(folder, "phim.mp3"), [...PICTURE, "-f", "matroska"]);
    expect((await probeMedia(path)).facts).toMatchObject({ kind: "video", container: "matroska,webm" });
  });
});
