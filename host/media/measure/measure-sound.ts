import { MIX_RATE } from "../../../core/media/conform.ts";
import { GRAPH_POINTS, type SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { createSoundWatch } from "../../../core/programme/measure/sound-watch.ts";
import { createLoudnessMeter } from "../../../core/sound/loudness-meter.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound } from "../sound/decode-sound.ts";
import { soundSource } from "../sound/sound-source.ts";

/** Frames looked at together: half a second. */
export const MEASURED_TOGETHER = MIX_RATE / 2;
const STAGE = { vi: "Đo tiếng", en: "Measuring sound" };

/** Decodes the sound of a file from end to end and measures it as two speakers play it. Throws an `FfmpegError` where it cannot be decoded. */
export async function measureSound(
  media: ProbedMedia,
  { signal, onProgress }: JobOptions = {},
): Promise<SoundMeasurement> {
  const stream = openSound(soundSource(media), { signal });
  const { channels } = stream;
  const measure = createSoundMeasure(channels);
  const block = new Float32Array(MEASURED_TOGETHER * channels);
  try {
    for (;;) {
      const count = await stream.read(block);
      if (count === 0) break;
      measure.add(block.subarray(0, count * channels));
      onProgress?.({ stage: STAGE, done: measure.frames() / MIX_RATE, total: media.facts.duration ?? 0 });
    }
  } finally {
    await stream.close();
  }
  return measure.read();
}

/** All that is measured of sound, as it streams by. */
export interface SoundMeasure {
  /** Interleaved samples at the mix rate, whole frames. */
  add(samples: Float32Array): void;
  readonly frames: () => number;
  read(): SoundMeasurement;
}

/** A measure that has heard nothing. */
export function createSoundMeasure(channels: 1 | 2): SoundMeasure {
  const meter = createLoudnessMeter({ rate: MIX_RATE, channels });
  const watch = createSoundWatch(MIX_RATE, channels);
  let frames = 0;
  return {
    add(samples) {
      meter.add(samples);
      watch.add(samples);
      frames += samples.length / channels;
    },
    frames: () => frames,
    read: () => ({ loudness: meter.read(), graph: thin(meter.shortTerm()), ...watch.read() }),
  };
}

/** At most `GRAPH_POINTS` values, each the greatest of those it stands for. */
function thin(values: readonly number[]): number[] {
  const step = Math.max(1, values.length / GRAPH_POINTS);
  return Array.from({ length: Math.min(values.length, GRAPH_POINTS) }, (_, index) =>
    Math.max(
      ...values.slice(Math.floor(index * step), Math.max(Math.floor(index * step) + 1, Math.floor((index + 1) * step))),
    ),
  );
}
