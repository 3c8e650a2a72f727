/** The mixed sound of a programme in a file of raw 32-bit floats, so that it is decoded and cleaned up once and mastered as often as needed. */

import { open } from "node:fs/promises";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../../core/media/conform.ts";
import { LOOK_AHEAD } from "../../../core/sound/limiter.ts";
import { createLoudnessMeter, type Loudness, PER_SECOND } from "../../../core/sound/loudness-meter.ts";
import { describeWriteError } from "../../files/atomic-write.ts";

/** What was heard of a mix as stereo, or folded to one channel, while it was written. */
export interface HeardMix {
  /** Its peaks between samples are not looked for. */
  readonly loudness: Loudness;
  /** Mean square of every whole tenth of a second. */
  readonly steps: readonly number[];
  /** Mean square and greatest sample of every `GRAIN_FRAMES`; the last may be shorter and has no mean square then. */
  readonly grains: readonly number[];
  readonly peaks: readonly number[];
}

export interface MixFile {
  readonly path: string;
  /** Frames at the mix rate. */
  readonly frames: number;
  /** One where nobody asked for two. */
  readonly channels: 1 | 2;
  /** By channels, those that were asked for. */
  readonly heard: ReadonlyMap<1 | 2, HeardMix>;
}

const SAMPLE_BYTES = 4;
/** Frames of the steps a mix is heard in. */
export const STEP_FRAMES = MIX_RATE / PER_SECOND;
/** Frames of the grains peaks are found in: what a limiter looks ahead. */
export const GRAIN_FRAMES = MIX_RATE * LOOK_AHEAD;
/** Frames read back at a time: a second, which keeps waiting for pipes rare. */
const BLOCK = MIX_RATE;

/**
 * Writes `length` frames in stereo blocks to a new file at `path`, and hears them as each of `channels` wants it. Blocks are done with when the
 * next is asked for. Throws a `DiagnosticError` where the disk is full or not writable.
 */
export async function writeMixFile(
  path: string,
  blocks: AsyncIterable<Float32Array>,
  length: number,
  channels: readonly (1 | 2)[],
): Promise<MixFile> {
  let frames = 0;
  const stored = channels.includes(2) ? 2 : 1;
  const listeners = [...new Set(channels)].map((count) => [count, createMixListener(count)] as const);
  let mono = new Float32Array();
  try {
    const handle = await open(path, "w");
    try {
      for await (const block of blocks) {
        if (mono.length !== block.length / 2) mono = new Float32Array(block.length / 2);
        if (channels.includes(1)) foldToMono(block, mono);
        const kept = stored === 1 ? mono : block;
        // One call of `write` may take a part only, where the disk is nearly full.
        const writing = handle.appendFile(new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength));
        // Awaited below; until then nobody listens.
        writing.catch(() => undefined);
        for (const [count, listener] of listeners) listener.add(count === 1 ? mono : block);
        frames += block.length / 2;
        await writing;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && "syscall" in error) {
      throw new DiagnosticError([describeWriteError(error, path, length * stored * SAMPLE_BYTES)], { cause: error });
    }
    throw error;
  }
  return { path, frames, channels: stored, heard: new Map(listeners.map(([count, { read }]) => [count, read()])) };
}

function createMixListener(channels: 1 | 2) {
  const meter = createLoudnessMeter({
    rate: MIX_RATE,
    channels,
    peaks: false,
    grainsPerStep: STEP_FRAMES / GRAIN_FRAMES,
  });
  const peaks: number[] = [];
  let loudest = 0;
  let filled = 0;
  return {
    add(samples: Float32Array): void {
      meter.add(samples);
      for (let at = 0; at < samples.length; ) {
        const end = Math.min(samples.length, at + (GRAIN_FRAMES - filled) * channels);
        filled += (end - at) / channels;
        let highest = loudest;
        for (; at < end; at += 1) {
          const level = Math.abs(samples[at] ?? 0);
          if (level > highest) highest = level;
        }
        loudest = highest;
        if (filled < GRAIN_FRAMES) continue;
        peaks.push(loudest);
        [loudest, filled] = [0, 0];
      }
    },
    read: (): HeardMix => ({
      loudness: meter.read(),
      steps: meter.steps(),
      grains: meter.grains(),
      peaks: filled > 0 ? [...peaks, loudest] : peaks,
    }),
  };
}

/** Frames of a mix. */
export interface MixRange {
  readonly from: number;
  readonly to: number;
}

/** Reads a mix back, or a part of it, as stereo or folded to one channel. Each block is overwritten by the next. */
export async function* readMixFile(
  { path, frames, channels: stored }: MixFile,
  channels: 1 | 2,
  { from, to }: MixRange = { from: 0, to: frames },
): AsyncGenerator<Float32Array> {
  const handle = await open(path, "r");
  try {
    const samples = new Float32Array(Math.min(BLOCK, to - from) * stored);
    const bytes = new Uint8Array(samples.buffer);
    const frameBytes = stored * SAMPLE_BYTES;
    const folded = channels < stored;
    const mono = new Float32Array(folded ? samples.length / 2 : 0);
    for (let at = from; at < to; ) {
      const wanted = Math.min(bytes.length, (to - at) * frameBytes);
      const { bytesRead } = await handle.read(bytes, 0, wanted, at * frameBytes);
      const read = Math.floor(bytesRead / frameBytes);
      if (read === 0) return;
      at += read;
      const block = samples.subarray(0, read * stored);
      if (folded) foldToMono(block, mono);
      yield folded ? mono.subarray(0, read) : block;
    }
  } finally {
    await handle.close();
  }
}

/** Half of each channel: what sounds the same on both keeps its level. */
function foldToMono(stereo: Float32Array, mono: Float32Array): void {
  for (let frame = 0, at = 0; at < stereo.length; frame += 1, at += 2) {
    mono[frame] = ((stereo[at] ?? 0) + (stereo[at + 1] ?? 0)) / 2;
  }
}
