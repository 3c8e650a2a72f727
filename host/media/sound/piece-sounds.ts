/** Sources of a score, opened before they are needed and decoded side by side. */

import { MIX_RATE } from "../../../core/media/conform.ts";
import type { ScorePiece, ScoreTrack, SoundScore } from "../../../core/programme/sound/score.ts";
import { treatmentFilters } from "../../../core/programme/sound/treatment.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound, type SoundStream } from "./decode-sound.ts";
import { soundSource } from "./sound-source.ts";
import { treatmentDelay } from "./treatment-delay.ts";

/** A piece of a track. */
export interface TrackPiece {
  readonly track: ScoreTrack;
  readonly piece: ScorePiece;
}

export interface OpenPiece extends TrackPiece {
  readonly media: ProbedMedia;
  readonly stream: SoundStream;
}

export interface PieceSounds {
  /** Those that begin before `end`, in frames of the programme, and were not handed out yet. */
  beginning(end: number): Promise<readonly OpenPiece[]>;
  /** Ends what was opened and not handed out. */
  close(): Promise<void>;
}

/** Clean-up takes most of the time, on one core each: while one piece is heard, others are made ready. */
const DECODERS = 2;
/** Bytes each of them may be ahead: four minutes of one channel. */
const AHEAD_BYTES = 48_000_000;
/** Frames before a piece at which it is opened at the latest, so that nothing waits for it. */
const LATEST = MIX_RATE;
/** A source heard again and again is decoded once, where it is no longer than this many frames: jingles, bumpers, a bed. */
const LONGEST_KEPT = 150 * MIX_RATE;

/** The sounds of a score in the order they begin. */
export function openPieces(
  score: SoundScore,
  sources: ReadonlyMap<string, ProbedMedia>,
  signal: AbortSignal | undefined,
): PieceSounds {
  const waiting = score.tracks
    .flatMap((track) => track.pieces.map((piece) => ({ track, piece })))
    .filter(({ piece }) => piece.length > 0 && piece.at < score.length)
    .sort((a, b) => a.piece.at - b.piece.at);
  const repeated = countRepeated(waiting);
  const kept = new Map<string, { readonly sound: Promise<KeptSound>; left: number }>();
  const ready: OpenPiece[] = [];
  const handedOut = new Set<SoundStream>();
  /** Of those that are ready, what is decoded for one piece alone. */
  const ahead = new Set<SoundStream>();

  const open = async ({ track, piece }: TrackPiece): Promise<OpenPiece> => {
    const media = sources.get(piece.source);
    if (!media) throw new Error(`no source ${piece.source}`);
    const options = {
      signal,
      from: piece.from,
      alike: piece.alike,
      filters: treatmentFilters(track.treatment),
      filterDelay: await treatmentDelay(track.treatment),
    };
    const key = keyOf({ track, piece });
    const again = repeated.get(key);
    if (!again) {
      const stream = openSound(soundSource(media), { ...options, length: piece.length, ahead: AHEAD_BYTES });
      ahead.add(stream);
      return { track, piece, media, stream };
    }
    const known = kept.get(key) ?? {
      sound: keepSound(openSound(soundSource(media), { ...options, length: again.length }), again.length),
      left: again.count,
    };
    known.left -= 1;
    if (known.left > 0) kept.set(key, known);
    else kept.delete(key);
    return { track, piece, media, stream: await playKept(known.sound) };
  };
  const busy = (): number => [...handedOut, ...ahead].filter((one) => one.busy()).length;

  return {
    async beginning(end) {
      const next = (): number => waiting[0]?.piece.at ?? Number.POSITIVE_INFINITY;
      while (next() < end + LATEST || (waiting.length > 0 && ahead.size < DECODERS && busy() < DECODERS)) {
        const first = waiting.shift();
        if (first) ready.push(await open(first));
      }
      for (const stream of handedOut) if (!stream.busy()) handedOut.delete(stream);
      const begun = ready.filter(({ piece }) => piece.at < end);
      ready.splice(0, begun.length);
      for (const { stream } of begun) {
        ahead.delete(stream);
        handedOut.add(stream);
      }
      return begun;
    },
    async close() {
      await Promise.all(ready.map(({ stream }) => stream.close()));
    },
  };
}

const keyOf = ({ track, piece }: TrackPiece): string =>
  JSON.stringify([piece.source, piece.from, piece.alike ?? false, track.treatment]);

/** What is heard more than once from the same place, and the longest time it is heard for. */
function countRepeated(
  pieces: readonly TrackPiece[],
): ReadonlyMap<string, { readonly count: number; readonly length: number }> {
  const found = new Map<string, { count: number; length: number }>();
  for (const one of pieces) {
    const key = keyOf(one);
    const { count, length } = found.get(key) ?? { count: 0, length: 0 };
    found.set(key, { count: count + 1, length: Math.max(length, one.piece.length) });
  }
  return new Map([...found].filter(([, { count, length }]) => count > 1 && length <= LONGEST_KEPT));
}

interface KeptSound {
  readonly channels: 1 | 2;
  readonly samples: Float32Array;
  /** What decoding ended with. */
  readonly failure: unknown;
}

async function keepSound(stream: SoundStream, frames: number): Promise<KeptSound> {
  const { channels } = stream;
  const samples = new Float32Array(frames * channels);
  try {
    const read = await stream.read(samples);
    return { channels, samples: samples.subarray(0, read * channels), failure: undefined };
  } catch (failure) {
    return { channels, samples: new Float32Array(), failure };
  } finally {
    await stream.close();
  }
}

async function playKept(sound: Promise<KeptSound>): Promise<SoundStream> {
  const { channels, samples, failure } = await sound;
  let at = 0;
  return {
    channels,
    busy: () => false,
    async read(into) {
      if (failure !== undefined) throw failure;
      const count = Math.min(into.length, samples.length - at);
      into.set(samples.subarray(at, at + count));
      at += count;
      return count / channels;
    },
    close: () => Promise.resolve(),
  };
}
