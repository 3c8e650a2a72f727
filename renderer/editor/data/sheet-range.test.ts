import { expect, it } from "vitest";
import { columnName } from "./sheet-range.ts";

it("names columns as spreadsheets do", () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
});
