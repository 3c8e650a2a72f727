/** Motifs after the kbach of Khmer carving: lotus, flame and scroll. */

import type { OrnamentLayer, OrnamentMotif, OrnamentPiece } from "../ornament-model.ts";
import {
  between,
  disc,
  edgeRails,
  fill,
  firm,
  flippedY,
  join,
  leaf,
  line,
  moved,
  movedLayers,
  path,
  scaledLayers,
  spiral,
  turnedLayers,
  withMirrorX,
} from "../pen.ts";
import { KHMER } from "../traditions.ts";

const GOLD = { colors: ["#e2ac3a", "#b3341f", "#f6e7c1"], background: "#3b1410" } as const;

/** A pointed petal standing on its foot at (x, base). */
function ogee(x: number, base: number, width: number, height: number) {
  const side = (sign: 1 | -1) => ({
    foot: x + (sign * width) / 2,
    belly: x + sign * width * 0.66,
    neck: x + sign * width * 0.1,
  });
  const [left, right] = [side(-1), side(1)];
  return [
    ["M", left.foot, base],
    ["C", left.belly, base - height * 0.46, left.neck, base - height * 0.62, x, base - height],
    ["C", right.neck, base - height * 0.62, right.belly, base - height * 0.46, right.foot, base],
    ["Z"],
  ] as const;
}

/** A petal within a petal, with a drop at its heart; the ground shows between them. */
const petal = (x: number, base: number, width: number, height: number): readonly OrnamentLayer[] => [
  between(0, ogee(x, base, width, height), ogee(x, base - height * 0.06, width * 0.7, height * 0.7)),
  fill(1, ogee(x, base - height * 0.06, width * 0.54, height * 0.56)),
  fill(2, leaf([x, base - height * 0.12], [x, base - height * 0.46], width * 0.16)),
];
/** The same without a gap, for petals that cover one another. */
const fullPetal = (x: number, base: number, width: number, height: number): readonly OrnamentLayer[] => [
  fill(0, ogee(x, base, width, height)),
  fill(1, ogee(x, base - height * 0.05, width * 0.66, height * 0.72)),
  fill(2, leaf([x, base - height * 0.1], [x, base - height * 0.5], width * 0.15)),
];

/** Pointed lotus petals in a row over a string of beads. */
const khmerLotus: OrnamentMotif = {
  id: "khmer-lotus",
  names: { vi: "Cánh sen Khmer", en: "Khmer lotus petals" },
  tradition: KHMER,
  suggested: GOLD,
  single: {
    aspect: 1.56,
    layers: [
      ...[-66, 66, -34, 34, 0].flatMap((angle) => turnedLayers(angle, 0.78, 0.84, fullPetal(0.78, 0.84, 0.28, 0.8))),
      fill(0, disc(0.78, 0.935, 0.05), disc(0.66, 0.92, 0.035), disc(0.9, 0.92, 0.035)),
    ],
  },
  band: {
    aspect: 0.64,
    layers: [
      ...petal(0.32, 0.78, 0.5, 0.72),
      fill(1, leaf([0, 0.7], [0, 0.18], 0.1), leaf([0.64, 0.7], [0.64, 0.18], 0.1)),
      ...[0.08, 0.24, 0.4, 0.56].flatMap((x) => firm(x, [fill(0, disc(x, 0.88, 0.045))])),
    ],
  },
  rails: [
    { color: 0, from: 0.785, to: 0.81 },
    { color: 0, from: 0.95, to: 1 },
  ],
  corner: {
    aspect: 1,
    layers: [
      ...turnedLayers(-45, 0.78, 0.78, petal(0.78, 0.78, 0.44, 0.92)),
      fill(1, leaf([0.92, 0.72], [0.88, 0.14], 0.13), leaf([0.72, 0.92], [0.14, 0.88], 0.13)),
      fill(0, disc(0.88, 0.88, 0.055)),
    ],
  },
  tile: { aspect: 0.64, layers: [...petal(0.32, 0.98, 0.5, 0.9), ...petal(0, 0.48, 0.5, 0.9)] },
};

/** A flame of leaves round a bud. */
const flame: readonly OrnamentLayer[] = [
  fill(
    0,
    leaf([0.5, 0.97], [0.5, 0], 0.26),
    withMirrorX(
      0.5,
      join(
        leaf([0.5, 0.96], [0.28, 0.14], 0.2, -0.09),
        leaf([0.5, 0.96], [0.12, 0.34], 0.19, -0.11),
        leaf([0.5, 0.95], [0.02, 0.6], 0.16, -0.09),
        leaf([0.5, 0.95], [0.06, 0.84], 0.1, -0.05),
      ),
    ),
  ),
  fill(
    1,
    leaf([0.5, 0.9], [0.5, 0.24], 0.13),
    withMirrorX(0.5, join(leaf([0.42, 0.86], [0.27, 0.36], 0.08, -0.05), leaf([0.36, 0.9], [0.15, 0.56], 0.07, -0.05))),
  ),
  fill(2, leaf([0.5, 0.84], [0.5, 0.5], 0.06)),
];

/** A flame that points out of the corner. */
const flameCorner: OrnamentPiece = {
  aspect: 1,
  layers: turnedLayers(-45, 0.83, 0.8, scaledLayers(flame, 0.86, 0.4, -0.06)),
};

/** Flames in a row, as on gables and door heads. */
const khmerFlame: OrnamentMotif = {
  id: "khmer-flame",
  names: { vi: "Ngọn lửa Khmer", en: "Khmer flames" },
  tradition: KHMER,
  suggested: GOLD,
  single: { aspect: 1, layers: flame },
  band: {
    aspect: 0.84,
    layers: [
      ...scaledLayers(flame, 0.78, 0.03, 0.04),
      fill(1, leaf([0, 0.84], [0, 0.44], 0.1), leaf([0.84, 0.84], [0.84, 0.44], 0.1)),
    ],
  },
  rails: [
    { color: 0, from: 0.86, to: 0.9 },
    { color: 1, from: 0.94, to: 1 },
  ],
  corner: flameCorner,
  tile: {
    aspect: 0.9,
    layers: [...scaledLayers(flame, 0.62, 0.14, 0.02), ...scaledLayers(flame, 0.62, -0.31, 0.52)],
  },
};

/** Half a wave of the vine with the shoot that curls inside it. */
const shoot: readonly OrnamentLayer[] = [
  line(0, 0.055, path("M0 0.5C0.2 0.02 0.8 0.02 1 0.5"), spiral(0.5, 0.56, 0.04, 0.25, -1.35, -75)),
  fill(
    0,
    leaf([0.27, 0.46], [0.06, 0.86], 0.13, 0.07),
    leaf([0.34, 0.76], [0.2, 0.98], 0.1, 0.05),
    leaf([0.66, 0.76], [0.84, 0.98], 0.1, -0.05),
    leaf([0.5, 0.82], [0.52, 1], 0.09),
    leaf([0.75, 0.5], [0.95, 0.84], 0.12, -0.07),
  ),
  fill(1, disc(0.5, 0.56, 0.075)),
  fill(2, leaf([0.16, 0.2], [0.02, 0.04], 0.08, -0.03), leaf([0.84, 0.2], [0.98, 0.04], 0.08, 0.03)),
];
/** The second half is the first one, upside down. */
const vine: readonly OrnamentLayer[] = shoot.map((layer) => ({
  ...layer,
  path: join(layer.path, moved(1, 0, flippedY(0.5, layer.path))),
}));

/** A vine in waves, a shoot curling in every bend. */
const khmerScroll: OrnamentMotif = {
  id: "khmer-scroll",
  names: { vi: "Dây leo Khmer", en: "Khmer scroll" },
  tradition: KHMER,
  suggested: GOLD,
  single: { aspect: 2.1, layers: movedLayers(0.05, 0, vine) },
  band: { aspect: 1.56, layers: scaledLayers(vine, 0.78, 0, 0.11) },
  rails: edgeRails(0, 0.04),
  corner: flameCorner,
  tile: { aspect: 2, layers: vine },
};

/** In the order of the catalogue. */
export const khmerMotifs = [khmerLotus, khmerFlame, khmerScroll] as const;
