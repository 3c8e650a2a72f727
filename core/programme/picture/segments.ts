/** Cutting a clip into pieces that are rendered, kept and joined: a changed scene is rendered alone. */

import type { Stretch, Timeline } from "../timeline.ts";

/** A piece is no longer: what is lost when the machine stops, and what long scenes are shared out to processors by. */
const LONGEST_SECONDS = 10;

/** The clip in pieces that begin where scenes do; long scenes are divided. */
export function cutSegments({ scenes, rate }: Pick<Timeline, "scenes" | "rate">): readonly Stretch[] {
  return scenes.flatMap(({ from, to }) => {
    const pieces = Math.ceil((to - from) / (LONGEST_SECONDS * rate));
    const at = (piece: number): number => from + Math.round(((to - from) * piece) / pieces);
    return Array.from({ length: pieces }, (_, piece) => ({ from: at(piece), to: at(piece + 1) }));
  });
}

/**
 * Everything of the timeline that is seen in a piece, with times from the piece's own beginning: two pieces that say the same look the same,
 * wherever in a programme they are.
 */
export function describeSegment(timeline: Timeline, { from, to }: Stretch): object {
  const touches = (one: Stretch): boolean => one.from < to && one.to > from;
  const moved = <Thing extends Stretch>(thing: Thing): Thing => ({
    ...thing,
    from: thing.from - from,
    to: thing.to - from,
  });
  return {
    frame: timeline.clip.frame,
    safe: timeline.clip.safe,
    background: timeline.clip.background,
    captionLook: timeline.clip.captionLook,
    language: timeline.language,
    rate: timeline.rate,
    isOfFields: timeline.isOfFields,
    frames: to - from,
    scenes: timeline.scenes
      .filter((one) => touches({ from: one.from, to: one.until }))
      .map((one) => ({ ...moved(one), until: one.until - from })),
    overlays: timeline.overlays.filter(touches).map(moved),
    cues: timeline.cues.filter(touches).map(moved),
    leave: Math.max(0, timeline.leave - (timeline.frames - to)),
  };
}
