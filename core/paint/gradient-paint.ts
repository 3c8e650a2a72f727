/** What every painter must agree on about paints. */

import type { Paint } from "../layout/display-list.ts";

/** A gradient without length becomes its last colour, as in SVG; Canvas and PDF would paint nothing. */
export function withoutEmptyGradient(paint: Paint): Paint {
  const empty =
    (paint.kind === "linear" && paint.from.x === paint.to.x && paint.from.y === paint.to.y) ||
    (paint.kind === "radial" && !(paint.radius > 0));
  const last = empty ? paint.stops.at(-1) : undefined;
  return last ? { kind: "solid", color: last.color } : paint;
}
