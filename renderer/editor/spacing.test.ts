import { expect, test } from "vitest";
import { evenGaps, evenSize } from "./spacing.ts";

const box = (x: number, width = 20, y = 0, height = 10) => ({ x, y, width, height });

test("between two neighbours, after two and before two, gaps become equal", () => {
  const between = evenGaps("x", box(41), [box(0), box(82)], 2);
  expect(between?.way).toBeCloseTo(0);
  expect(between?.marks.map(({ from, to }) => to - from)).toEqual([21, 21]);
  const after = evenGaps("x", box(61), [box(0), box(30)], 2);
  expect(after).toMatchObject({
    way: -1,
    marks: [
      { from: 20, to: 30 },
      { from: 50, to: 60 },
    ],
  });
  const before = evenGaps("x", box(-29.5), [box(0), box(30)], 2);
  expect(before).toMatchObject({
    way: -0.5,
    marks: [
      { from: -10, to: 0 },
      { from: 20, to: 30 },
    ],
  });
});

test("what is in another row, overlaps, or is out of reach, evens nothing", () => {
  expect(evenGaps("x", box(61), [box(0), box(30, 20, 50)], 2)).toBeUndefined();
  expect(evenGaps("x", box(65), [box(0), box(30)], 2)).toBeUndefined();
  expect(evenGaps("x", box(45), [box(0), box(10, 60)], 2)).toBeUndefined();
  expect(evenGaps("x", box(5), [], 2)).toBeUndefined();
});

test("a side becomes as long as the nearest like it", () => {
  expect(evenSize("x", box(0, 31), [box(50, 30), box(90, 32.5)], 2)).toMatchObject({
    way: -1,
    marks: [{ from: 50, to: 80, at: 5 }],
  });
  expect(evenSize("y", box(0, 31, 0, 50), [box(50, 30)], 2)).toBeUndefined();
});
