import { expect, test } from "vitest";
import { type Color, colorFromHex } from "../../color/color.ts";
import type { StrokeStyle } from "../../document/schema/primitives.ts";
import type { PathData } from "../../units/geometry.ts";
import type { DisplayItem, PlacedPath } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { paintTableBorders } from "./table-borders.ts";
import { paintTableFills } from "./table-fills.ts";
import { partGeometry } from "./table-geometry.ts";
import { columnEdges, resolveGrid, type TableContent } from "./table-grid.ts";

const colorOf = (reference: unknown): Color => {
  const named = reference as { rgb: string; alpha?: number };
  const color = colorFromHex(named.rgb);
  if (!color) throw new Error("not a colour");
  return { ...color, alpha: named.alpha ?? 1 };
};
/** Fills and strokes need nothing of a context but its colours. */
const context: Pick<FrameContext, "paint" | "stroke"> = {
  paint: (fill) => {
    if (!("color" in fill)) throw new Error("only solid fills here");
    return { kind: "solid", color: colorOf(fill.color) };
  },
  stroke: (style) => ({
    paint: { kind: "solid", color: colorOf(style.color) },
    width: style.width,
    dash: style.dash ?? [],
    cap: "butt",
    join: "miter",
  }),
};

const color = (rgb: string, alpha = 1) => ({ color: { rgb, alpha } });
const stroke = (rgb: string, width: number): StrokeStyle => ({ color: { rgb }, width });

const geometryOf = (table: TableContent, part = { header: true, from: table.headerRows ?? 0, to: table.rows.length }) =>
  partGeometry(
    resolveGrid(table),
    columnEdges(table.columns, 60),
    table.rows.map(() => 10),
    { ...part, height: 0 },
  );

const paths = (items: readonly DisplayItem[]) => items.filter((item): item is PlacedPath => item.kind === "path");

/** Rectangles of a path made of closed ones, as left, top, right, bottom. */
function rectangles(path: PathData): number[][] {
  const found: number[][] = [];
  for (let at = 0; at < path.length; at += 5) {
    const [first, , third] = path.slice(at, at + 3) as ["M", number, number][];
    if (first && third) found.push([first[1], first[2], third[1], third[2]]);
  }
  return found;
}

/** Segments of a path of straight strokes, as from x, from y, to x, to y. */
const segments = (path: PathData) =>
  path.flatMap((step, at) => {
    const to = path[at + 1];
    return step[0] === "M" && to?.[0] === "L" ? [[step[1], step[2], to[1], to[2]]] : [];
  });

const covers = (rects: readonly number[][], x: number, y: number) =>
  rects.some(([left = 0, top = 0, right = 0, bottom = 0]) => x >= left && x <= right && y >= top && y <= bottom);

const twoByThree: TableContent = {
  columns: [{ width: 1 }, { width: 1 }],
  headerRows: 1,
  rows: [{ cells: [{}, {}] }, { cells: [{}, {}] }, { cells: [{}, {}] }],
};

test("rows of one colour become one rectangle, all of one colour one path; stripes go by body row", () => {
  const plain = { ...twoByThree, headerFill: color("#003366"), rows: [...twoByThree.rows, ...twoByThree.rows] };
  const [header, ...others] = paths(paintTableFills(geometryOf(plain), plain, context));
  expect(others).toEqual([]);
  expect(rectangles(header?.path ?? [])).toEqual([[0, 0, 60, 10]]);

  const striped = { ...plain, stripeFill: color("#eeeeee") };
  expect(paths(paintTableFills(geometryOf(striped), striped, context)).map(({ path }) => rectangles(path))).toEqual([
    [[0, 0, 60, 10]],
    [
      [0, 20, 60, 30],
      [0, 40, 60, 50],
    ],
  ]);
  const second = geometryOf(striped, { header: true, from: 2, to: 4 });
  expect(paths(paintTableFills(second, striped, context)).map(({ path }) => rectangles(path)[0])).toEqual([
    [0, 0, 60, 10],
    [0, 10, 60, 20],
  ]);
});

test("a cell over several rows has the background of its first row", () => {
  const table: TableContent = {
    columns: [{ width: 1 }, { width: 1 }],
    stripeFill: color("#eeeeee"),
    rows: [
      { cells: [{ rowSpan: 2 }, {}] },
      { cells: [{}] },
      { cells: [{}, {}] },
      { cells: [{ rowSpan: 2 }, {}] },
      { cells: [{}] },
    ],
  };
  const [stripes, ...others] = paths(paintTableFills(geometryOf(table), table, context));
  expect(others).toEqual([]);
  expect(rectangles(stripes?.path ?? [])).toEqual([
    [30, 10, 60, 20],
    [0, 30, 60, 40],
    [0, 40, 30, 50],
  ]);
});

/** Three rows of two, the two fills in turn. */
const checks = (second: ReturnType<typeof color>): TableContent => ({
  ...twoByThree,
  headerRows: 0,
  rows: [0, 1, 2].map((row) => ({
    cells: [0, 1].map((column) => ({ fill: (row + column) % 2 ? second : color("#aa0000") })),
  })),
});

test("where two opaque fills meet, the first reaches under the second; under a see-through one it does not", () => {
  const opaque = checks(color("#00aa00"));
  const [red, green, ...others] = paths(paintTableFills(geometryOf(opaque), opaque, context)).map(({ path }) =>
    rectangles(path),
  );
  expect(others).toEqual([]);
  expect(green).toEqual([
    [30, 0, 60, 10],
    [0, 10, 30, 20],
    [30, 20, 60, 30],
  ]);
  for (const x of [29.6, 30.4]) for (const y of [5, 15, 25]) expect(covers(red ?? [], x, y)).toBe(true);
  for (const y of [9.6, 10.4, 19.6, 20.4]) for (const x of [15, 45]) expect(covers(red ?? [], x, y)).toBe(true);
  expect([covers(red ?? [], 45, 5), covers(red ?? [], 15, 15)]).toEqual([false, false]);
  const clear = checks(color("#00aa00", 0.5));
  const [first] = paths(paintTableFills(geometryOf(clear), clear, context));
  expect(rectangles(first?.path ?? [])).toHaveLength(3);
});

test("each edge is drawn once, lines run through, and wide lines lie over narrow ones", () => {
  const table: TableContent = {
    ...twoByThree,
    borders: {
      outer: stroke("#000000", 2),
      rows: stroke("#999999", 0.5),
      columns: stroke("#999999", 0.5),
      header: stroke("#003366", 1),
    },
  };
  const items = paths(paintTableBorders(geometryOf(table), table, context));
  expect(items.map((item) => [item.stroke?.width, segments(item.path)])).toEqual([
    [
      0.5,
      [
        [30, 0, 30, 30],
        [0, 20, 60, 20],
      ],
    ],
    [1, [[0, 10, 60, 10]]],
    [
      2,
      [
        [0, -1, 0, 31],
        [60, -1, 60, 31],
        [-1, 0, 61, 0],
        [-1, 30, 61, 30],
      ],
    ],
  ]);
});

test("no border runs through a cell that spans it, and a cell's own border overrides the table's", () => {
  const table: TableContent = {
    columns: [{ width: 1 }, { width: 1 }],
    rows: [
      { cells: [{ columnSpan: 2, borders: { bottom: stroke("#ff0000", 3) } }] },
      { cells: [{ borders: { right: stroke("#000000", 0) } }, {}] },
      { cells: [{}, { borders: { left: stroke("#00ff00", 1) } }] },
    ],
    borders: { columns: stroke("#999999", 0.5) },
  };
  const items = paths(paintTableBorders(geometryOf(table), table, context));
  expect(items.map((item) => [item.stroke?.width, segments(item.path)])).toEqual([
    [1, [[30, 20, 30, 30]]],
    [3, [[0, 10, 60, 10]]],
  ]);
});

test("a part that does not begin or end the table has its outer border all the same", () => {
  const table: TableContent = { ...twoByThree, headerRows: 0, borders: { outer: stroke("#000000", 1) } };
  const [outer] = paths(paintTableBorders(geometryOf(table, { header: false, from: 1, to: 2 }), table, context));
  expect(segments(outer?.path ?? []).filter(([, fromY, , toY]) => fromY === toY)).toEqual([
    [-0.5, 0, 60.5, 0],
    [-0.5, 10, 60.5, 10],
  ]);
});
