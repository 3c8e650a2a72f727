/** Justifying: spreading the room left in a line over its spaces, or over its words where the script has no spaces. */

import { isSafeCut } from "./chunk.ts";
import { type Segment, segmentOf } from "./line-segments.ts";

/** Most a space may grow, ems; beyond it a ragged line reads better. */
const SPACE_LIMIT = 0.8;
/** Most that may open between words no space parts, ems; spaces in such a line grow twice as much. */
const WORD_LIMIT = 0.4;
const SPACE_SHARE = SPACE_LIMIT / WORD_LIMIT;

/** The visible segments moved apart to fill `room` more points, or undefined where that would tear the line. */
export function justify(visible: readonly Segment[], room: number): readonly Segment[] | undefined {
  let spaces = 0;
  let size = 0;
  let stretchesInside = false;
  for (const segment of visible) {
    if (segment.token.kind === "space") spaces += segment.fragment.clusterCount;
    else stretchesInside ||= segment.run.stretchesInside;
    size = Math.max(size, segment.run.size);
  }
  if (spaces > 0 && room <= spaces * SPACE_LIMIT * size) {
    const perSpace = room / spaces;
    let moved = 0;
    for (const segment of visible) {
      segment.x += moved;
      if (segment.token.kind === "space") moved += perSpace * segment.fragment.clusterCount;
    }
    return visible;
  }
  return stretchesInside ? justifyWords(visible, room, spaces, size) : undefined;
}

function justifyWords(
  visible: readonly Segment[],
  room: number,
  spaces: number,
  size: number,
): readonly Segment[] | undefined {
  const pieces: Segment[] = [];
  const opens: boolean[] = [];
  let shares = spaces * SPACE_SHARE;
  for (const segment of visible) {
    const followsText = pieces.length > 0 && pieces.at(-1)?.token.kind === "text";
    const words = segment.run.stretchesInside ? splitAtBreaks(segment) : [segment];
    for (const [index, word] of words.entries()) {
      const opensHere = index > 0 || (followsText && segment.token.kind === "text" && segment.token.breakBefore);
      if (opensHere) shares += 1;
      pieces.push(word);
      opens.push(opensHere);
    }
  }
  if (room > shares * WORD_LIMIT * size) return undefined;
  const share = room / shares;
  let moved = 0;
  for (const [index, piece] of pieces.entries()) {
    if (opens[index]) moved += share;
    piece.x += moved;
    if (opens[index + 1]) piece.stretch = share;
    if (piece.token.kind === "space") moved += share * SPACE_SHARE * piece.fragment.clusterCount;
  }
  return pieces;
}

/** A segment as its words, at the places they have in it; words whose glyphs depend on each other stay together. */
function splitAtBreaks(segment: Segment): readonly Segment[] {
  const { token, from, to } = segment;
  const { chunk } = token;
  if (!chunk) return [segment];
  const cuts = token.breaks.filter((offset) => offset > from && offset < to && isSafeCut(chunk, offset));
  if (cuts.length === 0) return [segment];
  const words: Segment[] = [];
  let { x } = segment;
  let start = from;
  for (const end of [...cuts, to]) {
    const word = segmentOf(token, start, end, x);
    if (word) {
      words.push(word);
      x += word.width;
    }
    start = end;
  }
  return words;
}
