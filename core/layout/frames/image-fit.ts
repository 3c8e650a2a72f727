/** Which picture a frame shows, and where in the frame it lies. */

import type { ImageFrame } from "../../document/schema/frames.ts";
import type { Rect } from "../../units/geometry.ts";
import { forLanguage } from "../resolve-style.ts";

/** Proportions of a picture, in any unit. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Where a picture lies, in the frame's unit. */
export interface FittedPicture {
  /** The whole picture. */
  readonly picture: Rect;
  /** The part of the frame that shows it. */
  readonly window: Rect;
}

type Fitting = Pick<ImageFrame, "fit" | "focus" | "crop">;

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** A crop of less than this share of the picture's width or height holds no pixel of any picture. */
const LEAST_CROP = 1e-6;

/** The crop cut to the picture; undefined where nothing would be left. */
export function usableCrop(crop: ImageFrame["crop"]): Rect | undefined {
  if (!crop) return WHOLE;
  const width = Math.min(crop.width, 1 - crop.x);
  const height = Math.min(crop.height, 1 - crop.y);
  return width >= LEAST_CROP && height >= LEAST_CROP ? { x: crop.x, y: crop.y, width, height } : undefined;
}

/**
 * Fits a picture into `frame`. `cover` fills the frame and brings the focus (fractions of the whole picture) as near to the frame's
 * centre as it can without baring an edge; `contain` shows all of the crop, centred; `stretch` gives up the proportions.
 */
export function fitPicture(size: PictureSize, frame: Rect, { fit = "cover", focus, crop }: Fitting): FittedPicture {
  const part = usableCrop(crop) ?? WHOLE;
  const partWidth = size.width * part.width;
  const partHeight = size.height * part.height;
  const across = frame.width / partWidth;
  const down = frame.height / partHeight;
  const uniform = fit === "contain" ? Math.min(across, down) : Math.max(across, down);
  const scaleX = fit === "stretch" ? across : uniform;
  const scaleY = fit === "stretch" ? down : uniform;
  const width = partWidth * scaleX;
  const height = partHeight * scaleY;
  const focusX = focus ? (focus.x - part.x) / part.width : 0.5;
  const focusY = focus ? (focus.y - part.y) / part.height : 0.5;
  const offset = (room: number, length: number, at: number) =>
    fit === "cover" ? Math.min(0, Math.max(room - length, room / 2 - length * at)) : (room - length) / 2;
  const x = frame.x + offset(frame.width, width, focusX);
  const y = frame.y + offset(frame.height, height, focusY);
  const picture = {
    x: x - part.x * size.width * scaleX,
    y: y - part.y * size.height * scaleY,
    width: size.width * scaleX,
    height: size.height * scaleY,
  };
  return { picture, window: fit === "contain" ? { x, y, width, height } : frame };
}

/** The asset an image frame shows in a language. */
export const assetFor = (frame: ImageFrame, language: string): string | undefined =>
  forLanguage(frame.variants, language) ?? frame.asset;

/** From here on a picture prints sharp, and from here on well enough. */
export const GOOD_PPI = 300;
export const FAIR_PPI = 200;

/** Pixels to the inch of a picture of that many pixels, laid as large as `picture` (millimetres); the coarser of both directions. */
export const effectivePpi = (pixels: PictureSize, picture: PictureSize): number =>
  Math.floor(Math.min((pixels.width * 25.4) / picture.width, (pixels.height * 25.4) / picture.height));
