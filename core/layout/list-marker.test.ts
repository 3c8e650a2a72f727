import { expect, test } from "vitest";
import { alphabeticNumeral, numberMarker, romanNumeral } from "./list-marker.ts";

test("Roman numerals subtract", () => {
  expect([1, 4, 9, 14, 40, 90, 400, 1994, 0].map(romanNumeral)).toEqual([
    "i",
    "iv",
    "ix",
    "xiv",
    "xl",
    "xc",
    "cd",
    "mcmxciv",
    "0",
  ]);
});

test("letters go on after z", () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(alphabeticNumeral)).toEqual(["a", "z", "aa", "az", "ba", "zz", "aaa"]);
});

test("the pattern surrounds the number", () => {
  expect(numberMarker({ number: "1" }, 3)).toBe("3.");
  expect(numberMarker({ number: "A", pattern: "(%)" }, 2)).toBe("(B)");
  expect(numberMarker({ number: "I", pattern: "Điều %:" }, 4)).toBe("Điều IV:");
});
