import fc from "fast-check";
import qrcode from "qrcode-generator";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../test/support/corpus.ts";
import { frameContext } from "../../../test/support/frame-context.ts";
import type { QrFrame } from "../../document/schema/frames.ts";
import { mmToPt } from "../../units/units.ts";
import { rasterizeCoverage } from "./coverage-raster.ts";
import { traceModules } from "./module-outline.ts";
import { pathBounds, signedArea } from "./path-geometry.ts";
import { layoutQr, qrModules } from "./qr.ts";

const frame = (changes: Partial<QrFrame> = {}): QrFrame => ({
  type: "qr",
  id: "mã",
  x: 0,
  y: 0,
  width: 30,
  height: 40,
  data: "https://example.vn/ban-tin",
  ...changes,
});
const khmer = readCorpus("km").slice(0, 60);

describe("qrModules", () => {
  it.each(["https://example.vn/ban-tin", "Ủy ban nhân dân xã", khmer])(
    "draws exactly the encoder's dark modules for %s",
    (text) => {
      const bytes = new TextEncoder().encode(text);
      const code = qrcode(0, "Q");
      code.addData(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""), "Byte");
      code.make();
      const modules = qrModules(text, "Q");
      if (!modules) throw new Error("no code");
      expect(modules.size).toBe(code.getModuleCount());
      const grid = { x: 0, y: 0, step: 1, width: modules.size, height: modules.size };
      const covered = rasterizeCoverage(modules.path, "nonzero", grid);
      let dark = 0;
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          const expected = code.isDark(row, column);
          if (expected) dark += 1;
          expect(covered[row * modules.size + column]).toBeCloseTo(expected ? 1 : 0, 6);
        }
      }
      expect(signedArea(modules.path)).toBe(dark);
    },
  );

  it("holds 2,331 bytes at level M and not one more", () => {
    expect(qrModules("a".repeat(2331), "M")?.size).toBe(177);
    expect(qrModules("a".repeat(2332), "M")).toBeUndefined();
  });
});

describe("traceModules", () => {
  it("encloses the dark modules of any grid, without an edge between two of them", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 49, maxLength: 49 }), (cells) => {
        const dark = (row: number, column: number) => cells[row * 7 + column] === true;
        const path = traceModules(7, dark);
        expect(signedArea(path)).toBe(cells.filter(Boolean).length);
        const covered = rasterizeCoverage(path, "nonzero", { x: 0, y: 0, step: 1, width: 7, height: 7 });
        expect(Array.from(covered, (value) => value > 0.5)).toEqual(cells);
      }),
    );
  });

  it("needs five commands for a block however large", () => {
    expect(traceModules(40, () => true)).toHaveLength(5);
  });
});

describe("layoutQr", () => {
  it("is square, centred, with four modules of quiet around", () => {
    const context = frameContext();
    const [ground, code] = layoutQr(frame(), context);
    if (ground?.kind !== "path" || code?.kind !== "path") throw new Error("no code");
    const side = mmToPt(30);
    const square = pathBounds(ground.path);
    expect(square?.y).toBeCloseTo(mmToPt(5), 9);
    expect(square).toMatchObject({ x: 0, width: side, height: side });
    const size = qrModules("https://example.vn/ban-tin", "M")?.size ?? 0;
    const module = side / (size + 8);
    expect(pathBounds(code.path)?.x).toBeCloseTo(4 * module, 6);
    expect(pathBounds(code.path)?.width).toBeCloseTo(size * module, 6);
    expect(context.reported).toEqual([]);
  });

  it("takes a slot's sample, and reports a code without content", () => {
    const slot = {
      kind: "text" as const,
      name: "liên-kết",
      label: { vi: "Liên kết", en: "Link" },
      sample: "https://example.vn",
    };
    const filled = frameContext({ slots: [slot] });
    expect(layoutQr(frame({ data: { slot: "liên-kết" } }), filled)).toHaveLength(2);
    const empty = frameContext();
    expect(layoutQr(frame({ data: { slot: "liên-kết" } }), empty)).toEqual([]);
    expect(empty.reported).toMatchObject([{ code: "qr.no-data", target: { slot: "liên-kết" } }]);
  });

  it("reports what cannot be encoded and what phones cannot read", () => {
    const long = frameContext();
    expect(layoutQr(frame({ data: "ề".repeat(1000) }), long)).toEqual([]);
    expect(long.codes()).toEqual(["qr.too-long"]);
    const pale = frameContext();
    layoutQr(frame({ color: { rgb: "#ffd54f" } }), pale);
    expect(pale.codes()).toEqual(["qr.low-contrast"]);
    const inverted = frameContext();
    layoutQr(frame({ color: { rgb: "#ffffff" }, background: { rgb: "#000000" } }), inverted);
    expect(inverted.reported[0]?.message.vi).toContain("nền tối");
    const tiny = frameContext();
    layoutQr(frame({ width: 6, height: 6 }), tiny);
    expect(tiny.codes()).toEqual(["qr.too-small"]);
  });
});
