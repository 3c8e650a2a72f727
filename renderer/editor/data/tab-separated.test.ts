import fc from "fast-check";
import { expect, test } from "vitest";
import { readTabSeparated, writeTabSeparated } from "./tab-separated.ts";

test("what Excel puts on the clipboard is read as it stood there", () => {
  expect(readTabSeparated('Xã\tDân số\r\nIa Kha\t"12.400\nngười"\r\n"Ia ""Grai"""\t\r\n')).toEqual([
    ["Xã", "Dân số"],
    ["Ia Kha", "12.400\nngười"],
    ['Ia "Grai"', ""],
  ]);
  expect(readTabSeparated("một\n\nba")).toEqual([["một"], [""], ["ba"]]);
  expect(readTabSeparated('"chưa đóng\tngoặc')).toEqual([['"chưa đóng', "ngoặc"]]);
  expect(readTabSeparated("")).toEqual([]);
});

test("whatever is copied comes back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ạ", "ខ", '"', "\t", "\n", " ", "1,5"), maxLength: 6 });
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(rows, (table) => {
      // A last row of one empty cell is what a last line end says, too.
      fc.pre(table.at(-1)?.join("") !== "" || (table[0]?.length ?? 0) > 1);
      expect(readTabSeparated(writeTabSeparated(table))).toEqual(table);
    }),
  );
});
