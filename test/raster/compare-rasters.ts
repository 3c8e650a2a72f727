/** Pictures compared pixel by pixel, forgiving what only the edges of shapes differ in. */

import { createCanvas, loadImage } from "@napi-rs/canvas";

/** Opaque pixels, four bytes each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export interface RasterDifference {
  /** Share of all pixels that differ by more than the tolerance in any channel. */
  readonly beyond: number;
  /** The same without pixels whose neighbours explain them; see {@link compareRasters}. */
  readonly unexplained: number;
  readonly largest: number;
  /** Mean difference of all channels, 0–255. */
  readonly mean: number;
}

/** Any picture file as pixels on white. */
export async function decodeRaster(bytes: Uint8Array): Promise<Raster> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Least and greatest value of a channel among a pixel and its eight neighbours. */
function rangeAround({ width, height, data }: Raster, x: number, y: number, channel: number): [number, number] {
  let least = 255;
  let greatest = 0;
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const value = data[(v * width + u) * 4 + channel] ?? 0;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return [least, greatest];
}

/**
 * Compares two pictures of one size. `tolerance` (0–255) is what two ways of anti-aliasing may make of one edge. A pixel beyond it is explained
 * where its value lies within the range, give or take the tolerance, that the other picture has around that place: an edge moved by less than a pixel.
 * Something missing, added or moved by more stays unexplained.
 */
export function compareRasters(one: Raster, other: Raster, tolerance: number): RasterDifference {
  if (one.width !== other.width || one.height !== other.height) {
    throw new RangeError(`${one.width} × ${one.height} against ${other.width} × ${other.height} pixels`);
  }
  const count = one.width * one.height;
  let beyond = 0;
  let unexplained = 0;
  let largest = 0;
  let total = 0;
  for (let pixel = 0; pixel < count; pixel++) {
    let difference = 0;
    for (let channel = 0; channel < 3; channel++) {
      const at = Math.abs((one.data[pixel * 4 + channel] ?? 0) - (other.data[pixel * 4 + channel] ?? 0));
      total += at;
      if (at > difference) difference = at;
    }
    if (difference > largest) largest = difference;
    if (difference <= tolerance) continue;
    beyond++;
    const x = pixel % one.width;
    const y = Math.floor(pixel / one.width);
    if (![0, 1, 2].every((channel) => isExplained(one, other, x, y, channel, tolerance))) unexplained++;
  }
  return { beyond: beyond / count, unexplained: unexplained / count, largest, mean: total / (count * 3) };
}

function isExplained(one: Raster, other: Raster, x: number, y: number, channel: number, tolerance: number): boolean {
  const within = (of: Raster, around: Raster) => {
    const value = of.data[(y * of.width + x) * 4 + channel] ?? 0;
    const [least, greatest] = rangeAround(around, x, y, channel);
    return value >= least - tolerance && value <= greatest + tolerance;
  };
  return within(one, other) && within(other, one);
}

/** Part of a picture. */
export function cropRaster(raster: Raster, x: number, y: number, width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * raster.width + x) * 4;
    data.set(raster.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}
