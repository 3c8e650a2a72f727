import { expect, test } from "vitest";
import { requiredSlotEmpty } from "../../core/merge/merge-diagnostics.ts";
import { groupByRows } from "./group-by-rows.ts";
import { rowsAsked } from "./rows-asked.ts";
import { rowValues, withColumn } from "./table-columns.ts";

const slot = { kind: "text", name: "ten", label: { vi: "Họ và tên", en: "Guest" } } as const;

test("the same message about several rows is said once", () => {
  const groups = groupByRows([2, 5, 9].map((row) => requiredSlotEmpty(slot, { row })));
  expect(groups.map(({ rows }) => rows)).toEqual([[2, 5, 9]]);
});

test("rows asked for are counted, and what cannot be read is not", () => {
  expect(rowsAsked("", 80)).toBe(80);
  expect(rowsAsked("1-10, 5-12, 80", 80)).toBe(13);
  expect(rowsAsked("mười", 80)).toBeUndefined();
});

test("a row fills the slots its columns were given to", () => {
  const columns = withColumn({ ten: 0, chuc: 1 }, "chuc", undefined);
  expect(columns).toEqual({ ten: 0 });
  expect(rowValues([" Ông A Lơng ", "Già làng"], columns, [slot])).toEqual({ ten: "Ông A Lơng" });
});
