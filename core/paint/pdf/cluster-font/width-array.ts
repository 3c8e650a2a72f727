/** The `W` array of a CID font in its two forms: lists of widths, and ranges of one width. */

import type { PdfValue } from "../file/pdf-file.ts";

export interface WidthArray {
  /** The commonest width; codes that have it need no entry. */
  readonly defaultWidth: number;
  readonly entries: readonly PdfValue[];
}

const SHORTEST_RANGE = 4;

/** `widths[0]` belongs to code 1; whole thousandths of the font size (poppler reads no other default width). */
export function widthArray(widths: readonly number[]): WidthArray {
  const defaultWidth = commonest(widths);
  const entries: PdfValue[] = [];
  let list: number[] | undefined;
  for (let index = 0; index < widths.length; ) {
    const width = widths[index] ?? 0;
    let end = index + 1;
    while (widths[end] === width) end++;
    const isDefault = width === defaultWidth;
    if (isDefault || end - index >= SHORTEST_RANGE) {
      if (!isDefault) entries.push(index + 1, end, width);
      list = undefined;
    } else {
      if (!list) {
        list = [];
        entries.push(index + 1, list);
      }
      for (let at = index; at < end; at++) list.push(width);
    }
    index = end;
  }
  return { defaultWidth, entries };
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 1000;
  let most = 0;
  for (const width of widths) {
    const count = (counts.get(width) ?? 0) + 1;
    counts.set(width, count);
    if (count > most) {
      best = width;
      most = count;
    }
  }
  return best;
}
