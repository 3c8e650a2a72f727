import { expect, test } from "vitest";
import { inkProblems } from "./ink-limits.ts";

test("black alone is for type, rich black and heavy mixtures are told", () => {
  expect(inkProblems([0, 0, 0, 1])).toEqual([]);
  expect(inkProblems([0.1, 0.1, 0.1, 0.95])).toEqual([]);
  expect(inkProblems([0.6, 0.4, 0.4, 1])).toEqual(["rich-black"]);
  expect(inkProblems([1, 1, 0.8, 0.4])).toEqual(["too-much-ink"]);
  expect(inkProblems([1, 1, 1, 1])).toEqual(["rich-black", "too-much-ink"]);
  expect(inkProblems([1, 1, 1, 0])).toEqual([]);
});
