import { MIX_RATE } from "../../../core/media/conform.ts";
import type { AudioFacts } from "../../../core/media/media-facts.ts";
import { CanceledError } from "../../jobs/canceled-error.ts";
import { inputArguments } from "../ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";

/** Sound of one file as it is decoded: frames at the mix rate. */
export interface SoundStream {
  /** One where both are alike: it is meant for both speakers. */
  readonly channels: 1 | 2;
  /** Fills `into` with the next frames and answers how many: fewer, then none, where the source ends. Waits for ffmpeg. Throws an `FfmpegError`. */
  read(into: Float32Array): Promise<number>;
  /** True while ffmpeg works: it is neither done nor waiting for somebody to read. */
  readonly busy: () => boolean;
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
  /** Both channels are known to be alike: one of them is decoded and cleaned up. */
  readonly alike?: boolean | undefined;
  /** Bytes that may be decoded before they are read. */
  readonly ahead?: number;
}

const AHEAD = 1_000_000;
const SAMPLE_BYTES = 4;
/** Counts from the first sample that is left. */
const RESTART = "asetpts=N/SR/TB";

const ONE_OF_TWO = "pan=mono|c0=c0";

/** Sources in which a moment is found to the sample only by reading all that stands before it. */
const UNINDEXED_FILES = new Set(["mp3", "aac", "mp2", "amr", "amrnb", "amrwb", "ogg", "mpeg"]);
const UNINDEXED_CODECS = new Set(["opus", "vorbis", "mp3"]);
/** Of these ffmpeg counts time from the first stream it is asked for, and finds a moment by the picture, behind sound that lies before it. */
const MIXED_FILES = new Set(["mpeg", "mpegts"]);
/** Frames at the mix rate from which sound is read before the moment asked for. */
const MIXED_LEAD = 3 * MIX_RATE;

export interface SoundSource {
  readonly path: string;
  /** `facts.container` of the file. */
  readonly container: string;
  readonly audio: AudioFacts;
  /** Seconds at which the file's first stream begins, by the file's own clock. */
  readonly fileStart: number;
  /** The stream with the right channel, in files that keep each channel in a stream of its own. */
  readonly right: AudioFacts | undefined;
  /** What `conformMedia` says is needed to make sound for both speakers at the mix rate. */
  readonly conform: readonly string[];
}

/** Begins to decode. Failures are told by `read`. */
export function openSound(source: SoundSource, options: SoundStreamOptions = {}): SoundStream {
  const { from = 0, length, filters = [], filterDelay = 0, ahead = AHEAD, signal } = options;
  const folded = options.alike === true && source.audio.channels > 1;
  const channels = folded || (source.audio.channels === 1 && !source.right) ? 1 : 2;
  const frameBytes = channels * SAMPLE_BYTES;
  const byReading = UNINDEXED_FILES.has(source.container) || UNINDEXED_CODECS.has(source.audio.codec);
  const mixed = MIXED_FILES.has(source.container);
  const first = byReading ? 0 : Math.max(0, from - (mixed ? MIXED_LEAD : 0));
  const start = first / MIX_RATE;
  let skip = (from - first) * frameBytes;

  const stop = new AbortController();
  let chunks: Buffer[] = [];
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
    if (held <= ahead) return undefined;
    room = Promise.withResolvers();
    return room.promise;
  };
  const trim = length === undefined ? [] : [`atrim=end_sample=${from - first + length}`];
  const inTime =
    filterDelay > 0
      ? [`apad=pad_len=${filterDelay}`, ...filters, `atrim=start_sample=${filterDelay}`, RESTART]
      : filters;
  const running = runFfmpeg({
    args: [
      ...(mixed ? ["-copyts"] : []),
      ...inputArguments(source.path, { start }),
      ...[
        "-filter_complex",
        `${inputPads(source)}${[...(mixed ? [`asetpts=PTS-${source.fileStart + start}/TB`] : []), ...source.conform, ...(folded ? [ONE_OF_TWO] : []), ...inTime, ...trim].join(",")}[sound]`,
      ],
      ...["-map", "[sound]"],
      // Samples come by the pipeful, not by the packet: a thirteenth of the calls to the system, here and there.
      ...["-f", "f32le", "-c:a", "pcm_f32le", "-flush_packets", "0", "pipe:1"],
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
    channels,
    busy: () => !ended && held <= ahead,
    async read(into) {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      let filled = 0;
      while (filled < bytes.length) {
        if (held === 0 && ended) break;
        if (held === 0) await news.promise;
        const count = Math.min(held, bytes.length - filled);
        takeBytes(chunks, bytes.subarray(filled, filled + count));
        filled += count;
        held -= count;
        if (held <= ahead) room.resolve();
      }
      if (failure !== undefined) throw failure;
      return Math.floor(filled / frameBytes);
    },
    async close() {
      chunks = [];
      stop.abort(new CanceledError());
      room.resolve();
      await running;
    },
  };
}

const inputPads = ({ audio, right }: SoundSource): string =>
  right ? `[0:${audio.index}][0:${right.index}]join=inputs=2:channel_layout=stereo,` : `[0:${audio.index}]`;

/** Fills `bytes` from the front of the chunks. */
function takeBytes(chunks: Buffer[], bytes: Uint8Array): void {
  let filled = 0;
  while (filled < bytes.length) {
    const chunk = chunks[0];
    if (!chunk) break;
    const part = chunk.subarray(0, bytes.length - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (part.length === chunk.length) chunks.shift();
    else chunks[0] = chunk.subarray(part.length);
  }
}
