/** Motifs after the bronze drums of Đông Sơn: sun, tangent circles, feathers, saw-teeth and the flying bird. */

import type { OrnamentLayer, OrnamentMotif } from "../ornament-model.ts";
import {
  around,
  disc,
  fill,
  firm,
  join,
  leaf,
  line,
  movedLayers,
  path,
  polygon,
  polyline,
  rect,
  ring,
  row,
  scaledLayers,
  star,
  turned,
  withMirrorX,
} from "../pen.ts";
import { DONG_SON } from "../traditions.ts";

const BRONZE = { colors: ["#7a5a22", "#b98b3a", "#3f5a4c"], background: "#f3ead2" } as const;

/** A ring drawn as a line, filled. */
const hoop = (radius: number, thickness = 0.008) => ring(0.5, 0.5, radius - thickness / 2, radius + thickness / 2);
/** Teeth on a circle, points outwards. */
const teeth = (count: number, inner: number, outer: number) => {
  const half = (Math.PI * inner) / count;
  return around(
    count,
    0.5,
    0.5,
    polygon([0.5 - half * 0.92, 0.5 - inner], [0.5, 0.5 - outer], [0.5 + half * 0.92, 0.5 - inner]),
  );
};
const ticks = (count: number, inner: number, outer: number, width: number) =>
  around(count, 0.5, 0.5, rect(0.5 - width / 2, 0.5 - outer, width, outer - inner));
/** Small rings with a dot, strung on slanting tangents. */
const strungCircles = (count: number, middle: number, radius: number): readonly OrnamentLayer[] => {
  const step = 360 / count;
  const half = (Math.PI * middle) / count;
  return [
    fill(
      0,
      around(
        count,
        0.5,
        0.5,
        join(ring(0.5, 0.5 - middle, radius * 0.72, radius), disc(0.5, 0.5 - middle, radius * 0.3)),
      ),
    ),
    line(
      0,
      radius * 0.3,
      around(
        count,
        0.5,
        0.5,
        polyline([0.5 - half * 0.55, 0.5 - middle - radius * 0.86], [0.5 + half * 0.55, 0.5 - middle + radius * 0.86]),
        step / 2,
      ),
    ),
  ];
};

const sun: readonly OrnamentLayer[] = [
  fill(0, star(0.5, 0.5, 14, 0.185, 0.07)),
  fill(1, around(14, 0.5, 0.5, polygon([0.487, 0.5 - 0.178], [0.5, 0.5 - 0.128], [0.513, 0.5 - 0.178]), 180 / 14)),
  fill(0, hoop(0.2, 0.012), hoop(0.218)),
  ...strungCircles(26, 0.246, 0.019),
  fill(0, hoop(0.274)),
  fill(2, teeth(40, 0.284, 0.322)),
  fill(0, hoop(0.332, 0.012)),
  fill(1, ticks(96, 0.346, 0.384, 0.007)),
  fill(0, hoop(0.398, 0.012)),
  ...strungCircles(44, 0.424, 0.017),
  fill(0, hoop(0.449)),
  fill(2, teeth(60, 0.456, 0.483)),
  fill(0, hoop(0.494, 0.012)),
];

const medallion: readonly OrnamentLayer[] = [
  fill(0, star(0.5, 0.5, 12, 0.25, 0.1), ring(0.5, 0.5, 0.28, 0.305)),
  fill(1, around(12, 0.5, 0.5, polygon([0.484, 0.262], [0.5, 0.325], [0.516, 0.262]), 15)),
  fill(0, ring(0.5, 0.5, 0.35, 0.37)),
];

/** The drum's face. */
const dongSonSun: OrnamentMotif = {
  id: "dong-son-sun",
  names: { vi: "Mặt trời trống đồng", en: "Drum sun" },
  tradition: DONG_SON,
  suggested: BRONZE,
  single: { aspect: 1, layers: sun },
  band: {
    aspect: 1.3,
    layers: [
      ...firm(0.65, movedLayers(0.15, 0, medallion)),
      fill(1, row(4, 0.05, rect(0.01, 0.22, 0.02, 0.56)), row(4, 0.05, rect(1.12, 0.22, 0.02, 0.56))),
      fill(0, rect(0.205, 0.22, 0.02, 0.56), rect(1.075, 0.22, 0.02, 0.56)),
    ],
  },
  rails: [
    { color: 0, from: 0, to: 0.04 },
    { color: 0, from: 0.08, to: 0.1 },
    { color: 0, from: 0.9, to: 0.92 },
    { color: 0, from: 0.96, to: 1 },
  ],
  corner: { aspect: 1, layers: medallion },
  tile: { aspect: 1, layers: [...medallion, fill(2, star(0, 0, 8, 0.13, 0.05))] },
};

const tooth = (x: number, y: number, width: number, height: number) =>
  polygon([x, y], [x + width, y], [x + width / 2, y + height]);

const ringedDot = (x: number, y: number, scale = 1) =>
  join(ring(x, y, 0.125 * scale, 0.17 * scale), disc(x, y, 0.055 * scale));

/** Ringed dots strung on slanting lines between rows of saw-teeth. */
const dongSonCircles: OrnamentMotif = {
  id: "dong-son-circles",
  names: { vi: "Vòng tròn tiếp tuyến", en: "Tangent circles" },
  tradition: DONG_SON,
  suggested: BRONZE,
  single: {
    aspect: 1,
    layers: [
      fill(2, teeth(24, 0.41, 0.49)),
      fill(0, hoop(0.4, 0.02)),
      ...strungCircles(12, 0.3, 0.062),
      fill(0, hoop(0.2, 0.02), ring(0.5, 0.5, 0.08, 0.12), disc(0.5, 0.5, 0.04)),
    ],
  },
  band: {
    aspect: 0.5,
    layers: [
      fill(2, row(2, 0.25, join(tooth(0.01, 0.08, 0.23, 0.15), tooth(0.01, 0.92, 0.23, -0.15)))),
      line(0, 0.035, polyline([0.395, 0.36], [0.605, 0.64]), polyline([-0.105, 0.36], [0.105, 0.64])),
      ...firm(0.25, [fill(0, ringedDot(0.25, 0.5))]),
    ],
  },
  rails: [
    { color: 0, from: 0, to: 0.04 },
    { color: 0, from: 0.27, to: 0.29 },
    { color: 0, from: 0.71, to: 0.73 },
    { color: 0, from: 0.96, to: 1 },
  ],
  corner: {
    aspect: 1,
    layers: [
      fill(0, ringedDot(0.5, 0.5)),
      fill(2, tooth(0.06, 0.08, 0.2, 0.15), turned(-90, 0.5, 0.5, tooth(0.74, 0.08, 0.2, 0.15))),
    ],
  },
  tile: {
    aspect: 1,
    layers: [
      fill(0, ring(0.5, 0.5, 0.2, 0.26), disc(0.5, 0.5, 0.09)),
      line(0, 0.045, polyline([0.69, 0.32], [1.31, 0.68]), polyline([-0.31, 0.32], [0.31, 0.68])),
      fill(2, star(0, 0, 4, 0.14, 0.05)),
    ],
  },
};

/** Slanting strokes to both sides of a midrib. */
const dongSonFeather: OrnamentMotif = {
  id: "dong-son-feather",
  names: { vi: "Vạch lông chim", en: "Feather hatching" },
  tradition: DONG_SON,
  suggested: BRONZE,
  single: {
    aspect: 0.5,
    layers: [
      fill(0, leaf([0.25, 0.98], [0.25, 0.02], 0.03)),
      fill(
        1,
        ...Array.from({ length: 9 }, (_, index) =>
          featherPair(0.25, 0.2 + index * 0.08, 0.2 - Math.abs(index - 3) * 0.018),
        ),
      ),
      fill(0, ring(0.25, 0.1, 0.05, 0.07)),
    ],
  },
  band: {
    aspect: 0.3,
    layers: [
      fill(
        0,
        polygon([0.02, 0.18], [0.1, 0.18], [0.26, 0.46], [0.18, 0.46]),
        polygon([0.18, 0.54], [0.26, 0.54], [0.1, 0.82], [0.02, 0.82]),
      ),
      fill(
        1,
        polygon([0.17, 0.18], [0.25, 0.18], [0.3, 0.268], [0.3, 0.408]),
        polygon([0, 0.268], [0.11, 0.46], [0.03, 0.46], [0, 0.408]),
      ),
      fill(
        1,
        polygon([0.17, 0.82], [0.25, 0.82], [0.3, 0.732], [0.3, 0.592]),
        polygon([0, 0.732], [0.11, 0.54], [0.03, 0.54], [0, 0.592]),
      ),
    ],
  },
  rails: [
    { color: 0, from: 0, to: 0.05 },
    { color: 2, from: 0.09, to: 0.13 },
    { color: 0, from: 0.485, to: 0.515 },
    { color: 2, from: 0.87, to: 0.91 },
    { color: 0, from: 0.95, to: 1 },
  ],
  corner: {
    aspect: 1,
    layers: [
      fill(0, ring(0.5, 0.5, 0.18, 0.24), disc(0.5, 0.5, 0.09)),
      fill(1, around(8, 0.5, 0.5, tooth(0.46, 0.255, 0.08, -0.08))),
    ],
  },
  tile: {
    aspect: 0.3,
    layers: [
      fill(
        0,
        polygon([0, 0.02], [0.12, 0.02], [0.28, 0.46], [0.16, 0.46]),
        polygon([0.16, 0.54], [0.28, 0.54], [0.12, 0.98], [0, 0.98]),
      ),
    ],
  },
};

function featherPair(x: number, y: number, reach: number) {
  const barb = polygon([x + 0.025, y], [x + reach, y - 0.07], [x + reach, y - 0.03], [x + 0.025, y + 0.04]);
  return withMirrorX(x, barb);
}

/** Flying to the right: long beak, crest, spread feathers of wing and tail. */
const bird: readonly OrnamentLayer[] = [
  fill(
    0,
    path(
      "M1.98 0.53L1.46 0.42C1.41 0.36 1.32 0.36 1.27 0.42C1.22 0.48 1.14 0.5 1.04 0.5C0.86 0.5 0.62 0.55 0.42 0.62" +
        "L0.42 0.66C0.62 0.72 0.9 0.73 1.08 0.69C1.24 0.65 1.4 0.6 1.47 0.53Z",
    ),
    leaf([1.36, 0.41], [0.98, 0.2], 0.07, -0.06),
    leaf([1.33, 0.43], [1.04, 0.34], 0.05, -0.04),
    // The wing: a strong leading edge and feathers that hang from it side by side.
    polygon([1.14, 0.52], [1.08, 0.5], [0.66, 0.02], [0.72, 0.01]),
    ...Array.from({ length: 6 }, (_, index) => {
      const [x, y] = [0.69 + index * 0.072, 0.06 + index * 0.082];
      const reach = 0.36 - index * 0.018;
      return polygon([x + 0.03, y], [x + 0.06, y + 0.035], [x - reach + 0.02, y + 0.125], [x - reach, y + 0.085]);
    }),
    // The tail: a fan cut off square.
    ...Array.from({ length: 5 }, (_, index) => {
      const y = 0.46 + index * 0.092;
      return polygon([0.5, 0.615 + index * 0.012], [0.5, 0.635 + index * 0.012], [0.02, y + 0.058], [0.02, y]);
    }),
  ),
  line(0, 0.03, path("M0.92 0.7C0.8 0.8 0.66 0.86 0.46 0.94"), path("M0.84 0.7C0.72 0.78 0.6 0.83 0.42 0.86")),
  fill(1, disc(1.38, 0.455, 0.026)),
];

/** The long-beaked bird of the drums. */
const dongSonBird: OrnamentMotif = {
  id: "dong-son-bird",
  names: { vi: "Chim Lạc", en: "Lac bird" },
  tradition: DONG_SON,
  suggested: BRONZE,
  single: { aspect: 2, layers: bird },
  band: {
    aspect: 1.44,
    layers: firm(0.72, scaledLayers(bird, 0.66, 0.06, 0.17)),
  },
  rails: [
    { color: 0, from: 0, to: 0.04 },
    { color: 2, from: 0.07, to: 0.09 },
    { color: 2, from: 0.91, to: 0.93 },
    { color: 0, from: 0.96, to: 1 },
  ],
  corner: { aspect: 1, layers: medallion },
  tile: {
    aspect: 2.3,
    layers: [...scaledLayers(bird, 0.5, 0.08, 0), ...scaledLayers(bird, 0.5, 1.23, 0.5)],
  },
};

/** In the order of the catalogue. */
export const dongSonMotifs = [dongSonSun, dongSonCircles, dongSonFeather, dongSonBird] as const;
