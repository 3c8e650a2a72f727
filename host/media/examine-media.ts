import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { judgeDecoding, trueEnd } from "../../core/media/judge-decoding.ts";
import { mediaDamaged } from "../../core/media/media-diagnostics.ts";
import { rationalValue } from "../../core/media/rational.ts";
import { createDecodeLogReader, type DecodeLog } from "../../core/media/read-decode-log.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { inputArguments } from "./ffmpeg/file-arguments.ts";
import { FfmpegError, runFfmpeg } from "./ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "./probe-media.ts";

export interface ExaminedMedia {
  readonly log: DecodeLog;
  /** Seconds that can be decoded, from the file's beginning; undefined for pictures. */
  readonly duration: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const STAGE = { vi: "Giải mã thử từ đầu đến cuối", en: "Decoding from end to end" };

/** Files up to this length and size are decoded whenever they are looked at. */
const QUICK_SECONDS = 30;
const QUICK_BYTES = 60_000_000;

/** Whether looking a file through takes no time worth mentioning. */
export const isQuicklyExamined = ({ facts }: ProbedMedia): boolean =>
  facts.kind === "image" || ((facts.duration ?? 0) <= QUICK_SECONDS && facts.bytes <= QUICK_BYTES);

/**
 * Decodes picture and sound from end to end and says what is wrong, and at which second. Throws a `DiagnosticError` where nothing at all can be
 * decoded, and the signal's reason when canceled.
 */
export async function examineMedia(
  media: ProbedMedia,
  { signal, onProgress }: JobOptions = {},
): Promise<ExaminedMedia> {
  const { path, name, demuxer, decoder, facts } = media;
  const { video, duration = 0 } = facts;
  const [audio] = facts.audio;
  const reader = createDecodeLogReader(video?.frameRate && 1 / rationalValue(video.frameRate));
  const failure = await runFfmpeg({
    args: [
      ...inputArguments(path, { demuxer, decoder }),
      ...(video ? ["-map", `0:${video.index}`, "-filter:v", "showinfo=checksum=0"] : []),
      ...(audio ? ["-map", `0:${audio.index}`, "-filter:a", "ashowinfo"] : []),
      ...["-sn", "-dn", "-f", "null", "-"],
    ],
    logLevel: "level+info",
    signal,
    onErrorLine: (line) => reader.take(line),
    onProgress: ({ seconds }) => onProgress?.({ stage: STAGE, done: Math.min(seconds, duration), total: duration }),
  }).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof FfmpegError)) throw error;
      return error;
    },
  );
  const log = reader.read();
  if (!log.picture && !log.sound) {
    const reason = log.damage[0]?.reason ?? failure?.message ?? "–";
    throw new DiagnosticError([{ ...mediaDamaged(name, 0, reason), severity: "error" }], { cause: failure });
  }
  return {
    log,
    duration: facts.kind === "image" ? undefined : trueEnd(log),
    diagnostics: facts.kind === "image" ? pictureDamage(log, name) : judgeDecoding(facts, log, name),
  };
}

const pictureDamage = ({ damage }: DecodeLog, name: string): readonly Diagnostic[] =>
  damage.slice(0, 1).map(({ reason }) => mediaDamaged(name, undefined, reason));
