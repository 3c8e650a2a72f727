/** Borders of a table, centred on the edges of its grid. Every edge is drawn once, and edges in line as one stroke. */

import type { StrokeStyle } from "../../document/schema/primitives.ts";
import type { PathCommand } from "../../units/geometry.ts";
import type { DisplayItem, Stroke } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { cellInPart, type PartGeometry } from "./table-geometry.ts";
import type { TableContent } from "./table-grid.ts";

type Side = "top" | "right" | "bottom" | "left";

interface Edge {
  readonly style: StrokeStyle;
  readonly key: string;
}

interface BorderedTable {
  readonly geometry: PartGeometry;
  readonly table: TableContent;
  /** Edges between rows by row edge and column, and between columns by row and column edge; undefined where nothing is drawn. */
  readonly horizontal: (rowEdge: number, column: number) => Edge | undefined;
  readonly vertical: (row: number, columnEdge: number) => Edge | undefined;
}

/** Of two cells that each say how their common edge looks, the wider line wins; at equal width the cell after the edge. */
function heavier(before: StrokeStyle | undefined, after: StrokeStyle | undefined): StrokeStyle | undefined {
  if (!before || !after) return after ?? before;
  return before.width > after.width ? before : after;
}

function resolveEdges(geometry: PartGeometry, table: TableContent): BorderedTable {
  const { grid, rows } = geometry;
  const { columnCount } = grid;
  const rowCount = rows.length;
  const borders = table.borders ?? {};
  const keys = new Map<StrokeStyle, string>();
  const edgeOf = (style: StrokeStyle | undefined): Edge | undefined => {
    if (!style || style.width <= 0) return undefined;
    let key = keys.get(style);
    if (key === undefined) {
      key = JSON.stringify([style.color, style.width, style.dash, style.cap]);
      keys.set(style, key);
    }
    return { style, key };
  };
  const own = (cell: number, side: Side) => grid.cells[cell]?.cell.borders?.[side];
  const endsHeader = (rowEdge: number) =>
    (rows[rowEdge - 1] ?? Infinity) < grid.headerRows && (rows[rowEdge] ?? -1) >= grid.headerRows;

  const horizontals: (Edge | undefined)[] = [];
  for (let rowEdge = 0; rowEdge <= rowCount; rowEdge++) {
    const isOuter = rowEdge === 0 || rowEdge === rowCount;
    const general = isOuter ? borders.outer : endsHeader(rowEdge) ? (borders.header ?? borders.rows) : borders.rows;
    for (let column = 0; column < columnCount; column++) {
      const above = cellInPart(geometry, rowEdge - 1, column);
      const below = cellInPart(geometry, rowEdge, column);
      const style = above === below ? undefined : (heavier(own(above, "bottom"), own(below, "top")) ?? general);
      horizontals.push(edgeOf(style));
    }
  }
  const verticals: (Edge | undefined)[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let columnEdge = 0; columnEdge <= columnCount; columnEdge++) {
      const before = cellInPart(geometry, row, columnEdge - 1);
      const after = cellInPart(geometry, row, columnEdge);
      const general = columnEdge === 0 || columnEdge === columnCount ? borders.outer : borders.columns;
      const style = before === after ? undefined : (heavier(own(before, "right"), own(after, "left")) ?? general);
      verticals.push(edgeOf(style));
    }
  }
  return {
    geometry,
    table,
    horizontal: (rowEdge, column) =>
      column < 0 || column >= columnCount ? undefined : horizontals[rowEdge * columnCount + column],
    vertical: (row, columnEdge) =>
      row < 0 || row >= rowCount ? undefined : verticals[row * (columnCount + 1) + columnEdge],
  };
}

/**
 * How far a stroke goes on past its end so that a corner is closed: to the far side of the line it meets, if that line ends there too.
 * Where the other line passes, the end is hidden under it; where there is none, the stroke stops.
 */
function reach(edge: Edge, one: Edge | undefined, other: Edge | undefined): number {
  if (edge.style.dash?.length) return 0;
  if (one && other) return 0;
  return ((one ?? other)?.style.width ?? 0) / 2;
}

interface Strokes {
  readonly edge: Edge;
  readonly path: PathCommand[];
}

function strokesFor(byStyle: Map<string, Strokes>, edge: Edge): PathCommand[] {
  let strokes = byStyle.get(edge.key);
  if (!strokes) {
    strokes = { edge, path: [] };
    byStyle.set(edge.key, strokes);
  }
  return strokes.path;
}

function traceHorizontals({ geometry, horizontal, vertical }: BorderedTable, byStyle: Map<string, Strokes>): void {
  const { x, y, rows, grid } = geometry;
  for (let rowEdge = 0; rowEdge <= rows.length; rowEdge++) {
    const at = y[rowEdge] ?? 0;
    for (let from = 0; from < grid.columnCount; ) {
      const edge = horizontal(rowEdge, from);
      let to = from + 1;
      while (to < grid.columnCount && horizontal(rowEdge, to)?.key === edge?.key) to++;
      if (edge) {
        const before = reach(edge, vertical(rowEdge - 1, from), vertical(rowEdge, from));
        const after = reach(edge, vertical(rowEdge - 1, to), vertical(rowEdge, to));
        const path = strokesFor(byStyle, edge);
        path.push(["M", (x[from] ?? 0) - before, at], ["L", (x[to] ?? 0) + after, at]);
      }
      from = to;
    }
  }
}

function traceVerticals({ geometry, horizontal, vertical }: BorderedTable, byStyle: Map<string, Strokes>): void {
  const { x, y, rows, grid } = geometry;
  for (let columnEdge = 0; columnEdge <= grid.columnCount; columnEdge++) {
    const at = x[columnEdge] ?? 0;
    for (let from = 0; from < rows.length; ) {
      const edge = vertical(from, columnEdge);
      let to = from + 1;
      while (to < rows.length && vertical(to, columnEdge)?.key === edge?.key) to++;
      if (edge) {
        const before = reach(edge, horizontal(from, columnEdge - 1), horizontal(from, columnEdge));
        const after = reach(edge, horizontal(to, columnEdge - 1), horizontal(to, columnEdge));
        const path = strokesFor(byStyle, edge);
        path.push(["M", at, (y[from] ?? 0) - before], ["L", at, (y[to] ?? 0) + after]);
      }
      from = to;
    }
  }
}

/** The borders of one part: one path per style, wider lines over narrower ones. A part has the outer border on all sides. */
export function paintTableBorders(
  geometry: PartGeometry,
  table: TableContent,
  context: Pick<FrameContext, "stroke">,
): DisplayItem[] {
  if (geometry.rows.length === 0) return [];
  const bordered = resolveEdges(geometry, table);
  const byStyle = new Map<string, Strokes>();
  traceVerticals(bordered, byStyle);
  traceHorizontals(bordered, byStyle);
  return [...byStyle.values()]
    .sort((one, other) => one.edge.style.width - other.edge.style.width)
    .map(({ edge, path }) => {
      const stroke: Stroke = context.stroke(edge.style);
      return { kind: "path", path, stroke };
    });
}
