import { expect, it } from "vitest";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import type { Frame, Hug, ShapeFrame } from "../document/schema/frames.ts";
import { itemBounds } from "../paint/item-bounds.ts";
import type { Rect } from "../units/geometry.ts";
import { ptToMm } from "../units/units.ts";
import type { DisplayItem } from "./display-list.ts";
import { createDocumentLayout } from "./layout-document.ts";

const { engine, fonts } = openWorkshop();

const bar = (id: string, hug: readonly Hug[], more: Partial<ShapeFrame> = {}): ShapeFrame => ({
  type: "shape",
  id,
  x: 10,
  y: 40,
  width: 100,
  height: 20,
  hug: [...hug],
  outline: { kind: "rectangle" },
  fill: { color: { rgb: "#102030" } },
  ...more,
});

/** Millimetres of a page's frames as they come out. */
function laidOut(frames: readonly Frame[], words: string): ReadonlyMap<string, Rect> {
  const layout = createDocumentLayout({ language: "vi", engine, assets: createMemoryAssets() });
  const page = { id: "p", size: { width: 200, height: 100 }, frames: [...frames] };
  const { pages } = layout(sampleProject({ pages: [page], texts: { t: plainText(words) } }));
  const found = new Map<string, Rect>();
  const look = (items: readonly DisplayItem[], x: number, y: number): void => {
    for (const item of items) {
      if (item.kind !== "group") continue;
      const [, , , , dx, dy] = item.transform ?? [1, 0, 0, 1, 0, 0];
      const bounds = itemBounds(item, fonts);
      if (item.frame && bounds) {
        const [left, top] = [ptToMm(bounds.x + x), ptToMm(bounds.y + y)];
        found.set(item.frame, { x: left, y: top, width: ptToMm(bounds.width), height: ptToMm(bounds.height) });
      }
      look(item.items, x + dx, y + dy);
    }
  };
  look(pages[0]?.items ?? [], 0, 0);
  return found;
}

/** From 15 to 105 mm, and from 42 to 58. */
const name = textFrame("name", "t", { x: 15, y: 42, width: 90, height: 16, verticalAlign: "bottom" });
const toTheRight: Hug = { texts: ["name"], right: "right" };
const right = ({ x, width }: Rect): number => x + width;
const of = (found: ReadonlyMap<string, Rect>, id: string): Rect => found.get(id) ?? expect.fail(`${id} is not there`);

it("lets a bar end as far behind its words as it is drawn", () => {
  const ends = ["Ê", "Rơ Châm H’Bia", "Nguyễn Hoàng Thị Phương Khánh"].map((words) => {
    const found = laidOut([bar("bar", [toTheRight]), name], words);
    expect(of(found, "bar")).toMatchObject({ x: 10, y: 40, height: 20 });
    return [right(of(found, "bar")), right(of(found, "name"))] as const;
  });
  for (const [end, ink] of ends) expect(Math.abs(end - ink - 5)).toBeLessThan(0.5);
  const [short = [0], middle = [0], long = [0]] = ends;
  expect(short[0] < middle[0] && middle[0] < long[0] && long[0] < 110).toBe(true);
});

it("counts short words as the least, and words that fill their frame as the most", () => {
  const widthOf = (words: string) =>
    of(laidOut([bar("bar", [{ ...toTheRight, least: 40 }]), name], words), "bar").width;
  expect(widthOf("Ê")).toBeCloseTo(50, 6);
  expect(widthOf("Ê ".repeat(200))).toBeGreaterThan(97);
  expect(widthOf("Ê ".repeat(200))).toBeLessThanOrEqual(100);
});

it("moves what rides on an edge, in groups too, and adds up what several texts say", () => {
  const tip = bar("tip", [{ texts: ["name"], left: "right", right: "right" }], { x: 10, y: 0, width: 6, height: 4 });
  const group: Frame = { type: "group", id: "group", x: 100, y: 36, width: 6, height: 4, frames: [tip] };
  const label = bar("label", [{ texts: ["name"], top: "top", bottom: "top" }], { y: 30, height: 10 });
  const both = bar("both", [toTheRight, { texts: ["name"], top: "top" }]);
  const found = laidOut([group, label, both, name], "Y Moan");
  const spare = 110 - right(of(found, "both"));
  expect(spare).toBeGreaterThan(50);
  expect(of(found, "tip")).toMatchObject({ x: expect.closeTo(110 - spare, 6), width: expect.closeTo(6, 6) });
  const risen = of(found, "both").y - 40;
  expect(risen).toBeGreaterThan(5);
  expect(of(found, "label")).toMatchObject({ y: expect.closeTo(30 + risen, 6), height: expect.closeTo(10, 6) });
  expect(of(found, "both").y + of(found, "both").height).toBeCloseTo(60, 6);
});

it("follows the text with the least room to spare, and stays as drawn around texts that are not there", () => {
  const other = textFrame("other", "t", { x: 15, y: 70, width: 60, height: 16 });
  const hug: Hug = { texts: ["name", "other"], right: "right" };
  const alone = 110 - right(of(laidOut([bar("bar", [toTheRight]), name], "Y Moan"), "bar"));
  const least = 110 - right(of(laidOut([bar("bar", [hug]), name, other], "Y Moan"), "bar"));
  expect(alone - least).toBeCloseTo(30, 6);
  expect(of(laidOut([bar("bar", [toTheRight]), { ...name, hidden: true }], "Y Moan"), "bar").width).toBeCloseTo(100, 6);
});
