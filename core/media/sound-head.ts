/** What the head of a file of sound alone says of the sound behind it. */

import { findWavChunk } from "./wav-chunks.ts";

export interface SoundHead {
  /** Byte at which the sound begins. */
  readonly soundFrom: number;
  /** Frames a decoder gives before those that are played. */
  readonly before: number;
  /** Frames that are played: without those an encoder puts before and after them. */
  readonly frames: number;
}

/** Kinds of file whose heads are understood: by ffmpeg's name for both reading and writing them. */
export type HeadedFormat = "mp3" | "wav";

/** Undefined where the head says nothing of it, or is longer than these bytes. */
export const readSoundHead = (head: Uint8Array, format: HeadedFormat): SoundHead | undefined =>
  format === "wav" ? readWavHead(head) : readMp3Head(head);

function readWavHead(head: Uint8Array): SoundHead | undefined {
  const format = findWavChunk(head, "fmt ");
  const data = findWavChunk(head, "data");
  // In an RF64 file the length stands elsewhere.
  if (!format || !data || head[1] !== 0x49) return undefined;
  const frameBytes = new DataView(head.buffer, head.byteOffset).getUint16(format.at + 12, true);
  return frameBytes === 0 ? undefined : { soundFrom: data.at, before: 0, frames: data.length / frameBytes };
}

/** Samples of a frame at 32 kHz and more, which is MPEG-1. */
const MP3_FRAME = 1_152;
/** kb/s by the number in a frame's head. */
const MP3_KILOBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
/** Frames every decoder is late by. */
const MP3_DECODER_DELAY = 529;
const MP3_RATES = [44_100, 48_000, 32_000];
/** Bytes of a frame's side information: the tag of Xing and LAME stands where sound would begin. */
const SIDE_BYTES = { mono: 17, stereo: 32 };

/** By the frame encoders put before the sound (Xing; gapless fields of LAME). */
function readMp3Head(head: Uint8Array): SoundHead | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = (at: number, length: number): string => String.fromCharCode(...head.subarray(at, at + length));
  // Lengths of ID3 have seven bits in a byte.
  const tag = (at: number): number => 10 + [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + (head[at + byte] ?? 0), 0);
  const from = text(0, 3) === "ID3" ? tag(0) : 0;
  if (from + 4 > head.length) return undefined;
  const [sync = 0, kind = 0, coded = 0, mode = 0] = head.subarray(from);
  const kilobits = MP3_KILOBITS[coded >> 4];
  const rate = MP3_RATES[(coded >> 2) & 3];
  if (sync !== 0xff || (kind & 0xfe) !== 0xfa || !kilobits || !rate) return undefined;
  const info = from + 4 + (mode >> 6 === 3 ? SIDE_BYTES.mono : SIDE_BYTES.stereo);
  const soundFrom = from + Math.floor((144_000 * kilobits) / rate) + ((coded >> 1) & 1);
  const name = text(info, 4);
  // Frames, bytes, places and quality all stand before the encoder's own fields.
  if (soundFrom > head.length || (name !== "Xing" && name !== "Info") || (view.getUint32(info + 4) & 15) !== 15)
    return undefined;
  const frames = view.getUint32(info + 8);
  const gaps = view.getUint32(info + 140) & 0xffffff;
  const [before, after] = [gaps >> 12, gaps & 0xfff];
  return { soundFrom, before: before + MP3_DECODER_DELAY, frames: frames * MP3_FRAME - before - after };
}
