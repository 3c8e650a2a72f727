/** Movement in every field: pieces of a clip that interlaced outputs want painted at twice the frame rate. */

import { forLanguage } from "../../layout/resolve-style.ts";
import type { VideoFacts } from "../../media/media-facts.ts";
import { rationalValue } from "../../media/rational.ts";
import type { VideoPreset } from "../presets/preset-schema.ts";
import type { Stretch, TimedAnimation, TimedOverlay, TimedScene, Timeline } from "../timeline.ts";

/** Fields in a frame. */
export const FIELDS = 2;

/** Whether some output shows two moments in a frame. */
export const hasFields = (videos: readonly Pick<VideoPreset, "scan">[]): boolean =>
  videos.some(({ scan }) => scan === "interlaced");

/** The facts of a film by its id in the project, as far as they are known. */
export type FilmFacts = (media: string) => VideoFacts | undefined;

/**
 * Whether something in a piece changes its place between the two fields of a frame: what pans, zooms, runs, slides or is wiped, and films of
 * more pictures than frames. What only changes its brightness, as a dissolve, looks no better in fields, and neither do films of the cinema.
 */
export function movesInFields(timeline: Timeline, piece: Stretch, factsOf: FilmFacts): boolean {
  const meets = (from: number, to: number): boolean => from < piece.to && to > piece.from;
  return (
    timeline.scenes.some(
      (timed) =>
        (meets(timed.from, timed.until) && movesByItself(timed, timeline, factsOf)) ||
        (timed.enter !== undefined &&
          MOVING.has(timed.enter.transition.kind) &&
          meets(timed.from, timed.from + timed.enter.frames)),
    ) ||
    timeline.overlays.some(
      (timed) =>
        (runs(timed) && meets(timed.from, timed.to)) ||
        animations(timed).some(({ animation, from, to }) => MOVING.has(animation.animation.kind) && meets(from, to)),
    )
  );
}

/** Kinds of transitions and animations in which something changes its place. */
const MOVING: ReadonlySet<string> = new Set(["wipe", "push", "rise", "slide"]);

/** A rate that is higher by less than this is the same one. */
const FASTER = 1.02;

function movesByItself({ scene }: TimedScene, { language, rate }: Timeline, factsOf: FilmFacts): boolean {
  if (scene.type === "image") return scene.motion !== undefined;
  if (scene.type !== "clip") return false;
  const video = factsOf(forLanguage(scene.variants, language) ?? scene.media);
  if (!video?.frameRate) return false;
  const woven = video.fieldOrder === "top-first" || video.fieldOrder === "bottom-first";
  return woven || rationalValue(video.frameRate) > rate * FASTER;
}

const runs = ({ overlay }: TimedOverlay): boolean =>
  overlay.type === "crawl" || (overlay.type === "credits" && overlay.style !== "sheets");

function animations({
  from,
  to,
  enter,
  leave,
}: TimedOverlay): readonly (Stretch & { readonly animation: TimedAnimation })[] {
  return [
    // Items that come one after the other take up to three times as long together.
    ...(enter ? [{ animation: enter, from, to: Math.min(to, from + STAGGERED * enter.frames) }] : []),
    ...(leave ? [{ animation: leave, from: Math.max(from, to - STAGGERED * leave.frames), to }] : []),
  ];
}

const STAGGERED = 3;

/** The timeline with every field a frame of its own: everything begins and ends where it did. */
export function timelineOfFields(timeline: Timeline): Timeline {
  const stretch = <Thing extends Stretch>(thing: Thing): Thing => ({ ...thing, ...stretchOfFields(thing) });
  const entered = <Thing extends { readonly frames: number }>(thing: Thing | undefined): Thing | undefined =>
    thing && { ...thing, frames: thing.frames * FIELDS };
  const animated = (animation: TimedAnimation | undefined): TimedAnimation | undefined =>
    entered(animation && { ...animation, stagger: animation.stagger * FIELDS });
  return {
    ...timeline,
    rate: timeline.rate * FIELDS,
    isOfFields: true,
    frames: timeline.frames * FIELDS,
    leave: timeline.leave * FIELDS,
    scenes: timeline.scenes.map((one) => ({
      ...stretch(one),
      enter: entered(one.enter),
      until: one.until * FIELDS,
    })),
    overlays: timeline.overlays.map((one) => ({
      ...stretch(one),
      enter: animated(one.enter),
      leave: animated(one.leave),
    })),
    cues: timeline.cues.map(stretch),
  };
}

/** Frames of a timeline as those of its timeline of fields. */
export const stretchOfFields = ({ from, to }: Stretch): Stretch => ({ from: from * FIELDS, to: to * FIELDS });
