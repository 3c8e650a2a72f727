/** What is seen in one frame of a clip: plain data that says everything a painter needs and nothing about how it is painted. */

import type { ColorRef } from "../../document/schema/primitives.ts";
import type { Direction } from "../../document/schema/programme.ts";
import type { TimedOverlay, TimedScene, Timeline } from "../timeline.ts";
import { itemLook, type Look } from "./animation.ts";
import { smooth, stepBetween } from "./easing.ts";
import { type Changing, changingAt, type OverlayFacts } from "./overlay-course.ts";

/** A scene in the frame. */
export interface Shot {
  /** Index in the timeline. */
  readonly scene: number;
  /** Frames since it began; 0 where it never changes. */
  readonly frame: number;
  readonly alpha: number;
  /** Moved by these parts of the frame's width and height. */
  readonly dx: number;
  readonly dy: number;
  /** Only the part an edge has run over. */
  readonly wipe?: WipeEdge;
}

export interface WipeEdge {
  readonly towards: Direction;
  /** How far it has run, 0–1. */
  readonly at: number;
  readonly soft: number;
}

export interface ShownOverlay {
  /** Index in the timeline. */
  readonly overlay: number;
  /** How each frame of its page looks, by their order; undefined where all of them stand in their places. */
  readonly looks: readonly Look[] | undefined;
  /** What runs or is counted in it, where something does. */
  readonly changing?: Changing;
}

export interface FrameState {
  /** Bottom first. */
  readonly shots: readonly Shot[];
  /** Over the shots. */
  readonly veil?: { readonly color: ColorRef; readonly alpha: number };
  readonly overlays: readonly ShownOverlay[];
  /** Index in the timeline. */
  readonly cue?: number;
  /** How far everything has gone down to the background, 0–1. */
  readonly down: number;
}

/** What layout knows of an overlay. */
export type FactsOf = (overlay: TimedOverlay) => OverlayFacts;

/** What is seen in frame `frame` of the timeline. Equal states are equal pictures. */
export function frameState(timeline: Timeline, frame: number, factsOf: FactsOf): FrameState {
  const index = timeline.scenes.findIndex(({ to }) => frame < to);
  const current = timeline.scenes[index];
  const overlays = timeline.overlays.flatMap((timed, overlay): ShownOverlay[] => {
    if (frame < timed.from || frame >= timed.to) return [];
    const facts = factsOf(timed);
    const changing = changingAt(timed, frame, timeline.rate, facts);
    return [{ overlay, looks: looksOf(timed, frame, facts.items), ...(changing && { changing }) }];
  });
  const cue = timeline.cues.findIndex(({ from, to }) => frame >= from && frame < to);
  const left = timeline.frames - frame;
  return {
    ...(current ? showScenes(timeline, current, index, frame) : { shots: [] }),
    overlays,
    ...(cue >= 0 && { cue }),
    down: left <= timeline.leave ? smooth(1 - stepBetween(left - 1, timeline.leave)) : 0,
  };
}

function showScenes(
  timeline: Timeline,
  current: TimedScene,
  index: number,
  frame: number,
): Pick<FrameState, "shots" | "veil"> {
  const still = { alpha: 1, dx: 0, dy: 0 };
  const shot = (scene: number): Shot[] => {
    const timed = timeline.scenes[scene];
    return timed ? [{ scene, frame: changes(timed) ? frame - timed.from : 0, ...still }] : [];
  };
  const inside = frame - current.from;
  const { enter } = current;
  if (!enter || inside >= enter.frames) return { shots: shot(index) };
  const before = shot(index - 1);
  const after = shot(index);
  const progress = stepBetween(inside, enter.frames);
  const { transition } = enter;
  switch (transition.kind) {
    case "dissolve":
      return { shots: [...before, ...after.map((one) => ({ ...one, alpha: progress }))] };
    case "dip":
      return {
        shots: progress < 0.5 ? before : after,
        veil: { color: transition.color, alpha: 1 - Math.abs(progress * 2 - 1) },
      };
    case "wipe": {
      const wipe = { towards: transition.towards, at: smooth(progress), soft: transition.soft ?? 0 };
      return { shots: [...before, ...after.map((one) => ({ ...one, wipe }))] };
    }
    case "push": {
      const [dx, dy] = STEPS[transition.towards];
      const way = smooth(progress);
      return {
        shots: [
          ...before.map((one) => ({ ...one, dx: dx * way, dy: dy * way })),
          ...after.map((one) => ({ ...one, dx: dx * (way - 1), dy: dy * (way - 1) })),
        ],
      };
    }
  }
}

const STEPS: Readonly<Record<Direction, readonly [dx: number, dy: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Whether a scene looks different from frame to frame. */
const changes = ({ scene }: TimedScene): boolean =>
  scene.type === "clip" || (scene.type === "image" && scene.motion !== undefined);

function looksOf(timed: TimedOverlay, frame: number, items: number): readonly Look[] | undefined {
  const looks = Array.from({ length: items }, (_, item) => itemLook(timed, frame, item, items));
  return looks.some((look) => look !== undefined) ? looks.map((look) => look ?? PLAIN) : undefined;
}

/** In its place as it is. */
export const PLAIN: Look = { alpha: 1, dx: 0, dy: 0 };
