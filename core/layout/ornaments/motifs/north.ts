/** Woven and embroidered motifs after the brocade of the Thái, Tày and Hmông. */

import type { OrnamentLayer, OrnamentMotif } from "../ornament-model.ts";
import {
  around,
  diamond,
  edgeRails,
  fill,
  flippedX,
  framed,
  join,
  line,
  polygon,
  scaledLayers,
  spiral,
  withMirrorY,
} from "../pen.ts";
import { NORTH } from "../traditions.ts";
import { crossStitchPiece, fourfold, weave, wovenPiece } from "../woven.ts";

const THAI = { colors: ["#d6336c", "#f4b41a", "#2f9e6e"], background: "#201a2b" } as const;
const TAY = { colors: ["#1f4e79", "#c0392b", "#d9a441"], background: "#f6f0e2" } as const;
const HMONG = { colors: ["#f4efe4", "#e0457b", "#4fb3bf"], background: "#1c2d5a" } as const;

/** Eight rhombs round a centre, their points one long and one short by turns of colour. */
function eightPointed(x: number, y: number, radius: number): readonly OrnamentLayer[] {
  const side = radius / (2 * Math.cos(Math.PI / 8));
  const diagonal = side * Math.SQRT1_2;
  const gap = radius * 0.035;
  const rhomb = polygon(
    [x + gap, y - gap * 2.4],
    [x + gap, y - side + gap * 0.2],
    [x + diagonal - gap * 0.2, y - side - diagonal + gap * 2],
    [x + diagonal - gap * 0.6, y - diagonal - gap * 1.4],
  );
  const other = flippedX(x, rhomb);
  return [fill(0, around(4, x, y, rhomb)), fill(1, around(4, x, y, other))];
}

const starCell: readonly OrnamentLayer[] = [
  ...eightPointed(0.5, 0.5, 0.5),
  fill(2, around(4, 0.5, 0.5, polygon([0.5, 0.02], [0.585, 0.105], [0.5, 0.19], [0.415, 0.105]))),
];

/** The star of eight rhombs, sao tám cánh. */
const northStar: OrnamentMotif = {
  id: "north-star",
  names: { vi: "Sao tám cánh", en: "Eight-pointed star" },
  tradition: NORTH,
  suggested: THAI,
  single: { aspect: 1, layers: starCell },
  band: {
    aspect: 1,
    layers: [
      ...scaledLayers(starCell, 0.68, 0.16, 0.16).map((layer) => ({ ...layer, anchor: 0.5 })),
      fill(2, polygon([0, 0.41], [0.09, 0.5], [0, 0.59]), polygon([1, 0.41], [0.91, 0.5], [1, 0.59])),
      fill(
        0,
        withMirrorY(
          0.5,
          join(polygon([0, 0.13], [0.14, 0.13], [0, 0.27]), polygon([1, 0.13], [0.86, 0.13], [1, 0.27])),
        ),
      ),
    ],
  },
  rails: [...edgeRails(0, 0.035), ...edgeRails(1, 0.03, 0.06)],
  corner: { aspect: 1, layers: scaledLayers(starCell, 0.68, 0.16, 0.16) },
  tile: {
    aspect: 1,
    layers: [...scaledLayers(starCell, 0.74, 0.13, 0.13), fill(2, diamond(0, 0, 0.13)), fill(1, diamond(0, 0, 0.06))],
  },
};

/** One quarter; the last row and column are the axes. */
const hookedQuarter = [
  ".........000.",
  ".........0.0.",
  "...........0.",
  "......000.00.",
  "......0.0.0.0",
  "........0000.",
  "...000.000..1",
  "...0.0.00..11",
  ".....000..11.",
  "000.000..11.2",
  "0.0.00..11.22",
  "..0000.11.222",
  "....0.11.2222",
];
const hooked = fourfold(hookedQuarter);

/** A diamond with hooks along its edges. */
const northHookedDiamond: OrnamentMotif = {
  id: "north-hooked-diamond",
  names: { vi: "Thoi móc", en: "Hooked diamond" },
  tradition: NORTH,
  suggested: THAI,
  single: wovenPiece(hooked),
  band: framed(wovenPiece(hooked.map((row, y) => row + (Math.abs(y - 12) <= 1 ? (y === 12 ? "222" : ".2.") : "...")))),
  rails: edgeRails(1),
  corner: framed(wovenPiece(hooked), 0.14, 0.86, 1),
  tile: wovenPiece([...hooked.map((row) => `${row}...`), ...Array.from({ length: 3 }, () => ".".repeat(28))]),
};

const latticeStitch = (x: number, y: number): number | undefined => {
  const wrap = (value: number) => {
    const within = ((value % 20) + 20) % 20;
    return Math.min(within, 20 - within);
  };
  const [across, down] = [wrap(x), wrap(y)];
  const distance = across + down;
  if (distance === 10) return 0;
  if (distance === 8 || distance === 12) return undefined;
  const flower = (dx: number, dy: number) => {
    const near = Math.min(dx, dy);
    const far = Math.max(dx, dy);
    if (near === 0 && far <= 1) return 2;
    if (far <= 4 && near === far - 1) return 1;
    return near === far && far > 0 && far <= 3 ? 1 : undefined;
  };
  return flower(across, down) ?? flower(10 - across, 10 - down);
};

/** A net of diamonds with a flower in every mesh. */
const northLattice: OrnamentMotif = {
  id: "north-lattice",
  names: { vi: "Lưới thoi hoa", en: "Flowered lattice" },
  tradition: NORTH,
  suggested: TAY,
  single: wovenPiece(weave(21, 21, latticeStitch)),
  band: framed(wovenPiece(weave(20, 21, latticeStitch))),
  rails: edgeRails(0),
  corner: framed(wovenPiece(weave(21, 21, latticeStitch)), 0.14, 0.86, 1),
  tile: wovenPiece(weave(20, 20, latticeStitch)),
};

const snailFigure: readonly OrnamentLayer[] = (() => {
  const quarter = join(spiral(0.27, 0.27, 0.035, 0.19, 1.625, 135), [
    ["M", 0.404, 0.404],
    ["L", 0.5, 0.5],
  ]);
  return [
    line(0, 0.062, around(4, 0.5, 0.5, quarter)),
    fill(1, around(4, 0.5, 0.5, polygon([0.5, 0.03], [0.57, 0.17], [0.5, 0.31], [0.43, 0.17]))),
    fill(2, diamond(0.5, 0.5, 0.1)),
  ];
})();

/** Four spirals from one heart, as appliquéd on Hmông collars and sashes. */
const northSnail: OrnamentMotif = {
  id: "north-snail",
  names: { vi: "Vân ốc", en: "Snail spirals" },
  tradition: NORTH,
  suggested: HMONG,
  single: { aspect: 1, layers: snailFigure },
  band: {
    aspect: 0.9,
    layers: [
      ...scaledLayers(snailFigure, 0.84, 0.03, 0.08).map((layer) => ({ ...layer, anchor: 0.45 })),
      fill(2, polygon([0, 0.4], [0.045, 0.5], [0, 0.6]), polygon([0.9, 0.4], [0.855, 0.5], [0.9, 0.6])),
    ],
  },
  rails: edgeRails(1),
  corner: { aspect: 1, layers: scaledLayers(snailFigure, 0.84, 0.08, 0.08) },
  tile: { aspect: 1, layers: [...scaledLayers(snailFigure, 0.9, 0.05, 0.05), fill(2, diamond(0, 0, 0.07))] },
};

const crossFlowerQuarter = [
  "2........",
  ".2.....0.",
  "..2...000",
  "...2.0000",
  "....10000",
  "...0.1000",
  "..00011.0",
  ".0000010.",
  "..00000.2",
];
const crossFlower = fourfold(crossFlowerQuarter);

/** A flower in counted cross-stitch. */
const northCrossStitch: OrnamentMotif = {
  id: "north-cross-stitch",
  names: { vi: "Hoa thêu chữ thập", en: "Cross-stitch flower" },
  tradition: NORTH,
  suggested: HMONG,
  single: crossStitchPiece(crossFlower),
  band: framed(crossStitchPiece(crossFlower.map((row) => row.slice(0, -1)))),
  rails: edgeRails(1),
  corner: framed(crossStitchPiece(crossFlower), 0.14, 0.86, 1),
  tile: crossStitchPiece(crossFlower.slice(0, -1).map((row) => row.slice(0, -1))),
};

/** In the order of the catalogue. */
export const northMotifs = [northStar, northHookedDiamond, northLattice, northSnail, northCrossStitch] as const;
