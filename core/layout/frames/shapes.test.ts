import { describe, expect, it } from "vitest";
import { frameContext } from "../../../test/support/frame-context.ts";
import { paragraph } from "../../../test/support/text-setting.ts";
import type { ShapeFrame, TextFrame } from "../../document/schema/frames.ts";
import { flowText } from "../../text/flow-text.ts";
import { transformPoint } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedMask } from "../display-list.ts";
import { layoutBox } from "./box.ts";
import { blurCoverage, rasterizeCoverage } from "./coverage-raster.ts";
import { layoutLine } from "./line.ts";
import { circlePath, rectanglePath } from "./path-shapes.ts";
import { placeFrame } from "./place-frame.ts";
import { layoutShadow } from "./shadow.ts";
import { layoutShape } from "./shape.ts";

const RED = { rgb: "#ff0000" } as const;
const INK = { rgb: "#000000", alpha: 0.4 } as const;
const place = { id: "khung", x: 10, y: 20, width: 40, height: 30 };
const shape = (changes: Partial<ShapeFrame> = {}): ShapeFrame => ({
  type: "shape",
  ...place,
  outline: { kind: "rectangle" },
  fill: { color: RED },
  ...changes,
});
const [width, height] = [mmToPt(40), mmToPt(30)];

describe("shapes, boxes and lines", () => {
  it("draws a shape from the frame's corner in points", () => {
    const context = frameContext();
    const [item] = layoutShape(shape(), context);
    expect(item).toMatchObject({ kind: "path", path: rectanglePath({ x: 0, y: 0, width, height }) });
    expect(layoutShape(shape({ width: 0 }), context)).toEqual([]);
    expect(layoutShape({ ...shape(), fill: undefined } as ShapeFrame, context)).toEqual([]);
  });

  it("reports malformed path data with the frame and draws nothing", () => {
    const context = frameContext();
    const frame = shape({ outline: { kind: "path", d: "M0 0 L", viewBox: [0, 0, 1, 1] } });
    expect(layoutShape(frame, context)).toEqual([]);
    expect(context.reported).toMatchObject([{ code: "shape.malformed-path", target: { frame: "khung" } }]);
  });

  it("puts a text's box behind it and leaves a picture's stroke to the picture", () => {
    const style = { fill: { color: RED }, stroke: { color: RED, width: 2 }, radius: 3 };
    const context = frameContext();
    const text: TextFrame = { type: "text", ...place, ...style };
    expect(layoutBox(text, context)).toMatchObject([{ fill: { kind: "solid" }, stroke: { width: 2 } }]);
    expect(layoutBox({ type: "image", ...place, ...style }, context)[0]).not.toHaveProperty("stroke");
    expect(layoutBox({ type: "text", ...place }, context)).toEqual([]);
  });

  it("runs a line from corner to corner, up or down", () => {
    const line = { type: "line" as const, ...place, stroke: { color: RED, width: 1 } };
    expect(layoutLine(line, frameContext())).toMatchObject([
      {
        path: [
          ["M", 0, 0],
          ["L", width, height],
        ],
      },
    ]);
    expect(layoutLine({ ...line, direction: "up" }, frameContext())).toMatchObject([
      {
        path: [
          ["M", 0, height],
          ["L", width, 0],
        ],
      },
    ]);
    expect(layoutLine({ ...line, height: 0 }, frameContext())).toHaveLength(1);
  });
});

describe("placeFrame", () => {
  it("moves a frame to its place and turns it about its centre", () => {
    const frame = shape({ rotation: 90, opacity: 0.5 });
    const group = placeFrame(frame, layoutShape(frame, frameContext()), [], frameContext());
    expect(group).toMatchObject({ kind: "group", frame: "khung", opacity: 0.5 });
    const corner = transformPoint(group.transform ?? [1, 0, 0, 1, 0, 0], { x: 0, y: 0 });
    expect(corner.x).toBeCloseTo(mmToPt(10 + 20 + 15), 6);
    expect(corner.y).toBeCloseTo(mmToPt(20 + 15 - 20), 6);
  });

  it("cuts content but not the shadow", () => {
    const frame = shape({ clip: { kind: "ellipse" }, shadow: { dx: 1, dy: 1, blur: 2, color: INK } });
    const { items } = placeFrame(frame, layoutShape(frame, frameContext()), [], frameContext());
    expect(items.map((item) => item.kind)).toEqual(["mask", "group"]);
    expect(items[1]).toHaveProperty("clip");
  });

  it("shows a frame uncut when its cutting outline is malformed, and says so", () => {
    const context = frameContext();
    const frame = shape({ clip: { kind: "path", d: "Q", viewBox: [0, 0, 1, 1] } });
    const { items } = placeFrame(frame, layoutShape(frame, context), [], context);
    expect(items.map((item) => item.kind)).toEqual(["path"]);
    expect(context.codes()).toEqual(["frame.malformed-clip"]);
  });
});

describe("soft shadows", () => {
  const mask = (items: readonly DisplayItem[]): PlacedMask => {
    const [item] = items;
    if (item?.kind !== "mask") throw new Error("no mask");
    return item;
  };
  const alphaAt = ({ rect, mask: { width: columns, height: rows, alpha } }: PlacedMask, x: number, y: number) =>
    alpha[
      Math.floor(((y - rect.y) / rect.height) * rows) * columns + Math.floor(((x - rect.x) / rect.width) * columns)
    ];
  const box = layoutShape(shape(), frameContext());
  const soft = (blur: number) => mask(layoutShadow({ dx: 2, dy: 3, blur, color: INK }, box, frameContext()));

  it("are full inside, half at the edge and nothing far outside", () => {
    const shadow = soft(4);
    const [dx, dy] = [mmToPt(2), mmToPt(3)];
    expect(alphaAt(shadow, dx + width / 2, dy + height / 2)).toBe(255);
    const edge = alphaAt(shadow, dx + 0.01, dy + height / 2) ?? 0;
    expect(edge).toBeGreaterThan(90);
    expect(edge).toBeLessThan(165);
    expect(alphaAt(shadow, shadow.rect.x + 0.01, dy + height / 2)).toBeLessThanOrEqual(1);
    expect(shadow.color.alpha).toBe(0.4);
  });

  it("follow a Gaussian of half the blur's length", () => {
    const { rect, mask: raster } = soft(8);
    const deviation = mmToPt(4);
    const step = rect.width / raster.width;
    const row = Math.floor(raster.height / 2);
    const wrong = Array.from({ length: Math.floor(raster.width / 3) }, (_, column) => {
      const distance = rect.x + (column + 0.5) * step - mmToPt(2);
      const value = (raster.alpha[row * raster.width + column] ?? 0) / 255;
      return Math.abs(value - normalShare(distance / deviation));
    });
    expect(Math.max(...wrong)).toBeLessThan(0.02);
  });

  it("stay small however large the frame", () => {
    // 40 × 30 mm and three deviations around it, a sample every half millimetre.
    expect(soft(6).mask.alpha.length).toBeLessThan(12_000);
    const huge = layoutShape(shape({ width: 2000, height: 1500 }), frameContext());
    const shadow = mask(layoutShadow({ dx: 0, dy: 0, blur: 1, color: INK }, huge, frameContext()));
    expect(shadow.mask.alpha.length).toBeLessThan(260_000);
    const thread = layoutShape(shape({ width: 9000, height: 0.0001 }), frameContext());
    const thin = mask(layoutShadow({ dx: 0, dy: 0, blur: 0.0001, color: INK }, thread, frameContext()));
    expect(thin.mask.alpha.length).toBeLessThan(60_000);
  });

  it("share one raster between equal boxes, wherever they lie", () => {
    const elsewhere = layoutShape(shape({ x: 100 }), frameContext());
    const other = mask(layoutShadow({ dx: 5, dy: 5, blur: 4, color: INK }, elsewhere, frameContext()));
    expect(other.mask).toBe(soft(4).mask);
  });

  it("leave the holes of letters light", () => {
    const context = frameContext();
    const { lines } = flowText(context.engine, [paragraph("O", "vi", {}, { size: 100 })], () => ({
      x: 0,
      y: 0,
      width: 200,
      height: 200,
      page: 0,
    }));
    const shadow = mask(
      layoutShadow(
        { dx: 0, dy: 0, blur: 1, color: INK },
        lines.flatMap((line) => line.items),
        context,
      ),
    );
    const middle = alphaAt(shadow, shadow.rect.x + shadow.rect.width / 2, shadow.rect.y + shadow.rect.height / 2);
    expect(middle).toBe(0);
    expect(Math.max(...shadow.mask.alpha)).toBeGreaterThan(240);
  });

  it("without blur are paths that fade as one", () => {
    const items = layoutShadow({ dx: 1, dy: 0, blur: 0, color: INK }, [...box, ...box], frameContext());
    expect(items).toMatchObject([{ kind: "group", opacity: 0.4, transform: [1, 0, 0, 1, mmToPt(1), 0] }]);
    expect(items[0]?.kind === "group" && items[0].items).toHaveLength(2);
  });

  it("are cast by strokes alone too", () => {
    const line = layoutLine({ type: "line", ...place, height: 0, stroke: { color: RED, width: 10 } }, frameContext());
    const shadow = mask(layoutShadow({ dx: 0, dy: 0, blur: 1, color: INK }, line, frameContext()));
    expect(alphaAt(shadow, width / 2, 0)).toBeGreaterThan(240);
  });
});

/** Share of a normal distribution below `deviations`: by its power series, good to 1e-6 within four deviations. */
function normalShare(deviations: number): number {
  let term = deviations;
  let sum = term;
  for (let index = 1; index < 60; index += 1) {
    term *= (deviations * deviations) / (2 * index + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-deviations * deviations) / 2)) / Math.sqrt(2 * Math.PI);
}

describe("coverage", () => {
  const grid = { x: 0, y: 0, step: 1, width: 8, height: 8 };
  const total = (samples: Float32Array) => samples.reduce((sum, value) => sum + value, 0);

  it("adds up to the area of the path", () => {
    expect(
      total(rasterizeCoverage(rectanglePath({ x: 1.25, y: 2.5, width: 3.5, height: 4 }), "nonzero", grid)),
    ).toBeCloseTo(14, 3);
    expect(total(rasterizeCoverage(circlePath(4, 4, 3), "nonzero", grid))).toBeCloseTo(9 * Math.PI, 0);
  });

  it("leaves holes by the rule asked for", () => {
    const nested = [
      ...rectanglePath({ x: 0, y: 0, width: 8, height: 8 }),
      ...rectanglePath({ x: 2, y: 2, width: 4, height: 4 }),
    ];
    expect(total(rasterizeCoverage(nested, "nonzero", grid))).toBeCloseTo(64, 3);
    expect(total(rasterizeCoverage(nested, "evenodd", grid))).toBeCloseTo(48, 3);
  });

  it("is only spread by blurring, never gained", () => {
    const point = new Float32Array(21 * 21);
    point[10 * 21 + 10] = 1;
    const blurred = blurCoverage(point, 21, 21, 2);
    expect(total(blurred)).toBeCloseTo(1, 4);
    expect(blurred[10 * 21 + 12]).toBeCloseTo((blurred[10 * 21 + 10] ?? 0) * Math.exp(-0.5), 5);
  });
});
