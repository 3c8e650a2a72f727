import { describe, expect, it } from "vitest";
import { readOutputSettings } from "./read-output-settings.ts";
import { readDate, readLength, readMillimetres, readRowRanges } from "./read-values.ts";
import { UsageError } from "./usage-diagnostics.ts";

describe("lengths", () => {
  it.each([
    ["3", 3],
    ["3mm", 3],
    ["0,5cm", 5],
    ["0.5 cm", 5],
    ["1in", 25.4],
    ["72pt", 25.4],
  ])("%s is read", (text, length) => {
    expect(readMillimetres("make", "bleed", text, 50)).toBeCloseTo(length, 9);
  });

  it.each(["", "-3", "3px", "3mm3", "60", "1e1", "NaN"])("%s is refused", (text) => {
    expect(() => readMillimetres("make", "bleed", text, 50)).toThrow(UsageError);
  });
});

describe("rows and dates", () => {
  it("reads ranges", () => {
    expect(readRowRanges("make", "1-200")).toEqual([{ from: 1, to: 200 }]);
    expect(() => readRowRanges("make", "0-3")).toThrow(UsageError);
    expect(() => readRowRanges("make", "a")).toThrow(UsageError);
  });

  it("reads dates with and without a time, and no others", () => {
    expect(readDate("make", "date", "2026-01-31T08:00:00+07:00").toISOString()).toBe("2026-01-31T01:00:00.000Z");
    expect(readDate("make", "date", "2026-01-31").getDate()).toBe(31);
    for (const wrong of ["31/1/2026", "2026", "2026-13-01", "hôm nay"]) {
      expect(() => readDate("make", "date", wrong)).toThrow(UsageError);
    }
  });
});

describe("how long a programme lasts", () => {
  it.each([
    ["15:00", 900],
    ["0:45", 45],
    ["90:00", 5400],
    ["1:00:05", 3605],
    ["6:00:00", 21_600],
    ["900", 900],
    ["12,5", 12.5],
  ])("%s is %d seconds", (value, seconds) => {
    expect(readLength("bulletin", "duration", value)).toBe(seconds);
  });

  it.each(["", "15:", "15:60", "1:5:00", "6:00:01", "361:00", "0:00", "0", "-1", "15 phút", "1:00:00:00"])(
    "refuses %s",
    (value) => {
      expect(() => readLength("bulletin", "duration", value)).toThrow(UsageError);
    },
  );
});

describe("the format of the output", () => {
  const formatOf = (out: string | undefined, format?: string) =>
    readOutputSettings("make", { marks: false, format }, out).format;

  it("follows the name, and --format before it", () => {
    expect(formatOf("a.PDF")).toBe("pdf");
    expect(formatOf("a.jpeg")).toBe("jpg");
    expect(formatOf("a.pdf", "svg")).toBe("svg");
    expect(formatOf("a.bin", "jpeg")).toBe("jpg");
    expect(formatOf(undefined)).toBe("pdf");
  });

  it("is not guessed for other names", () => {
    expect(() => formatOf("a.docx")).toThrow(UsageError);
    expect(() => formatOf("a")).toThrow(UsageError);
    expect(() => formatOf("a.pdf", "tiff")).toThrow(UsageError);
  });
});
