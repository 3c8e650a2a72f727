import { expect, test } from "vitest";
import type { Frame } from "../../core/document/schema/frames.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { joinTargets, snapEdges, snapRect, targetsOf } from "./snapping.ts";
import { intoList, stageBounds, stageFrames, stageLists, wayIntoList } from "./stage-frames.ts";
import { fitView, pageNear, reveal, type StagePage, stagePages, toStage, toView, zoomAround } from "./stage-pages.ts";

const size = { width: 1000, height: 600 };
const placedPage = (key: string, width: number, height: number): StagePage["placed"] => ({
  index: 0,
  key,
  folio: "1",
  width,
  height,
  bleed: { top: 0, right: 0, bottom: 0, left: 0 },
  safe: { top: 0, right: 0, bottom: 0, left: 0 },
  language: "vi",
  items: [],
});
/** An A6 page, one added by its text, and a square. */
const pages = stagePages(
  {
    title: "",
    language: "vi",
    author: "",
    keywords: [],
    outline: [],
    diagnostics: [],
    pages: [
      placedPage("p1", 297.638, 419.528),
      placedPage("p1+1", 297.638, 419.528),
      placedPage("p2", 283.465, 283.465),
    ],
  },
  new Set(["p1", "p2"]),
);

test("pages stand below each other with their middles in line, and those text added cannot be edited", () => {
  expect(pages.map(({ page }) => page)).toEqual(["p1", undefined, "p2"]);
  expect(pages[0]?.x).toBeCloseTo(-52.5, 3);
  expect(pages[2]?.x).toBeCloseTo(-50, 3);
  expect(pages[2]?.y).toBeCloseTo(2 * (148 + 12), 3);
  expect(pageNear(pages, { x: 60, y: 330 })?.page).toBe("p2");
});

test("zooming keeps what is under the pointer there, within 5 and 1600 %", () => {
  const view = { x: -60, y: 10, scale: 3 };
  const anchor = { x: 320, y: 200 };
  const still = toStage(view, anchor);
  for (const scale of [0.001, 0.5, 7, 900]) {
    const zoomed = zoomAround(view, scale, anchor);
    expect(toView(zoomed, still).x).toBeCloseTo(anchor.x, 6);
    expect(toView(zoomed, still).y).toBeCloseTo(anchor.y, 6);
    expect(zoomed.scale).toBeGreaterThanOrEqual((0.05 * 96) / 25.4);
    expect(zoomed.scale).toBeLessThanOrEqual((16 * 96) / 25.4);
  }
});

test("what is made to fit lies in the middle of the window, and what is in view stays put", () => {
  const page = { x: -50, y: 100, width: 100, height: 200 };
  const view = fitView(page, size, "whole");
  const middle = toView(view, { x: 0, y: 200 });
  expect(middle.x).toBeCloseTo(500, 6);
  expect(middle.y).toBeCloseTo(300, 6);
  expect(reveal(view, size, { x: -10, y: 150, width: 20, height: 20 })).toBe(view);
  const below = reveal(view, size, { x: -10, y: 900, width: 20, height: 20 });
  expect(toView(below, { x: 0, y: 920 }).y).toBeCloseTo(600, 6);
});

test("a frame comes to rest on the nearest edge or middle within reach, and the line shows what it rests on", () => {
  const targets = joinTargets([
    targetsOf({ x: 0, y: 0, width: 100, height: 200 }),
    targetsOf({ x: 20, y: 50, width: 10, height: 10 }),
  ]);
  const snapped = snapRect({ x: 40.6, y: 120, width: 20, height: 7 }, targets, 1);
  expect(snapped).toMatchObject({ dx: expect.closeTo(-0.6, 9), dy: 0 });
  expect(snapped.guides).toEqual([{ axis: "x", at: expect.closeTo(50, 9), from: 0, to: 200 }]);
  expect(snapRect({ x: 42, y: 120, width: 20, height: 7 }, targets, 1)).toEqual({ dx: 0, dy: 0, guides: [] });
  const edge = snapEdges({ x: 40, y: 110, width: 59.5, height: 7 }, { x: "end" }, targets, 1);
  expect(edge.dx).toBeCloseTo(0.5, 9);
  expect(edge.guides).toMatchObject([{ axis: "x", at: 100 }]);
});

const rectangle = (id: string, x: number, y: number, more: Partial<Frame> = {}): Frame =>
  ({ type: "shape", id, x, y, width: 20, height: 10, outline: { kind: "rectangle" }, ...more }) as Frame;

test("placements on the stage lead back into the list they came from, in turned groups too", () => {
  const inner = rectangle("inner", 5, 6, { rotation: 15 });
  const group: Frame = { type: "group", id: "g", x: 10, y: 20, width: 60, height: 40, rotation: 90, frames: [inner] };
  const project = sampleProject({
    pages: [
      {
        id: "p1",
        frames: [group, rectangle("locked", 0, 0, { locked: true }), rectangle("km", 0, 0, { languages: ["km"] })],
      },
      { id: "p2", frames: [] },
    ],
  });
  const top = stageFrames(stageLists(project, pages, undefined), "vi");
  expect(top.map(({ frame }) => frame.id)).toEqual(["g"]);
  const [found] = stageFrames(stageLists(project, pages, "g"), "vi");
  if (!found) throw new Error("the group's frame is not on the stage");
  expect(found.placement.rotation).toBe(105);
  // The group's middle is at (40, 40) of the page; its inside is turned by a quarter about it.
  expect(found.placement.x + 10).toBeCloseTo(-52.5 + 40 - (11 - 20), 2);
  expect(found.placement.y + 5).toBeCloseTo(40 + (15 - 30), 2);
  const back = intoList(found, found.placement);
  expect(back.x).toBeCloseTo(5, 6);
  expect(back.y).toBeCloseTo(6, 6);
  expect(back.rotation).toBeCloseTo(15, 9);
  const way = wayIntoList(found, { x: 0, y: 3 });
  expect(way.x).toBeCloseTo(3, 9);
  expect(way.y).toBeCloseTo(0, 9);
  expect(stageBounds(found).width).toBeCloseTo(
    20 * Math.abs(Math.cos((105 * Math.PI) / 180)) + 10 * Math.sin((105 * Math.PI) / 180),
    6,
  );
});
