import { expect, test } from "vitest";
import type { Slot } from "../document/schema/project.ts";
import { assignColumns, matchColumns } from "./match-columns.ts";

const slot = (name: string, vi: string): Slot => ({ kind: "text", name, label: { vi, en: name } });
const slots = [slot("ten", "Họ và tên"), slot("chucdanh", "Chức danh"), slot("stt", "Số thứ tự")];
const headers = ["STT", "Họ tên khách", "Đơn vị", "Chức vụ"];

test("columns are matched by name, and otherwise as the user says", () => {
  const guessed = matchColumns(headers, slots);
  expect(guessed.matched.map((one) => [one.column, one.slot.name])).toEqual([[0, "stt"]]);

  const assigned = assignColumns(headers, slots, { ten: 1, chucdanh: 3 });
  expect(assigned.matched.map((one) => [one.column, one.header, one.slot.name])).toEqual([
    [1, "Họ tên khách", "ten"],
    [3, "Chức vụ", "chucdanh"],
  ]);
  expect(assigned.unmatchedColumns.map((one) => one.header)).toEqual(["STT", "Đơn vị"]);
  expect(assigned.unmatchedSlots.map((one) => one.name)).toEqual(["stt"]);
});

test("one column may fill two slots, and a column that is not there fills none", () => {
  const { matched, unmatchedSlots } = assignColumns(headers, slots, { ten: 1, chucdanh: 1, stt: 9 });
  expect(matched.map((one) => [one.column, one.slot.name])).toEqual([
    [1, "ten"],
    [1, "chucdanh"],
  ]);
  expect(unmatchedSlots.map((one) => one.name)).toEqual(["stt"]);
});
