/** Frames put together from pictures in planes: scaled, mixed, laid over each other, veiled. */

import type { Rect } from "../../../core/units/geometry.ts";
import { type PlaneKernel, toWeight } from "./kernel.ts";
import {
  type Chroma,
  freePicture,
  type Plane,
  type PlaneColor,
  type PlanePicture,
  rowsOfChroma,
  takePicture,
} from "./plane-picture.ts";
import { columnsBytes, type Placing, rowsBytes, tapsFor, writeColumns, writeRows } from "./taps.ts";

/** Where a layer is laid, and how much of it. */
export interface LayerPlace {
  /** Its corner, in pixels of the frame and parts of them. */
  readonly x: number;
  readonly y: number;
  /** 0–1. */
  readonly alpha: number;
  /** The part of the frame it is seen in. */
  readonly clip?: Rect | undefined;
}

/** Works on pictures of one kernel and one kind of chroma. */
export interface Compositor {
  readonly kernel: PlaneKernel;
  readonly chroma: Chroma;
  /** Fills a picture with another: its luma samples lie in the other's at `across` and `down`; outside, the other's edges go on. */
  scale(source: PlanePicture, target: PlanePicture, across: Placing, down: Placing): void;
  /** Mixes a share (0–1) of a picture into one of the same size. */
  mix(target: PlanePicture, other: PlanePicture, share: number): void;
  /** As `mix`, by a share for each column or each row of luma. */
  mixAlong(target: PlanePicture, other: PlanePicture, along: "columns" | "rows", shares: ArrayLike<number>): void;
  /** Mixes a share of a colour in. */
  veil(target: PlanePicture, color: PlaneColor, share: number): void;
  /** Lays a transparent picture over. */
  lay(target: PlanePicture, layer: PlanePicture, place: LayerPlace): void;
}

/** Samples of a plane's own, `to` being the first after. */
interface Region {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rows `resample` keeps between its passes. */
const RING_ROWS = 8;

/** Where chroma lies when luma lies there: at the place of every second column, and between two rows or beside each. */
export const chromaAcross = ({ start, step }: Placing): Placing => ({ start: start / 2, step });
export const chromaDown = ({ start, step }: Placing, chroma: Chroma): Placing =>
  chroma === "420" ? { start: (start + step / 2 - 0.5) / 2, step } : { start, step };

/** Nothing of it has to be given back but with its kernel. */
export function createCompositor(kernel: PlaneKernel, chroma: Chroma): Compositor {
  const tall = rowsOfChroma(chroma);
  /** For tables, by what they are for. */
  const rooms = new Map<string, { readonly at: number; readonly bytes: number }>();
  const room = (name: string, bytes: number): number => {
    const known = rooms.get(name);
    if (known && known.bytes >= bytes) return known.at;
    if (known) kernel.free(known.at);
    const at = kernel.take(bytes);
    rooms.set(name, { at, bytes });
    return at;
  };
  /** Layers between pixels are first brought to whole ones here. */
  let aligned: PlanePicture | undefined;

  return { kernel, chroma, scale, mix, mixAlong, veil, lay };

  function scale(source: PlanePicture, target: PlanePicture, across: Placing, down: Placing): void {
    scalePlanes([source.planes[0]], [target.planes[0]], across, down);
    const [acrossChroma, downChroma] = [chromaAcross(across), chromaDown(down, chroma)];
    scalePlanes(source.planes.slice(1), target.planes.slice(1), acrossChroma, downChroma);
    if (!source.alpha || !target.alpha) return;
    scalePlanes([source.alpha.luma], [target.alpha.luma], across, down);
    scalePlanes([source.alpha.chroma], [target.alpha.chroma], acrossChroma, downChroma);
  }

  /** Planes of one size each. */
  function scalePlanes(sources: readonly Plane[], targets: readonly Plane[], across: Placing, down: Placing): void {
    const [source, target] = [sources[0], targets[0]];
    if (!source || !target) return;
    const taps = tapsFor(Math.max(across.step, down.step));
    const width = Math.ceil(target.width / 16) * 16;
    const columns = room("columns", columnsBytes(target.width));
    const rows = room("rows", rowsBytes(target.height));
    const ring = room("ring", RING_ROWS * 2 * width);
    writeColumns(kernel.bytes(), columns, width, across, source.width, taps);
    writeRows(kernel.bytes(), rows, target.height, down, source.height, taps);
    for (const [index, { at, stride }] of sources.entries()) {
      const to = targets[index]?.at ?? 0;
      kernel.resample(at, stride, columns, rows, taps, ring, to, target.stride, width, target.height);
    }
  }

  function mix(target: PlanePicture, other: PlanePicture, share: number): void {
    const weight = toWeight(share);
    for (const [index, { at, stride, width, height }] of target.planes.entries()) {
      const from = other.planes[index];
      if (from) kernel.mix(at, stride, from.at, from.stride, width, height, weight);
    }
  }

  function mixAlong(
    target: PlanePicture,
    other: PlanePicture,
    along: "columns" | "rows",
    shares: ArrayLike<number>,
  ): void {
    for (const [index, { at, stride, width, height }] of target.planes.entries()) {
      const from = other.planes[index];
      if (!from) continue;
      const every = index === 0 ? 1 : along === "columns" ? 2 : tall;
      // Between two rows where chroma is.
      const shareAt = (sample: number): number =>
        along === "rows" && every === 2
          ? ((shares[sample * 2] ?? 0) + (shares[sample * 2 + 1] ?? 0)) / 2
          : (shares[sample * every] ?? 0);
      if (along === "columns") {
        const shareRoom = room("shares", width * 2);
        const weights = new Int16Array(kernel.bytes().buffer, shareRoom, width);
        for (let x = 0; x < width; x += 1) weights[x] = toWeight(shareAt(x));
        kernel.mixColumns(at, stride, from.at, from.stride, width, height, shareRoom);
      } else {
        for (let y = 0; y < height; y += 1) {
          const weight = toWeight(shareAt(y));
          if (weight > 0) {
            kernel.mix(at + y * stride, stride, from.at + y * from.stride, from.stride, width, 1, weight);
          }
        }
      }
    }
  }

  function veil(target: PlanePicture, color: PlaneColor, share: number): void {
    for (const [index, { at, stride, width, height }] of target.planes.entries()) {
      kernel.veil(at, stride, width, height, color[index] ?? 0, toWeight(share));
    }
  }

  function lay(target: PlanePicture, layer: PlanePicture, { x, y, alpha, clip }: LayerPlace): void {
    const weight = toWeight(alpha);
    if (!layer.alpha || weight === 0) return;
    const left = Math.max(0, x, clip?.x ?? 0);
    const top = Math.max(0, y, clip?.y ?? 0);
    const right = Math.min(target.width, x + layer.width, clip ? clip.x + clip.width : Number.POSITIVE_INFINITY);
    const bottom = Math.min(target.height, y + layer.height, clip ? clip.y + clip.height : Number.POSITIVE_INFINITY);
    const region: Region = {
      left: Math.round(left),
      right: Math.round(right),
      top: Math.round(top),
      bottom: Math.round(bottom),
    };
    if (region.right <= region.left || region.bottom <= region.top) return;
    if (x % 2 === 0 && y % tall === 0) {
      layRegion(target, layer, layer.alpha, x, y, region, weight);
      return;
    }
    // From a place where chroma samples lie, to one.
    const [cornerX, cornerY] = [region.left & ~1, region.top & -tall];
    const size = {
      width: Math.ceil((region.right - cornerX) / 2) * 2,
      height: Math.ceil((region.bottom - cornerY) / 2) * 2,
    };
    if (!aligned || aligned.width !== size.width || aligned.height !== size.height) {
      if (aligned) freePicture(kernel, aligned);
      aligned = takePicture(kernel, size, chroma, true);
    }
    scale(layer, aligned, { start: cornerX - x, step: 1 }, { start: cornerY - y, step: 1 });
    if (aligned.alpha) layRegion(target, aligned, aligned.alpha, cornerX, cornerY, region, weight);
  }

  /** Lays a layer at a place where its chroma samples lie on those of the frame. */
  function layRegion(
    target: PlanePicture,
    layer: PlanePicture,
    alpha: NonNullable<PlanePicture["alpha"]>,
    x: number,
    y: number,
    { left, right, top, bottom }: Region,
    weight: number,
  ): void {
    for (const [index, under] of target.planes.entries()) {
      const picture = layer.planes[index];
      if (!picture) continue;
      const clear = index === 0 ? alpha.luma : alpha.chroma;
      const [across, down] = index === 0 ? [1, 1] : [2, tall];
      const [fromX, toX] = [Math.ceil(left / across), Math.ceil(right / across)];
      const [fromY, toY] = [Math.ceil(top / down), Math.ceil(bottom / down)];
      if (toX <= fromX || toY <= fromY) continue;
      const skipped = (fromY - y / down) * picture.stride + fromX - x / across;
      kernel.over(
        under.at + fromY * under.stride + fromX,
        under.stride,
        picture.at + skipped,
        clear.at + skipped,
        picture.stride,
        toX - fromX,
        toY - fromY,
        weight,
      );
    }
  }
}
