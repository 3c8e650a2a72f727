/** The box of a line: how far it reaches above and below its baseline. */

import type { InkBands } from "./ink-band.ts";
import type { PreparedRun } from "./itemize-paragraph.ts";
import type { Segment } from "./line-segments.ts";

/** Points; all positive for ordinary text. */
export interface LineBox {
  /** From the top of the line to its baseline, and on to its bottom. */
  readonly ascent: number;
  readonly descent: number;
  /** The ascent where the line is the first of its column, so that no ink leaves the column. */
  readonly ascentAtTop: number;
  /** Furthest ink of this very line; −Infinity where nothing shows. */
  readonly inkAbove: number;
  readonly inkBelow: number;
}

/**
 * Without a leading of its own a line has its language's height, shared out above and below the ink that language has
 * in its font, whatever letters the line holds: so lines keep their distance and frames side by side their baselines.
 * Only ink beyond that (fonts that stand in, freak stacks) makes a single line taller. A leading set by the designer
 * stands as it is.
 */
export function measureLine(
  bands: InkBands,
  segments: readonly Segment[],
  strut: PreparedRun | undefined,
  leading: number | undefined,
): LineBox {
  let inkAbove = -Infinity;
  let inkBelow = -Infinity;
  let largest = strut;
  let box = strut && leading === undefined ? strutOf(strut) : { above: 0, below: 0 };
  let run = strut;
  for (const segment of segments) {
    const { size, shift } = segment.run;
    inkAbove = Math.max(inkAbove, segment.fragment.inkAbove * size + shift);
    inkBelow = Math.max(inkBelow, segment.fragment.inkBelow * size - shift);
    if (segment.run !== run) {
      run = segment.run;
      if (!largest || run.size > largest.size) largest = run;
      if (leading === undefined) box = union(box, strutOf(run));
    }
    if (leading === undefined) {
      for (const { shaper } of segment.fragment.parts) {
        if (shaper.face === run.context.face) continue;
        const band = bands.ofScript(shaper.face, shaper.script, run.language);
        box = union(box, { above: band.above * size + shift, below: band.below * size - shift });
      }
    }
  }
  if (leading === undefined) {
    const ascent = Math.max(box.above, inkAbove);
    return { ascent, descent: Math.max(box.below, inkBelow), ascentAtTop: ascent, inkAbove, inkBelow };
  }
  const size = largest?.size ?? 0;
  const band = largest?.context.band ?? { above: 0, below: 0 };
  const ascent = (leading + band.above - band.below) * size * 0.5;
  const ascentAtTop = Math.max(ascent, band.above * size, inkAbove);
  return { ascent, descent: leading * size - ascent, ascentAtTop, inkAbove, inkBelow };
}

interface Reach {
  readonly above: number;
  readonly below: number;
}

/** A run's share of the line's box; raised and lowered runs count with their ink alone. */
function strutOf(run: PreparedRun): Reach {
  const { above, below } = run.context.band;
  if (run.shift !== 0) return { above: above * run.size + run.shift, below: below * run.size - run.shift };
  const halfLead = Math.max(0, run.language.lineHeight - above - below) / 2;
  return { above: (above + halfLead) * run.size, below: (below + halfLead) * run.size };
}

const union = (one: Reach, other: Reach): Reach =>
  other.above <= one.above && other.below <= one.below
    ? one
    : { above: Math.max(one.above, other.above), below: Math.max(one.below, other.below) };
