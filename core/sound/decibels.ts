/** Levels: decibels are relative to full scale, gains are factors of amplitude. */

export const gainOf = (decibels: number): number => 10 ** (decibels / 20);

/** −∞ for 0. */
export const decibelsOf = (gain: number): number => 20 * Math.log10(gain);
