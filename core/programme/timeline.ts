/** Seconds of a clip in one language → frames: when every scene, title and caption is there. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Animation, Clip, Cue, Overlay, Scene, Transition } from "../document/schema/programme.ts";
import { forLanguage } from "../layout/resolve-style.ts";
import { secondsOfDay } from "./picture/clock-text.ts";
import {
  captionAfterEnd,
  captionsOverlap,
  lengthMissed,
  nothingToShow,
  overlayAfterEnd,
  sceneNotThere,
  transitionCut,
} from "./programme-diagnostics.ts";

/** Frames count from 0; `to` is the first one after. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface TimedTransition {
  readonly transition: Transition;
  readonly frames: number;
}

export interface TimedScene extends Stretch {
  readonly scene: Scene;
  readonly enter: TimedTransition | undefined;
  /** Its picture goes on behind the transition of the next scene up to here. */
  readonly until: number;
}

export interface TimedAnimation {
  readonly animation: Animation;
  readonly frames: number;
  /** Frames between one frame of the page and the next. */
  readonly stagger: number;
}

export interface TimedOverlay extends Stretch {
  readonly overlay: Overlay;
  readonly enter: TimedAnimation | undefined;
  readonly leave: TimedAnimation | undefined;
  /** The second of the day in which it begins, for clocks that tell the time. */
  readonly second: number;
}

export interface TimedCue extends Stretch {
  readonly cue: Cue;
}

export interface Timeline {
  readonly clip: Clip;
  readonly language: string;
  /** Frames a second. */
  readonly rate: number;
  /** Its frames are the fields of frames, two of each: see `timelineOfFields`. */
  readonly isOfFields?: true;
  readonly frames: number;
  readonly scenes: readonly TimedScene[];
  /** Those above come after those below. */
  readonly overlays: readonly TimedOverlay[];
  readonly cues: readonly TimedCue[];
  /** Frames at the end in which everything goes down to the background. */
  readonly leave: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A length that differs by less than half a frame is the length asked for. */
const LENGTH_TOLERANCE_FRAMES = 0.5;

/**
 * The clip as it runs in `language` at `rate` frames a second. Beginnings are rounded from the sum of seconds, so that rounding never adds
 * up. Captions are those of the language, or none.
 */
export function resolveTimeline(clip: Clip, language: string, rate: number): Timeline {
  const diagnostics: Diagnostic[] = [];
  const target = { programme: clip.id, language };
  const scenes = timeScenes(clip, language, rate, (id, asked) => diagnostics.push(transitionCut(target, id, asked)));
  const frames = scenes.at(-1)?.to ?? 0;
  if (frames === 0) diagnostics.push(nothingToShow(target));
  if (clip.duration !== undefined && Math.abs(frames - clip.duration * rate) > LENGTH_TOLERANCE_FRAMES) {
    diagnostics.push(lengthMissed(target, frames / rate, clip.duration));
  }
  const starts = new Map(scenes.map((one) => [one.scene.id, one]));
  const overlays = clip.overlays.flatMap((overlay): TimedOverlay[] => {
    if (!isFor(overlay, language)) return [];
    const scene = overlay.scene === undefined ? undefined : starts.get(overlay.scene);
    if (overlay.scene !== undefined && !scene) {
      diagnostics.push(sceneNotThere(target, overlay.id, overlay.scene));
      return [];
    }
    const from = Math.max(0, (scene?.from ?? 0) + Math.round(overlay.at * rate));
    const seconds = forLanguage(overlay.durations, language) ?? overlay.duration;
    const end = seconds === undefined ? (scene?.to ?? frames) : from + Math.round(seconds * rate);
    const to = Math.min(end, frames);
    if (to <= from) {
      if (frames > 0) diagnostics.push(overlayAfterEnd(target, overlay.id, from / rate));
      return [];
    }
    const half = Math.floor((to - from) / 2);
    const start = overlay.type === "clock" ? secondsOfDay(overlay.start ?? "00:00:00") + from / rate : 0;
    const [enter, leave] = [timed(overlay.enter, rate, half), timed(overlay.leave, rate, half)];
    return [{ overlay, from, to, enter, leave, second: start }];
  });
  return {
    clip,
    language,
    rate,
    frames,
    scenes,
    overlays,
    cues: timeCues(forLanguage(clip.captions, language) ?? [], rate, frames, target, diagnostics),
    leave: Math.min(frames, Math.round((clip.leave?.duration ?? 0) * rate)),
    diagnostics,
  };
}

function timeScenes(
  clip: Clip,
  language: string,
  rate: number,
  cut: (scene: string, seconds: number) => void,
): readonly TimedScene[] {
  let seconds = 0;
  const stretches = clip.scenes
    .filter((scene) => isFor(scene, language))
    .map((scene) => {
      const from = Math.round(seconds * rate);
      seconds += forLanguage(scene.durations, language) ?? scene.duration;
      return { scene, from, to: Math.round(seconds * rate) };
    })
    .filter(({ from, to }) => to > from);
  const entered = stretches.map((one) => {
    const { enter: transition, id } = one.scene;
    if (!transition) return { ...one, enter: undefined };
    const asked = Math.round(transition.duration * rate);
    if (asked > one.to - one.from) cut(id, transition.duration);
    const frames = Math.min(asked, one.to - one.from);
    return { ...one, enter: frames > 0 ? { transition, frames } : undefined };
  });
  return entered.map((one, index) => ({ ...one, until: one.to + (entered[index + 1]?.enter?.frames ?? 0) }));
}

function timed(animation: Animation | undefined, rate: number, most: number): TimedAnimation | undefined {
  if (!animation) return undefined;
  const frames = Math.min(Math.round(animation.duration * rate), most);
  return frames > 0 ? { animation, frames, stagger: (animation.stagger ?? 0) * rate } : undefined;
}

function timeCues(
  cues: readonly Cue[],
  rate: number,
  frames: number,
  target: { readonly programme: string; readonly language: string },
  diagnostics: Diagnostic[],
): readonly TimedCue[] {
  const sorted = [...cues].sort((one, other) => one.from - other.from);
  let free = 0;
  return sorted.flatMap((cue): TimedCue[] => {
    const asked = Math.round(cue.from * rate);
    const to = Math.min(Math.round(cue.to * rate), frames);
    if (asked >= frames) {
      diagnostics.push(captionAfterEnd(target, cue.text, cue.from));
      return [];
    }
    if (asked < free) diagnostics.push(captionsOverlap(target, cue.text, cue.from));
    const from = Math.max(asked, free);
    if (to <= from) return [];
    free = to;
    return [{ cue, from, to }];
  });
}

/** Whether something is shown or heard in a language; everything that names none is. */
export const isFor = ({ languages }: Pick<Overlay, "languages">, language: string): boolean =>
  !languages || languages.some((tag) => tag === language || language.startsWith(`${tag}-`));
