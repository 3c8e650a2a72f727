/** The box of a line: how far it reaches above and below its baseline. */

import type { InkBands } from "./ink-band.ts";
import type { Segment } from "./line-segments.ts";
import type { PreparedRun } from "./prepared-paragraph.ts";

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
 * Where the baseline lies below the top of a line, ems, in every language whose ink allows it: so the first lines of
 * frames side by side stand on one line whatever they are written in.
 */
const COMMON_ASCENT = 1.13;

/**
 * Without a leading of its own a line has its language's height, or that of the language's ink in the font if greater,
 * whatever letters the line happens to hold. Only ink beyond that (fonts that stand in, freak stacks) makes a single
 * line taller. A leading set by the designer stands as it is.
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
  const { above, below } = largest ? boxOf(largest, leading) : { above: 0, below: 0 };
  const ascentAtTop = Math.max(above, largest ? largest.context.band.above * largest.size : 0, inkAbove);
  return { ascent: above, descent: below, ascentAtTop, inkAbove, inkBelow };
}

interface Reach {
  readonly above: number;
  readonly below: number;
}

/** A run's share of the line's box; raised and lowered runs count with their ink alone. */
function strutOf(run: PreparedRun): Reach {
  const { above, below } = run.context.band;
  if (run.shift !== 0) return { above: above * run.size + run.shift, below: below * run.size - run.shift };
  return boxOf(run, Math.max(run.language.lineHeight, above + below));
}

/** A box `height` ems high around the ink of a run's language, as near to the common baseline as that ink allows. */
function boxOf(run: PreparedRun, height: number): Reach {
  const { above, below } = run.context.band;
  const wished = COMMON_ASCENT + Math.max(0, height - run.language.lineHeight) / 2;
  const slack = height - above - below;
  const ascent = slack < 0 ? above + slack / 2 : Math.min(Math.max(wished, above), height - below);
  return { above: ascent * run.size, below: (height - ascent) * run.size };
}

const union = (one: Reach, other: Reach): Reach =>
  other.above <= one.above && other.below <= one.below
    ? one
    : { above: Math.max(one.above, other.above), below: Math.max(one.below, other.below) };
