import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outline } from "../../document/schema/frames.ts";
import { mmToPt } from "../../units/units.ts";
import { outlinePath, outlineProblem } from "./outline.ts";
import { evenOddToNonzero, pathBounds, signedArea } from "./path-geometry.ts";
import { circlePath, rectanglePath, ringSectorPath, roundedRectanglePath } from "./path-shapes.ts";

const length = fc.double({ min: 0.5, max: 2000, noNaN: true });
const rect = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
  width: length,
  height: length,
});
const radius = fc.double({ min: 0, max: 1000, noNaN: true });
const outline: fc.Arbitrary<Outline> = fc.oneof(
  fc.record({
    kind: fc.constant("rectangle" as const),
    radius: fc.oneof(radius, fc.tuple(radius, radius, radius, radius)),
  }),
  fc.constant({ kind: "ellipse" as const }),
  fc.record({
    kind: fc.constant("polygon" as const),
    sides: fc.integer({ min: 3, max: 120 }),
    inner: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe("outlinePath", () => {
  it("stays inside its rectangle, whatever the radii", () => {
    fc.assert(
      fc.property(outline, rect, (shape, box) => {
        const bounds = pathBounds(outlinePath(shape, box));
        if (!bounds) throw new Error("empty outline");
        const hair = 1e-6 * (box.width + box.height + 1000);
        expect(bounds.x).toBeGreaterThanOrEqual(box.x - hair);
        expect(bounds.y).toBeGreaterThanOrEqual(box.y - hair);
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(box.x + box.width + hair);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(box.y + box.height + hair);
      }),
    );
  });

  it("rounds corners with circles of the radius in millimetres", () => {
    const box = { x: 0, y: 0, width: 100, height: 60 };
    const path = outlinePath({ kind: "rectangle", radius: 5 }, box);
    const r = mmToPt(5);
    expect(signedArea(path, 0.0001)).toBeCloseTo(6000 - (4 - Math.PI) * r * r, 0);
    expect(path[0]).toEqual(["M", r, 0]);
  });

  it("shrinks radii that do not fit by one factor, as CSS does", () => {
    const path = roundedRectanglePath({ x: 0, y: 0, width: 40, height: 20 }, [30, 10, 0, 0]);
    // 30 + 10 fits the width exactly, but 30 does not fit the height: everything by 2/3.
    expect(path[0]).toEqual(["M", 20, 0]);
    expect(path[1]?.[1]).toBeCloseTo(40 - 10 * (2 / 3), 9);
  });

  it("draws a star through its inner radius and a polygon with its first corner up", () => {
    const box = { x: 0, y: 0, width: 20, height: 20 };
    const star = outlinePath({ kind: "polygon", sides: 5, inner: 0.5 }, box);
    expect(star).toHaveLength(11);
    expect(star[0]).toEqual(["M", 10, 0]);
    const [, x = 0, y = 0] = star[1] ?? [];
    expect(Math.hypot(Number(x) - 10, Number(y) - 10)).toBeCloseTo(5, 9);
    expect(outlinePath({ kind: "polygon", sides: 6 }, box)).toHaveLength(7);
  });

  it("stretches path data from its view box to the frame", () => {
    const shape: Outline = { kind: "path", d: "M10,10 h10 v20 h-10z", viewBox: [10, 10, 10, 20] };
    expect(outlinePath(shape, { x: 5, y: 0, width: 100, height: 40 })).toEqual(
      rectanglePath({ x: 5, y: 0, width: 100, height: 40 }),
    );
  });

  it("understands the shorthand of SVG paths", () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const data = (d: string): Outline => ({ kind: "path", d, viewBox: [0, 0, 10, 10] });
    expect(signedArea(outlinePath(data("M0 5a5 5 0 0110 0a5 5 0 01-10 0z"), box), 0.0001)).toBeCloseTo(25 * Math.PI, 1);
    expect(outlinePath(data("m0 0q5 5 10 0t0 10"), box).map(([kind]) => kind)).toEqual(["M", "C", "C"]);
    expect(
      outlinePath(data("M0 0h5v5zl2 2"), box)
        .map(([kind]) => kind)
        .join(""),
    ).toBe("MLLZML");
  });

  it("draws nothing from malformed path data and says what is wrong", () => {
    const shape: Outline = { kind: "path", d: "M0 0 L10 10 X5 5", viewBox: [0, 0, 10, 10] };
    expect(outlinePath(shape, { x: 0, y: 0, width: 10, height: 10 })).toEqual([]);
    expect(outlineProblem(shape)).toContain("bad command X");
    expect(outlineProblem({ kind: "ellipse" })).toBeUndefined();
  });

  it("refuses points that lie nowhere near their view box", () => {
    const far = (d: string, size: number) => outlineProblem({ kind: "path", d, viewBox: [0, 0, size, size] });
    expect(far("M-900 0 L900 100", 1)).toBeUndefined();
    expect(far("M0 0 L1 1001", 1)).toBe("number out of range");
    expect(far("M0 0 L1 1", 1e-150)).toBe("number out of range");
  });
});

describe("path geometry", () => {
  it("measures curves tightly", () => {
    const bounds = pathBounds(circlePath(3, 4, 2));
    expect(bounds?.x).toBeCloseTo(1, 9);
    expect(bounds?.width).toBeCloseTo(4, 9);
    const bulge = pathBounds([
      ["M", 0, 0],
      ["C", 0, 10, 10, 10, 10, 0],
    ]);
    expect(bulge?.height).toBeCloseTo(7.5, 9);
    expect(pathBounds([])).toBeUndefined();
  });

  it("turns holes round when the rule changes from even-odd to nonzero", () => {
    const nested = [
      ...rectanglePath({ x: 0, y: 0, width: 10, height: 10 }),
      ...rectanglePath({ x: 2, y: 2, width: 6, height: 6 }),
      ...rectanglePath({ x: 4, y: 4, width: 2, height: 2 }),
    ];
    expect(signedArea(nested)).toBe(140);
    expect(signedArea(evenOddToNonzero(nested))).toBe(100 - 36 + 4);
  });

  it("gives slices of a ring their share of its area", () => {
    const center = { x: 0, y: 0 };
    const whole = Math.PI * (100 - 36);
    const slice = (from: number, to: number) => signedArea(ringSectorPath(center, 6, 10, from, to), 0.00001);
    expect(slice(0, 360)).toBeCloseTo(whole, 0);
    expect(slice(30, 210)).toBeCloseTo(whole / 2, 0);
    expect(slice(80, 100)).toBeCloseTo(whole / 18, 1);
  });
});
