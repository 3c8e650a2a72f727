import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { mediaDamaged } from "../../../core/media/media-diagnostics.ts";
import type { Measurement } from "../../../core/programme/measure/measurement.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { FfmpegError } from "../ffmpeg/run-ffmpeg.ts";
import { probeMedia } from "../probe-media.ts";
import { measurePicture } from "./measure-picture.ts";
import { measureSound } from "./measure-sound.ts";

/** Measures a file of sound or video from end to end. Throws a `DiagnosticError` where it cannot be read. */
export async function measureMedia(path: string, options: JobOptions = {}): Promise<Measurement> {
  const media = await probeMedia(path, options);
  const { facts } = media;
  try {
    return {
      facts,
      sound: facts.audio.length > 0 ? await measureSound(media, options) : undefined,
      picture: facts.kind === "video" ? await measurePicture(media, options) : undefined,
    };
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    const damaged = { ...mediaDamaged(path, undefined, error.message), severity: "error" as const };
    throw new DiagnosticError([damaged], { cause: error });
  }
}
