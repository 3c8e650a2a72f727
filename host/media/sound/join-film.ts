import { containerArguments } from "../../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../../core/programme/presets/preset-schema.ts";
import { makeWholeFile } from "../../files/part-file.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { fileAddress } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { FILM_SOUND_FORMAT } from "./deliver-sound.ts";

export interface JoinFilmRequest {
  /** Arguments that open it as an input of ffmpeg whose stream `v:0` is copied. */
  readonly picture: readonly string[];
  /** The file of its sound; see `makeFilmSound`. */
  readonly sound: string;
  readonly preset: Preset;
  readonly out: string;
  /** ffmpeg's names. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly seconds: number;
}

const JOINING = { vi: "Ghép hình và tiếng", en: "Joining picture and sound" };

/** Puts an encoded picture and its sound into one file, as they are. Throws an `FfmpegError` or a `DiagnosticError`. */
export async function joinFilm(
  { picture, sound, preset, out, metadata, seconds: total }: JoinFilmRequest,
  { signal, onProgress }: JobOptions,
): Promise<void> {
  const tell = (done: number): void => onProgress?.({ stage: JOINING, done, total });
  await makeWholeFile(out, async (part) => {
    tell(0);
    await runFfmpeg({
      args: [
        ...picture,
        ...["-protocol_whitelist", "file", "-f", FILM_SOUND_FORMAT, "-i", fileAddress(sound)],
        ...["-map", "0:v:0", "-map", "1:a", "-c", "copy", "-map_metadata", "-1"],
        ...Object.entries(metadata).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]),
        ...containerArguments(preset),
        fileAddress(part),
      ],
      signal,
      onProgress: ({ seconds }) => tell(Math.min(total, seconds)),
    });
  });
}
