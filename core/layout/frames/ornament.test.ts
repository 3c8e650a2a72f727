import { describe, expect, it } from "vitest";
import { frameContext } from "../../../test/support/frame-context.ts";
import type { OrnamentFrame } from "../../document/schema/frames.ts";
import { mmToPt } from "../../units/units.ts";
import type { PlacedPath } from "../display-list.ts";
import { findMotif } from "../ornaments/catalogue.ts";
import { layoutOrnament } from "./ornament.ts";
import { pathBounds } from "./path-geometry.ts";

const RED = { rgb: "#c8202f" } as const;
const frame = (changes: Partial<OrnamentFrame> = {}): OrnamentFrame => ({
  type: "ornament",
  id: "diềm",
  x: 0,
  y: 0,
  width: 120,
  height: 20,
  motif: "highland-diamond",
  arrangement: "band",
  colors: [RED, { rgb: "#f2b632" }, { rgb: "#ffffff" }],
  ...changes,
});
const paths = (items: ReturnType<typeof layoutOrnament>) =>
  items.filter((item): item is PlacedPath => item.kind === "path");

describe("layoutOrnament", () => {
  it("keeps a band to its size in the middle of the frame", () => {
    const items = layoutOrnament(frame({ size: 10 }), frameContext());
    const ys = paths(items).flatMap((item) => {
      const bounds = pathBounds(item.path);
      return bounds ? [bounds.y, bounds.y + bounds.height] : [];
    });
    expect(Math.min(...ys)).toBeCloseTo(mmToPt(5), 6);
    expect(Math.max(...ys)).toBeCloseTo(mmToPt(15), 6);
  });

  it("lays the background first, over the whole frame", () => {
    const [ground] = layoutOrnament(frame({ background: { rgb: "#1d1a19" } }), frameContext());
    expect(pathBounds(paths(ground ? [ground] : [])[0]?.path ?? [])).toMatchObject({
      width: mmToPt(120),
      height: mmToPt(20),
    });
  });

  it("stands in for colours the frame does not name with lighter ones", () => {
    const fills = paths(layoutOrnament(frame({ colors: [RED] }), frameContext())).map((item) => item.fill);
    const greens = new Set(fills.map((fill) => (fill?.kind === "solid" ? fill.color.rgb[1].toFixed(2) : "")));
    expect(greens.size).toBe(3);
  });

  it("cuts tiles, and bands that reach beyond their ends, to the frame", () => {
    expect(layoutOrnament(frame({ arrangement: "tile" }), frameContext())).toMatchObject([{ kind: "group" }]);
    expect(layoutOrnament(frame({ motif: "viet-lotus" }), frameContext())).toMatchObject([{ kind: "group" }]);
    expect(layoutOrnament(frame({ motif: "viet-fret" }), frameContext())[0]?.kind).toBe("path");
  });

  it("reports a motif that is not there", () => {
    const context = frameContext();
    expect(layoutOrnament(frame({ motif: "không-có" }), context)).toEqual([]);
    expect(context.reported).toMatchObject([{ code: "ornament.unknown-motif", target: { frame: "diềm" } }]);
    expect(findMotif("không-có")).toBeUndefined();
  });

  it("enlarges tiles too small to see", () => {
    const context = frameContext();
    const items = layoutOrnament(
      frame({ width: 400, height: 300, arrangement: "tile", size: 0.5, motif: "highland-spear" }),
      context,
    );
    expect(context.codes()).toEqual(["ornament.too-fine"]);
    const commands = items
      .flatMap((item) => (item.kind === "group" ? paths([...item.items]) : []))
      .flatMap(({ path }) => path);
    expect(commands.length).toBeLessThan(500_000);
  });
});
