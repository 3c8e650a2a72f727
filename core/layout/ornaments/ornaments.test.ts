import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flattenPath, pathBounds, signedArea } from "../frames/path-geometry.ts";
import { arrangeBand, arrangeBorder, arrangeSingle, arrangeTile, copiesAlong, type PlacedLayer } from "./arrange.ts";
import { findMotif, ornamentMotifs } from "./catalogue.ts";
import type { OrnamentLayer, OrnamentMotif } from "./ornament-model.ts";
import { wovenPiece } from "./woven.ts";

const motifs = ornamentMotifs.map((motif) => [motif.id, motif] as const);
const pieces = (motif: OrnamentMotif) => [motif.single, motif.band, motif.corner, motif.tile];
const finite = (layers: readonly (OrnamentLayer | PlacedLayer)[]) =>
  layers.every(({ path }) => path.flat().every((part) => typeof part === "string" || Number.isFinite(part)));
const motif = (id: string): OrnamentMotif => {
  const found = findMotif(id);
  if (!found) throw new Error(id);
  return found;
};

describe("the catalogue", () => {
  it("has at least sixteen motifs from six traditions, each with an id and names of its own", () => {
    expect(ornamentMotifs.length).toBeGreaterThanOrEqual(16);
    expect(new Set(ornamentMotifs.map((one) => one.tradition.id)).size).toBe(6);
    for (const key of [(one: OrnamentMotif) => one.id, (one: OrnamentMotif) => one.names.vi + one.tradition.id]) {
      expect(new Set(ornamentMotifs.map(key)).size).toBe(ornamentMotifs.length);
    }
  });

  it("is the one the documentation lists", () => {
    const page = readFileSync(new URL("../../../docs/ornaments.md", import.meta.url), "utf8");
    const listed = Array.from(page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \|/gmu), ([, id, name]) => `${id} ${name}`);
    expect(listed.filter((line) => line !== "motif tên")).toEqual(
      ornamentMotifs.map((one) => `${one.id} ${one.names.vi}`),
    );
  });

  it.each(motifs)("%s draws every piece with colours it suggests", (_id, one) => {
    for (const piece of pieces(one)) {
      expect(piece.layers.length).toBeGreaterThan(0);
      expect(finite(piece.layers)).toBe(true);
      for (const layer of piece.layers) {
        expect(layer.path.length).toBeGreaterThan(0);
        expect(layer.color).toBeLessThan(one.suggested.colors.length);
      }
    }
    for (const rail of one.rails) expect(rail.to).toBeGreaterThan(rail.from);
    expect(one.corner.aspect).toBe(1);
  });

  it.each(motifs)("%s keeps its single figure inside its box", (_id, one) => {
    const area = { x: 10, y: 20, width: 100 * one.single.aspect, height: 100 };
    for (const layer of arrangeSingle(one, area)) {
      const bounds = pathBounds(layer.path);
      const half = (layer.stroke ?? 0) / 2;
      if (!bounds) throw new Error("empty layer");
      expect(bounds.x - half).toBeGreaterThanOrEqual(area.x - 0.5);
      expect(bounds.y - half).toBeGreaterThanOrEqual(area.y - 0.5);
      expect(bounds.x + bounds.width + half).toBeLessThanOrEqual(area.x + area.width + 0.5);
      expect(bounds.y + bounds.height + half).toBeLessThanOrEqual(area.y + area.height + 0.5);
    }
  });

  it.each(motifs)("%s keeps its bands within their height", (_id, one) => {
    for (const layer of one.band.layers) {
      const bounds = pathBounds(layer.path);
      if (!bounds) throw new Error("empty layer");
      expect(bounds.y).toBeGreaterThanOrEqual(-0.01);
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(1.01);
    }
  });
});

describe("copiesAlong", () => {
  it("takes the whole number that needs the least stretching", () => {
    expect(copiesAlong(100, 10)).toBe(10);
    expect(copiesAlong(104, 10)).toBe(10);
    expect(copiesAlong(106, 10)).toBe(11);
    expect(copiesAlong(3, 10)).toBe(1);
  });

  it("never stretches by more than the square root of two once two copies fit", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 500, noNaN: true }), (length) => {
        const stretch = length / copiesAlong(length, 1);
        expect(stretch).toBeLessThanOrEqual(Math.SQRT2 + 1e-9);
        expect(stretch).toBeGreaterThanOrEqual(Math.SQRT1_2 - 1e-9);
      }),
    );
  });
});

describe("arrangements", () => {
  const fret = motif("viet-fret");

  it("fills a band from end to end with equal copies", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 900, noNaN: true }),
        fc.double({ min: 5, max: 20, noNaN: true }),
        fc.boolean(),
        (length, size, upright) => {
          const area = upright
            ? { x: 3, y: 5, width: size, height: length }
            : { x: 3, y: 5, width: length, height: size };
          const [lines] = arrangeBand({ ...fret, rails: [] }, area, size);
          const bounds = lines && pathBounds(lines.path);
          if (!bounds) throw new Error("empty band");
          expect(upright ? bounds.height : bounds.width).toBeCloseTo(length, 6);
          expect(upright ? bounds.y : bounds.x).toBeCloseTo(upright ? 5 : 3, 6);
          const copies = copiesAlong(length, fret.band.aspect * size);
          expect(flattenPath(lines.path, 0.1)).toHaveLength(
            copies * flattenPath(fret.band.layers[0]?.path ?? [], 0.1).length,
          );
        },
      ),
    );
  });

  it("makes one path per layer however many copies there are", () => {
    const area = { x: 0, y: 0, width: 800, height: 20 };
    const diamonds = motif("highland-diamond");
    expect(arrangeBand(diamonds, area, 20)).toHaveLength(diamonds.band.layers.length + diamonds.rails.length);
  });

  it("keeps the proportions of anchored figures when cells are stretched", () => {
    const sun = motif("dong-son-sun");
    const width = sun.band.aspect * 20 * 1.3;
    const star = arrangeBand({ ...sun, rails: [] }, { x: 0, y: 0, width, height: 20 }, 20)[0];
    const bounds = star && pathBounds(star.path);
    if (!bounds) throw new Error("no star");
    expect(bounds.width).toBeCloseTo(bounds.height, 6);
    expect(bounds.x + bounds.width / 2).toBeCloseTo(width / 2, 6);
  });

  it.each(motifs)("runs %s round a border alike on all four sides", (_id, one) => {
    const area = { x: 0, y: 0, width: 300, height: 300 };
    for (const layer of arrangeBorder(one, area, 24)) {
      const bounds = pathBounds(layer.path);
      if (!bounds) throw new Error("empty layer");
      expect(bounds.x + bounds.width / 2).toBeCloseTo(150, 4);
      expect(bounds.y + bounds.height / 2).toBeCloseTo(150, 4);
      expect(bounds.width).toBeCloseTo(bounds.height, 4);
    }
  });

  it("leaves the sides out of a border that is all corners", () => {
    const layers = arrangeBorder(fret, { x: 0, y: 0, width: 40, height: 40 }, 20);
    expect(layers).toHaveLength(fret.rails.length + fret.corner.layers.length);
  });

  it("covers the whole area with tiles", () => {
    const weave = motif("viet-weave");
    const [strips] = arrangeTile(weave, { x: 0, y: 0, width: 130, height: 70 }, 20);
    const bounds = strips && pathBounds(strips.path);
    if (!bounds) throw new Error("no tiles");
    expect(bounds.x).toBeLessThanOrEqual(1);
    expect(bounds.y).toBeLessThanOrEqual(1);
    expect(bounds.x + bounds.width).toBeGreaterThanOrEqual(129);
    expect(bounds.y + bounds.height).toBeGreaterThanOrEqual(69);
  });
});

describe("woven motifs", () => {
  it("cover exactly their stitches", () => {
    const art = ["0.0.", ".00.", "0.00"];
    const stitches = art.join("").replaceAll(".", "").length;
    const [layer] = wovenPiece(art).layers;
    expect(signedArea(layer?.path ?? []) * 9).toBeCloseTo(stitches, 9);
  });
});
