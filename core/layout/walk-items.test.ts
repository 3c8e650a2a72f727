import { expect, test } from "vitest";
import { rotation, transformPoint, translation } from "../units/geometry.ts";
import type { PlacedGroup, PlacedImage } from "./display-list.ts";
import { walkItems } from "./walk-items.ts";

const image = (asset: string): PlacedImage => ({
  kind: "image",
  asset,
  rect: { x: 0, y: 0, width: 1, height: 1 },
  alt: "",
});

test("leaves come in painting order with the product of the transforms around them and their innermost frame", () => {
  const inner: PlacedGroup = {
    kind: "group",
    frame: "inner",
    transform: rotation(90, { x: 0, y: 0 }),
    items: [{ kind: "group", items: [image("turned")] }],
  };
  const outer: PlacedGroup = {
    kind: "group",
    frame: "outer",
    transform: translation(10, 20),
    items: [image("first"), inner, image("last")],
  };
  const seen: unknown[] = [];
  walkItems([outer, image("loose")], (item, matrix, frame) => {
    const { x, y } = transformPoint(matrix, { x: 1, y: 0 });
    seen.push([item.kind === "image" && item.asset, Math.round(x), Math.round(y), frame]);
  });
  // A quarter turn clockwise sends (1, 0) down to (0, 1).
  expect(seen).toEqual([
    ["first", 11, 20, "outer"],
    ["turned", 10, 21, "inner"],
    ["last", 11, 20, "outer"],
    ["loose", 1, 0, undefined],
  ]);
});
