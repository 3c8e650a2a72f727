/** What an encoder does to the loudness of a mix: some lower everything a little, and all of them leave something out. */

import { MIX_RATE } from "../../../core/media/conform.ts";
import { audioArguments } from "../../../core/programme/presets/preset-arguments.ts";
import type { AudioPreset } from "../../../core/programme/presets/preset-schema.ts";
import type { MasterSettings } from "../../../core/programme/sound/master-plan.ts";
import { createLoudnessMeter, PER_SECOND } from "../../../core/sound/loudness-meter.ts";
import { describeFfmpeg } from "../ffmpeg/describe-ffmpeg.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { masteredBlocks } from "./mastered-blocks.ts";
import { type MixFile, type MixRange, STEP_FRAMES } from "./mix-file.ts";

/** Seconds that are tried. */
const TRIED_SECONDS = 10;
/** A change that is greater was not heard right: silence, or sound an encoder leaves out. */
const MOST = 1.5;
/** Sound alone, as a stream: ffmpeg's names for writing it and for reading it. */
const STREAM_FORMATS: Partial<
  Readonly<Record<AudioPreset["codec"], { readonly write: string; readonly read: string }>>
> = {
  aac: { write: "adts", read: "aac" },
  mp3: { write: "mp3", read: "mp3" },
  mp2: { write: "mp2", read: "mp3" },
};

/**
 * LU by which the loudness of a mix changes when it is encoded, heard in its loudest seconds: to encode all of it takes far longer. 0 for
 * codecs that lose nothing.
 */
export async function codingChange(
  mix: MixFile,
  audio: AudioPreset,
  settings: MasterSettings,
  signal: AbortSignal | undefined,
): Promise<number> {
  const format = STREAM_FORMATS[audio.codec];
  const range = loudestRange(mix, audio.channels);
  if (format === undefined || !range) return 0;
  const { channels } = audio;
  const before = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
  const after = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
  const raw = ["-f", "f32le", "-ar", String(MIX_RATE), "-ac", String(channels)];
  async function* sound(): AsyncGenerator<Uint8Array> {
    for await (const block of masteredBlocks({ mix, channels, settings, range })) {
      before.add(block);
      yield new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
    }
  }
  const { encoders } = await describeFfmpeg();
  const coded: Uint8Array[] = [];
  await runFfmpeg({
    args: [...raw, "-i", "pipe:0", ...audioArguments(audio, encoders), "-f", format.write, "pipe:1"],
    input: sound(),
    onOutput: (chunk) => void coded.push(chunk),
    signal,
  });
  const heard: Buffer[] = [];
  await runFfmpeg({
    args: ["-f", format.read, "-i", "pipe:0", ...raw, "-c:a", "pcm_f32le", "pipe:1"],
    input: parts(coded),
    onOutput: (chunk) => void heard.push(chunk),
    signal,
  });
  const bytes = new Uint8Array(Buffer.concat(heard));
  after.add(new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4)));
  const change = after.read().integrated - before.read().integrated;
  return Math.abs(change) < MOST ? change : 0;
}

async function* parts(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function loudestRange(mix: MixFile, channels: 1 | 2): MixRange | undefined {
  const steps = mix.heard.get(channels)?.steps ?? [];
  const width = Math.min(steps.length, TRIED_SECONDS * PER_SECOND);
  let sum = steps.slice(0, width).reduce((total, step) => total + step, 0);
  let [best, from] = [sum, 0];
  for (let end = width; end < steps.length; end += 1) {
    sum += (steps[end] ?? 0) - (steps[end - width] ?? 0);
    if (sum > best) [best, from] = [sum, end - width + 1];
  }
  return best > 0 ? { from: from * STEP_FRAMES, to: (from + width) * STEP_FRAMES } : undefined;
}
