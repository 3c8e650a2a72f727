/** Where ffmpeg opens a film so that its frames come at their true times. */

import type { MediaFacts } from "../../core/media/media-facts.ts";
import { rational, rationalValue } from "../../core/media/rational.ts";

export interface FilmOpening {
  /** Seconds at which reading begins: at or before what is asked for. */
  readonly seek: number;
  /** Options of the input, before its name. */
  readonly options: readonly string[];
  /** Filters before all others: of their frames, the one asked for has the time 0, earlier ones have times below it. */
  readonly filters: readonly string[];
}

/**
 * Opens a film at `start` seconds. ffmpeg rounds the point it seeks to the file's time base (a whole frame in AVI: 21 ms off at 24 a second)
 * and leaves out the frame that is still shown there. So it is sent to a moment the file has, keeps what it reads on the way, and the rest
 * is counted off in microseconds.
 */
export function openFilm({ container, video }: MediaFacts, start: number): FilmOpening {
  const tick = rationalValue(video?.timeBase ?? rational(1, MICROSECONDS));
  const lead = UNINDEXED.test(container) ? UNINDEXED_LEAD : 0;
  const seek = Math.max(0, Math.floor((start - lead) / tick) * tick);
  const rest = Math.round((start - seek) * MICROSECONDS) - TIE;
  return {
    seek,
    options: ["-noaccurate_seek"],
    filters: [`settb=1/${MICROSECONDS}`, `setpts=PTS-(${rest})`],
  };
}

const MICROSECONDS = 1_000_000;

/** Microseconds, more than times are rounded by: a frame half-way between two of the programme's always goes to the later one. */
const TIE = 5;

/** Containers in which ffmpeg seeks by the clock alone and may land behind the picture that the next ones are predicted from. */
const UNINDEXED = /^(?:mpeg|mpegts|mpegvideo)$/;
const UNINDEXED_LEAD = 2;
