/** Finest parts of a pixel a movement goes by: what is painted between pixels is painted once for each of them. */
const FINEST = 16;
/** A movement may be this part faster or slower than asked for, where it goes by whole pixels then. */
const TOLERANCE = 0.06;

/**
 * The step, in pixels a frame, that comes near to `wanted` and is a whole number of pixels, or else of halves, quarters … of one. Equal steps
 * of whole pixels show the same picture of every letter in every frame; with halves there are two of them, and so on. `atLeast` never goes
 * slower than asked for.
 */
export function evenStep(wanted: number, rounding: "nearest" | "atLeast"): number {
  for (let parts = 1; ; parts *= 2) {
    const scaled = wanted * parts;
    const step = Math.max(1, rounding === "nearest" ? Math.round(scaled) : Math.ceil(scaled - 1e-9)) / parts;
    if (parts === FINEST || Math.abs(step / wanted - 1) <= TOLERANCE) return step;
  }
}
