/** Paths → grids of coverage, and their blurring: the arithmetic behind soft shadows. No painter's own, so every output agrees. */

import type { PathData, Rect } from "../../units/geometry.ts";
import { flattenPath } from "./path-geometry.ts";

/** Square samples of `step` points from (x, y). */
export interface SampleGrid {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

/** Which points count as inside where loops overlap. */
export type FillRule = "nonzero" | "evenodd";

const SCANLINES_PER_SAMPLE = 4;

/** Share of every sample that lies inside the path, 0–1; open subpaths are closed. Exact along x, four scanlines a sample along y. */
export function rasterizeCoverage(path: PathData, rule: FillRule, grid: SampleGrid): Float32Array {
  const coverage = new Float32Array(grid.width * grid.height);
  const lines: number[][] = Array.from({ length: grid.height * SCANLINES_PER_SAMPLE }, () => []);
  const lineStep = grid.step / SCANLINES_PER_SAMPLE;
  for (const { points } of flattenPath(path, grid.step / 16)) {
    let from = points.at(-1);
    for (const to of points) {
      if (from && from.y !== to.y) {
        const down = to.y > from.y;
        const [upper, lower] = down ? [from, to] : [to, from];
        const first = Math.max(0, Math.ceil((upper.y - grid.y) / lineStep - 0.5));
        const last = Math.min(lines.length - 1, Math.ceil((lower.y - grid.y) / lineStep - 0.5) - 1);
        const slope = (lower.x - upper.x) / (lower.y - upper.y);
        for (let line = first; line <= last; line += 1) {
          const y = grid.y + (line + 0.5) * lineStep;
          const x = (upper.x + (y - upper.y) * slope - grid.x) / grid.step;
          lines[line]?.push(x, down ? 1 : -1);
        }
      }
      from = to;
    }
  }
  for (const [line, crossings] of lines.entries()) {
    if (crossings.length > 0) {
      fillScanline(coverage, Math.floor(line / SCANLINES_PER_SAMPLE) * grid.width, grid.width, crossings, rule);
    }
  }
  return coverage;
}

/** `crossings` alternates place and direction. */
function fillScanline(coverage: Float32Array, row: number, width: number, crossings: number[], rule: FillRule): void {
  const order: { x: number; direction: number }[] = [];
  for (let index = 0; index < crossings.length; index += 2) {
    order.push({ x: crossings[index] ?? 0, direction: crossings[index + 1] ?? 0 });
  }
  order.sort((one, other) => one.x - other.x);
  let winding = 0;
  let start = 0;
  for (const { x, direction } of order) {
    const inside = rule === "nonzero" ? winding !== 0 : winding % 2 !== 0;
    if (inside) addSpan(coverage, row, width, start, x);
    winding += direction;
    start = x;
  }
}

function addSpan(coverage: Float32Array, row: number, width: number, from: number, to: number): void {
  const start = Math.max(0, from);
  const end = Math.min(width, to);
  for (let sample = Math.floor(start); sample < end; sample += 1) {
    const share = (Math.min(end, sample + 1) - Math.max(start, sample)) / SCANLINES_PER_SAMPLE;
    coverage[row + sample] = Math.min(1, (coverage[row + sample] ?? 0) + share);
  }
}

/** Gaussian blur with the standard deviation in samples, cut at three deviations; samples beyond the grid count as empty. */
export function blurCoverage(coverage: Float32Array, width: number, height: number, deviation: number): Float32Array {
  const kernel = gaussianKernel(deviation);
  const across = convolve(coverage, width, height, kernel, 1, width);
  return convolve(across, height, width, kernel, width, 1);
}

/** Weights from the centre outwards, normalised so that all of them (the outer ones twice) sum to 1. */
function gaussianKernel(deviation: number): readonly number[] {
  const reach = Math.ceil(deviation * 3);
  const weights = Array.from({ length: reach + 1 }, (_, at) => Math.exp(-(at * at) / (2 * deviation * deviation)));
  const sum = weights.reduce((total, weight, at) => total + (at === 0 ? weight : 2 * weight), 0);
  return weights.map((weight) => weight / sum);
}

/** One pass along lines of `length` samples `along` apart; `lines` of them, `between` apart. */
function convolve(
  source: Float32Array,
  length: number,
  lines: number,
  kernel: readonly number[],
  along: number,
  between: number,
): Float32Array {
  const result = new Float32Array(source.length);
  for (let line = 0; line < lines; line += 1) {
    const start = line * between;
    for (let at = 0; at < length; at += 1) {
      let sum = (kernel[0] ?? 0) * (source[start + at * along] ?? 0);
      for (let offset = 1; offset < kernel.length; offset += 1) {
        const before = at - offset >= 0 ? (source[start + (at - offset) * along] ?? 0) : 0;
        const after = at + offset < length ? (source[start + (at + offset) * along] ?? 0) : 0;
        sum += (kernel[offset] ?? 0) * (before + after);
      }
      result[start + at * along] = sum;
    }
  }
  return result;
}

/** The least grid of this step that holds `bounds` and `margin` round it. */
export function gridAround(bounds: Rect, margin: number, step: number): SampleGrid {
  const width = Math.max(1, Math.ceil((bounds.width + 2 * margin) / step));
  const height = Math.max(1, Math.ceil((bounds.height + 2 * margin) / step));
  return {
    x: bounds.x + bounds.width / 2 - (width * step) / 2,
    y: bounds.y + bounds.height / 2 - (height * step) / 2,
    step,
    width,
    height,
  };
}
