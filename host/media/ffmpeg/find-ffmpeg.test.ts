import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { diagnosticsOf } from "../../../test/support/diagnostics-of.ts";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { findFfmpeg, type SearchPlaces } from "./find-ffmpeg.ts";

function machine(...files: readonly string[]) {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "");
    chmodSync(join(folder, file), 0o755);
  }
  const places: SearchPlaces = {
    env: { PATH: `.:relative:${join(folder, "bin")}` },
    platform: "linux",
    arch: "x64",
    programFolder: join(folder, "program"),
  };
  return { folder, places };
}

const SYSTEM = ["bin/ffmpeg", "bin/ffprobe"];
const PACKAGES = [
  "program/node_modules/ffmpeg-static/package.json",
  "program/node_modules/ffmpeg-static/ffmpeg",
  "program/node_modules/@ffprobe-installer/linux-x64/package.json",
  "program/node_modules/@ffprobe-installer/linux-x64/ffprobe",
];
const BESIDE = ["program/ffmpeg/ffmpeg", "program/ffmpeg/ffprobe"];

it("takes what lies beside the program first, then npm packages, then the system's", () => {
  const origins = (...files: readonly string[]): string[] => {
    const { ffmpeg, ffprobe } = findFfmpeg(machine(...files).places);
    return [ffmpeg.origin, ffprobe.origin];
  };
  expect(origins(...SYSTEM)).toEqual(["system", "system"]);
  expect(origins(...SYSTEM, ...PACKAGES)).toEqual(["package", "package"]);
  expect(origins(...SYSTEM, ...PACKAGES, ...BESIDE)).toEqual(["program", "program"]);
  expect(origins(...SYSTEM, ...PACKAGES.slice(0, 2))).toEqual(["package", "system"]);
});

it("takes what it is told, and the other program of the same set from beside it", () => {
  const { folder, places } = machine(...SYSTEM, "own/ffmpeg", "own/ffprobe");
  const told = { ...places, env: { ...places.env, XUONGTIN_FFMPEG: join(folder, "own/ffmpeg") } };
  const { ffmpeg, ffprobe } = findFfmpeg(told);
  expect([ffmpeg.path, ffprobe.path]).toEqual([join(folder, "own/ffmpeg"), join(folder, "own/ffprobe")]);
});

it("says which of them is missing", () => {
  const { places } = machine("bin/ffmpeg");
  const [found] = diagnosticsOf(() => findFfmpeg(places));
  expect(found).toMatchObject({ code: "machine.ffmpeg-missing" });
  expect(found?.message.en).toContain("ffprobe not found");
});
