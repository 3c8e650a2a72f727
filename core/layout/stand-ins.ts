/** How much smaller words may be set; those that stand in for a missing translation must not keep a page from being printed. */

import type { TextFrame } from "../document/schema/frames.ts";
import type { ResolvedText } from "./resolve-text.ts";

/** Smaller than this a stand-in cannot be read, and is cut instead. */
export const SMALLEST_STAND_IN = 0.5;

/** The least scale a frame's text may be set at; 1 where it is not to be made smaller. */
export function smallestScale({ fit }: TextFrame, { missing }: ResolvedText): number {
  const own = fit?.mode === "shrink" ? fit.minimum : 1;
  return missing ? Math.min(own, SMALLEST_STAND_IN) : own;
}
