/**
 * Backgrounds of a table: cells, rows, header, stripes. Places of one colour become one path, and where two opaque colours
 * touch the one painted first reaches under the other, so that no hairline of paper shows between them at any resolution.
 */

import type { Fill } from "../../document/schema/primitives.ts";
import type { Rect } from "../../units/geometry.ts";
import type { DisplayItem, Paint } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { rectanglePath } from "./path-shapes.ts";
import { cellInPart, type PartGeometry, partRect } from "./table-geometry.ts";
import type { TableContent } from "./table-grid.ts";

/** Points a fill reaches under its neighbour: a pixel at the coarsest scale anyone reads at. */
const UNDERLAP = 1;

/** A rectangle of places, by row and column edges of the part. */
interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Everything one paint fills. */
interface FillLayer {
  readonly paint: Paint;
  readonly opaque: boolean;
  readonly blocks: Block[];
}

interface LayeredFills {
  readonly layers: readonly FillLayer[];
  /** Index of the layer that fills a place, -1 for none and outside. */
  layerAt(row: number, column: number): number;
}

interface PlaceFill {
  readonly fill: Fill;
  /** Equal for places that become one block. */
  readonly key: string;
  /** Gradients of a row span the row, those of a cell the cell. */
  readonly ofRow: boolean;
}

/**
 * What fills a place: its cell's own, else its row's, else the header's, else the stripe of every second body row. A cell over several
 * rows looks like the first of them.
 */
function fillAt(geometry: PartGeometry, table: TableContent, partRow: number, column: number): PlaceFill | undefined {
  const { grid, rows } = geometry;
  const index = cellInPart(geometry, partRow, column);
  const place = grid.cells[index];
  const own = place?.cell.fill;
  if (own) return { fill: own, key: "color" in own ? JSON.stringify(own) : `cell ${index}`, ofRow: false };
  const row = place?.row ?? rows[partRow] ?? 0;
  const isHeader = row < grid.headerRows;
  const striped = !isHeader && (row - grid.headerRows) % 2 === 1;
  const fill = table.rows[row]?.fill ?? (isHeader ? table.headerFill : striped ? table.stripeFill : undefined);
  return fill && { fill, key: "color" in fill ? JSON.stringify(fill) : `row ${row}`, ofRow: true };
}

const isOpaque = (paint: Paint): boolean =>
  paint.kind === "solid" ? paint.color.alpha >= 1 : paint.stops.every((stop) => stop.color.alpha >= 1);

/** Cuts the part into rectangles of one fill and gathers those of one colour, in order of their first top left corner. */
function layerFills(geometry: PartGeometry, table: TableContent, context: Pick<FrameContext, "paint">): LayeredFills {
  const rowCount = geometry.rows.length;
  const { columnCount } = geometry.grid;
  const fills = Array.from({ length: rowCount * columnCount }, (_, at) =>
    fillAt(geometry, table, Math.floor(at / columnCount), at % columnCount),
  );
  const owner = new Int32Array(rowCount * columnCount).fill(-1);
  const layers: FillLayer[] = [];
  const layerOf = new Map<string, number>();
  const joins = (row: number, column: number, key: string) =>
    owner[row * columnCount + column] === -1 && fills[row * columnCount + column]?.key === key;

  const addBlock = (found: PlaceFill, block: Block): number => {
    const known = layerOf.get(found.key);
    if (known !== undefined && "color" in found.fill) {
      layers[known]?.blocks.push(block);
      return known;
    }
    const { top, left, bottom, right } = block;
    const box = found.ofRow
      ? partRect(geometry, top, 0, top + 1, columnCount)
      : partRect(geometry, top, left, bottom, right);
    const paint = context.paint(found.fill, box);
    layerOf.set(found.key, layers.length);
    return layers.push({ paint, opaque: isOpaque(paint), blocks: [block] }) - 1;
  };

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
      const layer = addBlock(found, { top, left, bottom, right });
      for (let row = top; row < bottom; row++) {
        owner.fill(layer, row * columnCount + left, row * columnCount + right);
      }
    }
  }
  return {
    layers,
    layerAt: (row, column) =>
      column < 0 || column >= columnCount || row < 0 || row >= rowCount
        ? -1
        : (owner[row * columnCount + column] ?? -1),
  };
}

/** A block, a strip across each edge it shares with an opaque layer painted after its own, and a square under such a layer at each corner. */
function blockRects(geometry: PartGeometry, { top, left, bottom, right }: Block, index: number, fills: LayeredFills) {
  const { x, y } = geometry;
  const reachesUnder = (row: number, column: number) => {
    const other = fills.layerAt(row, column);
    return other > index && fills.layers[other]?.opaque === true;
  };
  const block = partRect(geometry, top, left, bottom, right);
  const rects: Rect[] = [block];
  const width = 2 * UNDERLAP;
  for (let row = top; row < bottom; row++) {
    const fromY = y[row] ?? 0;
    const height = (y[row + 1] ?? 0) - fromY;
    if (reachesUnder(row, right)) rects.push({ x: block.x + block.width - UNDERLAP, y: fromY, width, height });
    if (reachesUnder(row, left - 1)) rects.push({ x: block.x - UNDERLAP, y: fromY, width, height });
  }
  for (let column = left; column < right; column++) {
    const fromX = x[column] ?? 0;
    const across = (edge: number): Rect => ({
      x: fromX,
      y: edge - UNDERLAP,
      width: (x[column + 1] ?? 0) - fromX,
      height: width,
    });
    if (reachesUnder(bottom, column)) rects.push(across(block.y + block.height));
    if (reachesUnder(top - 1, column)) rects.push(across(block.y));
  }
  for (const row of [top - 1, bottom]) {
    for (const column of [left - 1, right]) {
      if (!reachesUnder(row, column)) continue;
      const cornerX = column < left ? block.x - UNDERLAP : block.x + block.width;
      const cornerY = row < top ? block.y - UNDERLAP : block.y + block.height;
      rects.push({ x: cornerX, y: cornerY, width: UNDERLAP, height: UNDERLAP });
    }
  }
  return rects;
}

/** The backgrounds of one part, bottom to top. */
export function paintTableFills(
  geometry: PartGeometry,
  table: TableContent,
  context: Pick<FrameContext, "paint">,
): DisplayItem[] {
  const fills = layerFills(geometry, table, context);
  return fills.layers.map(({ paint, blocks }, index) => ({
    kind: "path",
    path: blocks.flatMap((block) => blockRects(geometry, block, index, fills)).flatMap(rectanglePath),
    fill: paint,
  }));
}
