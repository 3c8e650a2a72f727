import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { diskFull } from "../../files/file-diagnostics.ts";
import { freeBytes } from "../../files/free-space.ts";
import { ffmpegFails, ffmpegRunFailed } from "./ffmpeg-diagnostics.ts";
import { findFfmpeg } from "./find-ffmpeg.ts";
import { type ProgressReport, readProgressLine } from "./progress-lines.ts";
import { ProgramStartError, type RunOptions, runProgram } from "./run-program.ts";

export interface FfmpegRun extends Pick<RunOptions, "signal" | "input" | "onOutput"> {
  /** Inputs, filters and outputs; see `inputArguments` and `outputArguments` for files. */
  readonly args: readonly string[];
  /** Several times a second. */
  readonly onProgress?: ((progress: ProgressReport) => void) | undefined;
  /** Gets every other line ffmpeg says; true takes it out of what is kept. */
  readonly onErrorLine?: ((line: string) => boolean) | undefined;
  /** How much ffmpeg says: measuring filters speak at `info`; `level+info` says of each line how bad it is. */
  readonly logLevel?: "error" | "warning" | "info" | "level+info";
}

/** What follows from an error that was told before. */
const CONSEQUENCE =
  /Task finished with error code|Terminating thread|Nothing was written into output|Conversion failed|Error sending frames to consumers|Error initializing output stream|^\s*$/;

/** ffmpeg ended with an error. Its message is the last that says why, for whoever has no better words. */
export class FfmpegError extends Error {
  readonly code: number | null;
  readonly errorLines: readonly string[];

  constructor(code: number | null, errorLines: readonly string[]) {
    super(errorLines.findLast((line) => !CONSEQUENCE.test(line)) ?? errorLines.at(-1) ?? `exit code ${code}`);
    this.name = "FfmpegError";
    this.code = code;
    this.errorLines = errorLines;
  }
}

export interface FfmpegResult {
  /** Warnings and errors it went on in spite of. */
  readonly errorLines: readonly string[];
}

/**
 * Runs ffmpeg to its end. Throws an `FfmpegError` where it failed, the signal's reason where it was canceled (it is gone then), and a
 * `DiagnosticError` where there is no ffmpeg.
 */
export async function runFfmpeg(run: FfmpegRun): Promise<FfmpegResult> {
  const { args, onProgress, onErrorLine, logLevel = "warning", ...options } = run;
  const { path } = findFfmpeg().ffmpeg;
  const common = ["-hide_banner", "-nostats", "-loglevel", logLevel, ...(run.input ? [] : ["-nostdin"]), "-y"];
  const progress = onProgress ? ["-progress", "pipe:2", "-stats_period", "0.25"] : [];
  const reader = onProgress && readProgressLine(onProgress);
  const { code, errorLines } = await startedOrTold(path, () =>
    runProgram(path, [...common, ...progress, ...args], {
      ...options,
      onErrorLine: (line) => (reader?.(line) || onErrorLine?.(line)) ?? false,
    }),
  );
  // Where the end of a file could not be written, because the disk is full, ffmpeg 5 says so and ends as if all were well.
  if (code !== 0 || errorLines.some((line) => UNFINISHED.test(line))) throw new FfmpegError(code, errorLines);
  return { errorLines };
}

const UNFINISHED = /Error (?:writing trailer|closing file)/;

/** What ffprobe prints; its exit code is for the caller to judge. */
export async function runFfprobe(
  args: readonly string[],
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly code: number | null; readonly output: string; readonly errorLines: readonly string[] }> {
  const { path } = findFfmpeg().ffprobe;
  const chunks: Buffer[] = [];
  const { code, errorLines } = await startedOrTold(path, () =>
    runProgram(path, ["-hide_banner", "-loglevel", "error", ...args], {
      signal,
      onOutput: (chunk) => void chunks.push(chunk),
    }),
  );
  return { code, output: Buffer.concat(chunks).toString("utf8"), errorLines };
}

async function startedOrTold<Result>(program: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProgramStartError)
      throw new DiagnosticError([ffmpegFails(program, error.message)], { cause: error });
    throw error;
  }
}

/** What systems call a disk that takes no more: full, the user's share of it used up, or the file larger than the disk can have. */
const NO_ROOM = /No space left on device|Disk quota exceeded|File too large/;

/** Whether ffmpeg ended because what it wrote has no room. */
export const isOutOfRoom = (error: unknown): boolean =>
  error instanceof FfmpegError && error.errorLines.some((line) => NO_ROOM.test(line));

/**
 * An `FfmpegError` in the user's words; every other error as it is. `file` is what was being made or read, `needed` the bytes it takes
 * where that is known.
 */
export function toldFfmpegError(error: unknown, file: string | undefined, needed = 0): unknown {
  if (!(error instanceof FfmpegError)) return error;
  if (file !== undefined && isOutOfRoom(error)) {
    return new DiagnosticError([diskFull(file, needed, freeBytes(file))], { cause: error });
  }
  return new DiagnosticError([ffmpegRunFailed(file, error.message)], { cause: error });
}
