/** What printers say of a mixture of inks. */

import type { Color } from "./color.ts";

/** Above this the paper stays wet and marks the sheet above it; the usual limit for coated stock. */
export const MOST_INK = 3;
/** A black carried by other inks shows coloured edges on small type as soon as the plates are a hair apart. */
const BLACK = 0.85;
const CARRIED = 0.6;

export type InkProblem = "rich-black" | "too-much-ink";

/** The sum of the four inks, 1 for each at full strength. */
export const inkCoverage = (inks: Color["cmyk"]): number => inks.reduce((sum, ink) => sum + ink, 0);

/** What to beware of with these inks. */
export function inkProblems(inks: Color["cmyk"]): readonly InkProblem[] {
  const [c, m, y, k] = inks;
  const problems: InkProblem[] = [];
  if (k >= BLACK && c + m + y >= CARRIED) problems.push("rich-black");
  if (inkCoverage(inks) > MOST_INK + 1e-9) problems.push("too-much-ink");
  return problems;
}
