import { expect, test } from "vitest";
import { engine, library } from "../../test/support/text-setting.ts";
import { layoutPageInformation } from "./page-information.ts";
import { walkItems } from "./walk-items.ts";

const TEXT = "Lịch tiêm chủng  ·  trang 3  ·  21/11/2026  ·  CMYK";
const area = { x: 20, y: -15, width: 400, height: 12 };

function setIn(width: number) {
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  const sizes = new Set<number>();
  const tops = new Set<number>();
  walkItems(layoutPageInformation(engine, { ...area, width }, TEXT, "vi"), (item) => {
    if (item.kind !== "glyphs") return;
    sizes.add(item.size);
    tops.add(item.y);
    const em = library.face(item.font)?.unitsPerEm ?? Number.NaN;
    for (const { span, dx } of item.spans) {
      text += span.text;
      right = Math.max(right, item.x + dx + (span.advance * item.size) / em);
    }
  });
  return { text, right, sizes: [...sizes], baselines: [...tops] };
}

test("one small line stands in the area it is given", () => {
  const { text, right, sizes, baselines } = setIn(area.width);
  expect(text).toBe(TEXT);
  expect(right).toBeLessThan(area.x + area.width);
  expect(sizes).toEqual([6]);
  expect(baselines).toHaveLength(1);
  expect(baselines[0]).toBeGreaterThan(area.y);
  expect(baselines[0]).toBeLessThan(area.y + area.height);
});

test("what does not fit on the line is left away rather than set below it", () => {
  const { text, baselines } = setIn(90);
  expect(baselines).toHaveLength(1);
  expect(text.length).toBeLessThan(TEXT.length);
  expect(TEXT.startsWith(text)).toBe(true);
});
