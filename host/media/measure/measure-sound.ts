import { MIX_RATE } from "../../../core/media/conform.ts";
import { GRAPH_POINTS, type SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { createSoundWatch } from "../../../core/programme/measure/sound-watch.ts";
import { createLoudnessMeter } from "../../../core/sound/loudness-meter.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound } from "../sound/decode-sound.ts";
import { soundSource } from "../sound/sound-source.ts";

/** Frames looked at together: half a second. */
const BLOCK = MIX_RATE / 2;
const STAGE = { vi: "Đo tiếng", en: "Measuring sound" };

/** Decodes the sound of a file from end to end and measures it as two speakers play it. Throws an `FfmpegError` where it cannot be decoded. */
export async function measureSound(
  media: ProbedMedia,
  { signal, onProgress }: JobOptions = {},
): Promise<SoundMeasurement> {
  const stream = openSound(soundSource(media), { signal });
  const { channels } = stream;
  const meter = createLoudnessMeter({ rate: MIX_RATE, channels });
  const watch = createSoundWatch(MIX_RATE, channels);
  const block = new Float32Array(BLOCK * channels);
  let frames = 0;
  try {
    for (;;) {
      const count = await stream.read(block);
      if (count === 0) break;
      const heard = block.subarray(0, count * channels);
      meter.add(heard);
      watch.add(heard);
      frames += count;
      onProgress?.({ stage: STAGE, done: frames / MIX_RATE, total: media.facts.duration ?? 0 });
    }
  } finally {
    await stream.close();
  }
  return { loudness: meter.read(), graph: thin(meter.shortTerm()), ...watch.read() };
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
