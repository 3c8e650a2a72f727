import { type Diagnostic, DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { mediaCutShort, mediaDamaged, mediaNothingToMeasure } from "../../../core/media/media-diagnostics.ts";
import type { Measurement } from "../../../core/programme/measure/measurement.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { FfmpegError } from "../ffmpeg/run-ffmpeg.ts";
import { probeMedia } from "../probe-media.ts";
import { checksumOf } from "./checksum.ts";
import { measurePicture } from "./measure-picture.ts";
import { measureSound } from "./measure-sound.ts";

export interface MeasuredMedia {
  readonly measurement: Measurement;
  /** Damage that was found on the way. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Lengths written in files are rounded to whole packets. */
const LENGTH_TOLERANCE_SECONDS = 0.25;

/** Measures a file of sound or video from end to end. Throws a `DiagnosticError` where it cannot be read. */
export async function measureMedia(path: string, options: JobOptions = {}): Promise<MeasuredMedia> {
  const media = await probeMedia(path, options);
  const { facts } = media;
  if (facts.kind === "image") throw new DiagnosticError([mediaNothingToMeasure(path)]);
  try {
    const sound = facts.audio.length > 0 ? await measureSound(media, options) : undefined;
    const picture = facts.kind === "video" ? await measurePicture(media, options) : undefined;
    const said = facts.audio[0]?.duration ?? facts.duration;
    const heard = sound?.loudness.duration;
    const short = said !== undefined && heard !== undefined && said - heard > LENGTH_TOLERANCE_SECONDS;
    return {
      measurement: { facts, checksum: await checksumOf(path, options.signal), sound, picture },
      diagnostics: [
        ...(short ? [mediaCutShort(path, said, heard)] : []),
        ...(picture?.complaints[0] === undefined ? [] : [mediaDamaged(path, undefined, picture.complaints[0])]),
      ],
    };
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    const damaged: Diagnostic = { ...mediaDamaged(path, undefined, error.message), severity: "error" };
    throw new DiagnosticError([damaged], { cause: error });
  }
}
