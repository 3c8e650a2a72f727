import type { Loudness } from "../sound/loudness-meter.ts";
import { findWavChunk } from "./wav-chunks.ts";

/** Where things stand in the `bext` part of a broadcast WAV, in bytes from the beginning of its data (EBU Tech 3285 v2). */
const VERSION_AT = 346;
const LOUDNESS_AT = 412;

/** Bytes of a `bext` part the loudness is written into. */
export const BEXT_HEAD_BYTES = LOUDNESS_AT + 10;

/**
 * Where the data of the `bext` part begins in a WAV or RF64 file, as seen in its first bytes; undefined where there is none. ffmpeg writes
 * it before the sound.
 */
export function findBext(head: Uint8Array): number | undefined {
  const found = findWavChunk(head, "bext");
  return found && found.length >= BEXT_HEAD_BYTES ? found.at : undefined;
}

/** Makes the `bext` data version 2 and writes the loudness fields: hundredths, `0x7fff` where a value is not known. */
export function setBextLoudness(
  bext: Uint8Array,
  { integrated, range, truePeak, momentaryMax, shortTermMax }: Loudness,
): void {
  const view = new DataView(bext.buffer, bext.byteOffset, bext.byteLength);
  view.setUint16(VERSION_AT, 2, true);
  for (const [index, value] of [integrated, range, truePeak, momentaryMax, shortTermMax].entries()) {
    view.setInt16(LOUDNESS_AT + index * 2, Number.isFinite(value) ? Math.round(value * 100) : 0x7fff, true);
  }
}
