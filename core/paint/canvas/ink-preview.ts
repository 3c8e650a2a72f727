/** What four-colour print looks like on a screen, without a colour profile. */

import type { Color } from "../../color/color.ts";

/**
 * sRGB of the sixteen full overprints of cyan, magenta, yellow and black on coated paper (ISO 12647-2, paper taken as white).
 * Index: cyan 1, magenta 2, yellow 4, black 8.
 */
const OVERPRINTS: readonly (readonly [number, number, number])[] = [
  [255, 255, 255],
  [0, 158, 224],
  [229, 0, 125],
  [49, 39, 130],
  [255, 236, 0],
  [0, 149, 64],
  [226, 6, 19],
  [56, 48, 48],
  [29, 29, 27],
  [0, 20, 32],
  [31, 0, 8],
  [12, 8, 22],
  [29, 25, 0],
  [0, 20, 8],
  [30, 2, 2],
  [8, 6, 6],
];

/** Neugebauer's equations: the overprints weighted by the share of paper each covers (Demichel). Components are 0–1. */
export function inkOnPaper([c, m, y, k]: Color["cmyk"]): [r: number, g: number, b: number] {
  let r = 0;
  let g = 0;
  let b = 0;
  OVERPRINTS.forEach(([red, green, blue], inks) => {
    const area = (inks & 1 ? c : 1 - c) * (inks & 2 ? m : 1 - m) * (inks & 4 ? y : 1 - y) * (inks & 8 ? k : 1 - k);
    r += area * red;
    g += area * green;
    b += area * blue;
  });
  return [r / 255, g / 255, b / 255];
}
