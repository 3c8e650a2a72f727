import { expect, it } from "vitest";
import { speechSpans } from "./speech-spans.ts";

const levels = (...stretches: readonly (readonly [seconds: number, level: number])[]): number[] =>
  stretches.flatMap(([seconds, level]) => Array.from({ length: Math.round(seconds * 100) }, () => level));

it("finds what is said between pauses, whatever the level of the recording", () => {
  const words = [
    [1, -70],
    [2, -20],
    [0.3, -60],
    [1.5, -28],
    [2, -65],
    [1, -22],
    [0.5, -70],
  ] as const;
  const spans = [
    { from: 100, to: 480 },
    { from: 680, to: 780 },
  ];
  expect(speechSpans(levels(...words))).toEqual(spans);
  expect(speechSpans(levels(...words.map(([seconds, level]) => [seconds, level - 15] as const)))).toEqual(spans);
});

it("takes neither a click nor the noise of a quiet room for speech", () => {
  expect(speechSpans(levels([2, -20], [1, -70], [0.03, -10], [1, -70]))).toEqual([{ from: 0, to: 200 }]);
  expect(speechSpans(levels([5, -58]))).toEqual([]);
  expect(speechSpans([])).toEqual([]);
});
