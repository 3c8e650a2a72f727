/** What helps on the stage and never prints, and whether it is shown; the same for every project while the program runs. */

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** `normal` with all that helps; `preview` as it is trimmed; `bleed` with what is cut off and the area that is safe. */
export type ViewMode = "normal" | "preview" | "bleed";

export interface Display {
  readonly mode: ViewMode;
  readonly guides: boolean;
  /** Guides stay where they are and let the pointer through. */
  readonly guidesLocked: boolean;
  readonly margins: boolean;
  readonly edges: boolean;
  readonly grid: boolean;
  /** Things come to rest on each other, on guides and margins. */
  readonly snap: boolean;
  readonly snapToGrid: boolean;
  /** Millimetres between two lines of the grid. */
  readonly gridStep: number;
}

export const display = createStore<Display>(() => ({
  mode: "normal",
  guides: true,
  guidesLocked: false,
  margins: true,
  edges: true,
  grid: false,
  snap: true,
  snapToGrid: false,
  gridStep: 5,
}));

export const useDisplay = <Part>(choose: (state: Display) => Part): Part => useStore(display, choose);

/** What is on or off. */
export type DisplayFlag = {
  [Key in keyof Display]: Display[Key] extends boolean ? Key : never;
}[keyof Display];

export const toggle = (flag: DisplayFlag): void => display.setState((state) => ({ [flag]: !state[flag] }));

/** Into that mode, or back to normal where it is on already. */
export const toggleMode = (mode: ViewMode): void =>
  display.setState((state) => ({ mode: state.mode === mode ? "normal" : mode }));

/** The grid's lines at least this far apart, CSS pixels; nearer ones are left out. */
const LEAST_APART = 5;

/** Millimetres between the lines shown at a scale: every one, every fifth, every tenth … */
export function shownGridStep(step: number, scale: number): number {
  for (const factor of [1, 2, 5, 10, 20, 50, 100]) if (step * factor * scale >= LEAST_APART) return step * factor;
  return step * 200;
}
