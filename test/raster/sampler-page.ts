/** One page with everything a display list can hold, for comparing painters with each other. */

import { readFileSync } from "node:fs";
import { BLACK, type Color, colorFromHex } from "../../core/color/color.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { DisplayItem, Paint, PlacedMask, PlacedPage } from "../../core/layout/display-list.ts";
import { rectanglePath, roundedRectanglePath } from "../../core/layout/frames/path-shapes.ts";
import { type PathData, rotation } from "../../core/units/geometry.ts";
import { placeLine, shapeLine } from "./shape-line.ts";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/images/${name}`, import.meta.url)));

const asset = (
  id: string,
  kind: Asset["kind"],
  file: string,
  width: number,
  height: number,
  orientation = 1,
): Asset => ({
  id,
  kind,
  bytes: fixture(file),
  width,
  height,
  orientation,
});
const pictures: readonly Asset[] = [
  asset("photo", "jpeg", "good-24x16.jpg", 24, 16),
  asset("turned", "jpeg", "turned-exif-6.jpg", 16, 24, 6),
  asset("drawing", "png", "good-24x16.png", 24, 16),
];

/** The pictures of {@link samplerPage}. */
export const samplerAssets: AssetSource = { asset: (id) => pictures.find((one) => one.id === id) };

export const named = (hex: string, alpha = 1): Color => ({ ...(colorFromHex(hex) ?? BLACK), alpha });
const solid = (hex: string, alpha = 1): Paint => ({ kind: "solid", color: named(hex, alpha) });

/** A five-pointed star whose middle is empty under the even-odd rule. */
function star(x: number, y: number, radius: number): PathData {
  const corner = (index: number) => {
    const angle = ((index * 144 - 90) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  };
  return [
    ["M", ...corner(0)],
    ["L", ...corner(1)],
    ["L", ...corner(2)],
    ["L", ...corner(3)],
    ["L", ...corner(4)],
    ["Z"],
  ];
}

const SOFT_SIZE = 48;
const softDisc: PlacedMask["mask"] = {
  width: SOFT_SIZE,
  height: SOFT_SIZE,
  alpha: Uint8Array.from({ length: SOFT_SIZE * SOFT_SIZE }, (_, at) => {
    const middle = SOFT_SIZE / 2 - 0.5;
    const distance = Math.hypot((at % SOFT_SIZE) - middle, Math.floor(at / SOFT_SIZE) - middle) / middle;
    return Math.round(255 * Math.max(0, Math.min(1, 1.5 - 1.5 * distance)));
  }),
};

const LINES = [
  ["vi", "noto-sans/400", "Quyền bình đẳng và không thể tách rời"],
  ["km", "noto-sans-khmer/400", "សេចក្តីប្រកាសជាសកលស្តីពីសិទ្ធិមនុស្ស"],
  ["lo", "noto-sans-lao/400", "ປະກາດສາກົນກ່ຽວກັບສິດທິມະນຸດ"],
] as const;

function textItems(fonts: FontSource): DisplayItem[] {
  return LINES.flatMap(([language, key, text], index) => {
    const face = fonts.face(key);
    if (!face) throw new Error(`the test needs ${key}`);
    const span = shapeLine(face, text);
    const y = 22 + index * 20;
    return [
      placeLine(span, { x: 12, y, size: 9, fill: named("#1a1a1a"), language }),
      placeLine(span, { x: 12, y: y + 190, size: 7, fill: named("#7a1f2b", 0.7), language, tracking: 0.6 }),
    ];
  });
}

const stops = [
  { at: 0, color: named("#0b5fa5") },
  { at: 0.5, color: named("#f2c14e") },
  { at: 1, color: named("#c8102e") },
];
const fading = [
  { at: 0, color: named("#006400") },
  { at: 1, color: named("#006400", 0) },
];

const shapes: readonly DisplayItem[] = [
  { kind: "path", path: rectanglePath({ x: -6, y: -6, width: 220, height: 14 }), fill: solid("#e8f0e8") },
  {
    kind: "path",
    path: rectanglePath({ x: 12, y: 76, width: 80, height: 24 }),
    fill: { kind: "linear", from: { x: 12, y: 76 }, to: { x: 92, y: 100 }, stops },
  },
  {
    kind: "path",
    path: rectanglePath({ x: 100, y: 76, width: 40, height: 24 }),
    fill: { kind: "radial", center: { x: 120, y: 88 }, radius: 18, stops: fading },
  },
  { kind: "path", path: star(165, 88, 14), fill: solid("#c8102e"), fillRule: "evenodd" },
  {
    kind: "path",
    path: [
      ["M", 12, 110],
      ["C", 40, 96, 60, 124, 92, 110],
    ],
    stroke: { paint: solid("#0b5fa5"), width: 1.5, dash: [4.5, 3], cap: "round", join: "round" },
  },
  {
    kind: "path",
    path: [
      ["M", 104, 116],
      ["L", 112, 104],
      ["L", 120, 116],
      ["L", 128, 104],
    ],
    stroke: { paint: solid("#222222"), width: 3, dash: [], cap: "square", join: "miter" },
  },
  { kind: "mask", rect: { x: 140, y: 100, width: 46, height: 26 }, color: named("#000000", 0.6), mask: softDisc },
  { kind: "image", asset: "photo", rect: { x: 12, y: 124, width: 48, height: 32 }, alt: "Ảnh" },
  { kind: "image", asset: "turned", rect: { x: 66, y: 124, width: 22, height: 33 }, alt: "" },
  {
    kind: "group",
    transform: rotation(20, { x: 120, y: 140 }),
    clip: roundedRectanglePath({ x: 98, y: 126, width: 44, height: 28 }, [8, 8, 8, 8]),
    items: [{ kind: "image", asset: "drawing", rect: { x: 94, y: 122, width: 54, height: 36 }, alt: "" }],
  },
  {
    kind: "group",
    opacity: 0.5,
    items: [
      { kind: "path", path: rectanglePath({ x: 152, y: 130, width: 22, height: 22 }), fill: solid("#0b5fa5") },
      {
        kind: "path",
        path: rectanglePath({ x: 162, y: 140, width: 22, height: 22 }),
        fill: solid("#c8102e"),
        stroke: { paint: solid("#000000"), width: 2, dash: [], cap: "butt", join: "miter" },
      },
    ],
  },
  { kind: "link", rect: { x: 12, y: 10, width: 100, height: 16 }, target: { uri: "https://example.org/?a=1&b=2" } },
];

/** 200 × 270 points with 6 points of bleed. */
export const samplerPage = (fonts: FontSource): PlacedPage => ({
  index: 0,
  folio: "1",
  width: 200,
  height: 270,
  bleed: { top: 6, right: 6, bottom: 6, left: 6 },
  safe: { top: 8, right: 8, bottom: 8, left: 8 },
  language: "vi",
  items: [...shapes, ...textItems(fonts)],
});
