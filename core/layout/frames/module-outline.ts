/** A grid of dark and light modules → the outlines of its dark regions. */

import type { PathCommand, PathData } from "../../units/geometry.ts";

/** True for a dark module; called with places outside the grid too. */
export type ModuleGrid = (row: number, column: number) => boolean;

/**
 * One path round all dark modules, holes running the other way, with corners only where the outline turns: no edge lies between
 * two dark modules, so no renderer can show a hairline there. In units of one module.
 */
export function traceModules(size: number, dark: ModuleGrid): PathData {
  const isDark: ModuleGrid = (row, column) =>
    row >= 0 && column >= 0 && row < size && column < size && dark(row, column);
  const done = new Uint8Array(size * size);
  const path: PathCommand[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      // Every loop has a top edge that starts a run: dark below, light above.
      if (isDark(row, column) && !isDark(row - 1, column) && done[row * size + column] === 0) {
        traceLoop(row, column, size, isDark, done, path);
      }
    }
  }
  return path;
}

/** Directions in clockwise order: right, down, left, up. */
const STEPS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** Walks with the dark modules on the right hand; `done` marks modules whose top edge has been walked. */
function traceLoop(
  startRow: number,
  startColumn: number,
  size: number,
  dark: ModuleGrid,
  done: Uint8Array,
  path: PathCommand[],
): void {
  let x = startColumn;
  let y = startRow;
  let direction = 0;
  const corners: { readonly x: number; readonly y: number }[] = [];
  do {
    if (direction === 0) done[y * size + x] = 1;
    const step = STEPS[direction] ?? STEPS[0];
    x += step.x;
    y += step.y;
    // The modules ahead of the new corner, to the left and to the right of the walk.
    const right = moduleAhead(x, y, direction, 1);
    const left = moduleAhead(x, y, direction, 0);
    const before = direction;
    // Two dark modules that touch at a corner only stay apart: turning right first keeps to the module walked round.
    if (!dark(right.row, right.column)) direction = (direction + 1) % 4;
    else if (dark(left.row, left.column)) direction = (direction + 3) % 4;
    if (direction !== before) corners.push({ x, y });
  } while (x !== startColumn || y !== startRow || direction !== 0);
  for (const [index, corner] of corners.entries()) path.push([index === 0 ? "M" : "L", corner.x, corner.y]);
  path.push(["Z"]);
}

/** Row and column of the module in front of the corner (x, y): `side` 1 on the right of the walk, 0 on the left. */
function moduleAhead(x: number, y: number, direction: number, side: 0 | 1): { row: number; column: number } {
  switch (direction) {
    case 0:
      return { row: y - 1 + side, column: x };
    case 1:
      return { row: y, column: x - side };
    case 2:
      return { row: y - side, column: x - 1 };
    default:
      return { row: y - 1, column: x - 1 + side };
  }
}
