import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../../core/media/conform.ts";
import { mediaCutShort, mediaDamaged } from "../../../core/media/media-diagnostics.ts";
import { addPiece, pieceInBlock } from "../../../core/programme/sound/mix.ts";
import type { ScorePiece, ScoreTrack, SoundScore } from "../../../core/programme/sound/score.ts";
import { treatmentFilters } from "../../../core/programme/sound/treatment.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { FfmpegError } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { openSound, type SoundStream } from "./decode-sound.ts";
import { soundSource } from "./sound-source.ts";
import { treatmentDelay } from "./treatment-delay.ts";

/** Frames mixed at a time: a tenth of a second. */
const BLOCK = MIX_RATE / 10;
/** Frames before a piece at which its file is opened, so that nothing waits for it. */
const AHEAD = MIX_RATE;

export interface MixOptions extends JobOptions {
  /** Gets what is found out about sources while they are read. */
  readonly onProblem: (problem: Diagnostic) => void;
}

/**
 * The sound of a programme, stereo at the mix rate, block by block, exactly `score.length` frames. `sources` by the names the score uses. A
 * source that ends early or is damaged goes on as silence and is told of. Throws a `DiagnosticError` where one cannot be read at all.
 */
export async function* mixScore(
  score: SoundScore,
  sources: ReadonlyMap<string, ProbedMedia>,
  { signal, onProgress, onProblem }: MixOptions,
): AsyncGenerator<Float32Array> {
  const waiting = score.tracks
    .flatMap((track) => track.pieces.map((piece) => ({ track, piece })))
    .filter(({ piece }) => piece.length > 0 && piece.at < score.length)
    .sort((a, b) => a.piece.at - b.piece.at);
  const open = new Set<OpenPiece>();
  try {
    for (let start = 0; start < score.length; start += BLOCK) {
      signal?.throwIfAborted();
      while ((waiting[0]?.piece.at ?? Number.POSITIVE_INFINITY) < start + BLOCK + AHEAD) {
        const next = waiting.shift();
        if (next) open.add(await openPiece(next.track, next.piece, sources, signal));
      }
      const out = new Float32Array(Math.min(BLOCK, score.length - start) * 2);
      for (const one of open) {
        const found = pieceInBlock(one.piece, start, out.length / 2);
        if (found) addPiece(out, start, one.track, one.piece, await readPiece(one, found.frames, onProblem));
        if (one.piece.at + one.piece.length > start + BLOCK) continue;
        open.delete(one);
        await one.stream.close();
      }
      yield out;
      const done = Math.min(score.length, start + BLOCK) / MIX_RATE;
      onProgress?.({ stage: MIXING, done, total: score.length / MIX_RATE });
    }
  } finally {
    await Promise.all([...open].map(({ stream }) => stream.close()));
  }
}

const MIXING = { vi: "Trộn tiếng", en: "Mixing sound" };

interface OpenPiece {
  readonly track: ScoreTrack;
  readonly piece: ScorePiece;
  readonly media: ProbedMedia;
  readonly stream: SoundStream;
  read: number;
  ended: boolean;
}

async function openPiece(
  track: ScoreTrack,
  piece: ScorePiece,
  sources: ReadonlyMap<string, ProbedMedia>,
  signal: AbortSignal | undefined,
): Promise<OpenPiece> {
  const media = sources.get(piece.source);
  if (!media) throw new Error(`no source ${piece.source}`);
  const stream = openSound(soundSource(media), {
    signal,
    from: piece.from,
    length: piece.length,
    filters: treatmentFilters(track.treatment),
    filterDelay: await treatmentDelay(track.treatment),
  });
  return { track, piece, media, stream, read: 0, ended: false };
}

/** The next `frames` frames of a piece, as far as its source has them. */
async function readPiece(one: OpenPiece, frames: number, onProblem: MixOptions["onProblem"]): Promise<Float32Array> {
  if (one.ended) return new Float32Array();
  const { media, piece } = one;
  try {
    const samples = await one.stream.read(frames);
    one.read += samples.length / 2;
    if (samples.length / 2 < frames) {
      one.ended = true;
      // Lengths written in files are rounded to whole packets.
      if (piece.length - one.read > MIX_RATE / 10) {
        onProblem(
          mediaCutShort(media.name, (piece.from + piece.length) / MIX_RATE, (piece.from + one.read) / MIX_RATE),
        );
      }
    }
    return samples;
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    one.ended = true;
    onProblem(mediaDamaged(media.name, (piece.from + one.read) / MIX_RATE, error.message));
    return new Float32Array();
  }
}
