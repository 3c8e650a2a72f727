import { MIX_RATE } from "../../core/media/conform.ts";
import type { SoundMeasurement } from "../../core/programme/measure/measurement.ts";
import { audioArguments, containerArguments, mapAudio } from "../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { makeWholeFile } from "../files/part-file.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { describeFfmpeg } from "../media/ffmpeg/describe-ffmpeg.ts";
import { fileAddress } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg, toldFfmpegError } from "../media/ffmpeg/run-ffmpeg.ts";
import { measureSound } from "../media/measure/measure-sound.ts";
import { probeMedia } from "../media/probe-media.ts";
import type { DeliveredSound } from "../media/sound/deliver-sound.ts";
import { masterSound } from "../media/sound/master-sound.ts";
import type { MixFile } from "../media/sound/mix-file.ts";
import type { RenderedPicture } from "./render-picture.ts";

export interface DeliverClipRequest {
  readonly picture: RenderedPicture;
  readonly mix: MixFile;
  readonly preset: Preset;
  readonly out: string;
  /** ffmpeg's names. */
  readonly metadata: Readonly<Record<string, string>>;
}

const STAGE = { vi: "Ghép hình và tiếng", en: "Joining picture and sound" };

/** Joins a rendered picture with its mastered sound in one file, which takes its place when it is whole. Throws a `DiagnosticError`. */
export async function deliverClip(request: DeliverClipRequest, options: JobOptions = {}): Promise<DeliveredSound> {
  const { mix, preset, out } = request;
  const { signal } = options;
  try {
    return await makeWholeFile(out, async (part) => {
      let measurement: SoundMeasurement | undefined;
      const mastered = await masterSound({
        mix,
        audio: preset.audio,
        target: preset.loudness,
        file: out,
        signal,
        encode: async (sound) => {
          await join(request, part, sound, options);
          measurement = await measureSound(await probeMedia(part, { signal }), options);
          return measurement.loudness;
        },
      });
      if (!measurement) throw new Error("nothing was measured");
      return { ...mastered, measurement };
    });
  } catch (error) {
    throw toldFfmpegError(error, out);
  }
}

async function join(
  { picture, mix, preset, metadata }: DeliverClipRequest,
  part: string,
  sound: AsyncIterable<Uint8Array>,
  { signal, onProgress }: JobOptions,
): Promise<void> {
  const { encoders } = await describeFfmpeg();
  const { audio } = preset;
  const mapping = mapAudio(audio, "1:a");
  await runFfmpeg({
    args: [
      ...picture.input,
      ...["-f", "f32le", "-ar", String(MIX_RATE), "-ac", String(audio.channels), "-i", "pipe:0"],
      ...(mapping.filter ? ["-filter_complex", mapping.filter] : []),
      ...["-map", "0:v:0", ...mapping.maps, "-c:v", "copy"],
      ...audioArguments(audio, encoders),
      ...Object.entries(metadata).flatMap(([name, value]) => ["-metadata", `${name}=${value}`]),
      ...containerArguments(preset),
      fileAddress(part),
    ],
    input: sound,
    signal,
    onProgress: ({ seconds }) => onProgress?.({ stage: STAGE, done: seconds, total: mix.frames / MIX_RATE }),
  });
}
