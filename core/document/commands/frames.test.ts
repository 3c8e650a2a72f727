import { expect, test } from "vitest";
import { imageFrame, plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { transformPoint } from "../../units/geometry.ts";
import { checkReferences } from "../check-references.ts";
import { placementMatrix, placementOf } from "../frame-geometry.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { alignFrames, distributeFrames, matchSizes } from "./align-frames.ts";
import { duplicateFrames } from "./duplicate-frames.ts";
import { findFrame } from "./edit-frames.ts";
import { groupFrames, ungroupFrames } from "./group-frames.ts";
import { orderFrames } from "./order-frames.ts";
import { placeFrames } from "./place-frames.ts";
import { removeFrames } from "./remove-frames.ts";
import { setFrameProperty } from "./set-frame-property.ts";
import { transferFrames } from "./transfer-frames.ts";

const withFrames = (frames: Frame[], more: Partial<Project> = {}): Project =>
  sampleProject({ pages: [{ id: "p1", frames }], ...more });
const order = (project: Project): string => project.pages[0]?.frames.map((frame) => frame.id).join("") ?? "";
const set = (...ids: string[]): ReadonlySet<string> => new Set(ids);

const shape = (id: string, x: number, y: number, more: Partial<Frame> = {}): Frame =>
  ({ type: "shape", id, x, y, width: 20, height: 10, outline: { kind: "rectangle" }, ...more }) as Frame;

test("frames pass one frame at a time, or all, and keep their own order", () => {
  const project = withFrames(["a", "b", "c", "d", "e"].map((id) => shape(id, 0, 0)));
  expect(order(orderFrames(project, set("b", "c"), "forward"))).toBe("adbce");
  expect(order(orderFrames(project, set("b", "c"), "backward"))).toBe("bcade");
  expect(order(orderFrames(project, set("a", "c"), "front"))).toBe("bdeac");
  expect(order(orderFrames(project, set("c", "e"), "back"))).toBe("ceabd");
  expect(orderFrames(project, set("d", "e"), "forward")).toBe(project);
});

test("removing the head of a thread leaves its text to the next frame; removing the middle closes the gap", () => {
  const frames = [
    textFrame("a", "t1", { next: "b", style: "than" }),
    textFrame("b", undefined, { next: "c" }),
    textFrame("c"),
    textFrame("alone", "t2"),
  ];
  const project = withFrames(frames, { texts: { t1: plainText("Bài"), t2: plainText("Khác") } });
  const middle = removeFrames(project, set("b"));
  expect(findFrame(middle, "a")).toMatchObject({ next: "c" });
  const headless = removeFrames(project, set("a", "b"));
  expect(findFrame(headless, "c")).toMatchObject({ text: "t1", style: "than" });
  const without = removeFrames(project, set("alone"));
  expect(Object.keys(without.texts)).toEqual(["t1"]);
  for (const one of [middle, headless, without]) expect(checkReferences(one, "")).toEqual([]);
});

test("a slot loses the picture frames that go, and goes with its last one", () => {
  const label = { vi: "Ảnh", en: "Picture" };
  const project = withFrames([imageFrame("a"), imageFrame("b")], {
    slots: [{ kind: "image", name: "anh", label, frames: ["a", "b"] }],
  });
  expect(removeFrames(project, set("a")).slots).toMatchObject([{ frames: ["b"] }]);
  expect(removeFrames(project, set("a", "b")).slots).toEqual([]);
});

test("a copy has texts of its own and is in no thread", () => {
  const project = withFrames([textFrame("a", "t1", { next: "b" }), textFrame("b")], {
    texts: { t1: plainText("Bài") },
  });
  const { project: copied, ids } = duplicateFrames(project, set("a"), 5, 5);
  expect(ids).toEqual(["a-2"]);
  const copy = findFrame(copied, "a-2");
  expect(copy).toMatchObject({ x: 15, y: 15, text: "t1-2" });
  expect(copy).not.toHaveProperty("next");
  expect(copied.texts["t1-2"]).toEqual(project.texts.t1);
  expect(order(copied)).toBe("aa-2b");
});

test("grouping and ungrouping leaves every corner where it was, turned groups too", () => {
  const project = withFrames([
    shape("a", 10, 10, { rotation: 30 }),
    shape("x", 0, 0),
    shape("b", 60, 40, { opacity: 0.5 }),
  ]);
  const grouped = groupFrames(project, set("a", "b"), "g");
  expect(order(grouped)).toBe("xg");
  const turned = placeFrames(grouped, new Map([["g", { rotation: 40 }]]));
  const group = findFrame(turned, "g");
  const inside = findFrame(turned, "a");
  const released = ungroupFrames(turned, set("g"));
  expect(order(released)).toBe("xab");
  const after = findFrame(released, "a");
  if (!group || !inside || !after) throw new Error("a frame is lost");
  for (const corner of [
    { x: 0, y: 0 },
    { x: 20, y: 10 },
  ]) {
    const before = transformPoint(
      placementMatrix(placementOf(group)),
      transformPoint(placementMatrix(placementOf(inside)), corner),
    );
    const now = transformPoint(placementMatrix(placementOf(after)), corner);
    expect(now.x).toBeCloseTo(before.x, 2);
    expect(now.y).toBeCloseTo(before.y, 2);
  }
  const plain = ungroupFrames(grouped, set("g"));
  expect(plain.pages[0]?.frames.slice(1)).toEqual([project.pages[0]?.frames[0], project.pages[0]?.frames[2]]);
});

test("a group stretches what it holds", () => {
  const project = groupFrames(withFrames([shape("a", 10, 10), shape("b", 50, 40)]), set("a", "b"), "g");
  const wide = placeFrames(project, new Map([["g", { width: 120, height: 80 }]]));
  expect(findFrame(wide, "b")).toMatchObject({ x: 80, y: 60, width: 40, height: 20 });
});

test("frames line up by what they cover, turned as they are, and spread with equal gaps", () => {
  const frames = [shape("a", 10, 10), shape("b", 40, 30, { rotation: 90 }), shape("c", 100, 80)];
  const project = withFrames(frames);
  const left = placeFrames(project, alignFrames(frames, "left"));
  expect(findFrame(left, "b")).toMatchObject({ x: 5 });
  const page = placeFrames(project, alignFrames(frames.slice(0, 1), "center", { x: 0, y: 0, width: 105, height: 148 }));
  expect(findFrame(page, "a")).toMatchObject({ x: 42.5, y: 10 });
  const spread = placeFrames(project, distributeFrames(frames, "x"));
  // 110 mm from end to end, 50 of them covered: gaps of 30.
  expect([findFrame(spread, "a")?.x, findFrame(spread, "b")?.x, findFrame(spread, "c")?.x]).toEqual([10, 55, 100]);
});

test("a property goes to the frames that can have it", () => {
  const project = withFrames([shape("a", 0, 0), { type: "qr", id: "q", x: 0, y: 0, width: 9, height: 9, data: "x" }]);
  const filled = setFrameProperty(project, set("a", "q"), "fill", { color: "do" });
  expect(findFrame(filled, "a")).toMatchObject({ fill: { color: "do" } });
  expect(findFrame(filled, "q")).toBe(findFrame(project, "q"));
  expect(findFrame(setFrameProperty(filled, set("a"), "fill", undefined), "a")).not.toHaveProperty("fill");
});

test("frames go to another page with what they show, and those in groups stay", () => {
  const project = sampleProject({
    pages: [
      { id: "p1", frames: [shape("a", 10, 140), shape("b", 0, 0)] },
      { id: "p2", frames: [shape("c", 0, 0)] },
    ],
  });
  const moved = transferFrames(
    project,
    new Map([
      ["a", { page: "p2", dx: 0, dy: -148 }],
      ["x", { page: "p2", dx: 0, dy: 0 }],
    ]),
  );
  expect(moved.pages.map((page) => page.frames.map((frame) => frame.id).join(""))).toEqual(["b", "ca"]);
  expect(findFrame(moved, "a")).toMatchObject({ x: 10, y: -8 });
  expect(transferFrames(project, new Map([["a", { page: "p1", dx: 5, dy: 5 }]]))).toBe(project);
});

test("frames are spread by their gaps, edges or middles, or at a distance; others become as large as one of them", () => {
  const frames = [shape("a", 0, 0), shape("b", 30, 0, { width: 10 }), shape("c", 100, 0, { width: 40 })];
  const xs = (placements: ReadonlyMap<string, { readonly x?: number }>) => [...placements.values()].map(({ x }) => x);
  expect(xs(distributeFrames(frames, "x"))).toEqual([0, 55, 100]);
  expect(xs(distributeFrames(frames, "x", "start"))).toEqual([0, 50, 100]);
  expect(xs(distributeFrames(frames, "x", "middle"))).toEqual([0, 60, 100]);
  expect(xs(distributeFrames(frames, "x", "end"))).toEqual([0, 70, 100]);
  expect(xs(distributeFrames(frames, "x", "gaps", 5))).toEqual([0, 25, 40]);
  expect(xs(distributeFrames(frames.slice(0, 2), "x", "gaps", 3))).toEqual([0, 23]);
  expect([...matchSizes(frames, shape("a", 0, 0), ["width"])]).toEqual([
    ["b", { width: 20 }],
    ["c", { width: 20 }],
  ]);
});
