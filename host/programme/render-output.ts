/** What rendering is asked for and answers, and what clips and bulletins have in common on the way to their files. */

import { mkdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { ProgrammePlan } from "../../core/programme/plan/plan-programme.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import type { RunningPart } from "../../core/programme/sound/arrange-bulletin.ts";
import type { SoundScore } from "../../core/programme/sound/score.ts";
import { openFolder } from "../assets/folder-assets.ts";
import { describeWriteError } from "../files/atomic-write.ts";
import { diskFull } from "../files/file-diagnostics.ts";
import { freeBytes } from "../files/free-space.ts";
import { temporaryName } from "../files/sweep-leftovers.ts";
import { findAppHome } from "../home/app-home.ts";
import { CanceledError } from "../jobs/canceled-error.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { isOutOfRoom, toldFfmpegError } from "../media/ffmpeg/run-ffmpeg.ts";
import type { DeliveredSound } from "../media/sound/deliver-sound.ts";
import { type MixFile, writeMixFile } from "../media/sound/mix-file.ts";
import { mixScore } from "../media/sound/mix-score.ts";
import type { OpenedProject } from "../package/open-project.ts";
import type { MediaFiles } from "./media-files.ts";
import type { NamingRequest } from "./name-targets.ts";
import type { SoundFiles } from "./programme-sound.ts";
import type { SourceWatch } from "./watch-sources.ts";

export interface RenderRequest extends NamingRequest {
  /** Id of a template, or path of an `.xtin` or JSON file. */
  readonly source: string;
  /** Id of a programme; the project's only one where undefined. */
  readonly programme: string | undefined;
  /** The project's source language where undefined. */
  readonly language: string | undefined;
  /** File of captions to show in place of the clip's own. */
  readonly captions?: string | undefined;
  /** Ids of presets, or paths of their files. */
  readonly presets: readonly string[];
  /** What finished files are held to, by id or file; what their presets ask for where undefined. */
  readonly profile?: string | undefined;
  /** Folders of the user's own fonts. */
  readonly fontFolders: readonly string[];
}

export interface RenderedFile {
  readonly path: string;
  readonly preset: string;
  readonly bytes: number;
  readonly seconds: number;
  /** LUFS and dBTP of the mix, and of the finished file decoded again. */
  readonly loudness: { readonly before: number; readonly after: number; readonly truePeak: number };
}

export interface RenderReport {
  readonly ok: boolean;
  readonly programme: string;
  readonly language: string;
  readonly seconds: number;
  readonly files: readonly RenderedFile[];
  /** When each part of a bulletin is on. */
  readonly runningOrder?: readonly RunningPart[];
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a render would do. */
export interface PlanReport {
  readonly ok: boolean;
  readonly programme: string;
  readonly language: string;
  /** Undefined where something forbids it. */
  readonly plan: ProgrammePlan | undefined;
  readonly targets: readonly { readonly preset: string; readonly path: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where pieces of work are kept between renders. */
export const renderFolder = (): string => join(findAppHome().data, "render");

/** Mixes the sound once, for all of `presets`, into a file that is gone afterwards. */
export async function withMix<Result>(
  score: SoundScore,
  sources: SoundFiles,
  presets: readonly Preset[],
  onProblem: (problem: Diagnostic) => void,
  options: JobOptions,
  watch: SourceWatch,
  use: (mix: MixFile) => Promise<Result>,
): Promise<Result> {
  const path = join(renderFolder(), temporaryName("mix", "part"));
  try {
    await mkdir(dirname(path), { recursive: true });
    const channels = presets.map(({ audio }) => audio.channels);
    const blocks = mixScore(score, sources, { ...options, onProblem });
    const mix = await writeMixFile(path, blocks, score.length, channels);
    await watch.check();
    return await use(mix);
  } finally {
    // What cannot be removed is swept another time; the answer counts.
    await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Every file a project is made of, also those this programme or language does not use: none of them may be written over. */
export function projectFiles(
  { project, file }: Pick<OpenedProject, "project" | "file">,
  media: MediaFiles,
): readonly string[] {
  return [file, ...pictureFiles({ project, file }), ...media.paths()];
}

/** Pictures that lie beside the project. */
export function pictureFiles({ project, file }: Pick<OpenedProject, "project" | "file">): readonly string[] {
  const folder = openFolder(dirname(file));
  return project.assets.flatMap((one) => folder.find(one.file) ?? []);
}

/**
 * What the user is told of an error that ended a render: a source that went away meanwhile before all that followed from it. `needed` are
 * the bytes of the program's own folder a render takes.
 */
export async function toldRenderError(error: unknown, watch: SourceWatch, needed: number): Promise<unknown> {
  if (error instanceof DiagnosticError || error instanceof CanceledError) return error;
  try {
    await watch.check();
  } catch (found) {
    return found;
  }
  const folder = renderFolder();
  if (isOutOfRoom(error)) return new DiagnosticError([diskFull(folder, needed, freeBytes(folder))], { cause: error });
  if (error instanceof Error && "syscall" in error) {
    return new DiagnosticError([describeWriteError(error, folder, needed)], { cause: error });
  }
  return toldFfmpegError(error, undefined);
}

/** What the report says of a finished file. */
export async function describeFile(
  path: string,
  { id }: Preset,
  seconds: number,
  { before, after }: DeliveredSound,
): Promise<RenderedFile> {
  const { size } = await stat(path);
  const loudness = { before: before.integrated, after: after.integrated, truePeak: after.truePeak };
  return { path, preset: id, bytes: size, seconds, loudness };
}
