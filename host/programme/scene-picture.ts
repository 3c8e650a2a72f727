/** What scenes put into frames: cards as they are, photographs that move, clips frame by frame. */

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { BLACK } from "../../core/color/color.ts";
import type { ColorRef } from "../../core/document/schema/primitives.ts";
import type { StyleResolver } from "../../core/layout/resolve-style.ts";
import { cssColor } from "../../core/paint/canvas/canvas-color.ts";
import { motionRect } from "../../core/programme/picture/motion.ts";
import type { TimedScene, Timeline } from "../../core/programme/timeline.ts";
import type { FrameSize, PaintedLayer } from "./painted-layer.ts";
import type { StagePages, Still } from "./stage-pages.ts";

/** A scene ready to be drawn. */
export interface ScenePicture {
  /** Fills the whole frame with frame number `frame` of the scene, in the context's own transform and alpha, leaving nothing see-through. */
  draw(on: SKRSContext2D, frame: number): Promise<void>;
  close(): Promise<void>;
}

const nothingToClose = async (): Promise<void> => undefined;

/** A colour of the clip as painters take it, without transparency. */
export const opaqueColor = (styles: StyleResolver, color: ColorRef | undefined): string =>
  cssColor({ ...(color === undefined ? BLACK : styles.color(color)), alpha: 1 }, "rgb");

/** A page or colour: painted once. */
export function cardPicture(layer: PaintedLayer | undefined, beside: string, size: FrameSize): ScenePicture {
  const card = createCanvas(size.width, size.height);
  const context = card.getContext("2d");
  context.fillStyle = beside;
  context.fillRect(0, 0, size.width, size.height);
  if (layer) context.drawImage(layer.picture, layer.x, layer.y);
  return {
    async draw(on) {
      on.drawImage(card, 0, 0);
    },
    close: nothingToClose,
  };
}

/** A photograph or drawing, still or panned and zoomed; drawn between pixels, so that slow movement does not step. */
export function stillPicture(timed: TimedScene, still: Still, beside: string, size: FrameSize): ScenePicture {
  const { scene } = timed;
  const motion = scene.type === "image" ? scene.motion : undefined;
  const fit = scene.type === "image" ? (scene.fit ?? "cover") : "cover";
  const lastFrame = Math.max(1, timed.until - timed.from - 1);
  return {
    async draw(on, frame) {
      const part = motionRect(motion, frame / lastFrame, still, size, fit);
      const scale = size.width / part.width;
      const [x, y] = [-part.x * scale, -part.y * scale];
      const [width, height] = [still.width * scale, still.height * scale];
      on.fillStyle = beside;
      // Only what the picture leaves free: under a dissolve nothing may be laid over twice.
      for (const [left, top, right, bottom] of [
        [0, 0, x, size.height],
        [x + width, 0, size.width, size.height],
        [0, 0, size.width, y],
        [0, y + height, size.width, size.height],
      ] as const) {
        if (right - left > 0.01 && bottom - top > 0.01) on.fillRect(left, top, right - left, bottom - top);
      }
      on.imageSmoothingQuality = "medium";
      on.drawImage(still.picture, x, y, width, height);
    },
    close: nothingToClose,
  };
}

/** The picture of every scene but clips, whose frames come from elsewhere. */
export async function preparePicture(
  timeline: Timeline,
  timed: TimedScene,
  pages: StagePages,
  styles: StyleResolver,
  size: FrameSize,
): Promise<ScenePicture> {
  const { scene } = timed;
  const { background } = timeline.clip;
  if (scene.type === "page" || scene.type === "color") {
    return cardPicture(await pages.card(scene), opaqueColor(styles, background), size);
  }
  const beside = opaqueColor(styles, scene.background ?? background);
  const still = scene.type === "image" ? await pages.still(scene) : undefined;
  return still ? stillPicture(timed, still, beside, size) : cardPicture(undefined, beside, size);
}
