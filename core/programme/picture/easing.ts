/** Time → progress, both 0–1. */

/** Starts and ends slowly. */
export const smooth = (progress: number): number => progress * progress * (3 - 2 * progress);

/** Starts fast and settles: for things that come in. */
export const settling = (progress: number): number => 1 - (1 - progress) ** 3;

/** Progress of the `index`th of `count` steps that lead from 0 to 1 without reaching either: no step shows what is before or after them. */
export const stepBetween = (index: number, count: number): number => (index + 1) / (count + 1);
