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
  /** The sound goes into one file with this picture; arguments that open it as an input of ffmpeg whose stream `v:0` is copied. */
  readonly picture?: { readonly input: readonly string[] } | undefined;
}

export interface DeliveredSound extends Mastered {
  readonly measurement: SoundMeasurement;
}

/** Makes one file by a preset, of sound or of a picture with its sound: mastered, measured, and put in its place when it is right. Throws a `DiagnosticError`. */
export async function deliverSound(request: DeliverSoundRequest, options: JobOptions = {}): Promise<DeliveredSound> {
  const { mix, preset, out } = request;
  const { signal } = options;
  try {
    return await makeWholeFile(out, async (part) => {
      const measured: SoundMeasurement[] = [];
      const mastered = await masterSound({
        mix,
        audio: preset.audio,
        target: preset.loudness,
        file: out,
        signal,
        encode: async (sound) => {
          const found = await encodeAndMeasure(request, part, sound, options);
          measured.push(found);
          return found.loudness;
        },
      });
      const measurement = measured.at(-1);
      if (!measurement) throw new Error("nothing was measured");
      if (preset.broadcastWave) await writeBextLoudness(part, measurement.loudness);
      return { ...mastered, measurement };
    });
  } catch (error) {
    const seconds = mix.frames / MIX_RATE;
    const { bytes } = expectedBytes(preset, seconds, { card: 0, still: 0, moving: seconds, film: 0 });
    throw toldFfmpegError(error, out, bytes);
  }
}

/** The file as it lies on the disk, decoded and measured: while it is written where it can be read from its beginning on, afterwards otherwise. */
async function encodeAndMeasure(
  request: DeliverSoundRequest,
  part: string,
  sound: AsyncIterable<Uint8Array>,
  options: JobOptions,
): Promise<SoundMeasurement> {
  const { mix, preset, picture } = request;
  const { signal } = options;
  const { channels, sampleRate } = preset.audio;
  const { container: format } = preset;
  const encode = (): Promise<void> => encodeSound(request, part, sound, options);
  if (!picture && sampleRate === MIX_RATE && (format === "mp3" || format === "wav")) {
    const found = await measureWhileWritten({ path: part, format, channels, frames: mix.frames, signal }, encode);
    if (found) return found;
  } else await encode();
  return measureSound(await probeMedia(part, { signal }), options);
}

const WRITING = { vi: "Ghi tiếng", en: "Writing sound" };
const JOINING = { vi: "Ghép hình và tiếng", en: "Joining picture and sound" };

async function encodeSound(
  { mix, preset, metadata, picture }: DeliverSoundRequest,
  part: string,
  sound: AsyncIterable<Uint8Array>,
  { signal, onProgress }: JobOptions,
): Promise<void> {
  const { encoders } = await describeFfmpeg();
  const { audio } = preset;
  const mapping = mapAudio(audio, picture ? "1:a" : "0:a");
  const stage = picture ? JOINING : WRITING;
  await runFfmpeg({
    args: [
      ...(picture?.input ?? []),
      ...["-f", "f32le", "-ar", String(MIX_RATE), "-ac", String(audio.channels), "-i", "pipe:0"],
      ...(mapping.filter ? ["-filter_complex", mapping.filter] : []),
      ...(picture ? ["-map", "0:v:0", "-c:v", "copy"] : []),
      ...mapping.maps,
      ...audioArguments(audio, encoders),
      ...Object.entries(metadata).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]),
      ...containerArguments(preset),
      fileAddress(part),
    ],
    input: sound,
    signal,
    onProgress: ({ seconds }) => onProgress?.({ stage, done: seconds, total: mix.frames / MIX_RATE }),
  });
}
