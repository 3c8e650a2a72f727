import { expect, it } from "vitest";
import { BLACK } from "../../core/color/color.ts";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { DisplayItem, PlacedGroup, PlacedPage } from "../../core/layout/display-list.ts";
import { translation } from "../../core/units/geometry.ts";
import { changedRegion } from "./paint-region.ts";

const noFonts = { face: () => undefined } as unknown as FontSource;
const none = { top: 0, right: 0, bottom: 0, left: 0 };

const page = (...items: readonly DisplayItem[]): PlacedPage => ({
  index: 0,
  folio: "",
  width: 500,
  height: 500,
  bleed: none,
  safe: none,
  language: "vi",
  items,
});

/** A mark of 10 × 10 points, standing for a line of text. */
const mark = (x: number, y: number): DisplayItem => ({
  kind: "mask",
  rect: { x, y, width: 10, height: 10 },
  color: BLACK,
  mask: { width: 1, height: 1, alpha: new Uint8Array(1) },
});

const frame = (id: string, x: number, items: readonly DisplayItem[], more: Partial<PlacedGroup> = {}): PlacedGroup => ({
  kind: "group",
  frame: id,
  transform: translation(x, 100),
  items,
  ...more,
});

const [first, second, third] = [mark(0, 0), mark(0, 20), mark(0, 40)];
const region = (before: PlacedPage, after: PlacedPage) => changedRegion(before, after, noFonts);

it("is nothing where everything is the same object", () => {
  const one = frame("a", 50, [first]);
  expect(region(page(one, second), page(one, second))).toBeUndefined();
});

it("is only the lines that changed in a frame that stays where it is", () => {
  const fresh = mark(5, 20);
  const before = page(frame("a", 50, [first, second, third]), first);
  expect(region(before, page(frame("a", 50, [first, fresh, third]), first))).toEqual({
    x: 50,
    y: 120,
    width: 15,
    height: 10,
  });
});

it("is where a frame was and where it is, once it moves", () => {
  const items = [first, second, third];
  expect(region(page(frame("a", 50, items)), page(frame("a", 80, items)))).toEqual({
    x: 50,
    y: 100,
    width: 40,
    height: 50,
  });
});

it("is the whole frame where it shows more or less of itself", () => {
  const items = [first, third];
  const whole = { x: 50, y: 100, width: 10, height: 50 };
  expect(region(page(frame("a", 50, items)), page(frame("a", 50, items, { opacity: 0.5 })))).toEqual(whole);
});

it("is both frames where one comes to lie above the other, though what is in one changed as well", () => {
  const above = frame("b", 55, [first, third]);
  const before = page(frame("a", 50, [first, third]), above);
  const after = page(above, frame("a", 50, [first, mark(0, 40)]));
  expect(region(before, after)).toEqual({ x: 50, y: 100, width: 15, height: 50 });
});

it("is what came and what went", () => {
  const one = frame("a", 50, [first]);
  expect(region(page(one, second), page(one))).toEqual({ x: 0, y: 20, width: 10, height: 10 });
  expect(region(page(one), page(one, third))).toEqual({ x: 0, y: 40, width: 10, height: 10 });
});
