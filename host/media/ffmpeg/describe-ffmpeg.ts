import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { errorReason } from "../../files/error-code.ts";
import { ffmpegFails } from "./ffmpeg-diagnostics.ts";
import { type FfmpegPrograms, findFfmpeg } from "./find-ffmpeg.ts";
import { runProgram } from "./run-program.ts";

/** What the ffmpeg at hand is and can do. */
export interface FfmpegAbilities {
  readonly programs: FfmpegPrograms;
  /** `5.1.9-0+deb12u1`, as it calls itself. */
  readonly version: string;
  readonly encoders: ReadonlySet<string>;
  readonly decoders: ReadonlySet<string>;
  readonly muxers: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
}

const known = new Map<string, Promise<FfmpegAbilities>>();

/** Asks ffmpeg once for as long as this process runs. Throws a `DiagnosticError` where there is none or it does not run. */
export function describeFfmpeg(programs: FfmpegPrograms = findFfmpeg()): Promise<FfmpegAbilities> {
  const { path } = programs.ffmpeg;
  const asked = known.get(path);
  if (asked) return asked;
  const answer = ask(programs);
  known.set(path, answer);
  answer.catch(() => known.delete(path));
  return answer;
}

async function ask(programs: FfmpegPrograms): Promise<FfmpegAbilities> {
  const { path } = programs.ffmpeg;
  const [version, encoders, decoders, muxers, filters] = await Promise.all([
    printed(path, "-version"),
    printed(path, "-encoders"),
    printed(path, "-decoders"),
    printed(path, "-muxers"),
    printed(path, "-filters"),
  ]);
  return {
    programs,
    version: /^ffmpeg version (\S+)/.exec(version)?.[1] ?? "?",
    // Flags, then the name: ` V....D libx264   …`, ` TSC afftdn   A->A   …`; from version 8 on ` TS afftdn   A->A   …`.
    encoders: names(encoders, /^ [VAS][A-Z.]{5} (\S+)/),
    decoders: names(decoders, /^ [VAS][A-Z.]{5} (\S+)/),
    muxers: names(muxers, /^ {2}E[ d]* (\S+)/),
    filters: names(filters, /^ [T.][S.][C.]? (\S+) +\S*->\S*/),
  };
}

async function printed(path: string, option: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    const { code, errorLines } = await runProgram(path, ["-hide_banner", option], {
      onOutput: (chunk) => void chunks.push(chunk),
    });
    if (code !== 0) throw new Error(errorLines.at(-1) ?? `exit code ${code}`);
  } catch (error) {
    throw new DiagnosticError([ffmpegFails(path, errorReason(error))], { cause: error });
  }
  return Buffer.concat(chunks).toString("utf8");
}

const names = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set(text.split("\n").flatMap((line) => pattern.exec(line)?.[1] ?? []));
