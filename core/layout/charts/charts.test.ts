import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContextDouble, frameContext } from "../../../test/support/frame-context.ts";
import type { ChartFrame } from "../../document/schema/frames.ts";
import type { Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedGlyphRun, PlacedPath } from "../display-list.ts";
import { layoutChart } from "../frames/chart.ts";
import { pathBounds, signedArea, splitSubpaths } from "../frames/path-geometry.ts";
import { spreadLabels } from "./spread-labels.ts";

type Chart = ChartFrame["chart"];
const BLUE = { rgb: "#0000ff" } as const;
const frame = (chart: Partial<Chart>, changes: Partial<ChartFrame> = {}): ChartFrame => ({
  type: "chart",
  id: "biểu",
  x: 0,
  y: 0,
  width: 100,
  height: 70,
  chart: {
    kind: "column",
    categories: ["Trà Cú", "Cầu Kè", "Càng Long"],
    series: [{ name: "Hộ", values: [40, 20, 10], color: BLUE }],
    ...chart,
  },
  ...changes,
});
const drawn = (chart: Partial<Chart>, context: ContextDouble = frameContext(), changes: Partial<ChartFrame> = {}) =>
  layoutChart(frame(chart, changes), context);

const flat = (items: readonly DisplayItem[]): readonly DisplayItem[] =>
  items.flatMap((item) => (item.kind === "group" ? flat(item.items) : [item]));
const runs = (items: readonly DisplayItem[]) =>
  flat(items).filter((item): item is PlacedGlyphRun => item.kind === "glyphs");
const texts = (items: readonly DisplayItem[]) =>
  runs(items).map((run) =>
    run.spans
      .map(({ span }) => span.text)
      .join("")
      .trim(),
  );
const blue = (items: readonly DisplayItem[]) =>
  flat(items).filter(
    (item): item is PlacedPath =>
      item.kind === "path" &&
      item.fill?.kind === "solid" &&
      item.fill.color.rgb[2] === 1 &&
      item.fill.color.rgb[0] === 0,
  );
/** Boxes of one series' bars, in the order of the categories. */
const bars = (items: readonly DisplayItem[]): readonly Rect[] =>
  blue(items).flatMap((item) => splitSubpaths(item.path).flatMap((loop) => pathBounds(loop) ?? []));
const [width, height] = [mmToPt(100), mmToPt(70)];

describe("columns", () => {
  it("are as high as their values, on one line", () => {
    const boxes = bars(drawn({}));
    expect(boxes).toHaveLength(3);
    const [a, b, c] = boxes;
    expect((a?.height ?? 0) / (b?.height ?? 1)).toBeCloseTo(2, 6);
    expect((b?.height ?? 0) / (c?.height ?? 1)).toBeCloseTo(2, 6);
    const feet = boxes.map((box) => box.y + box.height);
    expect(Math.max(...feet) - Math.min(...feet)).toBeCloseTo(0, 6);
  });

  it("hang below the line when negative", () => {
    const [up, down] = bars(drawn({ series: [{ name: "x", values: [30, -15, 5], color: BLUE }] }));
    expect(up && up.y + up.height).toBeCloseTo(down?.y ?? 0, 6);
    expect((up?.height ?? 0) / (down?.height ?? 1)).toBeCloseTo(2, 6);
  });

  it("stack to their sum, with the total above", () => {
    const items = drawn({
      stacked: true,
      values: true,
      series: [
        { name: "a", values: [10, 20, 30], color: BLUE },
        { name: "b", values: [5, 6, 7], color: BLUE },
      ],
    });
    const boxes = bars(items).filter((box) => box.width > 10);
    const first = boxes.filter((box) => Math.abs(box.x - (boxes[0]?.x ?? 0)) < 0.01);
    expect(first).toHaveLength(2);
    expect(first[0]?.y).toBeCloseTo((first[1]?.y ?? 0) + (first[1]?.height ?? 0), 6);
    expect(texts(items)).toEqual(expect.arrayContaining(["15", "26", "37"]));
  });

  it("label round ticks in the language's own figures", () => {
    const series = [{ name: "x", values: [1234.5, 4321, 8700] }];
    expect(texts(drawn({ series }))).toEqual(expect.arrayContaining(["0", "2.000", "8.000"]));
    expect(texts(drawn({ series, values: true }))).toEqual(expect.arrayContaining(["1.234,5", "4.321,0"]));
    expect(texts(drawn({ series, values: true, decimals: 0, suffix: " đ" })).join(" ")).toContain("8.700 đ");
    expect(texts(drawn({ series }, frameContext({ language: "en" })))).toEqual(expect.arrayContaining(["2,000"]));
  });

  it("become bars when names are too long, and say so", () => {
    const context = frameContext();
    const items = drawn(
      {
        categories: [
          "Chương trình giảm nghèo bền vững giai đoạn 2021–2025",
          "Chương trình nông thôn mới nâng cao cấp xã",
          "Phát triển vùng đồng bào dân tộc thiểu số và miền núi",
        ],
      },
      context,
      { width: 60 },
    );
    const boxes = bars(items);
    expect(context.codes()).toEqual(["chart.columns-as-bars"]);
    expect((boxes[0]?.width ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(2, 6);
    expect(new Set(boxes.map((box) => box.height.toFixed(6))).size).toBe(1);
  });

  it("name every few years rather than become bars", () => {
    const years = Array.from({ length: 30 }, (_, index) => String(1996 + index));
    const context = frameContext();
    const shown = texts(
      drawn({ categories: years, series: [{ name: "x", values: years.map((_, index) => index) }] }, context),
    );
    expect(context.codes()).toEqual([]);
    expect(shown).toContain("2025");
    expect(shown.filter((text) => years.includes(text)).length).toBeLessThan(30);
  });
});

describe("axes", () => {
  it("warn when bars do not start at zero or are cut", () => {
    const context = frameContext();
    drawn({ axis: { minimum: 15, maximum: 30 } }, context);
    expect([...context.codes()].sort()).toEqual(["chart.outside-axis", "chart.truncated-axis"]);
  });

  it("take a scale of their own where the given one runs backwards", () => {
    const context = frameContext();
    expect(bars(drawn({ axis: { minimum: 50, maximum: 10 } }, context))).toHaveLength(3);
    expect(context.codes()).toContain("chart.bad-axis");
  });

  it("can be hidden, grid and all", () => {
    const items = drawn({ axis: { hidden: true } });
    expect(texts(items)).toEqual(["Trà Cú", "Cầu Kè", "Càng Long"]);
  });
});

describe("bars", () => {
  it("are as long as their values and grow from one line", () => {
    const boxes = bars(drawn({ kind: "bar", series: [{ name: "x", values: [40, -20, 10], color: BLUE }] }));
    expect((boxes[0]?.width ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(2, 6);
    expect((boxes[1]?.x ?? 0) + (boxes[1]?.width ?? 0)).toBeCloseTo(boxes[0]?.x ?? 0, 6);
  });

  it("name Khmer categories in Khmer letters", () => {
    const names = ["ខេត្តត្រាវិញ", "ខេត្តសុកត្រាំង", "ទីក្រុងកឹងធើ"];
    const items = drawn({ kind: "bar", categories: names }, frameContext({ language: "km" }));
    expect(texts(items).join("")).toContain("ខេត្តត្រាវិញ");
    expect(runs(items).some((run) => run.font.includes("khmer"))).toBe(true);
  });
});

describe("lines", () => {
  it("break where a value is missing", () => {
    const context = frameContext();
    const items = drawn(
      { kind: "line", categories: ["T1", "T2", "T3", "T4", "T5"], series: [{ name: "x", values: [1, 2, 3, 4] }] },
      context,
    );
    expect(context.codes()).toEqual(["chart.value-count"]);
    const line = flat(items).find((item) => item.kind === "path" && item.stroke?.cap === "round");
    expect(line?.kind === "path" && line.path).toHaveLength(4);
  });

  it("name several series at their ends without covering one another", () => {
    const items = drawn({
      kind: "line",
      series: ["Gia Lai", "Kon Tum", "Đắk Lắk"].map((name, index) => ({ name, values: [10, 12, 20 + index * 0.1] })),
    });
    const names = runs(items).filter((run) => /Lai|Tum|Lắk/u.test(run.spans.map(({ span }) => span.text).join("")));
    const baselines = [...new Set(names.map((run) => Math.round(run.y)))].sort((one, other) => one - other);
    expect(baselines.length).toBe(3);
    for (let index = 1; index < baselines.length; index += 1) {
      expect((baselines[index] ?? 0) - (baselines[index - 1] ?? 0)).toBeGreaterThanOrEqual(8);
    }
  });
});

describe("pies and donuts", () => {
  const shares = (kind: "pie" | "donut") =>
    flat(drawn({ kind, categories: ["a", "b", "c"], series: [{ name: "x", values: [50, 30, 20] }], colors: [BLUE] }))
      .filter((item): item is PlacedPath => item.kind === "path" && item.fill !== undefined)
      .map((item) => signedArea(item.path, 0.001));

  it.each(["pie", "donut"] as const)("cut a %s by value", (kind) => {
    const [a = 0, b = 0, c = 0] = shares(kind);
    const total = a + b + c;
    expect(a / total).toBeCloseTo(0.5, 1);
    expect(b / total).toBeCloseTo(0.3, 1);
    expect(c / total).toBeCloseTo(0.2, 1);
  });

  it("label shares in per cent, or the values themselves", () => {
    const chart = { kind: "pie", categories: ["a", "b"], series: [{ name: "x", values: [150, 50] }] } as const;
    const mutable = { ...chart, categories: [...chart.categories], series: [{ name: "x", values: [150, 50] }] };
    expect(texts(drawn(mutable))).toEqual(expect.arrayContaining(["75%", "25%"]));
    expect(texts(drawn({ ...mutable, values: true, suffix: " ha" })).join("|")).toContain("150 ha");
  });

  it("report negative slices, further series and wholes of nothing", () => {
    const negative = frameContext();
    drawn(
      {
        kind: "pie",
        series: [
          { name: "x", values: [5, -3, 2] },
          { name: "y", values: [1, 2, 3] },
        ],
      },
      negative,
    );
    expect(negative.codes()).toEqual(["chart.extra-series", "chart.negative-share"]);
    const nothing = frameContext();
    expect(drawn({ kind: "donut", series: [{ name: "x", values: [0, 0, 0] }] }, nothing)).toEqual([]);
    expect(nothing.codes()).toEqual(["chart.no-values"]);
  });

  it("draw a single slice as a whole ring", () => {
    const [ring] = flat(drawn({ kind: "donut", categories: ["Tất cả"], series: [{ name: "x", values: [7] }] }));
    expect(ring?.kind === "path" && splitSubpaths(ring.path)).toHaveLength(2);
  });
});

describe("pictograms", () => {
  it("draw one figure per unit and cut the last", () => {
    const items = drawn({
      kind: "pictogram",
      icon: "square",
      unit: 10,
      series: [{ name: "x", values: [35, 20, 0], color: BLUE }],
    });
    const rows = items.filter((item) => blue([item]).length > 0);
    const whole = rows
      .filter((item) => item.kind === "path")
      .map((item) => splitSubpaths(blue([item])[0]?.path ?? []).length);
    expect(whole).toEqual([3, 2, 1]);
    const cut = rows.find((item) => item.kind === "group");
    const clip = cut?.kind === "group" && cut.clip ? pathBounds(cut.clip) : undefined;
    expect((clip?.width ?? 0) / (clip?.height ?? 1)).toBeCloseTo(0.5, 6);
    expect(texts(items)).toEqual(expect.arrayContaining(["35", "20", "0", "= 10"]));
  });

  it.each(["person", "house", "drop", "tree", "book", "circle", "square", "star", "rice"] as const)(
    "have a figure of a %s",
    (icon) => {
      const [figure] = blue(
        drawn({ kind: "pictogram", icon, series: [{ name: "x", values: [1, 1, 1], color: BLUE }], unit: 1 }),
      );
      const bounds = figure && pathBounds(figure.path);
      expect(bounds?.height).toBeGreaterThan(8);
      expect(signedArea(figure?.path ?? [], 0.01)).toBeGreaterThan(0.2 * (bounds?.width ?? 0) * (bounds?.height ?? 0));
    },
  );
});

it("say that there is nothing to count where the smallest number there is is all", () => {
  expect(drawn({ kind: "pictogram", series: [{ name: "x", values: [Number.MIN_VALUE] }] })).toEqual([]);
});

describe("any chart", () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 8 });
  const chart = fc.record({
    kind: fc.constantFrom("bar", "column", "line", "pie", "donut", "pictogram" as const),
    categories: fc.array(fc.constantFrom("2024", "Trà Cú", "Xã Long Khánh", "Ô Môn"), { minLength: 1, maxLength: 8 }),
    series: fc.array(fc.record({ name: fc.constantFrom("Nam", "Nữ"), values }), { minLength: 1, maxLength: 4 }),
    stacked: fc.boolean(),
    values: fc.boolean(),
    legend: fc.constantFrom("none", "top", "right", "bottom" as const),
  });

  it("draws finite figures whose marks lie in the frame", () => {
    fc.assert(
      fc.property(chart, (one) => {
        for (const item of flat(drawn(one))) {
          if (item.kind === "glyphs") expect(Number.isFinite(item.x) && Number.isFinite(item.y)).toBe(true);
          if (item.kind !== "path") continue;
          const bounds = pathBounds(item.path);
          if (!bounds) continue;
          expect(bounds.x).toBeGreaterThanOrEqual(-width * 0.05);
          expect(bounds.y).toBeGreaterThanOrEqual(-height * 0.05);
          expect(bounds.x + bounds.width).toBeLessThanOrEqual(width * 1.05);
          expect(bounds.y + bounds.height).toBeLessThanOrEqual(height * 1.05);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("keeps off the edges of a visible box, and out of a frame too small", () => {
    const boxed = bars(drawn({}, frameContext(), { fill: { color: { rgb: "#eeeeee" } } }));
    const bare = bars(drawn({}));
    expect(boxed[0]?.x).toBeGreaterThan(bare[0]?.x ?? 0);
    const context = frameContext();
    expect(drawn({}, context, { width: 5, height: 5 })).toEqual([]);
    expect(context.codes()).toEqual(["chart.too-dense"]);
  });
});

describe("spreadLabels", () => {
  it("leaves labels that do not touch where they want to be", () => {
    expect(
      spreadLabels(
        [
          { middle: 10, height: 4 },
          { middle: 30, height: 4 },
        ],
        0,
        40,
      ),
    ).toEqual([10, 30]);
  });

  it("never lets two labels overlap, keeps their order and their room", () => {
    const label = fc.record({
      middle: fc.double({ min: -50, max: 150, noNaN: true }),
      height: fc.double({ min: 1, max: 8, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const middles = spreadLabels(labels, 0, 100);
        const placed = labels.map((one, index) => ({ ...one, at: middles[index] ?? 0 })).sort((a, b) => a.at - b.at);
        for (const [index, one] of placed.entries()) {
          expect(one.at - one.height / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(one.at + one.height / 2).toBeLessThanOrEqual(100 + 1e-9);
          const before = placed[index - 1];
          if (before) expect(one.at - before.at).toBeGreaterThanOrEqual((one.height + before.height) / 2 - 1e-9);
        }
      }),
    );
  });
});
