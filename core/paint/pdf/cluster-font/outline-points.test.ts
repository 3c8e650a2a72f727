import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSimpleGlyph, encodeSimpleGlyph, type OutlinePoints, outlineBox } from "./outline-points.ts";

const coordinate = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -16000, max: 16000 }));
const point = fc.record({ x: coordinate, y: coordinate, on: fc.boolean() });
const outline: fc.Arbitrary<OutlinePoints> = fc
  .array(fc.array(point, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 })
  .map((contours) => {
    const points = contours.flat();
    let end = -1;
    return {
      contourEnds: contours.map((contour) => {
        end += contour.length;
        return end;
      }),
      xs: points.map(({ x }) => x),
      ys: points.map(({ y }) => y),
      onCurve: points.map(({ on }) => on),
    };
  });

test("what is encoded is decoded again, repeated flags and long steps included", () => {
  fc.assert(
    fc.property(outline, (source) => {
      const bytes = encodeSimpleGlyph(source);
      const view = new DataView(bytes.buffer);
      expect(decodeSimpleGlyph(view)).toEqual(source);
      const { xMin, yMin, xMax, yMax } = outlineBox(source);
      expect([2, 4, 6, 8].map((at) => view.getInt16(at))).toEqual([xMin, yMin, xMax, yMax]);
    }),
  );
});

test("forty points on a line share one flag byte", () => {
  const xs = Array.from({ length: 40 }, (_, index) => index * 5);
  const line: OutlinePoints = { contourEnds: [39], xs, ys: xs.map(() => 0), onCurve: xs.map(() => true) };
  // Header 10, one contour end 2, no instructions 2, flags: first point, then one repeated; one byte per step but the first.
  expect(encodeSimpleGlyph(line)).toHaveLength(10 + 2 + 2 + 1 + 2 + 39);
});

test("a glyph cut off in its middle has no points", () => {
  const whole = encodeSimpleGlyph({
    contourEnds: [2],
    xs: [0, 500, 250],
    ys: [0, 0, 700],
    onCurve: [true, true, true],
  });
  expect(decodeSimpleGlyph(new DataView(whole.buffer, 0, whole.length - 1)).xs).toEqual([]);
  expect(decodeSimpleGlyph(new DataView(whole.buffer, 0, 6)).xs).toEqual([]);
});
