import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../../core/media/conform.ts";
import { mediaCutShort, mediaDamaged } from "../../../core/media/media-diagnostics.ts";
import { addPiece, pieceInBlock } from "../../../core/programme/sound/mix.ts";
import type { SoundScore } from "../../../core/programme/sound/score.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { FfmpegError } from "../ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../probe-media.ts";
import { type OpenPiece, openPieces } from "./piece-sounds.ts";

/** Frames mixed at a time: half a second. */
const BLOCK = MIX_RATE / 2;

export interface MixOptions extends JobOptions {
  /** Gets what is found out about sources while they are read. */
  readonly onProblem: (problem: Diagnostic) => void;
}

/**
 * The sound of a programme, stereo at the mix rate, block by block, exactly `score.length` frames; each block is overwritten by the next.
 * `sources` by the names the score uses. A source that ends early or is damaged goes on as silence and is told of. Throws a
 * `DiagnosticError` where one cannot be read at all.
 */
export async function* mixScore(
  score: SoundScore,
  sources: ReadonlyMap<string, ProbedMedia>,
  { signal, onProgress, onProblem }: MixOptions,
): AsyncGenerator<Float32Array> {
  const pieces = openPieces(score, sources, signal);
  const heard = new Set<HeardPiece>();
  const block = new Float32Array(BLOCK * 2);
  const scratch = new Float32Array(BLOCK * 2);
  try {
    for (let start = 0; start < score.length; start += BLOCK) {
      signal?.throwIfAborted();
      for (const piece of await pieces.beginning(start + BLOCK)) heard.add({ ...piece, read: 0, ended: false });
      const out = block.subarray(0, Math.min(BLOCK, score.length - start) * 2).fill(0);
      for (const one of heard) {
        const { piece, track, stream } = one;
        const found = pieceInBlock(piece, start, out.length / 2);
        if (found) {
          const samples = scratch.subarray(0, found.frames * stream.channels);
          const frames = await readPiece(one, samples, onProblem);
          addPiece(out, start, track, piece, samples.subarray(0, frames * stream.channels), stream.channels);
        }
        if (piece.at + piece.length > start + BLOCK) continue;
        heard.delete(one);
        await stream.close();
      }
      yield out;
      const done = Math.min(score.length, start + BLOCK) / MIX_RATE;
      onProgress?.({ stage: MIXING, done, total: score.length / MIX_RATE });
    }
  } finally {
    await pieces.close();
    await Promise.all([...heard].map(({ stream }) => stream.close()));
  }
}

const MIXING = { vi: "Trộn tiếng", en: "Mixing sound" };

interface HeardPiece extends OpenPiece {
  read: number;
  ended: boolean;
}

/** Fills `into` with what comes next of a piece, as far as its source has it; answers the frames. */
async function readPiece(one: HeardPiece, into: Float32Array, onProblem: MixOptions["onProblem"]): Promise<number> {
  if (one.ended) return 0;
  const { media, piece, stream } = one;
  try {
    const frames = await stream.read(into);
    one.read += frames;
    if (frames < into.length / stream.channels) {
      one.ended = true;
      // Lengths written in files are rounded to whole packets.
      if (piece.length - one.read > MIX_RATE / 10) {
        onProblem(
          mediaCutShort(media.name, (piece.from + piece.length) / MIX_RATE, (piece.from + one.read) / MIX_RATE),
        );
      }
    }
    return frames;
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    one.ended = true;
    onProblem(mediaDamaged(media.name, (piece.from + one.read) / MIX_RATE, error.message));
    return 0;
  }
}
