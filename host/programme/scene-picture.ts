/** What scenes put into frames: cards as they are, photographs that move, clips frame by frame. */

import { createCanvas } from "@napi-rs/canvas";
import { BLACK } from "../../core/color/color.ts";
import type { ColorRef } from "../../core/document/schema/primitives.ts";
import type { StyleResolver } from "../../core/layout/resolve-style.ts";
import { cssColor, displayedRgb } from "../../core/paint/canvas/canvas-color.ts";
import { motionRect } from "../../core/programme/picture/motion.ts";
import type { TimedScene, Timeline } from "../../core/programme/timeline.ts";
import { movingPicture } from "./moving-picture.ts";
import type { PaintedLayer } from "./painted-layer.ts";
import { copyPicture, freePicture, type PlaneColor, pictureOfCanvas, planeColor } from "./planes/plane-picture.ts";
import type { ScenePicture, Stage } from "./stage.ts";
import type { StagePages, Still } from "./stage-pages.ts";

/** A colour without transparency, for Skia and for planes. */
export interface OpaqueColor {
  readonly css: string;
  readonly planes: PlaneColor;
}

/** A colour of the clip, without transparency; black where there is none. */
export function opaqueColor(styles: StyleResolver, ref: ColorRef | undefined): OpaqueColor {
  const color = { ...(ref === undefined ? BLACK : styles.color(ref)), alpha: 1 };
  return { css: cssColor(color, "rgb"), planes: planeColor(displayedRgb(color, "rgb")) };
}

/** A page or colour: painted once. */
export function cardPicture(
  { compositor, size }: Stage,
  layer: PaintedLayer | undefined,
  beside: OpaqueColor,
): ScenePicture {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  context.fillStyle = beside.css;
  context.fillRect(0, 0, size.width, size.height);
  if (layer) context.drawImage(layer.picture, layer.x, layer.y);
  const { kernel, chroma } = compositor;
  const card = pictureOfCanvas(kernel, canvas, chroma, false);
  return {
    draw: async (target) => copyPicture(kernel, card, target),
    close: async () => freePicture(kernel, card),
  };
}

/** A photograph or drawing, still or panned and zoomed. */
function stillPicture(stage: Stage, timed: TimedScene, still: Still, beside: OpaqueColor): ScenePicture {
  const { scene } = timed;
  const motion = scene.type === "image" ? scene.motion : undefined;
  const fit = scene.type === "image" ? (scene.fit ?? "cover") : "cover";
  const lastFrame = Math.max(1, timed.until - timed.from - 1);
  const partAt = (frame: number) => motionRect(motion, frame / lastFrame, still, stage.size, fit);
  if (motion) return movingPicture(stage, still, fit === "contain" ? beside.css : undefined, partAt);
  const part = partAt(0);
  const scale = stage.size.width / part.width;
  const picture = createCanvas(Math.round(still.width * scale), Math.round(still.height * scale));
  const context = picture.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(still.picture, 0, 0, picture.width, picture.height);
  // What does not move lies on whole pixels, as sharp as it is.
  return cardPicture(stage, { picture, x: Math.round(-part.x * scale), y: Math.round(-part.y * scale) }, beside);
}

/** The picture of every scene but clips, whose frames come from elsewhere. */
export async function preparePicture(
  stage: Stage,
  timeline: Timeline,
  timed: TimedScene,
  pages: StagePages,
  styles: StyleResolver,
): Promise<ScenePicture> {
  const { scene } = timed;
  const { background } = timeline.clip;
  if (scene.type === "page" || scene.type === "color") {
    return cardPicture(stage, await pages.card(scene), opaqueColor(styles, background));
  }
  const beside = opaqueColor(styles, scene.background ?? background);
  const still = scene.type === "image" ? await pages.still(scene) : undefined;
  return still ? stillPicture(stage, timed, still, beside) : cardPicture(stage, undefined, beside);
}
