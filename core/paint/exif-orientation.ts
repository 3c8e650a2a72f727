/** The eight ways a camera may store a picture (EXIF 2.32, tag 0x0112), as transforms that set it upright. */

import type { Matrix } from "../units/geometry.ts";

/**
 * Maps the unit square of the stored picture (origin top left, y down) onto the unit square of the upright one:
 * 2 mirrors, 3 is half a turn, 6 a quarter turn clockwise, 8 one anticlockwise, 4, 5 and 7 are these mirrored.
 */
const UPRIGHT: Readonly<Record<number, Matrix>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
};

const STORED_UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

/** Transform of the unit square that sets a picture of this orientation upright; values outside 1–8 change nothing. */
export const uprightMatrix = (orientation: number): Matrix => UPRIGHT[orientation] ?? STORED_UPRIGHT;
