/** Rows of samples as zlib data with PNG filters, which `FlateDecode` undoes with predictor 15. */

import type { Deflate } from "../file/pdf-file.ts";

/** `samples` are 8-bit, `channels` to a pixel. Every row takes the filter that leaves the smallest differences. */
export function encodeRows(
  samples: Uint8Array,
  width: number,
  height: number,
  channels: number,
  deflate: Deflate,
): Uint8Array {
  const rowLength = width * channels;
  const rows = new Uint8Array((rowLength + 1) * height);
  const candidates = FILTERS.map(() => new Uint8Array(rowLength));
  let above = new Uint8Array(rowLength);
  for (let row = 0; row < height; row++) {
    const current = samples.subarray(row * rowLength, (row + 1) * rowLength);
    let best = 0;
    let least = Infinity;
    FILTERS.forEach((filter, index) => {
      const candidate = candidates[index];
      if (!candidate) return;
      const cost = filter(current, above, channels, candidate);
      if (cost < least) {
        least = cost;
        best = index;
      }
    });
    rows[row * (rowLength + 1)] = FILTER_TYPES[best] ?? 0;
    rows.set(candidates[best] ?? current, row * (rowLength + 1) + 1);
    above = current as Uint8Array<ArrayBuffer>;
  }
  return deflate(rows);
}

/** None, Sub, Up and Paeth of the PNG specification; Average seldom wins. */
const FILTER_TYPES = [0, 1, 2, 4] as const;

type RowFilter = (current: Uint8Array, above: Uint8Array, channels: number, into: Uint8Array) => number;

const FILTERS: readonly RowFilter[] = [
  filterWith(() => 0),
  filterWith((left) => left),
  filterWith((_left, up) => up),
  filterWith(paeth),
];

function filterWith(predict: (left: number, up: number, corner: number) => number): RowFilter {
  return (current, above, channels, into) => {
    let cost = 0;
    for (let at = 0; at < current.length; at++) {
      const isFirst = at < channels;
      const left = isFirst ? 0 : (current[at - channels] ?? 0);
      const corner = isFirst ? 0 : (above[at - channels] ?? 0);
      const value = ((current[at] ?? 0) - predict(left, above[at] ?? 0, corner)) & 0xff;
      into[at] = value;
      cost += value < 128 ? value : 256 - value;
    }
    return cost;
  };
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
