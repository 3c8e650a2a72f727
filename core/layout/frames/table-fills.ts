/**
 * Backgrounds of a table: cells, rows, header, stripes. Places of one colour that touch become one path, and where two opaque colours
 * touch the one painted first reaches under the other, so that no hairline of paper shows between them at any resolution.
 */

import type { Fill } from "../../document/schema/primitives.ts";
import type { PathData, Rect } from "../../units/geometry.ts";
import type { DisplayItem, Paint } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { rectanglePath } from "./path-shapes.ts";
import { cellInPart, type PartGeometry, partRect } from "./table-geometry.ts";
import type { TableContent } from "./table-grid.ts";

/** Points a fill reaches under its neighbour. */
const UNDERLAP = 0.5;

interface FillBlock {
  readonly paint: Paint;
  readonly opaque: boolean;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface PlaceFill {
  readonly fill: Fill;
  /** Equal for places that become one block. */
  readonly key: string;
  /** Gradients of a row span the row, those of a cell the cell. */
  readonly ofRow: boolean;
}

/** What fills a place: its cell's own, else its row's, else the header's, else the stripe of every second body row. */
function fillAt(geometry: PartGeometry, table: TableContent, partRow: number, column: number): PlaceFill | undefined {
  const { grid, rows } = geometry;
  const index = cellInPart(geometry, partRow, column);
  const own = grid.cells[index]?.cell.fill;
  if (own) return { fill: own, key: "color" in own ? JSON.stringify(own) : `cell ${index}`, ofRow: false };
  const row = rows[partRow] ?? 0;
  const isHeader = row < grid.headerRows;
  const striped = !isHeader && (row - grid.headerRows) % 2 === 1;
  const fill = table.rows[row]?.fill ?? (isHeader ? table.headerFill : striped ? table.stripeFill : undefined);
  return fill && { fill, key: "color" in fill ? JSON.stringify(fill) : `row ${row}`, ofRow: true };
}

const isOpaque = (paint: Paint): boolean =>
  paint.kind === "solid" ? paint.color.alpha >= 1 : paint.stops.every((stop) => stop.color.alpha >= 1);

/** Cuts the part into rectangles of one fill, in order of their top left corners; `owner` tells which covers a place, -1 for none. */
function findBlocks(geometry: PartGeometry, table: TableContent, context: Pick<FrameContext, "paint">) {
  const rowCount = geometry.rows.length;
  const { columnCount } = geometry.grid;
  const fills = Array.from({ length: rowCount * columnCount }, (_, at) =>
    fillAt(geometry, table, Math.floor(at / columnCount), at % columnCount),
  );
  const owner = new Int32Array(rowCount * columnCount).fill(-1);
  const blocks: FillBlock[] = [];
  const joins = (row: number, column: number, key: string) =>
    owner[row * columnCount + column] === -1 && fills[row * columnCount + column]?.key === key;

  for (let top = 0; top < rowCount; top++) {
    for (let left = 0; left < columnCount; left++) {
      const found = fills[top * columnCount + left];
      if (!found || owner[top * columnCount + left] !== -1) continue;
      let right = left + 1;
      while (right < columnCount && joins(top, right, found.key)) right++;
      let bottom = top + 1;
      const wholeRowJoins = (row: number) => {
        for (let column = left; column < right; column++) if (!joins(row, column, found.key)) return false;
        return true;
      };
      while (bottom < rowCount && wholeRowJoins(bottom)) bottom++;
      for (let row = top; row < bottom; row++) {
        owner.fill(blocks.length, row * columnCount + left, row * columnCount + right);
      }
      const box = found.ofRow
        ? partRect(geometry, top, 0, top + 1, columnCount)
        : partRect(geometry, top, left, bottom, right);
      const paint = context.paint(found.fill, box);
      blocks.push({ paint, opaque: isOpaque(paint), top, left, bottom, right });
    }
  }
  return { blocks, ownerAt: (row: number, column: number) => owner[row * columnCount + column] ?? -1 };
}

/** The block itself, and a strip across each edge it shares with an opaque block painted after it. */
function blockPath(
  geometry: PartGeometry,
  index: number,
  blocks: readonly FillBlock[],
  ownerAt: (row: number, column: number) => number,
): PathData {
  const block = blocks[index];
  if (!block) return [];
  const { top, left, bottom, right } = block;
  const { x, y } = geometry;
  const reachesUnder = (row: number, column: number) => {
    const other = ownerAt(row, column);
    return other > index && blocks[other]?.opaque === true;
  };
  const strips: Rect[] = [];
  const strip = (atX: number, atY: number, width: number, height: number) =>
    strips.push({ x: atX, y: atY, width, height });
  for (let row = top; row < bottom; row++) {
    const from = y[row] ?? 0;
    const height = (y[row + 1] ?? 0) - from;
    if (right < geometry.grid.columnCount && reachesUnder(row, right)) {
      strip((x[right] ?? 0) - UNDERLAP, from, 2 * UNDERLAP, height);
    }
    if (left > 0 && reachesUnder(row, left - 1)) strip((x[left] ?? 0) - UNDERLAP, from, 2 * UNDERLAP, height);
  }
  for (let column = left; column < right && bottom < geometry.rows.length; column++) {
    const from = x[column] ?? 0;
    if (reachesUnder(bottom, column)) {
      strip(from, (y[bottom] ?? 0) - UNDERLAP, (x[column + 1] ?? 0) - from, 2 * UNDERLAP);
    }
  }
  return [partRect(geometry, top, left, bottom, right), ...strips].flatMap(rectanglePath);
}

/** The backgrounds of one part, bottom to top. */
export function paintTableFills(
  geometry: PartGeometry,
  table: TableContent,
  context: Pick<FrameContext, "paint">,
): DisplayItem[] {
  const { blocks, ownerAt } = findBlocks(geometry, table, context);
  return blocks.map((block, index) => ({
    kind: "path",
    path: blockPath(geometry, index, blocks, ownerAt),
    fill: block.paint,
  }));
}
