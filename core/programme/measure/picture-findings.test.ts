import { expect, it } from "vitest";
import type { TimeSpan } from "./measurement.ts";
import { concludePicture, joinFindings, type PictureFindings } from "./picture-findings.ts";

const nothing: PictureFindings = {
  black: [],
  frozen: [],
  fields: { topFirst: 0, bottomFirst: 0, progressive: 0 },
  outOfRange: 0,
  complaints: [],
};
const stretch = (seconds: number, isNewPicture: boolean, found: Partial<PictureFindings>) => ({
  seconds,
  isNewPicture,
  findings: { ...nothing, ...found },
});
const spansOf = (spans: readonly TimeSpan[]): readonly (readonly number[])[] =>
  spans.map(({ from, to }) => [Number(from.toFixed(3)), Number(to.toFixed(3))]);

it("joins black that goes on across a cut, and what stands still only within a scene", () => {
  const joined = joinFindings([
    stretch(4, true, { black: [{ from: 3.9, to: 3.96 }], frozen: [{ from: 3, to: 4 }] }),
    stretch(2, false, { black: [{ from: 0, to: 1 }], frozen: [{ from: 0, to: 2 }] }),
    stretch(5, true, { black: [{ from: 0.5, to: 0.9 }], frozen: [{ from: 0, to: 3 }] }),
  ]);
  expect(spansOf(joined.black)).toEqual([
    [3.9, 5],
    [6.5, 6.9],
  ]);
  expect(spansOf(joined.frozen)).toEqual([
    [3, 6],
    [6, 9],
  ]);
});

it("takes black that is cut to black for a picture that stands still", () => {
  const black = { black: [{ from: 0, to: 2 }], frozen: [{ from: 0, to: 2 }] };
  const { frozen } = joinFindings([stretch(2, true, black), stretch(2, true, black)]);
  expect(frozen).toEqual([{ from: 0, to: 4 }]);
});

it("keeps spans of one stretch apart, however near", () => {
  const close = [
    { from: 0, to: 0.5 },
    { from: 0.52, to: 1 },
  ];
  expect(joinFindings([stretch(1, true, { black: close })]).black).toEqual(close);
});

it("tells as black and as standing still only what is long enough to be seen as that", () => {
  const { black, frozen } = concludePicture({
    ...nothing,
    black: [
      { from: 0, to: 0.16 },
      { from: 1, to: 1.2 },
    ],
    frozen: [
      { from: 0, to: 0.92 },
      { from: 2, to: 3 },
    ],
  });
  expect(black).toEqual([{ from: 1, to: 1.2 }]);
  expect(frozen).toEqual([{ from: 2, to: 3 }]);
});

it("adds up fields and complaints and keeps the worst range", () => {
  const joined = joinFindings([
    stretch(1, true, { fields: { topFirst: 2, bottomFirst: 1, progressive: 9 }, outOfRange: 0.2, complaints: ["a"] }),
    stretch(1, true, { fields: { topFirst: 3, bottomFirst: 0, progressive: 1 }, outOfRange: 0.1, complaints: ["b"] }),
  ]);
  expect(joined.fields).toEqual({ topFirst: 5, bottomFirst: 1, progressive: 10 });
  expect(joined.outOfRange).toBe(0.2);
  expect(joined.complaints).toEqual(["a", "b"]);
});

it.each([
  [{ topFirst: 23, bottomFirst: 40, progressive: 37 }, "unknown"],
  [{ topFirst: 0, bottomFirst: 0, progressive: 100 }, "progressive"],
  [{ topFirst: 0, bottomFirst: 75, progressive: 2 }, "bottom-first"],
  [{ topFirst: 90, bottomFirst: 1, progressive: 5 }, "top-first"],
  [{ topFirst: 3, bottomFirst: 0, progressive: 0 }, "unknown"],
])("of %j says %s", (fields, seen) => {
  expect(concludePicture({ ...nothing, fields }).fields).toBe(seen);
});
