import { describe, expect, test } from "vitest";
import type { PlacedPage } from "../../../layout/display-list.ts";
import { itemBounds } from "../../item-bounds.ts";
import { pageBoxes } from "./page-boxes.ts";
import { printerMarks, slugArea } from "./printer-marks.ts";

const edges = (all: number) => ({ top: all, right: all, bottom: all, left: all });
const page = (more: Partial<PlacedPage> = {}): PlacedPage => ({
  index: 0,
  folio: "1",
  width: 300,
  height: 400,
  bleed: edges(10),
  safe: edges(0),
  language: "vi",
  items: [],
  ...more,
});
const noFonts = { face: () => undefined, chain: () => [] };

describe("boxes", () => {
  test("without marks and bleed are all the trim", () => {
    const boxes = pageBoxes(page(), { bleed: false, marks: false });
    for (const box of [boxes.media, boxes.crop, boxes.bleed, boxes.trim]) expect(box).toEqual([0, 0, 300, 400]);
    expect(boxes.origin).toEqual({ x: 0, y: 400 });
    expect(boxes.clip).toBeUndefined();
  });

  test("with bleed reach as far as each side asks", () => {
    const uneven = page({ bleed: { top: 1, right: 2, bottom: 3, left: 4 } });
    const boxes = pageBoxes(uneven, { bleed: true, marks: false });
    expect(boxes.media).toEqual([0, 0, 306, 404]);
    expect(boxes.bleed).toEqual(boxes.media);
    expect(boxes.trim).toEqual([4, 3, 304, 403]);
    expect(boxes.origin).toEqual({ x: 4, y: 403 });
  });

  test("with marks lie inside each other and keep paint off the marks", () => {
    const boxes = pageBoxes(page(), { bleed: true, marks: true });
    const [left, bottom, right, top] = boxes.media;
    expect([left, bottom]).toEqual([0, 0]);
    // 10 points of bleed, 5 mm of marks, 2 mm of room.
    const room = 10 + (7 * 72) / 25.4;
    expect(right).toBeCloseTo(300 + 2 * room, 6);
    expect(top).toBeCloseTo(400 + 2 * room, 6);
    expect(boxes.trim[0]).toBeCloseTo(room, 6);
    expect(boxes.bleed[0]).toBeCloseTo(room - 10, 6);
    expect(boxes.clip).toEqual({ x: -10, y: -10, width: 320, height: 420 });
    expect(pageBoxes(page(), { bleed: false, marks: true }).clip).toMatchObject({ width: 300, height: 400 });
  });
});

describe("marks", () => {
  test.each([0, 4, 20])("stay between the bleed and the edge of the media with %d pt of bleed", (bleed) => {
    const placed = page({ bleed: edges(bleed) });
    const marks = printerMarks(placed, { bleed: true, colourBar: true });
    const { media, origin } = pageBoxes(placed, { bleed: true, marks: true });
    for (const item of marks.items) {
      const bounds = itemBounds(item, noFonts);
      expect(bounds && bounds.x + origin.x).toBeGreaterThanOrEqual(media[0]);
      expect(bounds && origin.y - bounds.y).toBeLessThanOrEqual(media[3]);
      if (item.kind !== "path" || !item.stroke) continue;
      for (const [first, second] of linesOf(item.path)) {
        const outside = (x: number, y: number) => x <= -bleed || x >= 300 + bleed || y <= -bleed || y >= 400 + bleed;
        expect([first, second].every(([x, y]) => outside(x, y))).toBe(true);
      }
    }
  });

  test("point at the corners of the trim, and at those of the bleed only when it is shown", () => {
    const at = (bleed: boolean) => {
      const [item] = printerMarks(page(), { bleed, colourBar: false }).items;
      return item?.kind === "path" ? linesOf(item.path).map(([[x, y]]) => [x, y]) : [];
    };
    const heights = (bleed: boolean) => new Set(at(bleed).map(([, y]) => y));
    for (const y of [0, 400]) expect(heights(false)).toContain(y);
    expect(heights(false)).not.toContain(-10);
    for (const y of [-10, 410]) expect(heights(true)).toContain(y);
  });

  test("print on every plate, and patches show each ink alone", () => {
    const { items } = printerMarks(page(), { bleed: false, colourBar: true });
    const [marks, ...patches] = items;
    expect(marks?.kind === "path" && marks.stroke?.paint).toMatchObject({ color: { cmyk: [1, 1, 1, 1] } });
    const inks = patches.map((patch) =>
      patch.kind === "path" && patch.fill?.kind === "solid" ? patch.fill.color.cmyk : [],
    );
    for (const ink of [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ])
      expect(inks).toContainEqual(ink);
    expect(printerMarks(page({ width: 120 }), { bleed: false, colourBar: true }).items).toHaveLength(1);
  });

  test("leave the slug below the page, left of the registration mark", () => {
    const area = slugArea(page());
    expect(area.y).toBe(410);
    expect(area.x + area.width).toBeLessThan(150 - 7);
    expect(area.width).toBeGreaterThan(80);
  });
});

/** Straight lines of a path of `M`–`L` pairs; curves are left out. */
function linesOf(
  path: readonly (readonly (string | number)[])[],
): (readonly [readonly [number, number], readonly [number, number]])[] {
  return path.flatMap((step, index) => {
    const previous = path[index - 1];
    if (step[0] !== "L" || previous?.[0] !== "M") return [];
    const point = (one: readonly (string | number)[]) => [Number(one[1]), Number(one[2])] as const;
    return [[point(previous), point(step)] as const];
  });
}
