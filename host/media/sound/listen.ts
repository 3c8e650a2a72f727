/** Hearing a file once from end to end, for all that arranging, waveforms and checks want to know of it. */

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, realpath, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { MIX_RATE } from "../../../core/media/conform.ts";
import type { SourceSound } from "../../../core/programme/sound/place-pieces.ts";
import { LEVELS_PER_SECOND, speechSpans } from "../../../core/programme/sound/speech-spans.ts";
import { decibelsOf } from "../../../core/sound/decibels.ts";
import { createLoudnessMeter } from "../../../core/sound/loudness-meter.ts";
import { writeFileAtomically } from "../../files/atomic-write.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound } from "./decode-sound.ts";
import { soundSource } from "./sound-source.ts";

export interface HeardSound {
  /** Frames at the mix rate, counted. */
  readonly frames: number;
  /** LUFS of the whole; null where it is silent. */
  readonly loudness: number | null;
  /** Greatest and RMS level of every hundredth of a second, in half decibels below full scale, 255 for silence. */
  readonly peaks: readonly number[];
  readonly levels: readonly number[];
}

const heardSchema = z.object({
  frames: z.int().min(0),
  loudness: z.number().nullable(),
  peaks: z.array(z.int().min(0).max(255)),
  levels: z.array(z.int().min(0).max(255)),
});

/** Changes when what is kept means something else. */
const KEPT_VERSION = 1;
const MOST_KEPT = 400;
const STEP = MIX_RATE / LEVELS_PER_SECOND;
const STAGE = { vi: "Nghe tệp nguồn", en: "Listening to sources" };

/** Listens to a file, or remembers having done so; `cache` is a folder of the program's own. Throws an `FfmpegError`. */
export async function listen(media: ProbedMedia, cache: string, options: JobOptions = {}): Promise<HeardSound> {
  const kept = join(cache, `${await identify(media.path)}.json`);
  const known = await readKept(kept);
  if (known) return known;
  const heard = await hear(media, options);
  // What cannot be kept is heard again next time.
  await keep(cache, kept, heard).catch(() => undefined);
  return heard;
}

/** What arranging wants to know of it. */
export const sourceSound = ({ frames, loudness, levels }: HeardSound): SourceSound => ({
  length: frames,
  loudness: loudness ?? undefined,
  speech: speechSpans(levels.map((level) => (level === 255 ? Number.NEGATIVE_INFINITY : -level / 2))).map(
    ({ from, to }) => ({ from: from * STEP, to: Math.min(frames, to * STEP) }),
  ),
});

async function identify(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  const name = await realpath(path);
  return createHash("sha256").update([KEPT_VERSION, name, size, mtimeMs].join("\u0000")).digest("hex").slice(0, 32);
}

async function readKept(path: string): Promise<HeardSound | undefined> {
  try {
    return heardSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

async function keep(cache: string, path: string, heard: HeardSound): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFileAtomically(path, Buffer.from(JSON.stringify(heard)));
  const names = (await readdir(cache)).filter((name) => name.endsWith(".json"));
  if (names.length <= MOST_KEPT) return;
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(cache, name))).mtimeMs })));
  for (const { name } of dated.sort((a, b) => a.at - b.at).slice(0, names.length - MOST_KEPT)) {
    await unlink(join(cache, name));
  }
}

async function hear(media: ProbedMedia, { signal, onProgress }: JobOptions): Promise<HeardSound> {
  const stream = openSound(soundSource(media), { signal });
  const meter = createLoudnessMeter({ rate: MIX_RATE, channels: 2, peaks: false });
  const peaks: number[] = [];
  const levels: number[] = [];
  let frames = 0;
  try {
    for (;;) {
      const block = await stream.read(STEP * 10);
      if (block.length === 0) break;
      meter.add(block);
      for (let start = 0; start < block.length; start += STEP * 2) {
        const { peak, rms } = levelsOf(block.subarray(start, start + STEP * 2));
        peaks.push(halfDecibels(peak));
        levels.push(halfDecibels(rms));
      }
      frames += block.length / 2;
      onProgress?.({ stage: STAGE, done: frames / MIX_RATE, total: media.facts.duration ?? 0 });
    }
  } finally {
    await stream.close();
  }
  const { integrated } = meter.read();
  return { frames, loudness: Number.isFinite(integrated) ? integrated : null, peaks, levels };
}

function levelsOf(samples: Float32Array): { readonly peak: number; readonly rms: number } {
  let peak = 0;
  let sum = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    sum += sample * sample;
  }
  return { peak, rms: Math.sqrt(sum / samples.length) };
}

const halfDecibels = (gain: number): number => Math.max(0, Math.min(255, Math.round(-2 * decibelsOf(gain))));
