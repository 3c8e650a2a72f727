import { accessSync, constants, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { packageFolder } from "../../files/package-folder.ts";
import { ffmpegMissing } from "./ffmpeg-diagnostics.ts";

/** Where a program was found. */
export type ProgramOrigin = "environment" | "program" | "package" | "system";

export interface FoundProgram {
  readonly path: string;
  readonly origin: ProgramOrigin;
}

/** The two programs all sound and moving pictures go through. */
export interface FfmpegPrograms {
  readonly ffmpeg: FoundProgram;
  readonly ffprobe: FoundProgram;
}

/** What looking for programs depends on; tests hand in another machine. */
export interface SearchPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The folder the program itself lies in. */
  readonly programFolder: string;
}

const thisMachine = (): SearchPlaces => ({
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  programFolder: resourcesFolder() ?? fileURLToPath(new URL("../../..", import.meta.url)),
});

/** Inside Electron's installed program, things that are no code lie beside its archive. */
function resourcesFolder(): string | undefined {
  const folder = "resourcesPath" in process ? process.resourcesPath : undefined;
  return typeof folder === "string" && import.meta.url.includes("app.asar") ? folder : undefined;
}

/**
 * Looks in this order: the file `XUONGTIN_FFMPEG` (`XUONGTIN_FFPROBE`) names, the folder `ffmpeg` beside the program, the npm packages
 * `ffmpeg-static` and `@ffprobe-installer`, `PATH`. Throws a `DiagnosticError` where one of the two is in none of them.
 */
export function findFfmpeg(places: SearchPlaces = thisMachine()): FfmpegPrograms {
  const ffmpeg = findProgram("ffmpeg", places);
  const ffprobe = findProgram("ffprobe", places);
  if (!ffmpeg || !ffprobe) {
    throw new DiagnosticError([
      ffmpegMissing([...(ffmpeg ? [] : ["ffmpeg"]), ...(ffprobe ? [] : ["ffprobe"])], places.programFolder),
    ]);
  }
  return { ffmpeg, ffprobe };
}

function findProgram(name: "ffmpeg" | "ffprobe", places: SearchPlaces): FoundProgram | undefined {
  const { env, platform, programFolder } = places;
  const file = platform === "win32" ? `${name}.exe` : name;
  const candidates: [ProgramOrigin, string | undefined][] = [
    ["environment", env[`XUONGTIN_${name.toUpperCase()}`]],
    // Both programs of one set lie side by side.
    ["environment", env.XUONGTIN_FFMPEG && join(dirname(env.XUONGTIN_FFMPEG), file)],
    ["program", join(programFolder, "ffmpeg", file)],
    ["package", packagedProgram(name, file, places)],
    // A relative entry of PATH would run what lies in whatever folder we were started in.
    ...(env.PATH ?? env.Path ?? "")
      .split(platform === "win32" ? ";" : ":")
      .filter((folder) => isAbsolute(folder))
      .map((folder): [ProgramOrigin, string] => ["system", join(folder, file)]),
  ];
  for (const [origin, path] of candidates) if (path && isProgram(path)) return { path, origin };
  return undefined;
}

function packagedProgram(name: "ffmpeg" | "ffprobe", file: string, places: SearchPlaces): string | undefined {
  const wanted = name === "ffmpeg" ? "ffmpeg-static" : `@ffprobe-installer/${places.platform}-${places.arch}`;
  const folder = packageFolder(wanted, places.programFolder);
  return folder && join(folder, file);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
