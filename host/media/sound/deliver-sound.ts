import { MIX_RATE } from "../../../core/media/conform.ts";
import type { SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { expectedBytes } from "../../../core/programme/plan/expected-size.ts";
import { audioArguments, containerArguments, mapAudio } from "../../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../../core/programme/presets/preset-schema.ts";
import { makeWholeFile } from "../../files/part-file.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { describeFfmpeg } from "../ffmpeg/describe-ffmpeg.ts";
import { fileAddress } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg, toldFfmpegError } from "../ffmpeg/run-ffmpeg.ts";
import { measureSound } from "../measure/measure-sound.ts";
import { probeMedia } from "../probe-media.ts";
import { writeBextLoudness } from "./bext-loudness.ts";
import { type Mastered, masterSound } from "./master-sound.ts";
import { measureWhileWritten } from "./measure-while-written.ts";
import type { MixFile } from "./mix-file.ts";

export interface DeliverSoundRequest {
  readonly mix: MixFile;
  readonly preset: Preset;
  readonly out: string;
  /** Title, language and, for broadcast WAV, what its `bext` part says: ffmpeg's names. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface DeliveredSound extends Mastered {
  readonly measurement: SoundMeasurement;
}

/** Makes one file of sound by a preset: mastered, measured, and put in its place when it is right. Throws a `DiagnosticError`. */
export async function deliverSound(request: DeliverSoundRequest, options: JobOptions = {}): Promise<DeliveredSound> {
  const { mix, preset, out, metadata } = request;
  const tags = Object.entries(metadata).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]);
  try {
    return await makeWholeFile(out, async (part) => {
      const file = { mix, preset, path: part, container: [...tags, ...containerArguments(preset)] };
      const made = await makeSound(file, options);
      if (preset.broadcastWave) await writeBextLoudness(part, made.measurement.loudness);
      return made;
    });
  } catch (error) {
    const seconds = mix.frames / MIX_RATE;
    const { bytes } = expectedBytes(preset, seconds, { card: 0, still: 0, moving: seconds, film: 0 });
    throw toldFfmpegError(error, out, bytes);
  }
}

/** What the sound of films is kept in until it is joined with their picture: it takes all codecs, and says exactly where sound begins in them. */
export const FILM_SOUND_FORMAT = "mov";

/** Makes the sound of a film by a preset at `path`, as it is copied into the film. Throws an `FfmpegError`. */
export const makeFilmSound = (
  mix: MixFile,
  preset: Preset,
  path: string,
  options: JobOptions = {},
): Promise<DeliveredSound> =>
  makeSound({ mix, preset, path, container: ["-fflags", "+bitexact", "-f", FILM_SOUND_FORMAT] }, options);

interface SoundFile {
  readonly mix: MixFile;
  readonly preset: Preset;
  readonly path: string;
  /** ffmpeg's options of what the sound is put in. */
  readonly container: readonly string[];
}

async function makeSound(file: SoundFile, options: JobOptions): Promise<DeliveredSound> {
  const { mix, preset } = file;
  const measured: SoundMeasurement[] = [];
  const mastered = await masterSound({
    mix,
    audio: preset.audio,
    target: preset.loudness,
    signal: options.signal,
    encode: async (sound) => {
      const found = await encodeAndMeasure(file, sound, options);
      measured.push(found);
      return found.loudness;
    },
  });
  const measurement = measured.at(-1);
  if (!measurement) throw new Error("nothing was measured");
  return { ...mastered, measurement };
}

/** The file as it lies on the disk, decoded and measured: while it is written where it can be read from its beginning on, afterwards otherwise. */
async function encodeAndMeasure(
  file: SoundFile,
  sound: AsyncIterable<Uint8Array>,
  options: JobOptions,
): Promise<SoundMeasurement> {
  const { mix, preset, path } = file;
  const { signal } = options;
  const { channels, sampleRate } = preset.audio;
  const { container: format } = preset;
  const encode = (): Promise<void> => encodeSound(file, sound, options);
  if (sampleRate === MIX_RATE && (format === "mp3" || format === "wav")) {
    const found = await measureWhileWritten({ path, format, channels, frames: mix.frames, signal }, encode);
    if (found) return found;
  } else await encode();
  return measureSound(await probeMedia(path, { signal }), options);
}

const WRITING = { vi: "Ghi tiếng", en: "Writing sound" };

async function encodeSound(
  { mix, preset: { audio }, path, container }: SoundFile,
  sound: AsyncIterable<Uint8Array>,
  { signal, onProgress }: JobOptions,
): Promise<void> {
  const { encoders } = await describeFfmpeg();
  const mapping = mapAudio(audio, "0:a");
  await runFfmpeg({
    args: [
      ...["-f", "f32le", "-ar", String(MIX_RATE), "-ac", String(audio.channels), "-i", "pipe:0"],
      ...(mapping.filter ? ["-filter_complex", mapping.filter] : []),
      ...mapping.maps,
      ...audioArguments(audio, encoders),
      ...container,
      fileAddress(path),
    ],
    input: sound,
    signal,
    onProgress: ({ seconds }) => onProgress?.({ stage: WRITING, done: seconds, total: mix.frames / MIX_RATE }),
  });
}
