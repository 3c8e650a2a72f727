import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestScale, motionRect, viewRect } from "./motion.ts";

const frame = { width: 1920, height: 1080 };
const part = fc.double({ min: 0, max: 1, noNaN: true });
const view = fc.record({ x: part, y: part, zoom: fc.double({ min: 1, max: 8, noNaN: true }) });
const picture = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });

describe("pan and zoom", () => {
  it("never shows anything beside a picture that covers the frame, in the frame's own proportions", () => {
    fc.assert(
      fc.property(view, view, picture, part, (from, to, size, progress) => {
        const seen = motionRect({ from, to }, progress, size, frame, "cover");
        const slack = 1e-6 * (size.width + size.height);
        expect(seen.x).toBeGreaterThanOrEqual(-slack);
        expect(seen.y).toBeGreaterThanOrEqual(-slack);
        expect(seen.x + seen.width).toBeLessThanOrEqual(size.width + slack);
        expect(seen.y + seen.height).toBeLessThanOrEqual(size.height + slack);
        expect(seen.width / seen.height).toBeCloseTo(frame.width / frame.height, 6);
      }),
    );
  });

  it("shows the whole of a picture that is to be contained, in the middle", () => {
    const seen = viewRect({ x: 0.1, y: 0.9, zoom: 1 }, { width: 1000, height: 1000 }, frame, "contain");
    expect(seen.y).toBeCloseTo(0);
    expect(seen.height).toBeCloseTo(1000);
    expect(seen.x).toBeCloseTo((1000 - seen.width) / 2);
  });

  it("zooms by the same ratio in every frame, to a point that stays where it is", () => {
    const size = { width: 3840, height: 2160 };
    const motion = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.7, y: 0.4, zoom: 2 }, ease: "linear" } as const;
    const seen = Array.from({ length: 11 }, (_, step) => motionRect(motion, step / 10, size, frame, "cover"));
    const ratios = seen.slice(1).map((one, index) => (seen[index]?.width ?? 0) / one.width);
    for (const ratio of ratios) expect(ratio).toBeCloseTo(2 ** 0.1, 9);
    // Where the line through both corners of two views meets itself: the same for all.
    const fixed = seen.slice(1).map((one) => {
      const first = seen[0] ?? one;
      return first.x + (first.width * (one.x - first.x)) / (first.width - one.width);
    });
    for (const x of fixed) expect(x).toBeCloseTo(fixed[0] ?? 0, 6);
  });

  it("moves by less than a pixel a frame where it is slow, and never back", () => {
    const size = { width: 2400, height: 1600 };
    const motion = {
      from: { x: 0.45, y: 0.5, zoom: 1.2 },
      to: { x: 0.55, y: 0.5, zoom: 1.2 },
      ease: "linear",
    } as const;
    const xs = Array.from({ length: 500 }, (_, step) => {
      const { x, width } = motionRect(motion, step / 499, size, frame, "cover");
      return (-x * frame.width) / width;
    });
    const steps = xs.slice(1).map((x, index) => (xs[index] ?? 0) - x);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(1);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(1e-6);
  });

  it("tells how large a picture is needed", () => {
    const motion = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.5, y: 0.5, zoom: 2 } };
    expect(largestScale(motion, { width: 3840, height: 2160 }, frame, "cover")).toBeCloseTo(1);
    expect(largestScale(undefined, { width: 3840, height: 2160 }, frame, "cover")).toBeCloseTo(0.5);
  });
});
