/** What runs or is counted in an overlay, painted piece by piece as it comes into view. */

import type { DisplayItem } from "../../core/layout/display-list.ts";
import { type ChangingContent, windowPixels } from "../../core/programme/picture/changing-content.ts";
import type { Strip } from "../../core/programme/picture/laid-strip.ts";
import type { Changing } from "../../core/programme/picture/overlay-course.ts";
import type { Matrix, Rect } from "../../core/units/geometry.ts";
import type { FrameSize, PaintedLayer } from "./painted-layer.ts";

/** What changes in a title, and how it is painted. */
export interface ChangingPage {
  readonly content: ChangingContent;
  /** From points of the page to pixels of the frame. */
  readonly matrix: Matrix;
  readonly size: FrameSize;
  paint(items: readonly DisplayItem[], size: FrameSize, matrix: Matrix): Promise<PaintedLayer | undefined>;
}

/** Where painted layers are kept for putting frames together. */
export interface LayerKeeper<Layer> {
  keep(layer: PaintedLayer): Layer;
  free(layer: Layer): void;
}

/** A layer with its corner in the frame where chroma has a sample, of which only what is inside `clip` is seen. */
export interface PlacedLayer<Layer> {
  readonly layer: Layer;
  readonly x: number;
  readonly y: number;
  readonly alpha: number;
  readonly clip: Rect | undefined;
}

export interface ChangingLayers<Layer> {
  /** The layers of one moment, bottom first, good until the next is asked for. They are painted when they are first seen. */
  at(changing: Changing): Promise<readonly PlacedLayer<Layer>[]>;
  /** Gives all of them back. */
  close(): void;
}

/** Pixels of a strip painted at once; even. */
const TILE = 512;
/** Pixels of painted pieces that are kept; those used last stay. */
const KEPT_PIXELS = 16_000_000;

interface Kept<Layer> {
  /** Undefined where nothing was to be painted. */
  readonly layer: Layer | undefined;
  readonly x: number;
  readonly y: number;
  readonly pixels: number;
}

export function createChangingLayers<Layer>(
  { content, matrix, size, paint }: ChangingPage,
  keeper: LayerKeeper<Layer>,
): ChangingLayers<Layer> {
  /** Those used last come last. */
  const pieces = new Map<string, Kept<Layer>>();

  return {
    async at(changing) {
      if (changing.kind === "run" && content.kind === "strip") {
        letGo(KEPT_PIXELS);
        return run(content.strip, content.repeats, changing.at);
      }
      const items = itemsOf(changing);
      const key = JSON.stringify(changing.kind === "sheet" ? changing.sheet : changing);
      // One at a time: what has been shown does not come again.
      if (!pieces.has(key)) letGo(0);
      const { layer, x, y } = await piece(key, () => paint(items, size, matrix));
      const alpha = changing.kind === "sheet" ? changing.alpha : 1;
      return layer ? [{ layer, x, y, alpha, clip: undefined }] : [];
    },
    close: () => letGo(0),
  };

  function itemsOf(changing: Changing): readonly DisplayItem[] {
    if (changing.kind === "clock" && content.kind === "clock") return content.items(changing.text);
    if (changing.kind === "sheet" && content.kind === "sheets") return content.sheets[changing.sheet] ?? [];
    return [];
  }

  function letGo(pixels: number): void {
    let sum = 0;
    for (const [key, kept] of [...pieces].reverse()) {
      sum += kept.pixels;
      if (sum <= pixels) continue;
      if (kept.layer) keeper.free(kept.layer);
      pieces.delete(key);
    }
  }

  async function piece(key: string, painted: () => Promise<PaintedLayer | undefined>): Promise<Kept<Layer>> {
    const known = pieces.get(key) ?? kept(await painted());
    pieces.delete(key);
    pieces.set(key, known);
    return known;
  }

  function kept(layer: PaintedLayer | undefined): Kept<Layer> {
    if (!layer) return { layer: undefined, x: 0, y: 0, pixels: 1 };
    const { picture, x, y } = layer;
    return { layer: keeper.keep(layer), x, y, pixels: picture.width * picture.height };
  }

  async function run(strip: Strip, repeats: boolean, at: number): Promise<readonly PlacedLayer<Layer>[]> {
    const across = strip.axis === "x";
    const { start, end } = windowPixels(strip, matrix);
    const scale = across ? matrix[0] : matrix[3];
    const period = Math.max(1, Math.round(strip.period * scale));
    const clip = across
      ? { x: start, y: 0, width: end - start, height: size.height }
      : { x: 0, y: start, width: size.width, height: end - start };
    const laid: PlacedLayer<Layer>[] = [];
    // Where a strip goes round, a copy begins as soon as the one before has come in as a whole.
    const first = repeats ? Math.max(0, Math.floor((at - (end - start)) / period) - 1) : 0;
    const last = repeats ? Math.floor(at / period) : 0;
    for (let copy = first; copy <= last; copy += 1) {
      const origin = end - at + copy * period;
      const whole = 2 * Math.floor(origin / 2);
      for (let tile = Math.floor((start - whole) / TILE); whole + tile * TILE < end; tile += 1) {
        const { layer, x, y } = await tileOf(strip, scale, tile, origin - whole);
        const along = whole + tile * TILE;
        if (layer) laid.push({ layer, x: x + (across ? along : 0), y: y + (across ? 0 : along), alpha: 1, clip });
      }
    }
    return laid;
  }

  /** A tile of the strip, which is moved on by `phase` of a pixel or by one. */
  function tileOf(strip: Strip, scale: number, tile: number, phase: number): Promise<Kept<Layer>> {
    const across = strip.axis === "x";
    const [from, to] = [(tile * TILE - phase) / scale, ((tile + 1) * TILE - phase) / scale];
    const moved = phase - tile * TILE;
    const [a, b, c, d, e, f] = matrix;
    return piece(`${tile} ${phase}`, async () => {
      const items = strip.parts.filter((part) => part.from < to && part.to > from).map(({ item }) => item);
      if (items.length === 0) return undefined;
      return paint(items, across ? { width: TILE, height: size.height } : { width: size.width, height: TILE }, [
        ...([a, b, c, d] as const),
        across ? moved : e,
        across ? f : moved,
      ]);
    });
  }
}
