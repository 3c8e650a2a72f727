import { writeFile } from "node:fs/promises";
import { MIX_RATE } from "../../../core/media/conform.ts";
import { type HeadedFormat, readSoundHead } from "../../../core/media/sound-head.ts";
import type { SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";
import { createSoundMeasure, MEASURED_TOGETHER, type SoundMeasure } from "../measure/measure-sound.ts";
import { followFile } from "./follow-file.ts";

export interface WrittenSound {
  readonly path: string;
  readonly format: HeadedFormat;
  readonly channels: 1 | 2;
  /** At the mix rate. */
  readonly frames: number;
  readonly signal?: AbortSignal | undefined;
}

/** What ffmpeg's encoders put before the sound. LAME's delay is 576 frames. */
const BEFORE: Readonly<Record<HeadedFormat, number>> = { mp3: 576 + 529, wav: 0 };

/**
 * Calls `write`, which makes the file, and meanwhile decodes and measures what lies on the disk of it. In the end the file is looked over
 * again: undefined where it is not what was measured, or its head says another length, or it could not be decoded. Throws what `write` throws.
 */
export async function measureWhileWritten(
  { path, format, channels, frames, signal }: WrittenSound,
  write: () => Promise<void>,
): Promise<SoundMeasurement | undefined> {
  // What an earlier turn left there is not what is written now.
  await writeFile(path, "");
  let whole = false;
  const file = followFile(path, () => whole);
  const measure = createSoundMeasure(channels);
  // Encoders put a little before the sound and fill the last packet up: the head says in the end how much players leave out.
  const blocks = inBlocks(measure, { channels, skip: BEFORE[format], frames });
  const stop = new AbortController();
  const decoding = runFfmpeg({
    args: [
      ...["-protocol_whitelist", "pipe", "-f", format, "-i", "pipe:0"],
      ...[
        "-f",
        "f32le",
        "-c:a",
        "pcm_f32le",
        "-ar",
        String(MIX_RATE),
        "-ac",
        String(channels),
        "-flush_packets",
        "0",
        "pipe:1",
      ],
    ],
    input: format === "mp3" ? behindHead(file.bytes(), format) : file.bytes(),
    onOutput: blocks.take,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
  }).then(
    () => true,
    () => false,
  );
  try {
    await write();
    whole = true;
    const decoded = await decoding;
    blocks.end();
    signal?.throwIfAborted();
    const head = readSoundHead(await file.head(), format);
    const isAsSaid = head?.frames === frames && head.before === BEFORE[format];
    const matches = decoded && isAsSaid && measure.frames() === frames;
    return matches && (await file.isUnchangedFrom(head.soundFrom)) ? measure.read() : undefined;
  } finally {
    whole = true;
    stop.abort();
    await decoding;
  }
}

/** The head says nothing yet while the file is written, and decoders would believe it. */
async function* behindHead(bytes: AsyncIterable<Uint8Array>, format: HeadedFormat): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const part of bytes) {
    yield first ? part.subarray(readSoundHead(part, format)?.soundFrom ?? 0) : part;
    first = false;
  }
}

/** Bytes as they come from a pipe → blocks of the same length every time, so that the same sound is measured as the same to the last digit. */
function inBlocks(
  measure: SoundMeasure,
  { channels, skip, frames }: { readonly channels: 1 | 2; readonly skip: number; readonly frames: number },
) {
  const frameBytes = channels * Float32Array.BYTES_PER_ELEMENT;
  const block = new Float32Array(MEASURED_TOGETHER * channels);
  const bytes = new Uint8Array(block.buffer);
  let early = skip * frameBytes;
  let left = frames * frameBytes;
  let filled = 0;
  const use = (): void => {
    measure.add(block.subarray(0, Math.floor(filled / frameBytes) * channels));
    filled = 0;
  };
  return {
    take(chunk: Uint8Array): void {
      let at = Math.min(early, chunk.length);
      early -= at;
      const end = Math.min(chunk.length, at + left);
      left -= end - at;
      while (at < end) {
        const part = chunk.subarray(at, Math.min(end, at + bytes.length - filled));
        bytes.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === bytes.length) use();
      }
    },
    end: use,
  };
}
