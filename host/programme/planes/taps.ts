/** Which source samples go into each sample of a scaled row or column, and by how much: a triangle as wide as two source or target samples. */

/** Where the samples of a target lie in a source: target sample `n` at `start + n * step`, counted in source samples. */
export interface Placing {
  readonly start: number;
  /** At most 2. */
  readonly step: number;
}

/** Source samples for each target sample: two where nothing is made smaller, else four. */
export type Taps = 2 | 4;

export const tapsFor = (step: number): Taps => (step > 1 + 1e-6 ? 4 : 2);

/** The fewest samples a source may have. */
export const LEAST_SAMPLES = 4;

/**
 * Weights of `taps` neighbouring samples for `position`, into `weights`; together 1. Answers the number of the first. What would lie outside a
 * source of `length` samples is its outermost one.
 */
export function weighAt(position: number, radius: number, length: number, taps: Taps, weights: Float64Array): number {
  const nearest = Math.floor(position - radius) + 1;
  const first = Math.min(Math.max(nearest, 0), length - taps);
  weights.fill(0);
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) {
    const sample = nearest + tap;
    const weight = Math.max(0, radius - Math.abs(sample - position));
    const inside = Math.min(Math.max(sample, 0), length - 1) - first;
    weights[inside] = (weights[inside] ?? 0) + weight;
    sum += weight;
  }
  for (let tap = 0; tap < taps; tap += 1) weights[tap] = (weights[tap] ?? 0) / sum;
  return first;
}

/** Shares that make 1 together → whole parts that make `whole`, in `parts` from `at` on. */
function toParts(weights: Float64Array, taps: Taps, whole: number, parts: Int16Array, at: number): void {
  let sum = 0;
  let largest = 0;
  for (let tap = 0; tap < taps; tap += 1) {
    const part = Math.round((weights[tap] ?? 0) * whole);
    parts[at + tap] = part;
    sum += part;
    if ((weights[tap] ?? 0) > (weights[largest] ?? 0)) largest = tap;
  }
  parts[at + largest] = (parts[at + largest] ?? 0) + whole - sum;
}

/** Bytes of a table of columns for `count` samples; see `resample` in `kernels/planes.ts`. */
export const columnsBytes = (count: number): number => Math.ceil(count / 16) * 16 * 16;

/** Bytes of a table of rows. */
export const rowsBytes = (count: number): number => count * 16;

const ACROSS_WHOLE = 16_384;
/** One less than all of it: 16 bits with a sign hold no more. */
const DOWN_WHOLE = 32_767;

/** Writes the table of columns for `count` samples, and some more up to a multiple of 16, at byte `at` (a multiple of 4). */
export function writeColumns(
  memory: Uint8Array<ArrayBuffer>,
  at: number,
  count: number,
  { start, step }: Placing,
  length: number,
  taps: Taps,
): void {
  const [bases, parts] = [new Uint32Array(memory.buffer), new Int16Array(memory.buffer)];
  const weights = new Float64Array(4);
  const radius = Math.max(1, step);
  const group = 16 / taps;
  const upTo = Math.ceil(count / 16) * 16;
  let entry = at;
  for (let x = 0; x < upTo; x += group) {
    let base = 0;
    for (let pixel = 0; pixel < group; pixel += 1) {
      const first = weighAt(start + (x + pixel) * step, radius, length, taps, weights);
      if (pixel === 0) {
        base = first;
        bases[entry / 4] = base;
      }
      for (let tap = 0; tap < taps; tap += 1) memory[entry + 16 + pixel * taps + tap] = first - base + tap;
      toParts(weights, taps, ACROSS_WHOLE, parts, (entry + 32) / 2 + pixel * taps);
    }
    entry += 64;
  }
}

/** Writes the table of rows at byte `at` (a multiple of 4). */
export function writeRows(
  memory: Uint8Array<ArrayBuffer>,
  at: number,
  count: number,
  { start, step }: Placing,
  length: number,
  taps: Taps,
): void {
  const [firsts, parts] = [new Int32Array(memory.buffer), new Int16Array(memory.buffer)];
  const weights = new Float64Array(4);
  const radius = Math.max(1, step);
  for (let y = 0; y < count; y += 1) {
    firsts[(at + y * 16) / 4] = weighAt(start + y * step, radius, length, taps, weights);
    toParts(weights, taps, DOWN_WHOLE, parts, (at + y * 16 + 4) / 2);
  }
}
