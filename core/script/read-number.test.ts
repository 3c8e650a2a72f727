import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNumber } from "./numbers.ts";
import { readNumber } from "./read-number.ts";

test.each([
  ["1.234,5", "vi", 1234.5],
  ["1,234.5", "vi", 1234.5],
  ["1.234", "vi", 1234],
  ["1.234", "en", 1.234],
  ["1,234", "en", 1234],
  ["12,5", "en", 12.5],
  ["1.234.567", "en", 1234567],
  ["1.25", "vi", 1.25],
  [" 12 400 ", "vi", 12400],
  ["85 %", "vi", 85],
  ["−3,5", "vi", -3.5],
  ["១២៣", "km", 123],
  ["໑໒", "lo", 12],
  ["", "vi", undefined],
  ["không rõ", "vi", undefined],
  ["12/9", "vi", undefined],
  ["1,2,3.4.5", "en", undefined],
])("%j in %s is %j", (text, language, value) => {
  expect(readNumber(text, language)).toBe(value);
});

test("what a language writes is read back", () => {
  const value = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(
      value,
      fc.constantFrom("vi", "en", "km", "lo", "zh-Hans"),
      fc.constantFrom(0, 2),
      (number, tag, decimals) => {
        const shown = number / 10 ** decimals;
        expect(readNumber(formatNumber(shown, tag, { decimals }), tag)).toBeCloseTo(shown, 6);
      },
    ),
  );
});
