import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { brokenRowRange } from "./merge-diagnostics.ts";

/** Rows from 1, both ends included; `to` may be infinite. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

const PART = /^(?:(\d{1,9})|(\d{1,9})?\s*[-–—]\s*(\d{1,9})?)$/;

/**
 * `1-200, 205, 300-` → ranges in ascending order that neither touch nor overlap. Parts are divided by commas or semicolons.
 * Throws a `DiagnosticError` for anything else, for empty ranges, and for ranges that start beyond `rowCount`.
 */
export function parseRowRange(text: string, rowCount?: number): readonly RowRange[] {
  const ranges = text.split(/[,;]/).map((part) => parsePart(part.trim(), text, rowCount));
  ranges.sort((a, b) => a.from - b.from);
  const merged: RowRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else merged.push(range);
  }
  return merged;
}

function parsePart(part: string, text: string, rowCount: number | undefined): RowRange {
  const match = PART.exec(part);
  const [, single, first, last] = match ?? [];
  const from = Number(single ?? first ?? 1);
  const to = Number(single ?? last ?? Number.POSITIVE_INFINITY);
  const nothing = single === undefined && first === undefined && last === undefined;
  if (!match || nothing || from < 1 || to < from || from > (rowCount ?? Number.POSITIVE_INFINITY)) {
    throw new DiagnosticError([brokenRowRange(text, part, rowCount)]);
  }
  return { from, to };
}

/** The rows of `ranges` a table of `rowCount` rows has, in order. */
export function* rowsInRanges(ranges: readonly RowRange[], rowCount: number): Generator<number> {
  for (const { from, to } of ranges) for (let row = from; row <= Math.min(to, rowCount); row += 1) yield row;
}
