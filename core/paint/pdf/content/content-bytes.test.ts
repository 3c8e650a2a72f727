import fc from "fast-check";
import { expect, test } from "vitest";
import { ContentBytes } from "./content-bytes.ts";

function written(write: (bytes: ContentBytes) => void): string {
  const bytes = new ContentBytes();
  write(bytes);
  return String.fromCharCode(...bytes.view());
}

test.each([
  [0, "0 "],
  [-0.0001, "0 "],
  [1, "1 "],
  [-12.5, "-12.5 "],
  [0.05, ".05 "],
  [-0.125, "-.125 "],
  [297.6378, "297.638 "],
  [1.9999, "2 "],
  [1000000, "1000000 "],
  [1e150, "2147483647 "],
  [Number.NEGATIVE_INFINITY, "-2147483647 "],
])("%d is written %j", (value, text) => {
  expect(written((bytes) => bytes.number(value))).toBe(text);
});

test("numbers are right to half of their last place", () => {
  const places = [0, 1, 2, 3, 4, 5, 6] as const;
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(...places), (value, decimals) => {
      const text = written((bytes) => bytes.number(value, decimals));
      expect(text).toMatch(/^-?(\d+(\.\d*[1-9])?|\.\d*[1-9]) $/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5001 / 10 ** decimals + 1e-9);
    }),
    { numRuns: 2000 },
  );
});

test("it grows, keeps what it has, and can be used again", () => {
  const bytes = new ContentBytes();
  for (let round = 0; round < 2; round++) {
    bytes.clear();
    for (let at = 0; at < 20_000; at++) bytes.text("ab");
    expect(bytes.length).toBe(40_000);
    expect(String.fromCharCode(...bytes.view().subarray(-4))).toBe("abab");
  }
});
