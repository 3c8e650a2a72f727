/** The mixed sound of a programme in a file of raw 32-bit floats, so that it is decoded and cleaned up once and mastered as often as needed. */

import { open } from "node:fs/promises";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../../core/media/conform.ts";
import { createLoudnessMeter, type Loudness } from "../../../core/sound/loudness-meter.ts";
import { describeWriteError } from "../../files/atomic-write.ts";

const FRAME_BYTES = 8;

export interface MixFile {
  readonly path: string;
  /** Stereo frames at the mix rate. */
  readonly frames: number;
}

/** Writes `length` frames in stereo blocks to a new file at `path`. Throws a `DiagnosticError` where the disk is full or not writable. */
export async function writeMixFile(
  path: string,
  blocks: AsyncIterable<Float32Array>,
  length: number,
): Promise<MixFile> {
  let frames = 0;
  try {
    const handle = await open(path, "w");
    try {
      for await (const block of blocks) {
        // One call of `write` may take a part only, where the disk is nearly full.
        await handle.appendFile(new Uint8Array(block.buffer, block.byteOffset, block.byteLength));
        frames += block.length / 2;
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
  return { path, frames };
}

/** Loudness of a mix as stereo or folded to one channel; its peaks are not looked for. */
export async function measureMix(mix: MixFile, channels: 1 | 2): Promise<Loudness> {
  const meter = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
  for await (const block of readMixFile(mix, channels)) meter.add(block);
  return meter.read();
}

/** Reads a mix back in blocks of a second, which keeps waiting for pipes rare, as stereo or folded to one channel. */
export async function* readMixFile({ path }: MixFile, channels: 1 | 2): AsyncGenerator<Float32Array> {
  const handle = await open(path, "r");
  try {
    const bytes = new Uint8Array(MIX_RATE * FRAME_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length);
      if (bytesRead === 0) return;
      const block = new Float32Array(bytes.slice(0, bytesRead).buffer);
      yield channels === 1 ? foldToMono(block) : block;
    }
  } finally {
    await handle.close();
  }
}

/** Half of each channel: what sounds the same on both keeps its level. */
export function foldToMono(block: Float32Array): Float32Array {
  const mono = new Float32Array(block.length / 2);
  for (let frame = 0; frame < mono.length; frame += 1) {
    mono[frame] = ((block[frame * 2] ?? 0) + (block[frame * 2 + 1] ?? 0)) / 2;
  }
  return mono;
}
