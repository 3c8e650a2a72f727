import fc from "fast-check";
import { expect, test } from "vitest";
import { widthArray } from "./width-array.ts";

/** Width by code as PDF 9.7.4.3 reads `W`. */
function readWidths({ defaultWidth, entries }: ReturnType<typeof widthArray>, count: number): readonly number[] {
  const widths = Array.from({ length: count }, () => defaultWidth);
  for (let at = 0; at < entries.length; ) {
    const first = Number(entries[at]);
    const next = entries[at + 1];
    if (Array.isArray(next)) {
      next.forEach((width: number, index: number) => {
        widths[first - 1 + index] = width;
      });
      at += 2;
    } else {
      widths.fill(Number(entries[at + 2]), first - 1, Number(next));
      at += 3;
    }
  }
  return widths;
}

test("every code has its width", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1, 250, 600, 601, 602), { maxLength: 60 }), (widths) => {
      expect(readWidths(widthArray(widths), widths.length)).toEqual(widths);
    }),
  );
});

test("a fixed-pitch font needs no entries, and long runs take three numbers", () => {
  expect(widthArray([600, 600, 600])).toEqual({ defaultWidth: 600, entries: [] });
  expect(widthArray([1, 1, 1, 1, 1, 1, 300, 300, 300, 300, 300, 7])).toEqual({
    defaultWidth: 1,
    entries: [7, 11, 300, 12, [7]],
  });
});
