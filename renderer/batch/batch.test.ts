import { expect, test } from "vitest";
import type { Slot } from "../../core/document/schema/project.ts";
import { requiredSlotEmpty } from "../../core/merge/merge-diagnostics.ts";
import { groupByRows } from "./group-by-rows.ts";
import { rowsAsked } from "./rows-asked.ts";
import { missingPictures, pictureName, rowValues, withColumn } from "./table-columns.ts";

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
  expect(rowValues([" Ông A Lơng ", "Già làng"], columns, [slot], new Map())).toEqual({ ten: "Ông A Lơng" });
});

test("pictures cells name fill their slots once they are brought, however their names are composed", () => {
  const photo = { kind: "image", name: "anh", label: { vi: "Ảnh", en: "Photo" }, frames: ["f"] } satisfies Slot;
  const rows = [["Lành.jpg"], ["Bền.jpg"], ["Lành.jpg"], [""]];
  const brought = new Map([[pictureName("Lành.jpg".normalize("NFD")), "a1"]]);
  expect(rowValues(rows[0] ?? [], { anh: 0 }, [photo], brought)).toEqual({ anh: { asset: "a1" } });
  expect(rowValues(rows[1] ?? [], { anh: 0 }, [photo], brought)).toEqual({});
  expect(missingPictures(rows, { anh: 0 }, [slot, photo], brought)).toEqual(["Bền.jpg"]);
});
