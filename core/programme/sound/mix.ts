import { gainOf } from "../../sound/decibels.ts";
import type { AutomationPoint, ScorePiece, ScoreTrack } from "./score.ts";

/** Frames between two places where the level is worked out anew: 1⅓ ms. Between them it goes in a straight line. */
const GRAIN = 64;

/** Decibels of an automation at a frame: level before the first point and after the last. */
export function automationAt(points: readonly AutomationPoint[], at: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (!before || !after) return (before ?? after)?.decibels ?? 0;
  const part = (at - before.at) / (after.at - before.at);
  return before.decibels + part * (after.decibels - before.decibels);
}

/** Factor of a piece's fades, `frame` frames after its beginning: a quarter of a sine, so that two fades that cross keep the power. */
export function fadeFactor({ length, fadeIn, fadeOut }: ScorePiece, frame: number): number {
  const rising = fadeIn > 0 && frame < fadeIn ? Math.sin((Math.PI / 2) * (Math.max(0, frame) / fadeIn)) : 1;
  const left = length - frame;
  const falling = fadeOut > 0 && left < fadeOut ? Math.sin((Math.PI / 2) * (Math.max(0, left) / fadeOut)) : 1;
  return rising * falling;
}

/** Factor of everything that changes the level of a piece at a frame of the programme. */
export function pieceFactor(track: ScoreTrack, piece: ScorePiece, at: number): number {
  const decibels = track.gain + piece.gain + automationAt(track.automation, at);
  return gainOf(decibels) * fadeFactor(piece, at - piece.at);
}

/**
 * Adds to `out`, stereo from frame `start` of the programme on, what stands of a piece in it. `samples` is the piece's own sound from its
 * first frame inside `out` on, one channel of it going to both speakers; where it ends early there is silence.
 */
export function addPiece(
  out: Float32Array,
  start: number,
  track: ScoreTrack,
  piece: ScorePiece,
  samples: Float32Array,
  channels: 1 | 2,
): void {
  const first = Math.max(start, piece.at);
  const end = Math.min(start + out.length / 2, piece.at + piece.length, first + samples.length / channels);
  let target = (first - start) * 2;
  let source = 0;
  const other = channels - 1;
  let grainEnd = (Math.floor(first / GRAIN) + 1) * GRAIN;
  let from = pieceFactor(track, piece, grainEnd - GRAIN);
  for (let frame = first; frame < end; ) {
    // Grains lie on a grid of the programme, so that the result does not depend on how it is cut into blocks.
    const stop = Math.min(end, grainEnd);
    const to = pieceFactor(track, piece, grainEnd);
    const step = (to - from) / GRAIN;
    let factor = from + step * (frame - (grainEnd - GRAIN));
    for (; frame < stop; frame += 1) {
      out[target] = (out[target] ?? 0) + (samples[source] ?? 0) * factor;
      out[target + 1] = (out[target + 1] ?? 0) + (samples[source + other] ?? 0) * factor;
      factor += step;
      target += 2;
      source += channels;
    }
    from = to;
    grainEnd += GRAIN;
  }
}

/** Frames of a piece that stand in the block of `length` frames at `start`: where they begin in the piece, and how many there are. */
export function pieceInBlock(
  piece: ScorePiece,
  start: number,
  length: number,
): { readonly from: number; readonly frames: number } | undefined {
  const first = Math.max(start, piece.at);
  const end = Math.min(start + length, piece.at + piece.length);
  return first < end ? { from: first - piece.at, frames: end - first } : undefined;
}
