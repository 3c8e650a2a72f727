/** Marks around a page for the press: crop, bleed and registration marks, and patches of ink. */

import { type Color, cmykToRgb } from "../../../color/color.ts";
import type { DisplayItem, PlacedGroup, PlacedPage } from "../../../layout/display-list.ts";
import type { PathCommand, PathData, Rect } from "../../../units/geometry.ts";
import { mmToPt } from "../../../units/units.ts";
import { markGaps, markLength } from "./page-boxes.ts";

/** On every plate; black on a screen. */
export const REGISTRATION: Color = { rgb: [0, 0, 0], cmyk: [1, 1, 1, 1], alpha: 1 };

const HAIRLINE = 0.25;
const PATCH = mmToPt(4);
/** Distance of bar and slug from the corner of the page. */
const INSET = mmToPt(4);
/** Distance of a Bézier's control points for a quarter of a circle. */
const QUARTER_CIRCLE = 0.5523;

const PATCHES: readonly Color["cmyk"][] = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
  [0, 0, 0, 0.5],
];

/** Room for page information below the trim, in page coordinates: left of the registration mark, outside the bleed. */
export function slugArea(page: PlacedPage): Rect {
  const gap = markGaps(page);
  const reach = page.width / 2 - markLength() - INSET;
  return { x: INSET, y: page.height + gap.bottom, width: Math.max(0, reach), height: markLength() };
}

/** Everything in one group: pages of one size can share it. Bleed marks are drawn only with `bleed`. */
export function printerMarks(
  page: PlacedPage,
  options: { readonly bleed: boolean; readonly colourBar: boolean },
): PlacedGroup {
  const lines = [
    ...cropMarks(page, 0, 0, 0, 0, 0),
    ...(options.bleed ? bleedMarks(page) : []),
    ...registrationMarks(page),
  ];
  const items: DisplayItem[] = [
    {
      kind: "path",
      path: lines,
      stroke: {
        paint: { kind: "solid", color: REGISTRATION },
        width: HAIRLINE,
        dash: [],
        cap: "butt",
        join: "miter",
      },
    },
    ...(options.colourBar ? colourBar(page) : []),
  ];
  return { kind: "group", items };
}

/** Lines at the four corners that point at the given rectangle, `inset` from where marks begin. */
function cropMarks(
  page: PlacedPage,
  left: number,
  top: number,
  right: number,
  bottom: number,
  inset: number,
): readonly PathCommand[] {
  const gap = markGaps(page);
  const { width, height } = page;
  const outer = markLength();
  const lines: PathCommand[] = [];
  for (const y of [-top, height + bottom]) {
    lines.push(...line(-gap.left - outer, y, -gap.left - inset, y));
    lines.push(...line(width + gap.right + inset, y, width + gap.right + outer, y));
  }
  for (const x of [-left, width + right]) {
    lines.push(...line(x, -gap.top - outer, x, -gap.top - inset));
    lines.push(...line(x, height + gap.bottom + inset, x, height + gap.bottom + outer));
  }
  return lines;
}

/** The outer half as long as crop marks, so that the two cannot be mistaken for each other. */
function bleedMarks(page: PlacedPage): readonly PathCommand[] {
  const { left, top, right, bottom } = page.bleed;
  if (left + top + right + bottom === 0) return [];
  return cropMarks(page, left, top, right, bottom, markLength() / 2);
}

function registrationMarks(page: PlacedPage): readonly PathCommand[] {
  const gap = markGaps(page);
  const { width, height } = page;
  const half = markLength() / 2;
  return [
    [width / 2, -gap.top - half],
    [width / 2, height + gap.bottom + half],
    [-gap.left - half, height / 2],
    [width + gap.right + half, height / 2],
  ].flatMap(([x = 0, y = 0]) => [
    ...line(x - half, y, x + half, y),
    ...line(x, y - half, x, y + half),
    ...circle(x, y, half * 0.6),
  ]);
}

function colourBar(page: PlacedPage): readonly DisplayItem[] {
  const gap = markGaps(page);
  const room = page.width / 2 - markLength() - INSET;
  if (PATCHES.length * PATCH > room) return [];
  const y = -gap.top - PATCH;
  return PATCHES.map((cmyk, index) => ({
    kind: "path",
    path: rectangle(INSET + index * PATCH, y, PATCH, PATCH),
    fill: { kind: "solid", color: { rgb: cmykToRgb(cmyk), cmyk, alpha: 1 } },
  }));
}

const line = (x0: number, y0: number, x1: number, y1: number): PathData => [
  ["M", x0, y0],
  ["L", x1, y1],
];

const rectangle = (x: number, y: number, width: number, height: number): PathData => [
  ["M", x, y],
  ["L", x + width, y],
  ["L", x + width, y + height],
  ["L", x, y + height],
  ["Z"],
];

function circle(x: number, y: number, radius: number): PathData {
  const reach = radius * QUARTER_CIRCLE;
  return [
    ["M", x + radius, y],
    ["C", x + radius, y + reach, x + reach, y + radius, x, y + radius],
    ["C", x - reach, y + radius, x - radius, y + reach, x - radius, y],
    ["C", x - radius, y - reach, x - reach, y - radius, x, y - radius],
    ["C", x + reach, y - radius, x + radius, y - reach, x + radius, y],
    ["Z"],
  ];
}
