/** Motifs on a weaver's grid: one character a stitch, digits for colours, anything else for the ground. */

import type { PathCommand } from "../../units/geometry.ts";
import { traceModules } from "../frames/module-outline.ts";
import { transformPath } from "../frames/path-geometry.ts";
import type { OrnamentLayer, OrnamentPiece } from "./ornament-model.ts";

/** A grid computed stitch by stitch; `undefined` is the ground. */
export function weave(
  columns: number,
  rows: number,
  stitch: (x: number, y: number) => number | undefined,
): readonly string[] {
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => String(stitch(x, y) ?? ".")).join(""),
  );
}

/** The grid with a mirror image to its right; the last column is the axis and is not doubled. */
export const mirroredRight = (rows: readonly string[]): readonly string[] =>
  rows.map((row) => row + Array.from(row).reverse().slice(1).join(""));

/** The grid with a mirror image below; the last row is the axis and is not doubled. */
export const mirroredDown = (rows: readonly string[]): readonly string[] => [...rows, ...rows.toReversed().slice(1)];

/** A quarter mirrored to the right and below; its last row and column are the axes. */
export const fourfold = (rows: readonly string[]): readonly string[] => mirroredDown(mirroredRight(rows));

/** The whole grid as one piece. Colours that touch overlap a stitch beneath the later one, so that no ground shines through. */
export function wovenPiece(rows: readonly string[]): OrnamentPiece {
  const columns = Math.max(...rows.map((row) => row.length));
  return { aspect: columns / rows.length, layers: wovenLayers(rows, 1 / rows.length) };
}

/** Layers of a grid whose stitches are `stitch` wide and high, from (x, y). */
function wovenLayers(rows: readonly string[], stitch: number, x = 0, y = 0): readonly OrnamentLayer[] {
  const colors = new Set<number>();
  for (const row of rows) for (const character of row) if (/\d/u.test(character)) colors.add(Number(character));
  const at = (line: number, column: number): number => {
    const character = rows[line]?.[column] ?? ".";
    return /\d/u.test(character) ? Number(character) : -1;
  };
  const size = Math.max(rows.length, ...rows.map((row) => row.length));
  return [...colors]
    .sort((one, other) => one - other)
    .map((color) => {
      const touches = (line: number, column: number) =>
        at(line - 1, column) === color ||
        at(line + 1, column) === color ||
        at(line, column - 1) === color ||
        at(line, column + 1) === color;
      const covered = (line: number, column: number) => {
        const here = at(line, column);
        return here === color || (here > color && touches(line, column));
      };
      return { color, path: transformPath([stitch, 0, 0, stitch, x, y], traceModules(size, covered)) };
    });
}

/** Share of a stitch left free round its cross, and the thickness of its thread. */
const CROSS_MARGIN = 0.19;
const THREAD = 0.34;

/** Every stitch as a small cross of two threads, as in counted embroidery. Lines, since a field has thousands of them. */
export function crossStitchPiece(rows: readonly string[]): OrnamentPiece {
  const columns = Math.max(...rows.map((row) => row.length));
  const stitch = 1 / rows.length;
  const byColor = new Map<number, PathCommand[]>();
  for (const [y, row] of rows.entries()) {
    for (const [x, character] of Array.from(row).entries()) {
      if (!/\d/u.test(character)) continue;
      const color = Number(character);
      const crosses = byColor.get(color) ?? [];
      const [left, right] = [(x + CROSS_MARGIN) * stitch, (x + 1 - CROSS_MARGIN) * stitch];
      const [top, bottom] = [(y + CROSS_MARGIN) * stitch, (y + 1 - CROSS_MARGIN) * stitch];
      crosses.push(["M", left, top], ["L", right, bottom], ["M", right, top], ["L", left, bottom]);
      byColor.set(color, crosses);
    }
  }
  const layers = [...byColor].sort(([one], [other]) => one - other);
  return {
    aspect: columns / rows.length,
    layers: layers.map(([color, path]) => ({ color, path, stroke: THREAD * stitch, cap: "square" })),
  };
}
