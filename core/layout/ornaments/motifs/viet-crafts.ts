/** Vietnamese motifs after handicraft: the carver's fret and the basket maker's weave. */

import type { OrnamentLayer, OrnamentMotif } from "../ornament-model.ts";
import { edgeRails, fill, framed, movedLayers, rect, scaledLayers } from "../pen.ts";
import { VIET } from "../traditions.ts";
import { wovenPiece } from "../woven.ts";

const LACQUER = { colors: ["#a61c1c", "#d9a441", "#2b1a12"], background: "#fbf1dc" } as const;
const BAMBOO = { colors: ["#c9971c", "#7a9a3a", "#a8741a"], background: "#fdf9ea" } as const;

const fret = [
  "000000000.",
  "0.......0.",
  "0.00000.0.",
  "0.0...0.0.",
  "0.0.000.0.",
  "0.0.....0.",
  "0.0000000.",
  "0.........",
  "0000000000",
];

/** The square fret, hồi văn. */
const vietFret: OrnamentMotif = {
  id: "viet-fret",
  names: { vi: "Hồi văn", en: "Square fret" },
  tradition: VIET,
  suggested: LACQUER,
  single: wovenPiece(fret.map((row) => `${row}${Array.from(row).reverse().join("")}`)),
  band: framed(wovenPiece(fret), 0.14, 0.86),
  rails: edgeRails(1, 0.06),
  corner: framed(
    wovenPiece([
      "000000000",
      "0.......0",
      "0.11111.0",
      "0.1...1.0",
      "0.1.0.1.0",
      "0.1...1.0",
      "0.11111.0",
      "0.......0",
      "000000000",
    ]),
    0.14,
    0.86,
    1,
  ),
  tile: wovenPiece([...fret, ".........."]),
};

/** Strips over and under, as in baskets and winnowing trays. */
const strips: readonly OrnamentLayer[] = [
  fill(0, rect(0.02, 0.06, 0.46, 0.38), rect(0.52, 0.56, 0.46, 0.38)),
  fill(1, rect(0.56, 0.02, 0.38, 0.46), rect(0.06, 0.52, 0.38, 0.46)),
  fill(
    2,
    rect(0.06, 0.24, 0.38, 0.02),
    rect(0.56, 0.74, 0.38, 0.02),
    rect(0.74, 0.06, 0.02, 0.38),
    rect(0.24, 0.56, 0.02, 0.38),
  ),
];

/** Woven bamboo. */
const vietWeave: OrnamentMotif = {
  id: "viet-weave",
  names: { vi: "Đan nong mốt", en: "Basket weave" },
  tradition: VIET,
  suggested: BAMBOO,
  single: {
    aspect: 1,
    layers: scaledLayers(
      ([0, 1] as const).flatMap((x) => ([0, 1] as const).flatMap((y) => movedLayers(x, y, strips))),
      0.5,
      0,
      0,
    ),
  },
  band: { aspect: 0.72, layers: scaledLayers(strips, 0.72, 0, 0.14) },
  rails: edgeRails(0, 0.06),
  corner: { aspect: 1, layers: scaledLayers(strips, 0.72, 0.14, 0.14) },
  tile: { aspect: 1, layers: strips },
};

/** In the order of the catalogue. */
export const vietCraftMotifs = [vietFret, vietWeave] as const;
