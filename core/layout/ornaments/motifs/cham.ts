/** Motifs after Cham weaving and the mouldings of Cham towers. */

import type { OrnamentLayer, OrnamentMotif } from "../ornament-model.ts";
import {
  between,
  disc,
  edgeRails,
  fill,
  firm,
  framed,
  leaf,
  line,
  path,
  scaledLayers,
  spiral,
  turnedLayers,
  withMirrorX,
} from "../pen.ts";
import { CHAM } from "../traditions.ts";
import { fourfold, wovenPiece } from "../woven.ts";

const CLOTH = { colors: ["#8e1b2f", "#c98a2b", "#2e5f5c"], background: "#f7efe0" } as const;
const BRICK = { colors: ["#b4532f", "#e0a258", "#6d2a1c"], background: "#fbf3e6" } as const;

/** Hooks from below and hooks from above, each holding the other. */
const hooks = [
  "1111111111111111",
  "............11..",
  "0000000000..11..",
  "0000000000..11..",
  "00......00..11..",
  "00..11..00..11..",
  "00..11......11..",
  "00..1111111111..",
  "00..1111111111..",
  "00..............",
  "0000000000000000",
];
const hookCorner = fourfold(["000000", "0.....", "0.1111", "0.1...", "0.1.00", "0.1.00"]);

/** Interlocked hooks in two colours. */
const chamHooks: OrnamentMotif = {
  id: "cham-hooks",
  names: { vi: "Móc cài Chăm", en: "Interlocked hooks" },
  tradition: CHAM,
  suggested: CLOTH,
  single: wovenPiece(hooks.map((row) => row + row.slice(0, 14))),
  band: framed(wovenPiece(hooks), 0.12, 0.88),
  rails: edgeRails(2, 0.05),
  corner: framed(wovenPiece(hookCorner), 0.12, 0.88, 1),
  tile: wovenPiece([...hooks, "................", "................"]),
};

const wave: readonly OrnamentLayer[] = [
  fill(
    0,
    path(
      "M0 1V0.86C0.34 0.86 0.36 0.14 0.86 0.14C1.16 0.14 1.3 0.34 1.3 0.52C1.3 0.7 1.17 0.8 1.03 0.8C0.9 0.8 0.82 0.71 0.82 0.61C0.82 0.52 0.89 0.46 0.97 0.46C1.04 0.46 1.09 0.51 1.09 0.57C1.09 0.61 1.06 0.64 1.03 0.65C1.09 0.67 1.16 0.62 1.16 0.52C1.16 0.4 1.06 0.3 0.92 0.3C0.72 0.3 0.62 0.48 0.62 0.62C0.62 0.82 0.8 0.96 1.04 0.96C1.3 0.96 1.36 0.86 1.5 0.86V1Z",
    ),
  ),
  fill(1, disc(1.36, 0.16, 0.06), disc(0.3, 0.3, 0.045), disc(0.14, 0.5, 0.035)),
];

/** A wave that breaks for ever. */
const chamWave: OrnamentMotif = {
  id: "cham-wave",
  names: { vi: "Sóng cuộn Chăm", en: "Rolling wave" },
  tradition: CHAM,
  suggested: BRICK,
  single: { aspect: 1.5, layers: wave },
  band: { aspect: 1.2, layers: scaledLayers(wave, 0.8, 0, 0.1) },
  rails: edgeRails(2, 0.06),
  corner: {
    aspect: 1,
    layers: [
      line(0, 0.08, spiral(0.5, 0.5, 0.05, 0.3, 2, 135)),
      fill(1, disc(0.2, 0.2, 0.05), disc(0.8, 0.2, 0.05), disc(0.2, 0.8, 0.05), disc(0.8, 0.8, 0.05)),
    ],
  },
  tile: { aspect: 1.5, layers: wave },
};

/** A broad petal with a rolled rim and three veins. */
function broadPetal(x: number, base: number, width: number, height: number): readonly OrnamentLayer[] {
  const shape = (scale: number) => {
    const half = (width / 2) * scale;
    const tall = height * scale;
    return path(
      `M${x - half} ${base}C${x - half * 1.12} ${base - tall * 0.6} ${x - half * 0.8} ${base - tall * 0.86} ${x} ${base - tall}` +
        `C${x + half * 0.8} ${base - tall * 0.86} ${x + half * 1.12} ${base - tall * 0.6} ${x + half} ${base}Z`,
    );
  };
  return [
    between(0, shape(1), shape(0.8)),
    fill(
      1,
      leaf([x, base], [x, base - height * 0.68], width * 0.14),
      withMirrorX(x, leaf([x - width * 0.14, base], [x - width * 0.2, base - height * 0.52], width * 0.11, -0.01)),
    ),
  ];
}

const beads = [0.1, 0.3, 0.5, 0.7].flatMap((x) => firm(x, [fill(2, disc(x, 0.12, 0.055))]));

/** Broad lotus petals below a string of beads. */
const chamLotus: OrnamentMotif = {
  id: "cham-lotus",
  names: { vi: "Cánh sen Chăm", en: "Cham lotus petals" },
  tradition: CHAM,
  suggested: BRICK,
  single: {
    aspect: 1,
    layers: [
      ...[0, 45, 90, 135, 180, 225, 270, 315].flatMap((angle) =>
        turnedLayers(angle, 0.5, 0.5, broadPetal(0.5, 0.36, 0.22, 0.34)),
      ),
      fill(2, disc(0.5, 0.5, 0.09)),
    ],
  },
  band: {
    aspect: 0.8,
    layers: [
      ...broadPetal(0.2, 0.9, 0.37, 0.62),
      ...broadPetal(0.6, 0.9, 0.37, 0.62),
      fill(
        2,
        leaf([0.4, 0.6], [0.4, 0.28], 0.07),
        leaf([0, 0.6], [0, 0.28], 0.07),
        leaf([0.8, 0.6], [0.8, 0.28], 0.07),
      ),
      ...beads,
    ],
  },
  rails: [
    { color: 0, from: 0, to: 0.04 },
    { color: 0, from: 0.2, to: 0.23 },
    { color: 0, from: 0.93, to: 1 },
  ],
  corner: {
    aspect: 1,
    layers: [
      ...turnedLayers(-45, 0.9, 0.9, broadPetal(0.9, 0.9, 0.42, 0.78)),
      fill(2, disc(0.12, 0.12, 0.055), disc(0.36, 0.12, 0.055), disc(0.12, 0.36, 0.055)),
      fill(2, disc(0.6, 0.12, 0.055), disc(0.84, 0.12, 0.055), disc(0.12, 0.6, 0.055), disc(0.12, 0.84, 0.055)),
    ],
  },
  tile: {
    aspect: 0.8,
    layers: [...broadPetal(0.4, 0.48, 0.72, 0.44), ...broadPetal(0, 0.98, 0.72, 0.44)],
  },
};

/** In the order of the catalogue. */
export const chamMotifs = [chamHooks, chamWave, chamLotus] as const;
