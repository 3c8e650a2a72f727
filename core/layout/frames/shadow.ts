/** Shadows cast by whatever a frame shows: soft ones as small alpha rasters, hard ones as paths. */

import type { Shadow } from "../../document/schema/primitives.ts";
import type { PathCommand, Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedMask } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { blurCoverage, gridAround, rasterizeCoverage, type SampleGrid } from "./coverage-raster.ts";
import { transformPath } from "./path-geometry.ts";
import { type SilhouettePart, silhouetteBounds, silhouetteOf } from "./silhouette.ts";

/** As in CSS: the blur's length is twice the standard deviation. */
const DEVIATIONS_PER_BLUR = 2;
/** PDF readers disagree by half a sample on where an interpolated raster lies; this many keep that below what the eye sees. */
const SAMPLES_PER_BLUR = 12;
/** A raster this large deflates to a few kilobytes; larger frames get coarser samples. */
const MOST_SAMPLES = 250_000;
/** A long thin silhouette may have this many samples along. */
const MOST_SAMPLES_ALONG = 20_000;
const MOST_CACHED = 48;
const MOST_CACHED_COMMANDS = 1_000;

/** The shadow of `casters`, to be painted beneath them, in their coordinates. */
export function layoutShadow(shadow: Shadow, casters: readonly DisplayItem[], context: FrameContext): DisplayItem[] {
  const color = context.color(shadow.color);
  const parts = silhouetteOf(casters, context.engine.fonts);
  if (color.alpha <= 0 || parts.length === 0) return [];
  const dx = mmToPt(shadow.dx);
  const dy = mmToPt(shadow.dy);
  if (shadow.blur > 0) {
    const soft = cachedMask(parts, mmToPt(shadow.blur));
    if (!soft) return [];
    const { rect, mask } = soft;
    return [{ kind: "mask", rect: { ...rect, x: rect.x + dx, y: rect.y + dy }, color, mask }];
  }
  // Overlapping parts must not darken one another, so they are opaque inside a group that fades as a whole.
  const solid = { kind: "solid", color: { ...color, alpha: 1 } } as const;
  const items = parts.map((part): DisplayItem => {
    const path: DisplayItem = {
      kind: "path",
      path: part.path,
      fill: part.alpha < 1 ? { kind: "solid", color: { ...color, alpha: part.alpha } } : solid,
      fillRule: part.rule,
    };
    return part.clips.reduce<DisplayItem>((inner, clip) => ({ kind: "group", clip, items: [inner] }), path);
  });
  return [{ kind: "group", transform: [1, 0, 0, 1, dx, dy], opacity: color.alpha, items }];
}

interface SoftShadow {
  readonly rect: Rect;
  readonly mask: PlacedMask["mask"];
}

/** The blurred silhouette; undefined where nothing is covered. `blur` in points. */
function softShadow(parts: readonly SilhouettePart[], blur: number): SoftShadow | undefined {
  const bounds = silhouetteBounds(parts);
  if (!bounds) return undefined;
  const deviation = blur / DEVIATIONS_PER_BLUR;
  const margin = 3 * deviation;
  const width = bounds.width + 2 * margin;
  const height = bounds.height + 2 * margin;
  const step = Math.max(
    blur / SAMPLES_PER_BLUR,
    Math.sqrt((width * height) / MOST_SAMPLES),
    Math.max(width, height) / MOST_SAMPLES_ALONG,
  );
  const grid = gridAround(bounds, margin, step);
  const blurred = blurCoverage(combinedCoverage(parts, grid), grid.width, grid.height, deviation / step);
  const alpha = new Uint8Array(blurred.length);
  for (let index = 0; index < alpha.length; index += 1) alpha[index] = Math.round((blurred[index] ?? 0) * 255);
  return {
    rect: { x: grid.x, y: grid.y, width: grid.width * step, height: grid.height * step },
    mask: { width: grid.width, height: grid.height, alpha },
  };
}

/** Parts laid over one another as light sees them: two half-transparent ones stop three quarters. */
function combinedCoverage(parts: readonly SilhouettePart[], grid: SampleGrid): Float32Array {
  const total = new Float32Array(grid.width * grid.height);
  const clipCoverage = new Map<object, Float32Array>();
  for (const part of parts) {
    const clips = part.clips.map((clip) => {
      const known = clipCoverage.get(clip) ?? rasterizeCoverage(clip, "nonzero", grid);
      clipCoverage.set(clip, known);
      return known;
    });
    const coverage = rasterizeCoverage(part.path, part.rule, grid);
    for (let index = 0; index < total.length; index += 1) {
      let share = (coverage[index] ?? 0) * part.alpha;
      if (share === 0) continue;
      for (const clip of clips) share *= clip[index] ?? 0;
      const below = total[index] ?? 0;
      total[index] = below + share * (1 - below);
    }
  }
  return total;
}

/** Pages of a batch repeat the same boxes; one raster object for all of them lets a painter store it once. */
const cache = new Map<string, SoftShadow>();

function cachedMask(parts: readonly SilhouettePart[], blur: number): SoftShadow | undefined {
  const commands = parts.reduce((sum, part) => sum + part.path.length, 0);
  if (commands > MOST_CACHED_COMMANDS) return softShadow(parts, blur);
  const bounds = silhouetteBounds(parts);
  if (!bounds) return undefined;
  const home = parts.map((part) => moved(part, -bounds.x, -bounds.y));
  const key = JSON.stringify([blur, home], (_key, value) =>
    typeof value === "number" ? Math.round(value * 1000) / 1000 : value,
  );
  const known = cache.get(key);
  const soft = known ?? softShadow(home, blur);
  if (!soft) return undefined;
  cache.delete(key);
  cache.set(key, soft);
  const oldest = cache.size > MOST_CACHED ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  return { rect: { ...soft.rect, x: soft.rect.x + bounds.x, y: soft.rect.y + bounds.y }, mask: soft.mask };
}

function moved(part: SilhouettePart, x: number, y: number): SilhouettePart {
  const move = (path: readonly PathCommand[]) => transformPath([1, 0, 0, 1, x, y], path);
  return { ...part, path: move(part.path), clips: part.clips.map(move) };
}
