import { MIX_RATE } from "../../../core/media/conform.ts";
import type { AudioFacts } from "../../../core/media/media-facts.ts";
import { CanceledError } from "../../jobs/canceled-error.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";

/** Sound of one file as it is decoded: stereo frames at the mix rate. */
export interface SoundStream {
  /** The next `frames` frames; fewer, then none, where the source ends. Waits for ffmpeg. Throws an `FfmpegError`. */
  read(frames: number): Promise<Float32Array>;
  /** Ends ffmpeg where it is not done. */
  close(): Promise<void>;
}

export interface SoundStreamOptions {
  readonly signal?: AbortSignal | undefined;
  /** Where to begin, in frames at the mix rate. */
  readonly from?: number;
  /** Frames to decode. */
  readonly length?: number | undefined;
  /** After conforming: clean-up of speech, and the frames by which it lets sound out later. */
  readonly filters?: readonly string[];
  readonly filterDelay?: number;
}

/** What is decoded ahead of being read, in bytes. */
const AHEAD = 1_000_000;
const FRAME_BYTES = 8;
/** Counts from the first sample that is left. */
const RESTART = "asetpts=N/SR/TB";

/** Sources in which a moment is found to the sample only by reading all that stands before it. */
const UNINDEXED_FILES = new Set(["mp3", "aac", "mp2", "amr", "amrnb", "amrwb", "ogg"]);
const UNINDEXED_CODECS = new Set(["opus", "vorbis"]);

export interface SoundSource {
  readonly path: string;
  /** `facts.container` of the file. */
  readonly container: string;
  readonly audio: AudioFacts;
  /** The stream with the right channel, in files that keep each channel in a stream of its own. */
  readonly right: AudioFacts | undefined;
  /** What `conformMedia` says is needed to make stereo at the mix rate. */
  readonly conform: readonly string[];
}

/** Begins to decode. Failures are told by `read`. */
export function openSound(source: SoundSource, options: SoundStreamOptions = {}): SoundStream {
  const { from = 0, length, filters = [], filterDelay = 0, signal } = options;
  const byReading = UNINDEXED_FILES.has(source.container) || UNINDEXED_CODECS.has(source.audio.codec);
  const start = byReading ? 0 : from / MIX_RATE;
  let skip = byReading ? from * FRAME_BYTES : 0;

  const stop = new AbortController();
  const chunks: Buffer[] = [];
  let held = 0;
  let ended = false;
  let failure: unknown;
  let news = Promise.withResolvers<void>();
  let room = Promise.withResolvers<void>();
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const take = (chunk: Buffer): Promise<void> | undefined => {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    if (skipped < chunk.length) chunks.push(chunk.subarray(skipped));
    held += chunk.length - skipped;
    tell();
    if (held <= AHEAD) return undefined;
    room = Promise.withResolvers();
    return room.promise;
  };
  const trim = length === undefined ? [] : [`atrim=end_sample=${(byReading ? from : 0) + length}`];
  const inTime =
    filterDelay > 0
      ? [`apad=pad_len=${filterDelay}`, ...filters, `atrim=start_sample=${filterDelay}`, RESTART]
      : filters;
  const running = runFfmpeg({
    args: [
      ...inputArguments(source.path, { start }),
      ...["-filter_complex", `${inputPads(source)}${[...source.conform, ...inTime, ...trim].join(",")}[sound]`],
      ...["-map", "[sound]"],
      ...["-f", "f32le", "-c:a", "pcm_f32le", "pipe:1"],
    ],
    onOutput: take,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
  })
    .catch((error: unknown) => {
      failure = error;
    })
    .then(() => {
      ended = true;
      tell();
    });

  return {
    async read(frames) {
      const wanted = frames * FRAME_BYTES;
      while (held < wanted && !ended) await news.promise;
      if (failure !== undefined) throw failure;
      const bytes = takeBytes(chunks, Math.min(wanted, held - (held % FRAME_BYTES)));
      held -= bytes.byteLength;
      if (held <= AHEAD) room.resolve();
      return new Float32Array(bytes.buffer);
    },
    async close() {
      stop.abort(new CanceledError());
      room.resolve();
      await running;
    },
  };
}

const inputPads = ({ audio, right }: SoundSource): string =>
  right ? `[0:${audio.index}][0:${right.index}]join=inputs=2:channel_layout=stereo,` : `[0:${audio.index}]`;

/** Moves `count` bytes from the front of the chunks into memory of their own, where numbers are aligned. */
function takeBytes(chunks: Buffer[], count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  let filled = 0;
  while (filled < count) {
    const chunk = chunks[0];
    if (!chunk) break;
    const part = chunk.subarray(0, count - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (part.length === chunk.length) chunks.shift();
    else chunks[0] = chunk.subarray(part.length);
  }
  return bytes;
}
