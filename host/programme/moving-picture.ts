/** A still that is panned and zoomed: in planes from the start, drawn between samples, so that slow movement does not step. */

import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { Rect } from "../../core/units/geometry.ts";
import { freePicture, pictureOfCanvas, takePicture } from "./planes/plane-picture.ts";
import type { Placing } from "./planes/taps.ts";
import type { ScenePicture, Stage } from "./stage.ts";
import type { Still } from "./stage-pages.ts";

/** Samples of the colour beside a picture around it, so that its edges run as smoothly as what is in it. */
const BORDER = 8;
/** More than about two samples a pixel are brought to fewer beforehand. */
const MOST_SAMPLES = 2.05;

/** `partAt` says which part of the still fills the frame. Without a colour beside it, the still is never left. */
export function movingPicture(
  { compositor, size }: Stage,
  still: Still,
  beside: string | undefined,
  partAt: (frame: number) => Rect,
): ScenePicture {
  const { kernel, chroma } = compositor;
  const border = beside === undefined ? 0 : BORDER;
  const [across, down] = [still.picture.width / still.width, still.picture.height / still.height];
  const canvas = beside === undefined ? still.picture : bordered(still.picture, beside);
  /** Each half as large as the one before it. */
  const levels = [pictureOfCanvas(kernel, canvas, chroma, false)];

  return {
    async draw(target, frame) {
      const part = partAt(frame);
      let placeAcross = placing(part.x * across + border, (part.width * across) / size.width);
      let placeDown = placing(part.y * down + border, (part.height * down) / size.height);
      let level = 0;
      while (Math.max(placeAcross.step, placeDown.step) > MOST_SAMPLES && prepareLevel(level + 1)) {
        placeAcross = halved(placeAcross);
        placeDown = halved(placeDown);
        level += 1;
      }
      const source = levels[level];
      if (source) compositor.scale(source, target, placeAcross, placeDown);
    },
    async close() {
      for (const level of levels) freePicture(kernel, level);
    },
  };

  /** Whether there is such a level. */
  function prepareLevel(level: number): boolean {
    const larger = levels[level - 1];
    if (levels[level] || !larger) return levels[level] !== undefined;
    const [width, height] = [evenHalf(larger.width), evenHalf(larger.height)];
    if (Math.min(width, height) < LEAST) return false;
    const made = takePicture(kernel, { width, height }, chroma);
    compositor.scale(larger, made, HALF, HALF);
    levels[level] = made;
    return true;
  }
}

const HALF: Placing = { start: 0.5, step: 2 };
const LEAST = 16;

const evenHalf = (samples: number): number => Math.ceil(samples / 4) * 2;

/** Pixels of the frame in a part that begins at `begin`, `step` samples each. */
const placing = (begin: number, step: number): Placing => ({ start: begin + step / 2 - 0.5, step });

const halved = ({ start, step }: Placing): Placing => ({ start: (start - 0.5) / 2, step: step / 2 });

function bordered(picture: Canvas, color: string): Canvas {
  const canvas = createCanvas(picture.width + 2 * BORDER, picture.height + 2 * BORDER);
  const context = canvas.getContext("2d");
  context.fillStyle = color;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, BORDER, BORDER);
  return canvas;
}
