/** Vietnamese motifs after nature: water, clouds, lotus and rice. */

import type { PathData } from "../../../units/geometry.ts";
import type { OrnamentLayer, OrnamentMotif } from "../ornament-model.ts";
import {
  arc,
  around,
  disc,
  edgeRails,
  fill,
  firm,
  join,
  leaf,
  line,
  movedLayers,
  path,
  scaledLayers,
  spiral,
  turned,
  turnedLayers,
  withMirrorX,
} from "../pen.ts";
import { VIET } from "../traditions.ts";

const WATER = { colors: ["#1c6ea4", "#58a6c9", "#bcdce8"], background: "#f4fafc" } as const;
const LOTUS = { colors: ["#c2185b", "#f3a6c0", "#3f8f5b"], background: "#fff8f4" } as const;
const LACQUER = { colors: ["#a61c1c", "#d9a441", "#2b1a12"], background: "#fbf1dc" } as const;
const FIELD = { colors: ["#c9971c", "#7a9a3a", "#a8741a"], background: "#fdf9ea" } as const;

/**
 * How far to both sides of its top, in degrees, a circle stays outside the circles of radius `cover` about the given points.
 * Scales hide one another this way without anything being painted over.
 */
function bareReach(x: number, y: number, radius: number, cover: number, covers: readonly Spot[]): number {
  const hidden = (angle: number) => {
    const px = x + radius * Math.sin(angle);
    const py = y - radius * Math.cos(angle);
    return covers.some(([cx, cy]) => Math.hypot(px - cx, py - cy) < cover - 1e-9);
  };
  let reach = 0;
  while (reach < Math.PI / 2 && !hidden(reach + 0.002)) reach += 0.002;
  return (reach * 180) / Math.PI;
}

type Spot = readonly [x: number, y: number];

const RINGS = [1, 0.74, 0.48, 0.22] as const;
/** Ring by ring, the arcs that `arcsOf` gives for a radius. */
const rings = (stroke: number, arcsOf: (radius: number) => readonly PathData[]): readonly OrnamentLayer[] =>
  RINGS.map((share, index) => ({ color: index % 2, stroke, cap: "butt", path: arcsOf(share).flat() }));
/** A scale of radius 0.5 in a net of rows a quarter high. */
const scale = (share: number, [x, y]: Spot): PathData => {
  const reach = bareReach(x, y, 0.5 * share, 0.5, [
    [x - 0.5, y + 0.25],
    [x + 0.5, y + 0.25],
    [x, y + 0.5],
  ]);
  return arc(x, y, 0.5 * share, -reach, reach);
};

const surf = rings(0.045, (share) => {
  const front = arc(0.5, 0.93, 0.5 * share, -90, 90);
  const reach = bareReach(0, 0.63, 0.5 * share, 0.5225, [
    [-0.5, 0.93],
    [0.5, 0.93],
  ]);
  return reach > 0 ? [front, arc(0, 0.63, 0.5 * share, -1, reach), arc(1, 0.63, 0.5 * share, -reach, 1)] : [front];
});
const mound = rings(0.035, (share) => [
  ...([0.52, 1.52, 2.52] as const).map((x) => arc(x, 0.98, 0.5 * share, -90, 90)),
  ...(
    [
      [1.02, 0.73],
      [2.02, 0.73],
      [1.52, 0.48],
    ] as const
  ).map((spot) => scale(share, spot)),
]);

/** Water in overlapping scales. */
const vietWave: OrnamentMotif = {
  id: "viet-wave",
  names: { vi: "Sóng nước", en: "Water scales" },
  tradition: VIET,
  suggested: WATER,
  single: { aspect: 3.04, layers: scaledLayers(mound, 0.96, 0.06, 0.04) },
  band: { aspect: 1, layers: surf },
  rails: [{ color: 0, from: 0.93, to: 1 }],
  corner: { aspect: 1, layers: rings(0.045, (share) => [arc(1, 1, 0.87 * share, -90, 0)]) },
  tile: {
    aspect: 2,
    layers: scaledLayers(
      rings(0.036, (share) => [scale(share, [0.5, 0.25]), scale(share, [0, 0.5])]),
      2,
      0,
      0,
    ),
  },
};

/** Three lobes that end in curls, over streaks of wind. */
const cloud: readonly OrnamentLayer[] = [
  line(
    0,
    0.06,
    withMirrorX(0.8, spiral(0.36, 0.54, 0.03, 0.22, 1.6, 60)),
    arc(0.8, 0.34, 0.268, -110, 110),
    path("M0.34 0.76H1.26"),
  ),
  line(1, 0.045, spiral(0.8, 0.36, 0.02, 0.15, 1.3, 180), path("M0.55 0.62H0.95")),
  fill(0, leaf([1.02, 0.88], [1.84, 0.86], 0.055), leaf([0.9, 0.88], [0.06, 0.9], 0.055)),
  fill(1, leaf([1.2, 0.98], [1.7, 0.97], 0.035)),
];

/** Curling clouds. */
const vietCloud: OrnamentMotif = {
  id: "viet-cloud",
  names: { vi: "Vân mây", en: "Clouds" },
  tradition: VIET,
  suggested: LACQUER,
  single: { aspect: 1.86, layers: cloud },
  band: { aspect: 1.5, layers: scaledLayers(cloud, 0.74, 0.08, 0.13) },
  rails: edgeRails(0, 0.05),
  corner: {
    aspect: 1,
    layers: [
      line(0, 0.055, spiral(0.5, 0.5, 0.04, 0.27, 2, 135)),
      fill(1, ...[45, 135, 225, 315].map((angle) => turned(angle, 0.5, 0.5, disc(0.5, 0.1, 0.045)))),
    ],
  },
  tile: { aspect: 2.4, layers: [...scaledLayers(cloud, 0.56, 0.08, 0), ...scaledLayers(cloud, 0.56, 1.28, 0.5)] },
};

/** A petal with a coloured body inside its outline, its foot at (x, base). */
function petal(x: number, base: number, width: number, height: number, angle: number): readonly OrnamentLayer[] {
  const shape = (inset: number) => {
    const half = width / 2 - inset;
    const low = base - inset * 0.8;
    const high = base - height + inset * 2;
    const span = low - high;
    return turned(
      angle,
      x,
      base,
      path(
        `M${x} ${low}C${x - half * 1.5} ${low - span * 0.25} ${x - half * 1.1} ${low - span * 0.72} ${x} ${high}` +
          `C${x + half * 1.1} ${low - span * 0.72} ${x + half * 1.5} ${low - span * 0.25} ${x} ${low}Z`,
      ),
    );
  };
  return [fill(0, shape(0)), fill(1, shape(0.022))];
}

const lotusFlower: readonly OrnamentLayer[] = [
  ...petal(0.7, 0.78, 0.2, 0.62, -82),
  ...petal(0.7, 0.78, 0.2, 0.62, 82),
  ...petal(0.7, 0.78, 0.24, 0.66, -56),
  ...petal(0.7, 0.78, 0.24, 0.66, 56),
  ...petal(0.7, 0.78, 0.27, 0.7, -29),
  ...petal(0.7, 0.78, 0.27, 0.7, 29),
  ...petal(0.7, 0.78, 0.3, 0.74, 0),
  fill(2, path("M0.5 0.8C0.58 0.88 0.82 0.88 0.9 0.8C0.86 0.95 0.54 0.95 0.5 0.8Z")),
];

const lotusBud: readonly OrnamentLayer[] = [
  ...petal(0, 0.74, 0.16, 0.36, -18),
  ...petal(0, 0.74, 0.16, 0.36, 18),
  ...petal(0, 0.74, 0.18, 0.42, 0),
];

/** The lotus in flower, buds between. */
const vietLotus: OrnamentMotif = {
  id: "viet-lotus",
  names: { vi: "Hoa sen", en: "Lotus" },
  tradition: VIET,
  suggested: LOTUS,
  single: { aspect: 1.4, layers: lotusFlower },
  band: {
    aspect: 1.5,
    layers: [
      line(2, 0.035, path("M0 0.74C0.2 0.94 0.5 0.94 0.75 0.8C1 0.94 1.3 0.94 1.5 0.74")),
      ...firm(0.75, scaledLayers(lotusFlower, 0.86, 0.148, 0.1)),
      ...firm(0, lotusBud),
      ...firm(1.5, movedLayers(1.5, 0, lotusBud)),
    ],
  },
  rails: edgeRails(2, 0.035),
  corner: { aspect: 1, layers: turnedLayers(-45, 0.5, 0.5, scaledLayers(lotusFlower, 0.62, 0.066, 0.2)) },
  tile: {
    aspect: 1.6,
    layers: [...scaledLayers(lotusFlower, 0.56, 0.41, 0), ...scaledLayers(lotusFlower, 0.56, -0.39, 0.5)],
  },
};

/** A bowed stem with grains to both sides. */
const ear: readonly OrnamentLayer[] = (() => {
  const at = (t: number): Spot => {
    const s = 1 - t;
    return [
      s * s * s * 0.1 + 3 * s * s * t * 0.12 + 3 * s * t * t * 0.4 + t * t * t * 0.86,
      s * s * s * 0.98 + 3 * s * s * t * 0.4 + 3 * s * t * t * 0.06 + t * t * t * 0.34,
    ];
  };
  const grains = Array.from({ length: 9 }, (_, index) => {
    const t = 0.4 + index * 0.07;
    const [x, y] = at(t);
    const [nextX, nextY] = at(t + 0.02);
    const heading = (Math.atan2(nextX - x, y - nextY) * 180) / Math.PI;
    const grain = leaf([x, y], [x, y - 0.17], 0.06);
    return join(turned(heading - 30, x, y, grain), turned(heading + 30, x, y, grain));
  });
  const [tipX, tipY] = at(1);
  return [
    line(1, 0.025, path("M0.1 0.98C0.12 0.4 0.4 0.06 0.86 0.34")),
    fill(1, leaf([0.1, 0.9], [0.52, 0.56], 0.07, 0.05), leaf([0.11, 0.78], [0.02, 0.36], 0.06, -0.02)),
    fill(0, ...grains, turned(125, tipX, tipY, leaf([tipX, tipY], [tipX, tipY - 0.17], 0.06))),
  ];
})();

/** Ears of ripe rice. */
const vietRice: OrnamentMotif = {
  id: "viet-rice",
  names: { vi: "Bông lúa", en: "Ears of rice" },
  tradition: VIET,
  suggested: FIELD,
  single: { aspect: 1.06, layers: ear },
  band: { aspect: 0.66, layers: scaledLayers(ear, 0.74, -0.02, 0.14) },
  rails: edgeRails(1, 0.035),
  corner: {
    aspect: 1,
    layers: [
      fill(0, around(8, 0.5, 0.5, leaf([0.5, 0.43], [0.5, 0.19], 0.08))),
      fill(1, around(8, 0.5, 0.5, leaf([0.5, 0.4], [0.5, 0.29], 0.04), 22.5)),
      fill(2, disc(0.5, 0.5, 0.045)),
    ],
  },
  tile: { aspect: 1, layers: [...scaledLayers(ear, 0.52, 0.02, 0), ...scaledLayers(ear, 0.52, 0.52, 0.5)] },
};

/** In the order of the catalogue. */
export const vietMotifs = [vietWave, vietCloud, vietLotus, vietRice] as const;
