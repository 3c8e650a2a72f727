import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageOr, languages } from "./language-registry.ts";
import { formatDate, formatNumber } from "./numbers.ts";

const INDEPENDENCE_DAY = { year: 2025, month: 9, day: 2 };

describe("numbers", () => {
  it.each([
    ["vi", "1.234.567,89"],
    ["jra", "1.234.567,89"],
    ["blt", "1.234.567,89"],
    ["en", "1,234,567.89"],
    ["lo", "1.234.567,89"],
    ["zh-Hant", "1,234,567.89"],
    ["cjm-u-nu-cham", "꩑.꩒꩓꩔.꩕꩖꩗,꩘꩙"],
    ["hnj-Hmnp-u-nu-native", "𞅁.𞅂𞅃𞅄.𞅅𞅆𞅇,𞅈𞅉"],
  ])("writes 1234567.89 in %s as %s", (language, expected) => {
    expect(formatNumber(1_234_567.89, language)).toBe(expected);
  });

  it("keeps the decimals asked for and rounds to them", () => {
    expect(formatNumber(12, "vi", { decimals: 2 })).toBe("12,00");
    expect(formatNumber(0.666, "vi", { decimals: 1 })).toBe("0,7");
    expect(formatNumber(-1500, "vi", { decimals: 0 })).toBe("-1.500");
  });

  it("writes Latin digits unless the tag asks for others", () => {
    for (const { tag } of languages) expect(formatNumber(9_876_543_210, tag), tag).toMatch(/^[\d.,\s]+$/);
    expect(formatNumber(1_234_567_890, "km-u-nu-khmr").replace(/[.,]/g, "")).toBe("១២៣៤៥៦៧៨៩០");
    expect(formatNumber(1_234_567_890, "lo-LA-u-nu-laoo").replace(/[.,]/g, "")).toBe("໑໒໓໔໕໖໗໘໙໐");
  });

  it("leaves no Latin digit in numbers written in a language's own", () => {
    const own = languages.filter(({ digits }) => digits !== undefined);
    expect(own.length).toBeGreaterThanOrEqual(6);
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (language, value) => {
        const digits = Array.from(language.digits ?? "");
        const written = formatNumber(value, `${language.tag}-u-nu-native`, { decimals: 2 });
        const back = Array.from(written, (char) => (digits.includes(char) ? digits.indexOf(char) : char)).join("");
        expect(written).not.toMatch(/[0-9]/);
        expect(back.replace(/[^0-9]/g, "")).toBe(
          formatNumber(value, language.tag, { decimals: 2 }).replace(/[^0-9]/g, ""),
        );
      }),
    );
  });

  it("never throws for a tag", () => {
    fc.assert(fc.property(fc.string(), (tag) => formatNumber(1, tag) !== ""));
    expect(formatNumber(1.5, "vi-u-nu-nonsense")).toBe("1,5");
    expect(languageOr("hmnp").intl).toBe("vi");
  });
});

describe("dates", () => {
  it.each([
    ["vi", "2/9/2025", "Thứ Ba, 2 tháng 9, 2025"],
    ["rad", "2/9/2025", "Thứ Ba, 2 tháng 9, 2025"],
    ["en", "02/09/2025", "Tuesday, 2 September 2025"],
    ["km", "2/9/2025", "អង្គារ 2 កញ្ញា 2025"],
    ["km-u-nu-khmr", "២/៩/២០២៥", "អង្គារ ២ កញ្ញា ២០២៥"],
    ["zh-Hant", "2025/9/2", "2025年9月2日 星期二"],
    ["cjm-u-nu-cham", "꩒/꩙/꩒꩐꩒꩕", "Thứ Ba, ꩒ tháng ꩙, ꩒꩐꩒꩕"],
  ])("writes a day in %s", (language, short, long) => {
    expect(formatDate(INDEPENDENCE_DAY, language, "short")).toBe(short);
    expect(formatDate(INDEPENDENCE_DAY, language, "long")).toBe(long);
  });

  it("does not shift a day by the zone of the machine, nor years below 100", () => {
    expect(formatDate({ year: 2024, month: 2, day: 29 }, "vi", "short")).toBe("29/2/2024");
    expect(formatDate({ year: 40, month: 3, day: 6 }, "vi", "short")).toBe("6/3/40");
  });

  it.each([
    { year: 2025, month: 2, day: 29 },
    { year: 2025, month: 13, day: 1 },
    { year: 2025, month: 1, day: 0 },
    { year: Number.NaN, month: 1, day: 1 },
  ])("refuses %o", (date) => {
    expect(() => formatDate(date, "vi", "short")).toThrow(RangeError);
  });
});
