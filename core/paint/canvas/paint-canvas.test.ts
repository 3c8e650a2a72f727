import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { skiaCache } from "../../../host/raster/skia-canvas.ts";
import { named } from "../../../test/raster/sampler-page.ts";
import { placeLine, shapeLine } from "../../../test/raster/shape-line.ts";
import { type Color, WHITE } from "../../color/color.ts";
import type { FontFace, FontSource } from "../../fonts/font-face.ts";
import type { DisplayItem, Paint, PlacedPage } from "../../layout/display-list.ts";
import { rectanglePath } from "../../layout/frames/path-shapes.ts";
import type { Rect } from "../../units/geometry.ts";
import type { CanvasPicture, OrientedPicture, PictureSource } from "./canvas-surface.ts";
import { type CanvasOptions, paintPage } from "./paint-canvas.ts";

const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 };
const NO_FONTS: FontSource = { face: () => undefined, chain: () => [] };
const NO_PICTURES: PictureSource = { picture: () => undefined };

interface Setting {
  readonly options?: Partial<CanvasOptions>;
  readonly bleed?: number;
  readonly fonts?: FontSource;
  readonly pictures?: PictureSource;
}

/** Paints on a page of 40 × 30 points, ten pixels per point, and gives colours by place in points. */
function painted(items: readonly DisplayItem[], setting: Setting = {}) {
  const bleed = setting.bleed ?? 0;
  const page: PlacedPage = {
    index: 0,
    folio: "1",
    width: 40,
    height: 30,
    bleed: { top: bleed, right: bleed, bottom: bleed, left: bleed },
    safe: NO_EDGES,
    language: "vi",
    items,
  };
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext("2d");
  const sources = { fonts: setting.fonts ?? NO_FONTS, pictures: setting.pictures ?? NO_PICTURES, cache: skiaCache };
  paintPage(context, page, sources, {
    matrix: [10, 0, 0, 10, 0, 0],
    width: 400,
    height: 300,
    paper: WHITE,
    ...setting.options,
  });
  const pixels = context.getImageData(0, 0, 400, 300).data;
  return (x: number, y: number): string =>
    [...pixels.slice((Math.floor(y * 10) * 400 + Math.floor(x * 10)) * 4).slice(0, 4)].join();
}

const solid = (color: Color): Paint => ({ kind: "solid", color });
const box = (rect: Rect, hex: string, alpha = 1): DisplayItem => ({
  kind: "path",
  path: rectanglePath(rect),
  fill: solid(named(hex, alpha)),
});
const WHITE_PIXEL = "255,255,255,255";

test("things in a faded group fade as one, alone or in a group of their own", () => {
  const items = [
    box({ x: 0, y: 0, width: 20, height: 20 }, "#0000ff"),
    box({ x: 10, y: 0, width: 20, height: 20 }, "#ff0000"),
  ];
  const direct = painted([{ kind: "group", opacity: 0.5, items }]);
  const nested = painted([{ kind: "group", opacity: 0.5, items: [{ kind: "group", items }] }]);
  for (const at of [direct, nested]) {
    expect(at(5, 5)).toBe("127,127,255,255");
    expect(at(15, 5)).toBe("255,127,127,255");
    expect(at(35, 5)).toBe(WHITE_PIXEL);
  }
});

test("opacities of nested groups multiply", () => {
  const inner: DisplayItem = {
    kind: "group",
    opacity: 0.5,
    items: [box({ x: 0, y: 0, width: 20, height: 20 }, "#000000")],
  };
  expect(painted([{ kind: "group", opacity: 0.4, items: [inner] }])(5, 5)).toBe("204,204,204,255");
});

test("a faded shape with a line lets nothing of its fill through under the line", () => {
  const item: DisplayItem = {
    kind: "path",
    path: rectanglePath({ x: 5, y: 5, width: 20, height: 20 }),
    fill: solid(named("#ff0000")),
    stroke: { paint: solid(named("#0000ff")), width: 4, dash: [], cap: "butt", join: "miter" },
  };
  const at = painted([{ kind: "group", opacity: 0.5, items: [item] }]);
  expect(at(6, 15)).toBe("127,127,255,255");
  expect(at(15, 15)).toBe("255,127,127,255");
});

test("a clip lies in the coordinates of its group", () => {
  const at = painted([
    {
      kind: "group",
      transform: [1, 0, 0, 1, 10, 0],
      clip: rectanglePath({ x: 0, y: 0, width: 10, height: 10 }),
      items: [box({ x: -10, y: 0, width: 40, height: 30 }, "#008000")],
    },
    box({ x: 30, y: 20, width: 5, height: 5 }, "#000000"),
  ]);
  expect([at(5, 5), at(15, 5), at(25, 5), at(15, 15)]).toEqual([WHITE_PIXEL, "0,128,0,255", WHITE_PIXEL, WHITE_PIXEL]);
  expect(at(32, 22)).toBe("0,0,0,255");
});

test("the page is cut at its trim, or at its bleed", () => {
  const items = [box({ x: -10, y: -10, width: 60, height: 50 }, "#000000")];
  const matrix = [10, 0, 0, 10, 30, 30] as const;
  const trimmed = painted(items, { bleed: 2, options: { matrix, bleed: false, paper: undefined } });
  const bled = painted(items, { bleed: 2, options: { matrix, bleed: true, paper: undefined } });
  expect([trimmed(2.9, 10), trimmed(3.1, 10)]).toEqual(["0,0,0,0", "0,0,0,255"]);
  expect([bled(0.9, 10), bled(1.1, 10)]).toEqual(["0,0,0,0", "0,0,0,255"]);
});

test("a mask lets its colour through by its alpha", () => {
  const mask = { width: 2, height: 1, alpha: Uint8Array.of(255, 0) };
  const at = painted([
    { kind: "mask", rect: { x: 0, y: 0, width: 40, height: 30 }, color: named("#ff0000", 0.5), mask },
  ]);
  expect(at(2, 15)).toBe("255,127,127,255");
  expect(at(38, 15)).toBe(WHITE_PIXEL);
});

test("gradients run between their points; one without length is its last colour", () => {
  const stops = [
    { at: 0, color: named("#000000") },
    { at: 1, color: named("#ffffff") },
  ];
  const shape = (fill: Paint): DisplayItem => ({
    kind: "path",
    path: rectanglePath({ x: 0, y: 0, width: 40, height: 30 }),
    fill,
  });
  const linear = painted([shape({ kind: "linear", from: { x: 10, y: 0 }, to: { x: 30, y: 0 }, stops })]);
  expect(linear(5, 5)).toBe("0,0,0,255");
  expect(Number(linear(20, 5).split(",")[0])).toBeCloseTo(128, -1);
  const empty = painted([
    shape({ kind: "linear", from: { x: 9, y: 9 }, to: { x: 9, y: 9 }, stops: [...stops].reverse() }),
  ]);
  expect(empty(20, 5)).toBe("0,0,0,255");
});

test("the ink preview shows what four inks give on coated paper, and paper stays white", () => {
  const cyan: Color = { rgb: [0, 1, 1], cmyk: [1, 0, 0, 0], alpha: 1 };
  const item: DisplayItem = {
    kind: "path",
    path: rectanglePath({ x: 0, y: 0, width: 20, height: 30 }),
    fill: solid(cyan),
  };
  const inks = painted([item], { options: { colour: "cmyk-preview" } });
  expect([inks(5, 5), inks(30, 5)]).toEqual(["0,158,224,255", WHITE_PIXEL]);
  expect(painted([item])(5, 5)).toBe("0,255,255,255");
});

/** Two by one pixels, red on the left and blue on the right. */
function redAndBlue(): CanvasPicture {
  const canvas = createCanvas(20, 10);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ff0000";
  context.fillRect(0, 0, 10, 10);
  context.fillStyle = "#0000ff";
  context.fillRect(10, 0, 10, 10);
  return canvas;
}

test.each([
  [1, "left"],
  [2, "right"],
  [3, "right"],
  [4, "left"],
  [5, "top"],
  [6, "top"],
  [7, "bottom"],
  [8, "bottom"],
])("a picture stored with EXIF orientation %i has its first columns at the %s", (orientation, side) => {
  const oriented: OrientedPicture = { picture: redAndBlue(), orientation };
  const at = painted([{ kind: "image", asset: "a", rect: { x: 0, y: 0, width: 20, height: 20 }, alt: "" }], {
    pictures: { picture: () => oriented },
  });
  const places = { left: at(2, 10), right: at(18, 10), top: at(10, 2), bottom: at(10, 18) };
  const red = Object.entries(places).filter(([, pixel]) => pixel === "255,0,0,255");
  expect(red.map(([place]) => place)).toEqual([side]);
  expect(at(25, 10)).toBe(WHITE_PIXEL);
});

test("a picture that is not at hand leaves its place as it is", () => {
  expect(painted([{ kind: "image", asset: "a", rect: { x: 0, y: 0, width: 20, height: 20 }, alt: "" }])(5, 5)).toBe(
    WHITE_PIXEL,
  );
});

test("text stands on its baseline, tracked clusters stand further apart, and every span is traced once", () => {
  const library = openFontLibrary();
  const face = library.face("noto-sans/400");
  if (!face) throw new Error("the test needs Noto Sans");
  let traced = 0;
  const counting: FontFace = new Proxy(face, {
    get: (target, property) => {
      if (property === "outlineOf") traced++;
      return Reflect.get(target, property);
    },
  });
  const fonts: FontSource = { face: () => counting, chain: () => [face.key] };
  const span = shapeLine(face, "ll");
  const place = { x: 4, y: 20, size: 20, fill: named("#000000"), language: "vi" };
  const advance = ((span.clusters[0]?.advance ?? 0) * 20) / face.unitsPerEm;
  const stem = advance / 2;
  const plain = painted([placeLine(span, place)], { fonts });
  expect([plain(4 + stem, 19), plain(4 + stem, 21), plain(4 + advance + stem, 19)]).toEqual([
    "0,0,0,255",
    WHITE_PIXEL,
    "0,0,0,255",
  ]);
  const tracked = painted([placeLine(span, { ...place, tracking: 9 })], { fonts });
  expect([tracked(4 + stem, 19), tracked(4 + advance + stem, 19), tracked(4 + advance + 9 + stem, 19)]).toEqual([
    "0,0,0,255",
    WHITE_PIXEL,
    "0,0,0,255",
  ]);
  painted([placeLine(span, place), placeLine(span, { ...place, y: 28 })], { fonts });
  expect(traced).toBe(1);
});
