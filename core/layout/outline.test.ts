import { expect, test } from "vitest";
import { buildOutline, type OutlineMark } from "./outline.ts";

const mark = (level: number, title: string): OutlineMark => ({ level, title, page: 0, pageKey: "p", folio: "1", y: 0 });

test("marks nest by level, a skipped level hangs from the nearest above", () => {
  const tree = buildOutline([mark(1, "A"), mark(2, "A1"), mark(3, "A1a"), mark(2, "A2"), mark(1, "B"), mark(3, "B1a")]);
  const shape = (entries: typeof tree): unknown => entries.map((entry) => [entry.title, shape(entry.children)]);
  expect(shape(tree)).toEqual([
    [
      "A",
      [
        ["A1", [["A1a", []]]],
        ["A2", []],
      ],
    ],
    ["B", [["B1a", []]]],
  ]);
});

test("a document that begins below level 1 keeps its entries", () => {
  expect(buildOutline([mark(2, "a"), mark(1, "B")]).map((entry) => entry.title)).toEqual(["a", "B"]);
});
