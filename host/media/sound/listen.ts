/** Hearing a file once from end to end, for all that arranging, waveforms and checks want to know of it. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MIX_RATE } from "../../../core/media/conform.ts";
import type { SourceSound } from "../../../core/programme/sound/place-pieces.ts";
import { LEVELS_PER_SECOND, speechSpans } from "../../../core/programme/sound/speech-spans.ts";
import { decibelsOf } from "../../../core/sound/decibels.ts";
import { createLoudnessMeter } from "../../../core/sound/loudness-meter.ts";
import { writeFileAtomically } from "../../files/atomic-write.ts";
import { letGoOfOldest } from "../../files/let-go.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { identifyFile } from "../identify-file.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound } from "./decode-sound.ts";
import { soundSource } from "./sound-source.ts";

export interface HeardSound {
  /** Frames at the mix rate, counted. */
  readonly frames: number;
  /** One where both channels are alike in every sample. */
  readonly channels: 1 | 2;
  /** LUFS of the whole; null where it is silent. */
  readonly loudness: number | null;
  /** Greatest and RMS level of every hundredth of a second, in half decibels below full scale, 255 for silence. */
  readonly peaks: readonly number[];
  readonly levels: readonly number[];
}

const heardSchema = z.object({
  frames: z.int().min(0),
  channels: z.union([z.literal(1), z.literal(2)]),
  loudness: z.number().nullable(),
  peaks: z.array(z.int().min(0).max(255)),
  levels: z.array(z.int().min(0).max(255)),
});

/** Changes when what is kept means something else. */
const KEPT_VERSION = 3;
const MOST_KEPT = 400;
const STEP = MIX_RATE / LEVELS_PER_SECOND;
const STEPS_AT_ONCE = 50;
/** The stage as users are told of it. */
export const HEARING = { vi: "Nghe tệp nguồn", en: "Listening to sources" };

/** Listens to a file, or remembers having done so; `cache` is a folder of the program's own. Throws an `FfmpegError`. */
export async function listen(media: ProbedMedia, cache: string, options: JobOptions = {}): Promise<HeardSound> {
  const kept = join(cache, `${await identifyFile(media.path, KEPT_VERSION)}.json`);
  const known = await readKept(kept);
  if (known) return known;
  const heard = await hear(media, options);
  // What cannot be kept is heard again next time.
  await keep(cache, kept, heard).catch(() => undefined);
  return heard;
}

/** What arranging wants to know of it. */
export const sourceSound = ({ frames, channels, loudness, levels }: HeardSound): SourceSound => ({
  length: frames,
  channels,
  loudness: loudness ?? undefined,
  speech: speechSpans(levels.map((level) => (level === 255 ? Number.NEGATIVE_INFINITY : -level / 2))).map(
    ({ from, to }) => ({ from: from * STEP, to: Math.min(frames, to * STEP) }),
  ),
});

async function readKept(path: string): Promise<HeardSound | undefined> {
  try {
    return heardSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

async function keep(cache: string, path: string, heard: HeardSound): Promise<void> {
  await writeFileAtomically(path, Buffer.from(JSON.stringify(heard)));
  await letGoOfOldest(cache, { files: MOST_KEPT });
}

async function hear(media: ProbedMedia, { signal, onProgress }: JobOptions): Promise<HeardSound> {
  const stream = openSound(soundSource(media), { signal });
  const { channels } = stream;
  const meter = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
  const block = new Float32Array(STEP * STEPS_AT_ONCE * channels);
  let alike = true;
  const peaks: number[] = [];
  const levels: number[] = [];
  let frames = 0;
  try {
    for (;;) {
      const count = await stream.read(block);
      if (count === 0) break;
      const heard = block.subarray(0, count * channels);
      meter.add(heard);
      alike &&= channels === 1 || areAlike(heard);
      for (let start = 0; start < heard.length; start += STEP * channels) {
        const { peak, rms } = levelsOf(heard, start, Math.min(heard.length, start + STEP * channels));
        peaks.push(halfDecibels(peak));
        levels.push(halfDecibels(rms));
      }
      frames += count;
      onProgress?.({ stage: HEARING, done: frames / MIX_RATE, total: media.facts.duration ?? 0 });
    }
  } finally {
    await stream.close();
  }
  const { integrated } = meter.read();
  return { frames, channels: alike ? 1 : 2, loudness: Number.isFinite(integrated) ? integrated : null, peaks, levels };
}

function areAlike(stereo: Float32Array): boolean {
  for (let index = 0; index < stereo.length; index += 2) if (stereo[index] !== stereo[index + 1]) return false;
  return true;
}

function levelsOf(samples: Float32Array, from: number, to: number): { readonly peak: number; readonly rms: number } {
  let peak = 0;
  let sum = 0;
  for (let index = from; index < to; index += 1) {
    const sample = samples[index] ?? 0;
    const level = Math.abs(sample);
    if (level > peak) peak = level;
    sum += sample * sample;
  }
  return { peak, rms: Math.sqrt(sum / (to - from)) };
}

const halfDecibels = (gain: number): number => Math.max(0, Math.min(255, Math.round(-2 * decibelsOf(gain))));
