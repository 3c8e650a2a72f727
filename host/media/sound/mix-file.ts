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
  /** Stereo frames at the mix rate. */
  readonly frames: number;
  /** By channels, those that were asked for. */
  readonly heard: ReadonlyMap<1 | 2, HeardMix>;
}

const FRAME_BYTES = 8;
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
  const listeners = [...new Set(channels)].map((count) => [count, createMixListener(count)] as const);
  try {
    const handle = await open(path, "w");
    try {
      for await (const block of blocks) {
        // One call of `write` may take a part only, where the disk is nearly full.
        const writing = handle.appendFile(new Uint8Array(block.buffer, block.byteOffset, block.byteLength));
        // Awaited below; until then nobody listens.
        writing.catch(() => undefined);
        for (const [, listener] of listeners) listener.add(block);
        frames += block.length / 2;
        await writing;
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && "syscall" in error) {
      throw new DiagnosticError([describeWriteError(error, path, length * FRAME_BYTES)], { cause: error });
    }
    throw error;
  }
  return { path, frames, heard: new Map(listeners.map(([count, { read }]) => [count, read()])) };
}

function createMixListener(channels: 1 | 2) {
  const meter = createLoudnessMeter({
    rate: MIX_RATE,
    channels,
    peaks: false,
    grainsPerStep: STEP_FRAMES / GRAIN_FRAMES,
  });
  const peaks: number[] = [];
  let mono = new Float32Array();
  let loudest = 0;
  let filled = 0;
  return {
    add(stereo: Float32Array): void {
      if (channels === 1 && mono.length !== stereo.length / 2) mono = new Float32Array(stereo.length / 2);
      const samples = channels === 1 ? mono : stereo;
      if (channels === 1) foldToMono(stereo, mono);
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
  { path, frames }: MixFile,
  channels: 1 | 2,
  { from, to }: MixRange = { from: 0, to: frames },
): AsyncGenerator<Float32Array> {
  const handle = await open(path, "r");
  try {
    const stereo = new Float32Array(Math.min(BLOCK, to - from) * 2);
    const bytes = new Uint8Array(stereo.buffer);
    const mono = new Float32Array(channels === 1 ? stereo.length / 2 : 0);
    for (let at = from; at < to; ) {
      const wanted = Math.min(bytes.length, (to - at) * FRAME_BYTES);
      const { bytesRead } = await handle.read(bytes, 0, wanted, at * FRAME_BYTES);
      const read = Math.floor(bytesRead / FRAME_BYTES);
      if (read === 0) return;
      at += read;
      const block = stereo.subarray(0, read * 2);
      if (channels === 1) foldToMono(block, mono);
      yield channels === 1 ? mono.subarray(0, read) : block;
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
