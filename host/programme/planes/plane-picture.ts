/** Pictures as encoders take them: luma and two planes of chroma (ITU-R BT.709, limited range), in the memory of a kernel. */

import type { Canvas } from "@napi-rs/canvas";
import type { PlaneKernel } from "./kernel.ts";

/** Rows of a chroma plane: every second of the picture's (4:2:0, between two rows), or every one (4:2:2). */
export type Chroma = "420" | "422";

/** One byte a sample. */
export interface Plane {
  readonly at: number;
  /** Bytes from row to row, a multiple of 16. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** Chroma has half the width, its samples at the place of every other one of luma. Width and height are even. */
export interface PlanePicture {
  readonly width: number;
  readonly height: number;
  readonly chroma: Chroma;
  /** Luma, blue and red difference; multiplied by alpha where there is one. */
  readonly planes: readonly [luma: Plane, blue: Plane, red: Plane];
  readonly alpha: { readonly luma: Plane; readonly chroma: Plane } | undefined;
}

/** Luma, blue and red difference of one colour. */
export type PlaneColor = readonly [luma: number, blue: number, red: number];

/** Bytes of red, green and blue → bytes of planes, by ITU-R BT.709. */
export function planeColor([r, g, b]: readonly [r: number, g: number, b: number]): PlaneColor {
  const light = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  return [
    Math.round(16 + 219 * light),
    Math.round(128 + (224 * (b / 255 - light)) / 1.8556),
    Math.round(128 + (224 * (r / 255 - light)) / 1.5748),
  ];
}

/** Rows of the picture for one of chroma. */
export const rowsOfChroma = (chroma: Chroma): 1 | 2 => (chroma === "420" ? 2 : 1);

/** Bytes of a picture without gaps: how programs exchange it. */
export function packedBytes(width: number, height: number, chroma: Chroma): number {
  return width * height + 2 * (width / 2) * (height / rowsOfChroma(chroma));
}

/** Room for a picture of even width and height; its content is whatever was there. */
export function takePicture(
  kernel: PlaneKernel,
  { width, height }: { readonly width: number; readonly height: number },
  chroma: Chroma,
  transparent = false,
): PlanePicture {
  const strideOf = (samples: number): number => Math.ceil(samples / 16) * 16;
  const small = { width: width / 2, height: height / rowsOfChroma(chroma) };
  const [large, less] = [strideOf(width) * height, strideOf(small.width) * small.height];
  let at = kernel.take((large + less) * (transparent ? 2 : 1) + less);
  const plane = (size: { readonly width: number; readonly height: number }): Plane => {
    const made = { at, stride: strideOf(size.width), ...size };
    at += made.stride * size.height;
    return made;
  };
  const planes = [plane({ width, height }), plane(small), plane(small)] as const;
  const alpha = transparent ? { luma: plane({ width, height }), chroma: plane(small) } : undefined;
  return { width, height, chroma, planes, alpha };
}

/** Gives back the room of a picture. */
export const freePicture = (kernel: PlaneKernel, { planes }: PlanePicture): void => kernel.free(planes[0].at);

/** Rows of a canvas taken over at a time: few enough to stay in the processor's cache. */
const STRIP = 32;

/** A painted canvas of even width and height as planes. */
export function pictureOfCanvas(
  kernel: PlaneKernel,
  canvas: Canvas,
  chroma: Chroma,
  transparent: boolean,
): PlanePicture {
  const { width, height } = canvas;
  const picture = takePicture(kernel, { width, height }, chroma, transparent);
  takeRgba(kernel, canvas.data(), picture);
  return picture;
}

/** Rows of RGBA, multiplied by alpha, into a picture of the same size. */
export function takeRgba(
  kernel: PlaneKernel,
  rgba: Uint8Array,
  { width, height, chroma, planes, alpha }: PlanePicture,
) {
  const tall = rowsOfChroma(chroma);
  const [luma, blue, red] = planes;
  const strip = kernel.take(STRIP * width * 4);
  for (let y = 0; y < height; y += STRIP) {
    const rows = Math.min(STRIP, height - y);
    kernel.bytes().set(rgba.subarray(y * width * 4, (y + rows) * width * 4), strip);
    const from = (plane: Plane, row: number): number => plane.at + row * plane.stride;
    kernel.toPlanes(
      strip,
      width,
      rows,
      tall,
      from(luma, y),
      alpha ? from(alpha.luma, y) : 0,
      luma.stride,
      from(blue, y / tall),
      from(red, y / tall),
      alpha ? from(alpha.chroma, y / tall) : 0,
      blue.stride,
    );
  }
  kernel.free(strip);
}

/** Makes all of a picture one colour. */
export function fillPicture(kernel: PlaneKernel, { planes }: PlanePicture, color: PlaneColor): void {
  for (const [index, { at, stride, height }] of planes.entries()) {
    kernel.bytes().fill(color[index] ?? 0, at, at + stride * height);
  }
}

/** Copies a picture into another, its corner `x`, `y` (even) beside the other's; what lies outside is left out. */
export function copyPicture(kernel: PlaneKernel, from: PlanePicture, to: PlanePicture, x = 0, y = 0): void {
  const bytes = kernel.bytes();
  for (const [index, source] of from.planes.entries()) {
    const target = to.planes[index];
    if (!target) continue;
    const left = index === 0 ? x : x / 2;
    const top = index === 0 ? y : y / rowsOfChroma(to.chroma);
    const begin = Math.max(0, -left);
    const end = Math.min(source.width, target.width - left);
    if (end <= begin) continue;
    for (let row = Math.max(0, -top); row < Math.min(source.height, target.height - top); row += 1) {
      const at = source.at + row * source.stride;
      bytes.copyWithin(target.at + (row + top) * target.stride + left + begin, at + begin, at + end);
    }
  }
}

/** Puts a picture without gaps, plane after plane, into one of the same size. */
export function unpackPicture(kernel: PlaneKernel, packed: Uint8Array, { planes }: PlanePicture): void {
  const bytes = kernel.bytes();
  let from = 0;
  for (const { at, stride, width, height } of planes) {
    if (stride === width) bytes.set(packed.subarray(from, from + width * height), at);
    else {
      for (let row = 0; row < height; row += 1) {
        bytes.set(packed.subarray(from + row * width, from + (row + 1) * width), at + row * stride);
      }
    }
    from += width * height;
  }
}

/** The picture without gaps, plane after plane. */
export function packPicture(kernel: PlaneKernel, { planes }: PlanePicture, into: Uint8Array): void {
  const bytes = kernel.bytes();
  let to = 0;
  for (const { at, stride, width, height } of planes) {
    if (stride === width) into.set(bytes.subarray(at, at + width * height), to);
    else {
      for (let row = 0; row < height; row += 1) {
        into.set(bytes.subarray(at + row * stride, at + row * stride + width), to + row * width);
      }
    }
    to += width * height;
  }
}
