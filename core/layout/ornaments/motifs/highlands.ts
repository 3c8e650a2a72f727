/** Woven motifs after the brocade of the Ba Na, Gia Rai and Ê Đê. */

import type { OrnamentMotif } from "../ornament-model.ts";
import { around, diamond, edgeRails, fill, framed, polygon, withMirrorY } from "../pen.ts";
import { HIGHLANDS } from "../traditions.ts";
import { fourfold, mirroredDown, mirroredRight, weave, wovenPiece } from "../woven.ts";

const COLORS = { colors: ["#c8202f", "#f2b632", "#f7f1e3"], background: "#1d1a19" } as const;

/** Distance of column `x` from the nearest multiple of `period` away from `center`. */
const fold = (x: number, center: number, period: number): number => {
  const from = (((x - center) % period) + period) % period;
  return Math.min(from, period - from);
};

const diamondStitch = (x: number, y: number): number | undefined => {
  const across = fold(x, 8, 18);
  const distance = across + Math.abs(y - 8);
  if (distance === 7 || distance === 8) return 0;
  if (distance === 4 || distance === 5) return 1;
  if (distance <= 2) return distance === 2 ? 2 : 0;
  const gap = 9 - across + (8 - Math.abs(y - 8));
  if (gap <= 2) return 2;
  return gap === 4 || gap === 5 ? 1 : undefined;
};
const diamondFigure = weave(17, 17, (x, y) =>
  Math.abs(x - 8) + Math.abs(y - 8) > 8 ? undefined : diamondStitch(x, y),
);

/** Nested diamonds in a chain, smaller ones in the gaps above and below. */
const highlandDiamond: OrnamentMotif = {
  id: "highland-diamond",
  names: { vi: "Thoi lồng", en: "Nested diamonds" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: wovenPiece(diamondFigure),
  band: framed(wovenPiece(weave(18, 17, diamondStitch))),
  rails: edgeRails(0),
  corner: framed(wovenPiece(diamondFigure), 0.14, 0.86, 1),
  tile: wovenPiece(weave(18, 16, (x, y) => diamondStitch(x, y))),
};

const zigzagStitch = (x: number, y: number): number | undefined => {
  const rise = fold(x, 0, 16);
  const level = y - rise;
  if (level === 0 || level === 1) return 0;
  if (level === 4 || level === 5) return 1;
  if (level === 8 || level === 9) return 0;
  const above = 8 - rise + Math.abs(y - 2);
  const below = rise + Math.abs(y - 15);
  return Math.min(above, below) <= 2 ? 2 : undefined;
};
const ringedDiamond = (radius: number): readonly string[] =>
  fourfold(
    weave(radius + 1, radius + 1, (x, y) => {
      const distance = radius - x + (radius - y);
      if (distance > radius) return undefined;
      const fromRim = radius - distance;
      if (fromRim <= 1) return 0;
      if (distance <= 2) return 2;
      return fromRim === 4 || fromRim === 5 ? 1 : undefined;
    }),
  );

/** Three parallel zigzags with small diamonds in their bends. */
const highlandZigzag: OrnamentMotif = {
  id: "highland-zigzag",
  names: { vi: "Dích dắc", en: "Zigzags" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: wovenPiece(weave(33, 18, zigzagStitch)),
  band: framed(wovenPiece(weave(16, 18, zigzagStitch))),
  rails: edgeRails(0),
  corner: framed(wovenPiece(ringedDiamond(9)), 0.14, 0.86, 1),
  tile: wovenPiece(
    weave(16, 12, (x, y) => {
      const level = (((y - fold(x, 0, 16)) % 12) + 12) % 12;
      if (level <= 1) return 0;
      if (level === 4 || level === 5) return 1;
      return level === 8 ? 2 : undefined;
    }),
  ),
};

const combStitch = (x: number, y: number): number | undefined => {
  const fromEdge = Math.min(y, 24 - y);
  const wave = fold(x, 0, 18);
  if (fromEdge <= 1) return 0;
  if (x % 2 === 0 && fromEdge <= wave) return 0;
  const distance = wave + Math.abs(y - 12);
  if (distance <= 2) return 2;
  return distance === 5 || distance === 6 ? 1 : undefined;
};
const combCorner = fourfold(
  weave(13, 13, (x, y) => {
    const across = 12 - x;
    const down = 12 - y;
    const distance = across + down;
    if (Math.max(across, down) >= 11) return 0;
    if (distance <= 2) return 2;
    if (distance === 5 || distance === 6) return 1;
    return distance === 9 || distance === 10 ? 0 : undefined;
  }),
);

/** Teeth that grow and shrink from both edges like a comb cut to a wave, diamonds in the room between. */
const highlandComb: OrnamentMotif = {
  id: "highland-comb",
  names: { vi: "Răng lược", en: "Combs" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: wovenPiece(weave(19, 25, (x, y) => combStitch(x + 9, y))),
  band: wovenPiece(weave(18, 25, combStitch)),
  rails: [],
  corner: wovenPiece(combCorner),
  tile: wovenPiece(weave(18, 25, combStitch)),
};

/** From the side, wings spread, tail down. */
const BIRD = [
  ".....0..............",
  ".....000............",
  "......0000..........",
  "......0.0000........",
  "..000..0.00000......",
  ".00100.00.000000....",
  "000000..00.000000...",
  "...0000.000.00000...",
  "....00000000.00000..",
  ".....011111100000.00",
  ".....00111111000000.",
  "......0000000000.00.",
  ".......00000000...00",
  ".........0..0.......",
  ".........0..0.......",
  "........00.00.......",
];
const BIRD_GAP = [
  ".....",
  ".....",
  ".....",
  "..2..",
  ".222.",
  "..2..",
  ".....",
  "..1..",
  ".111.",
  "..1..",
  ".....",
  "..2..",
  ".222.",
  "..2..",
  ".....",
  ".....",
];

/** A bird of stepped stitches. */
const highlandBird: OrnamentMotif = {
  id: "highland-bird",
  names: { vi: "Chim thổ cẩm", en: "Woven birds" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: wovenPiece(BIRD),
  band: framed(wovenPiece(BIRD.map((row, y) => `.${row}.${BIRD_GAP[y]}`)), 0.16, 0.84),
  rails: edgeRails(0),
  corner: framed(wovenPiece(ringedDiamond(9)), 0.16, 0.84, 1),
  tile: wovenPiece([
    ...BIRD.map((row, y) => `..${row}..${BIRD_GAP[y]}..`),
    ...Array.from({ length: 4 }, () => ".".repeat(31)),
  ]),
};

const FERN = mirroredRight([
  ".....000....0",
  "....00000...0",
  "...00...00..0",
  "...0..0..0..0",
  "...0.000.0.00",
  "...00.0.00.00",
  "....00..0..00",
  ".....0000.000",
  "..........000",
  ".000000..0000",
  "0000000000000",
]);
const fernFigure = mirroredDown(FERN);

/** Shoots of the fern that curl to both sides of a stem. */
const highlandFern: OrnamentMotif = {
  id: "highland-fern",
  names: { vi: "Ngọn dương xỉ", en: "Fern shoots" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: wovenPiece(fernFigure),
  band: framed(wovenPiece(FERN.map((row) => `${row}...`))),
  rails: edgeRails(1),
  corner: framed(wovenPiece(ringedDiamond(9)), 0.14, 0.86, 1),
  tile: wovenPiece([...fernFigure.map((row) => `${row}...`), ...Array.from({ length: 3 }, () => ".".repeat(28))]),
};

/** Spearheads from both edges, diamonds between their points. */
const highlandSpear: OrnamentMotif = {
  id: "highland-spear",
  names: { vi: "Mũi lao", en: "Spearheads" },
  tradition: HIGHLANDS,
  suggested: COLORS,
  single: {
    aspect: 1,
    layers: [
      fill(0, around(4, 0.5, 0.5, polygon([0.04, 0], [0.96, 0], [0.5, 0.46]))),
      fill(2, around(4, 0.5, 0.5, polygon([0.26, 0.07], [0.74, 0.07], [0.5, 0.31]))),
      fill(1, around(4, 0.5, 0.5, polygon([0.41, 0.09], [0.59, 0.09], [0.5, 0.18]))),
    ],
  },
  band: {
    aspect: 0.76,
    layers: [
      fill(0, withMirrorY(0.5, polygon([0.04, 0.12], [0.72, 0.12], [0.38, 0.46]))),
      fill(2, withMirrorY(0.5, polygon([0.21, 0.17], [0.55, 0.17], [0.38, 0.34]))),
      fill(1, polygon([0, 0.28], [0.18, 0.5], [0, 0.72]), polygon([0.76, 0.28], [0.58, 0.5], [0.76, 0.72])),
    ],
  },
  rails: edgeRails(0, 0.07),
  corner: {
    aspect: 1,
    layers: [fill(0, diamond(0.5, 0.5, 0.36)), fill(2, diamond(0.5, 0.5, 0.25)), fill(1, diamond(0.5, 0.5, 0.13))],
  },
  tile: {
    aspect: 1,
    layers: [
      fill(0, polygon([0.04, 0], [0.96, 0], [0.5, 0.46]), polygon([0.5, 0.54], [0.96, 1], [0.04, 1])),
      fill(2, polygon([0.27, 0.06], [0.73, 0.06], [0.5, 0.29]), polygon([0.5, 0.71], [0.73, 0.94], [0.27, 0.94])),
      fill(1, diamond(0, 0.5, 0.3), diamond(1, 0.5, 0.3)),
    ],
  },
};

/** In the order of the catalogue. */
export const highlandMotifs = [
  highlandDiamond,
  highlandZigzag,
  highlandComb,
  highlandBird,
  highlandFern,
  highlandSpear,
] as const;
