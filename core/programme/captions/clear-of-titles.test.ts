import fc from "fast-check";
import { expect, test } from "vitest";
import { intersectRect } from "../../paint/item-bounds.ts";
import { shiftClearOf } from "./clear-of-titles.ts";

const picture = { width: 1920, height: 1080 };
const caption = { x: 500, y: 900, width: 900, height: 120 };

test("a caption goes above a lower third by no more than is needed", () => {
  const lowerThird = { x: 100, y: 850, width: 1000, height: 140 };
  const shift = shiftClearOf(caption, [[lowerThird]], picture);
  expect(shift).toBeLessThanOrEqual(-170);
  expect(shift).toBeGreaterThan(-170 - 24);
});

test("it goes by the whole of a title, and between its frames where there is no room for that", () => {
  const label = { x: 100, y: 700, width: 200, height: 60 };
  const headline = { x: 100, y: 800, width: 900, height: 150 };
  const whole = shiftClearOf(caption, [[label, headline]], picture);
  expect(caption.y + whole + caption.height).toBeLessThanOrEqual(700);
  const mark = { x: 100, y: 100, width: 60, height: 60 };
  const between = shiftClearOf(caption, [[mark, headline]], picture);
  expect(caption.y + between + caption.height).toBeLessThanOrEqual(800);
  expect(caption.y + between + caption.height).toBeGreaterThan(760);
});

test("a caption at the top goes below what is there", () => {
  const shift = shiftClearOf({ ...caption, y: 54 }, [[{ x: 0, y: 40, width: 1920, height: 90 }]], picture, "top");
  expect(shift).toBeGreaterThanOrEqual(130 - 54);
  expect(shift).toBeLessThan(130 - 54 + 24);
});

test("it stays where nothing is in its way, below a darkened half, and where there is no room", () => {
  expect(shiftClearOf(caption, [[{ x: 0, y: 0, width: 1920, height: 300 }]], picture)).toBe(0);
  expect(shiftClearOf(caption, [[{ x: 0, y: 500, width: 1920, height: 580 }]], picture)).toBe(0);
  const ladder = [0, 1, 2, 3].map((step) => ({ x: 600, y: 340 + step * 170, width: 300, height: 170 }));
  expect(shiftClearOf(caption, [ladder], picture)).toBe(0);
});

test("a caption that is moved lies over nothing, in its half, at an even pixel", () => {
  const rect = fc.record({
    x: fc.integer({ min: 0, max: 1800 }),
    y: fc.integer({ min: 400, max: 1060 }),
    width: fc.integer({ min: 20, max: 1200 }),
    height: fc.integer({ min: 10, max: 320 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(rect, { maxLength: 3 }), { maxLength: 3 }), (titles) => {
      const shift = shiftClearOf(caption, titles, picture);
      expect(Math.abs(shift % 2)).toBe(0);
      expect(shift).toBeLessThanOrEqual(0);
      if (shift === 0) return;
      const moved = { ...caption, y: caption.y + shift };
      expect(moved.y + moved.height / 2).toBeGreaterThanOrEqual(picture.height / 2 - 2);
      for (const title of titles.flat()) if (title.height <= 324) expect(intersectRect(moved, title)).toBeUndefined();
    }),
  );
});
