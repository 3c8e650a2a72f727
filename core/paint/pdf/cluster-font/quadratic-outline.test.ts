import { expect, test } from "vitest";
import { quadraticOutline } from "./quadratic-outline.ts";

const QUARTER = 0.5522847498;

test("a circle of cubics stays a circle to half a unit", () => {
  const r = 1000;
  const k = r * QUARTER;
  const path = `M${r},0C${r},${k} ${k},${r} 0,${r}C${-k},${r} ${-r},${k} ${-r},0C${-r},${-k} ${-k},${-r} 0,${-r}C${k},${-r} ${r},${-k} ${r},0Z`;
  const { xs, ys, onCurve, contourEnds } = quadraticOutline(path, 1);
  expect(contourEnds).toEqual([xs.length - 1]);
  // The closing point is the first again and is not repeated.
  expect(onCurve[xs.length - 1]).toBe(false);
  for (let point = 0; point < xs.length; point += 2) {
    const next = (point + 2) % xs.length;
    for (const t of [0, 0.25, 0.5, 0.75]) {
      const along = (values: readonly number[]) =>
        (1 - t) ** 2 * (values[point] ?? 0) + 2 * t * (1 - t) * (values[point + 1] ?? 0) + t ** 2 * (values[next] ?? 0);
      // 0.27 of the distance is the cubics' own error as a circle, and points are rounded.
      expect(Math.abs(Math.hypot(along(xs), along(ys)) - r)).toBeLessThan(1.5);
    }
  }
});

test("lines, quadratics and several contours go over as they are, scaled", () => {
  expect(quadraticOutline("M0,0L10,0L10,10ZM2,2Q4,4 6,2Z", 4)).toEqual({
    contourEnds: [2, 5],
    xs: [0, 40, 40, 8, 16, 24],
    ys: [0, 0, 40, 8, 16, 8],
    onCurve: [true, true, true, true, false, true],
  });
});

test("contours of a single point are left out", () => {
  expect(quadraticOutline("M5,5ZM0,0L10,0L0,10Z", 1).contourEnds).toEqual([2]);
  expect(quadraticOutline("", 1).xs).toEqual([]);
});
