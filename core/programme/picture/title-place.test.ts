import fc from "fast-check";
import { expect, test } from "vitest";
import { transformBounds } from "../../units/geometry.ts";
import { titleMatrix } from "./title-place.ts";

const page = { width: 960, height: 540 };
const lowerThird = { x: 48, y: 400, width: 450, height: 100 };

test("a title lies as on its page where the frame has the page's shape", () => {
  expect(titleMatrix(page, lowerThird, { width: 1920, height: 1080 })).toEqual([2, 0, 0, 2, 0, 0]);
});

test("in an upright frame a lower third is larger than the page would be, at the foot and beside the same edge", () => {
  const frame = { width: 1080, height: 1920 };
  const placed = transformBounds(titleMatrix(page, lowerThird, frame), lowerThird);
  expect(placed.width / lowerThird.width).toBeCloseTo((1080 / 960) * 1.6);
  expect(placed.y / (frame.height - placed.height)).toBeCloseTo(400 / 440);
  expect(placed.x / (frame.width - placed.width)).toBeCloseTo(48 / 510);
});

test("what lies on its page lies in every frame", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const side = fc.integer({ min: 100, max: 4000 });
  fc.assert(
    fc.property(part, part, part, part, side, side, (x, y, w, h, width, height) => {
      const inked = { x: x * page.width, y: y * page.height, width: 0, height: 0 };
      inked.width = 1 + w * (page.width - inked.x - 1);
      inked.height = 1 + h * (page.height - inked.y - 1);
      if (inked.x + inked.width > page.width || inked.y + inked.height > page.height) return;
      const placed = transformBounds(titleMatrix(page, inked, { width, height }), inked);
      expect(placed.x).toBeGreaterThan(-1e-6);
      expect(placed.y).toBeGreaterThan(-1e-6);
      expect(placed.x + placed.width).toBeLessThan(width + 1e-6);
      expect(placed.y + placed.height).toBeLessThan(height + 1e-6);
    }),
  );
});
