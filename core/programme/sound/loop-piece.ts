import type { ScorePiece } from "./score.ts";

/**
 * A source of `sourceLength` frames repeated until `piece.length` is filled, each time from `piece.from` on, the end of one turn crossing
 * into the beginning of the next over `cross` frames. One piece where the source is long enough; none where nothing of it is left to play.
 */
export function loopPiece(piece: ScorePiece, sourceLength: number, cross: number): readonly ScorePiece[] {
  const turn = sourceLength - piece.from;
  if (turn >= piece.length) return [piece];
  if (turn <= 0) return [];
  const overlap = Math.min(cross, Math.floor(turn / 3));
  const pieces: ScorePiece[] = [];
  const end = piece.at + piece.length;
  for (let at = piece.at, last = false; !last; at += turn - overlap) {
    const length = Math.min(turn, end - at);
    last = at + turn >= end;
    pieces.push({
      ...piece,
      at,
      length,
      fadeIn: at === piece.at ? Math.min(piece.fadeIn, length) : Math.min(overlap, length),
      fadeOut: last ? Math.min(piece.fadeOut, length) : overlap,
    });
  }
  return pieces;
}
