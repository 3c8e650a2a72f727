/** The lines of a flow that is flowed again after every change: those that come to lie where they lay are given back as they were. */

import type { FlowedLine } from "./flow-model.ts";
import type { LaidLine } from "./place-line.ts";

/** Belongs to one flow; `flowText` reads it and leaves the new lines in it. */
export interface FlowMemory {
  columns: readonly (readonly RememberedLine[])[];
}

export interface RememberedLine {
  readonly flowed: FlowedLine;
  readonly laid: LaidLine;
}

/** A memory of nothing yet. */
export const createFlowMemory = (): FlowMemory => ({ columns: [] });

/** Finds lines of the last flow while a new one goes from top to bottom, column after column. */
export interface LineFinder {
  /** The line that lay in `column` with its baseline there, if there was one. */
  at(column: number, baseline: number): RememberedLine | undefined;
}

/** A finder over what `memory` holds now. */
export function createLineFinder({ columns }: FlowMemory): LineFinder {
  let current = -1;
  let next = 0;
  return {
    at(column, baseline) {
      if (column !== current) {
        current = column;
        next = 0;
      }
      const lines = columns[column] ?? [];
      while ((lines[next]?.flowed.baseline ?? Number.POSITIVE_INFINITY) < baseline) next += 1;
      const found = lines[next];
      return found?.flowed.baseline === baseline ? found : undefined;
    },
  };
}
