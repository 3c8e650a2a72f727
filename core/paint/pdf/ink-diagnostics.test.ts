import { expect, test } from "vitest";
import { BLACK, type Color } from "../../color/color.ts";
import type { DisplayItem, PlacedPage } from "../../layout/display-list.ts";
import { inkDiagnostics } from "./ink-diagnostics.ts";

const ink = (...cmyk: Color["cmyk"]): Color => ({ rgb: [0, 0, 0], cmyk, alpha: 1 });
const page = (...items: readonly DisplayItem[]): PlacedPage => ({
  index: 2,
  folio: "3",
  width: 100,
  height: 100,
  bleed: { top: 0, right: 0, bottom: 0, left: 0 },
  safe: { top: 0, right: 0, bottom: 0, left: 0 },
  language: "vi",
  items,
});
const area = (color: Color): DisplayItem => ({
  kind: "path",
  path: [["M", 0, 0], ["L", 9, 0], ["L", 9, 9], ["Z"]],
  fill: { kind: "solid", color },
});
const words = (fill: Color, size: number, text = "Thông báo"): DisplayItem => ({
  kind: "glyphs",
  font: "f",
  size,
  x: 0,
  y: 0,
  fill,
  language: "vi",
  tracking: 0,
  spans: [{ span: { font: "f", text, clusters: [], advance: 0, ink: undefined }, dx: 0 }],
});
const codes = (...items: readonly DisplayItem[]) => inkDiagnostics(page(...items)).map(({ code }) => code);

test("300 % is allowed, more is not, and each colour is told once with its page and frame", () => {
  expect(codes(area(ink(0.7, 0.7, 0.6, 1)))).toEqual([]);
  const heavy = ink(1, 0.8, 0.8, 0.9);
  const found = inkDiagnostics(page({ kind: "group", frame: "logo", items: [area(heavy), area(heavy)] }, area(heavy)));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ code: "ink.too-much", severity: "warning", target: { page: 3, frame: "logo" } });
  expect(found[0]?.message.vi).toContain("350%");
});

test("gradients, strokes and masks are looked at too", () => {
  const heavy = ink(1, 1, 1, 1);
  const gradient = {
    kind: "linear",
    from: { x: 0, y: 0 },
    to: { x: 1, y: 0 },
    stops: [
      { at: 0, color: BLACK },
      { at: 1, color: heavy },
    ],
  } as const;
  const path = [
    ["M", 0, 0],
    ["L", 9, 0],
  ] as const;
  const stroke = { paint: { kind: "solid", color: heavy }, width: 1, dash: [], cap: "butt", join: "miter" } as const;
  const mask = { width: 1, height: 1, alpha: Uint8Array.of(255) };
  expect(codes({ kind: "path", path, fill: gradient })).toEqual(["ink.too-much"]);
  expect(codes({ kind: "path", path, stroke })).toEqual(["ink.too-much"]);
  expect(codes({ kind: "mask", rect: { x: 0, y: 0, width: 9, height: 9 }, color: heavy, mask })).toEqual([
    "ink.too-much",
  ]);
});

test("small dark text in several inks is doubtful; plain black, large or coloured text is not", () => {
  const rich = ink(0.4, 0.3, 0.3, 1);
  expect(codes(words(rich, 10))).toEqual(["ink.rich-black-text"]);
  expect(codes(words(rich, 24))).toEqual([]);
  expect(codes(words(BLACK, 7))).toEqual([]);
  expect(codes(words(ink(0.8, 0.5, 0, 0.2), 9))).toEqual([]);
  expect(codes(words(rich, 10, "  "))).toEqual([]);
});
