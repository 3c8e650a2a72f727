/** Figures of pictograms, each 1 high and `width` wide. */

import type { PathData } from "../../units/geometry.ts";
import { circlePath, closedPath, pointAt, rectanglePath } from "../frames/path-shapes.ts";
import { parsePathData } from "../svg-art/path-data.ts";
import type { ChartIcon } from "./chart-model.ts";

/** An outline in a box 1 high and `width` wide. */
export interface PictogramIcon {
  readonly width: number;
  readonly path: PathData;
}

const drawn = (width: number, data: string): PictogramIcon => ({ width, path: parsePathData(data).path });

const star = closedPath(
  Array.from({ length: 10 }, (_, index) => pointAt({ x: 0.5, y: 0.53 }, index % 2 === 0 ? 0.53 : 0.21, index * 36)),
);

/** Filled by the nonzero rule; inner loops run the other way. */
export const pictogramIcons: Readonly<Record<ChartIcon, PictogramIcon>> = {
  person: drawn(
    0.46,
    "M0.23 0A0.115 0.115 0 0 1 0.23 0.23A0.115 0.115 0 0 1 0.23 0Z" +
      "M0.13 0.265H0.33A0.13 0.13 0 0 1 0.46 0.395V0.62A0.042 0.042 0 0 1 0.376 0.62V0.42H0.352V0.95A0.05 0.05 0 0 1 0.252 0.95V0.65H0.208V0.95A0.05 0.05 0 0 1 0.108 0.95V0.42H0.084V0.62A0.042 0.042 0 0 1 0 0.62V0.395A0.13 0.13 0 0 1 0.13 0.265Z",
  ),
  house: drawn(1, "M0.5 0.06L1 0.5L0.93 0.575L0.86 0.515V0.96H0.14V0.515L0.07 0.575L0 0.5ZM0.4 0.96H0.6V0.66H0.4Z"),
  drop: drawn(0.68, "M0.34 0C0.4 0.2 0.68 0.42 0.68 0.66A0.34 0.34 0 0 1 0 0.66C0 0.42 0.28 0.2 0.34 0Z"),
  tree: drawn(
    0.72,
    "M0.36 0C0.5 0 0.6 0.1 0.6 0.22C0.68 0.27 0.72 0.35 0.72 0.44C0.72 0.59 0.6 0.7 0.45 0.7H0.42V1H0.3V0.7H0.27C0.12 0.7 0 0.59 0 0.44C0 0.35 0.04 0.27 0.12 0.22C0.12 0.1 0.22 0 0.36 0Z",
  ),
  book: drawn(
    1.1,
    "M0 0.12C0.2 0.08 0.4 0.1 0.53 0.2V0.9C0.4 0.8 0.2 0.78 0 0.82ZM0.57 0.2C0.7 0.1 0.9 0.08 1.1 0.12V0.82C0.9 0.78 0.7 0.8 0.57 0.9Z",
  ),
  circle: { width: 1, path: circlePath(0.5, 0.5, 0.46) },
  square: { width: 1, path: rectanglePath({ x: 0.06, y: 0.06, width: 0.88, height: 0.88 }) },
  star: { width: 1, path: star },
  rice: drawn(
    0.62,
    "M0.29 1V0.3H0.33V1Z" +
      "M0.31 0C0.4 0.09 0.4 0.19 0.31 0.27C0.22 0.19 0.22 0.09 0.31 0Z" +
      [0.2, 0.38, 0.56]
        .map(
          (y) =>
            `M0.3 ${y + 0.24}C0.14 ${y + 0.24} 0.04 ${y + 0.16} 0.06 ${y}C0.2 ${y + 0.03} 0.29 ${y + 0.11} 0.3 ${y + 0.24}Z` +
            `M0.32 ${y + 0.24}C0.33 ${y + 0.11} 0.42 ${y + 0.03} 0.56 ${y}C0.58 ${y + 0.16} 0.48 ${y + 0.24} 0.32 ${y + 0.24}Z`,
        )
        .join(""),
  ),
};
